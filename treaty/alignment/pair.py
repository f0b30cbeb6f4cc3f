"""Two texts whose clauses have been compared once, to be asked for their links again and again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from treaty.alignment.clauses import clause_groups
from treaty.alignment.confidence import confidences
from treaty.alignment.evidence import Evidence
from treaty.alignment.groups import Group, completed
from treaty.alignment.labels import clause_number
from treaty.alignment.links import in_reading_order, reasons_of
from treaty.alignment.pins import Pin, around_pins
from treaty.alignment.search import CLAUSE_COSTS
from treaty.alignment.sentences import with_sentences
from treaty.alignment.units import Side, Unit
from treaty.glossary import Glossary
from treaty.language.meaning import Encoder
from treaty.model import Clause, Language, Link, LinkOrigin, SentenceLink, TreatyText
from treaty.progress import Progress, SilentProgress

_STEPS = 4


class AlignedPair:
    """Two texts, what speaks for and against their clauses belonging together, and the links computed from that.

    Links that the reviewer pins change only what depends on them; nothing else is computed anew.
    """

    def __init__(
        self,
        left: TreatyText,
        right: TreatyText,
        *,
        encoder: Encoder,
        glossary: Glossary = Glossary(),
        progress: Progress = SilentProgress(),
    ) -> None:
        self.left, self.right, self.glossary, self.encoder = left, right, glossary, encoder
        progress.report(0, _STEPS, "progress.align")
        mine = Side([_unit(clause, left.language) for clause in left.clauses], encoder)
        progress.report(1, _STEPS, "progress.align")
        theirs = Side([_unit(clause, right.language) for clause in right.clauses], encoder)
        progress.report(2, _STEPS, "progress.align")
        self._evidence = Evidence(mine, theirs, glossary.pairs(left.language, right.language))
        self._groups = clause_groups(self._evidence, encoder)
        self._places = {clause.id: place for text in (left, right) for place, clause in enumerate(text.clauses)}
        self._links: dict[Group, Link] = {}
        self._sentences: dict[tuple[tuple[str, ...], tuple[str, ...]], tuple[SentenceLink, ...]] = {}
        progress.report(3, _STEPS, "progress.align")

    def links(self, pinned: Sequence[Link] = ()) -> list[Link]:
        """The links in the order of the left text, those pinned as they are given, with the sentences inside each."""
        pins = [Pin(self._in_order(link.left), self._in_order(link.right)) for link in pinned]
        groups = around_pins(self._groups, pins, self._evidence, CLAUSE_COSTS) if pins else self._groups
        groups = self._free_of(completed([g for g in groups if not g.one_sided], *self._size), pins)
        reasons = reasons_of([g for g in groups if not g.one_sided and g not in self._links], self._evidence)
        sure = confidences(groups, *self._size)
        links = [self._link(group, confidence, reasons) for group, confidence in zip(groups, sure, strict=True)]
        of_reviewer = LinkOrigin.REVIEWER
        links += [replace(p, origin=of_reviewer, confidence=1.0, sentences=self._inside(p.left, p.right)) for p in pinned]
        return in_reading_order(links, self.left, self.right)

    @property
    def _size(self) -> tuple[int, int]:
        return len(self.left.clauses), len(self.right.clauses)

    def _in_order(self, clause_ids: Sequence[str]) -> tuple[int, ...]:
        return tuple(sorted(self._places[clause_id] for clause_id in clause_ids))

    def _free_of(self, groups: Sequence[Group], pins: Sequence[Pin]) -> list[Group]:
        """The groups without the clauses that stand alone because a pin holds them."""
        rows, columns = {row for pin in pins for row in pin.left}, {column for pin in pins for column in pin.right}
        return [group for group in groups if not (rows.intersection(group.left) or columns.intersection(group.right))]

    def _link(self, group: Group, confidence: float, reasons: Mapping[Group, tuple[str, ...]]) -> Link:
        """The link of a group: the very one that was made last, if it is as sure."""
        known = self._links.get(group)
        if known is None:
            left = tuple(self.left.clauses[row].id for row in group.left)
            right = tuple(self.right.clauses[column].id for column in group.right)
            why = reasons.get(group, ())
            known = Link(left, right, confidence, reasons=why, sentences=self._inside(left, right))
        elif known.confidence != confidence:
            known = replace(known, confidence=confidence)
        self._links[group] = known
        return known

    def _inside(self, left: tuple[str, ...], right: tuple[str, ...]) -> tuple[SentenceLink, ...]:
        """The links of the sentences inside a link."""
        if (left, right) not in self._sentences:
            self._sentences[left, right] = with_sentences(Link(left, right, 1.0), self.left, self.right, self.encoder).sentences
        return self._sentences[left, right]


def _unit(clause: Clause, language: Language) -> Unit:
    """A clause as the aligner sees it; one without words of its own is known by its number."""
    return Unit(clause.text or clause.path, language, clause_number(clause), clause.kind.heads)
