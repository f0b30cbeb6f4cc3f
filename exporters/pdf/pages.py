"""Blocks put on pages: a heading stays with what it heads, a row is cut only where it is taller than a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from exporters.pdf.blocks import Block


@dataclass(frozen=True, slots=True)
class PlacedBlock:
    """A block and how far below the top of the page's body it begins."""

    block: Block
    top: float


@dataclass
class Page:
    """One page's blocks, in order from the top, and how much of its height is used."""

    blocks: list[PlacedBlock] = field(default_factory=list)
    used: float = 0.0

    def add(self, block: Block) -> None:
        self.blocks.append(PlacedBlock(block, self.used))
        self.used += block.height


class PageMaker:
    """Fills pages of one height; a page that begins in the middle of an article repeats its heading."""

    def __init__(self, height: float) -> None:
        self._height = height
        self._again: Block | None = None
        self.pages: list[Page] = [Page()]

    def add(self, blocks: Sequence[Block]) -> None:
        for group in _kept_together(blocks):
            self._add_group(group)

    def _add_group(self, group: Sequence[Block]) -> None:
        if self._page.used and self._page.used + sum(block.height for block in group) > self._height:
            self._turn(repeat_heading=not group[0].is_heading)
        for block in group:
            if self._page.used + block.height > self._height:
                self._add_cut(block)
            else:
                self._page.add(block)
            if block.is_heading:
                self._again = block.again

    def _add_cut(self, block: Block) -> None:
        start = 0
        while start < len(block.bands):
            end = self._last_fitting(block, start)
            if end == start and self._page.used:
                self._turn(repeat_heading=True)
                continue
            end = max(end, start + 1)
            self._page.add(block.part(start, end))
            start = end

    def _last_fitting(self, block: Block, start: int) -> int:
        room = self._height - self._page.used - 2 * block.padding
        if start:
            room -= sum(band.height for band in block.goes_on_here)
        if sum(band.height for band in block.bands[start:]) > room:
            room -= sum(band.height for band in block.goes_on)
        end = start
        while end < len(block.bands) and block.bands[end].height <= room:
            room -= block.bands[end].height
            end += 1
        return end

    def _turn(self, repeat_heading: bool) -> None:
        self.pages.append(Page())
        if repeat_heading and self._again and self._again.height < self._height / 3:
            self._page.add(self._again)

    @property
    def _page(self) -> Page:
        return self.pages[-1]


def _kept_together(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """Headings with the first block after them; every other block alone."""
    group: list[Block] = []
    for block in blocks:
        group.append(block)
        if not block.is_heading:
            yield group
            group = []
    if group:
        yield group
