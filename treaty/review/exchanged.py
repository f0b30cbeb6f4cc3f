"""A comparison read from its other side, and rows with their cells in the other order."""

from __future__ import annotations

from dataclasses import replace

from treaty.model import Link, SentenceLink, TreatyText
from treaty.review.review import Comparison
from treaty.review.rows import Row


def exchanged(comparison: Comparison, right: TreatyText) -> Comparison:
    """The comparison with its two texts exchanged, its links in the order of `right`, the text that comes first now.

    Findings keep their order, and so their numbers. What the other text alone has stays behind what it stood behind.
    """
    order = _order(comparison, right)
    place = {old: new for new, old in enumerate(order)}
    links = tuple(_turned(comparison.links[old]) for old in order)
    findings = tuple(
        replace(finding, left=finding.right, right=finding.left, link=place[finding.link]) for finding in comparison.findings
    )
    return Comparison(comparison.right, comparison.left, comparison.relation, links, findings)


def mirrored(row: Row) -> Row:
    """The row with its cells, and the sides of its findings, exchanged; what is shown in them stays."""
    findings = (
        replace(entry, finding=replace(entry.finding, left=entry.finding.right, right=entry.finding.left))
        for entry in row.findings
    )
    return replace(row, cells=tuple(reversed(row.cells)), findings=tuple(findings))


def _order(comparison: Comparison, right: TreatyText) -> list[int]:
    """The indexes of the links in the order of the right text."""
    position = {clause.id: number for number, clause in enumerate(right.clauses)}
    keys: list[tuple[int, int]] = []
    reached = -1
    for index, link in enumerate(comparison.links):
        reached = position[link.right[0]] if link.right else reached
        keys.append((reached, index))
    return [index for _, index in sorted(keys)]


def _turned(link: Link) -> Link:
    sentences = tuple(SentenceLink(pair.right, pair.left) for pair in link.sentences)
    return replace(link, left=link.right, right=link.left, sentences=sentences)
