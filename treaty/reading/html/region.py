"""Which part of a page is the agreement: what stands around it is page furniture."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from treaty.reading.document import Role
from treaty.reading.html.marks import DELETED
from treaty.reading.html.walk import PageWalk
from treaty.reading.html.writer import Paragraph
from treaty.reading.numbering import Rank, label_readings
from treaty.reading.pieces import heading_like

_SHARE = 0.9
"""The agreement stands in the smallest element that holds 90 % of the page's clauses and long paragraphs."""
_MOST_IN_HINTED = 0.5
"""An element that is called "comment" or "sidebar" and holds half of the text is called so by mistake."""
_LEAST_PROSE = 40
_LABEL_WEIGHT = {Rank.DIVISION: 100, Rank.ARTICLE: 200, Rank.FREE: 40, Rank.BULLET: 0}
_MOST_LINKED = 0.5
_LINKS_IN_A_MENU = 3
_PANEL_CLAUSES, _PANEL_CHARACTERS = 3, 1000
"""Hidden text of three clauses or 1,000 characters is the other language behind a tab, not a remark for machines."""
_FRAME = re.compile(
    r"작성[일자]|등록일|조회|담당|첨부|입력|수정일|기자\b|댓글|공유|목록|이전글|다음글|무단\s*전재|저작권|스크랩|ⓒ|©|copyright"
    r"|published|updated|posted|views?\b|share\b|download|print\b|all rights|comments?\b",
    re.I,
)
_AFTERWARDS = re.compile(
    r"(?:댓글|의견|관련\s*(?:기사|뉴스|글)|많이\s*본\s*(?:기사|뉴스)|이전글|다음글|목록|comments?|related\s+\w+|leave a reply)"
    r"\s*[(:]?\s*\d*\s*\)?|.{0,40}무단\s*전재.{0,40}|\s*(?:copyright\b|ⓒ|©).{0,120}",
    re.I,
)


def with_roles(walk: PageWalk, root: Any) -> tuple[list[Paragraph], set[Any]]:
    """A page's paragraphs with their roles, and the elements that the agreement stands in."""
    paragraphs = list(_uncovered(walk.paragraphs))
    labels = [_label_weight(paragraph) for paragraph in paragraphs]
    weights = [_weight(paragraph, label) for paragraph, label in zip(paragraphs, labels, strict=True)]
    hinted = _hinted(walk, root, paragraphs, weights)
    # Buttons that unfold an article are its heading.
    furniture = [
        paragraph.element in hinted or (paragraph.control and not label)
        for paragraph, label in zip(paragraphs, labels, strict=True)
    ]
    for index in (*_menus(paragraphs), *_afterwards(paragraphs, weights, labels)):
        furniture[index] = True
    weights = [0 if aside else weight for weight, aside in zip(weights, furniture, strict=True)]
    inside = _region(root, paragraphs, weights, furniture)
    outside = [paragraph.element not in inside for paragraph in paragraphs]
    title = _title_before(paragraphs, furniture, outside)
    roles = [
        Role.FURNITURE if aside or (out and index != title and paragraphs[index].role is not Role.FOOTNOTE) else None
        for index, (aside, out) in enumerate(zip(furniture, outside, strict=True))
    ]
    placed = [_with_role(paragraph, role) for paragraph, role in zip(paragraphs, roles, strict=True)]
    return placed, inside - hinted


def _with_role(paragraph: Paragraph, role: Role | None) -> Paragraph:
    return paragraph if role is None or paragraph.role is Role.HIDDEN else replace(paragraph, role=role)


def _uncovered(paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    """The paragraphs, those in hidden elements with the role of hidden text, unless the element is a tab's panel."""
    lengths: dict[Any, int] = {}
    clauses: dict[Any, int] = {}
    for paragraph in paragraphs:
        if paragraph.hidden is not None and not _is_link(paragraph):
            lengths[paragraph.hidden] = lengths.get(paragraph.hidden, 0) + len(paragraph.words)
            clauses[paragraph.hidden] = clauses.get(paragraph.hidden, 0) + (_label_weight(paragraph) > 0)
    panels = {
        element
        for element, length in lengths.items()
        if element.tag not in DELETED and (length >= _PANEL_CHARACTERS or clauses[element] >= _PANEL_CLAUSES)
    }
    for paragraph in paragraphs:
        covered = paragraph.hidden is not None and paragraph.hidden not in panels
        yield replace(paragraph, role=Role.HIDDEN) if covered else paragraph


def _weight(paragraph: Paragraph, label: int) -> int:
    """How much a paragraph speaks for its place being the agreement's: its length, and more for a clause's number."""
    length = len(paragraph.words)
    if paragraph.role is Role.HIDDEN or paragraph.control or _is_link(paragraph):
        return 0
    return (length if length >= _LEAST_PROSE or label else 0) + label


def _label_weight(paragraph: Paragraph) -> int:
    reading = next(label_readings(paragraph.text), None)
    return _LABEL_WEIGHT[reading.scheme.rank] if reading else 0


def _is_link(paragraph: Paragraph) -> bool:
    return paragraph.linked > _MOST_LINKED * len(paragraph.words)


def _sums(root: Any, paragraphs: Sequence[Paragraph], weights: Sequence[int]) -> dict[Any, int]:
    """For each element, the weight of all paragraphs in it."""
    sums: dict[Any, int] = {}
    for paragraph, weight in zip(paragraphs, weights, strict=True):
        sums[paragraph.element] = sums.get(paragraph.element, 0) + weight
    for element in reversed(list(root.iter())):
        parent = element.getparent()
        if parent is not None and sums.get(element):
            sums[parent] = sums.get(parent, 0) + sums[element]
    return sums


def _hinted(walk: PageWalk, root: Any, paragraphs: Sequence[Paragraph], weights: Sequence[int]) -> set[Any]:
    """All elements in those that are furniture by their names."""
    sums = _sums(root, paragraphs, weights)
    most = _MOST_IN_HINTED * sums.get(root, 0)
    believed = {element for element in walk.hinted if sums.get(element, 0) <= most}
    inside: set[Any] = set()
    for element in root.iter():
        if element in believed or element.getparent() in inside:
            inside.add(element)
    return inside


def _menus(paragraphs: Sequence[Paragraph]) -> Iterator[int]:
    """The paragraphs of all runs of three and more links."""
    run: list[int] = []
    for index, paragraph in enumerate([*paragraphs, None]):
        if paragraph and _is_link(paragraph):
            run.append(index)
        elif not paragraph or paragraph.role is not Role.HIDDEN:
            yield from run if len(run) >= _LINKS_IN_A_MENU else ()
            run = []


def _afterwards(paragraphs: Sequence[Paragraph], weights: Sequence[int], labels: Sequence[int]) -> range:
    """The end of the page, from a line such as "댓글 3" on, where no article or chapter follows."""
    heads = (i for i, label in enumerate(labels) if label >= _LABEL_WEIGHT[Rank.DIVISION] and not _is_link(paragraphs[i]))
    last = max(heads, default=-1)
    prose, before = sum(weights), 0
    for index, paragraph in enumerate(paragraphs):
        before += weights[index]
        if index > last and 2 * before > prose and _AFTERWARDS.fullmatch(paragraph.text.strip()):
            return range(index, len(paragraphs))
    return range(0)


def _region(root: Any, paragraphs: Sequence[Paragraph], weights: Sequence[int], furniture: Sequence[bool]) -> set[Any]:
    """All elements of the agreement's part of the page."""
    sums = _sums(root, paragraphs, weights)
    least = _SHARE * sums.get(root, 0)
    if not least:
        return set(root.iter())
    lines = _sums(root, paragraphs, [paragraph.text.count("\n") + 1 for paragraph in paragraphs])
    best = root
    while (smaller := next((child for child in best if sums.get(child, 0) >= least and lines[child] > 1), None)) is not None:
        best = smaller
    return set(_widened(best, paragraphs, furniture).iter())


def _widened(best: Any, paragraphs: Sequence[Paragraph], furniture: Sequence[bool]) -> Any:
    """The largest element around `best` that adds a title, a preamble or an annex to it, but nothing of the page's frame."""
    rank = {element: number for number, element in enumerate([best, *best.iterancestors()])}
    added: dict[int, list[Paragraph]] = {}
    for paragraph, aside in zip(paragraphs, furniture, strict=True):
        if not aside and paragraph.role is not Role.HIDDEN:
            added.setdefault(_nearest(paragraph.element, rank), []).append(paragraph)
    framed = any(
        aside and paragraph.element.tag != "title" and _nearest(paragraph.element, rank)
        for paragraph, aside in zip(paragraphs, furniture, strict=True)
    )
    for number, element in enumerate(best.iterancestors(), start=1):
        # Loose words between the menus of a page are more likely a part of its frame than of the agreement.
        if (framed and element.tag == "body") or not all(_of_agreement(paragraph) for paragraph in added.get(number, ())):
            break
        best = element
    return best


def _nearest(element: Any, rank: dict[Any, int]) -> int:
    """The innermost of the ranked elements that `element` stands in."""
    seen = []
    while element is not None and element not in rank:
        seen.append(element)
        element = element.getparent()
    number = rank.get(element, len(rank)) if element is not None else len(rank)
    for passed in seen:
        rank[passed] = number
    return number


def _of_agreement(paragraph: Paragraph) -> bool:
    return not paragraph.linked and not _FRAME.search(paragraph.words)


def _title_before(paragraphs: Sequence[Paragraph], furniture: Sequence[bool], outside: Sequence[bool]) -> int | None:
    """The heading above the agreement's part of the page, if that part does not begin with a title of its own."""
    body = [i for i, paragraph in enumerate(paragraphs) if not (furniture[i] or outside[i] or paragraph.role is Role.HIDDEN)]
    if not body or heading_like(paragraphs[body[0]].words.partition("\n")[0], None):
        return None
    above = (i for i in reversed(range(body[0])) if paragraphs[i].heading and not furniture[i])
    return next(above, None)
