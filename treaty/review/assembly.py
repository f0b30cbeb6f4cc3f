"""From texts to a review: which texts to compare as what, their links and their findings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

import numpy as np
from rapidfuzz import fuzz, process

from treaty.alignment import AlignedPair
from treaty.alignment.counterparts import counterparts
from treaty.alignment.kept_pairs import KeptPairs
from treaty.alignment.likeness import hardly_alike, likeness
from treaty.alignment.versions import links_of_versions
from treaty.comparison import find_findings
from treaty.comparison.kept_texts import KeptTexts
from treaty.comparison.rules import ComparisonRules
from treaty.comparison.strength import with_strengths
from treaty.errors import ComparisonError
from treaty.glossary import Glossary
from treaty.language.meaning import Encoder
from treaty.model import Finding, Language, Link, LinkOrigin, Relation, Severity, TreatyText
from treaty.progress import Progress, SilentProgress
from treaty.review.carrying_over import own_findings_again
from treaty.review.review import Comparison, Review

Known = TypeVar("Known", Link, Finding)

_LEAST_LENGTH = 20
_SAME_WORDING = 70.0
"""Two texts of one language are versions of one agreement if half their clauses have a twin that is 70 % the same."""


@dataclass(frozen=True, slots=True)
class Instruments:
    """What comparing needs beside the texts: rules with the lexicon they stand on, glossary, the encoder of meaning, and the
    pairs of texts `aligned` and `compared` last, so that links are quickly made again around a pin, and only what is linked
    anew is read again."""

    rules: ComparisonRules
    glossary: Glossary
    encoder: Encoder
    aligned: KeptPairs = field(default_factory=KeptPairs)
    compared: KeptTexts = field(default_factory=KeptTexts)


def assemble_review(
    texts: Sequence[TreatyText],
    relation: Relation | None,
    instruments: Instruments,
    *,
    thorough: bool = False,
    progress: Progress = SilentProgress(),
) -> Review:
    """The review of texts: the first compared with each of the others; of two versions in two languages, each version with its
    translation and each language with its earlier version. `relation` None: found out for each pair.

    `thorough` raises findings of severity INFO to their potential. Raises ComparisonError where there is one text only, or
    where a translation is asked for and both texts are in one language.
    """
    if len(texts) < 2:
        raise ComparisonError("one_text", file=texts[0].source.name)
    pairs = four_way_pairs(texts) if relation is None else ()
    pairs = pairs or [(texts[0], other) for other in texts[1:]]
    comparisons = [_compared(left, right, relation, instruments, progress) for left, right in pairs]
    if thorough:
        comparisons = [replace(made, findings=tuple(map(_raised, made.findings))) for made in comparisons]
    return Review(tuple(texts), tuple(comparisons))


def four_way_pairs(texts: Sequence[TreatyText]) -> Sequence[tuple[TreatyText, TreatyText]]:
    """The pairs to compare among an earlier and a new version, each in two languages; none where the texts are not such. Of two
    texts in one language the one that is given first is the earlier."""
    of_language = [[text for text in texts if text.language is language] for language in Language]
    if any(len(versions) != 2 or relation_between(*versions) is not Relation.REVISION for versions in of_language):
        return ()
    korean, english = of_language
    return (korean[0], korean[1]), (english[0], english[1]), (korean[1], english[1]), (korean[0], english[0])


def compared_again(
    review: Review, changed: TreatyText, instruments: Instruments, progress: Progress = SilentProgress()
) -> tuple[Comparison, ...]:
    """The comparisons of a review with one of its texts changed: those that hold the text made anew, the reviewer's links
    kept as pins where all their clauses are still there."""
    texts = {text.id: text for text in review.texts} | {changed.id: changed}
    return tuple(
        _anew(made, review, texts, instruments, progress) if changed.id in (made.left, made.right) else made
        for made in review.comparisons
    )


def linked_again(
    review: Review, index: int, pinned: Sequence[Link], instruments: Instruments, progress: Progress = SilentProgress()
) -> Comparison:
    """A comparison of a review made anew with other links pinned."""
    comparison = review.comparisons[index]
    left, right = review.text(comparison.left), review.text(comparison.right)
    links = _linked(left, right, comparison.relation, instruments, progress, pinned)
    found = _found(links, left, right, comparison.relation, instruments, progress)
    made = replace(comparison, links=tuple(links), findings=tuple(found))
    return _as_before(_with_own_findings(made, comparison, (left, right), (left, right)), comparison)


def _as_before(made: Comparison, before: Comparison) -> Comparison:
    """A comparison made anew with the very objects of the one before where they are equal: what shows them can tell at once
    which are others."""
    links = {(link.left, link.right): link for link in before.links}
    findings = {finding.id: finding for finding in before.findings}
    return replace(
        made,
        links=tuple(_as_known(link, links.get((link.left, link.right))) for link in made.links),
        findings=tuple(_as_known(finding, findings.get(finding.id)) for finding in made.findings),
    )


def _as_known(made: Known, known: Known | None) -> Known:
    return known if known is not None and (known is made or known == made) else made


def exchanged(review: Review, index: int, instruments: Instruments, progress: Progress = SilentProgress()) -> Comparison:
    """A comparison of a review with its sides exchanged: the same links, the findings looked for anew, since many of them say
    what one side has and the other has not."""
    comparison = review.comparisons[index]
    left, right = review.text(comparison.right), review.text(comparison.left)
    links = [_mirrored(link) for link in comparison.links]
    found = _found(links, left, right, comparison.relation, instruments, progress)
    made = Comparison(left.id, right.id, comparison.relation, tuple(links), tuple(found), comparison.likeness)
    turned = [replace(finding, left=finding.right, right=finding.left) for finding in comparison.findings]
    return _with_own_findings(made, replace(comparison, findings=tuple(turned)), (left, right), (left, right))


def _mirrored(link: Link) -> Link:
    sentences = tuple(replace(pair, left=pair.right, right=pair.left) for pair in link.sentences)
    return replace(link, left=link.right, right=link.left, sentences=sentences)


def _with_own_findings(
    made: Comparison, before: Comparison, texts_before: Sequence[TreatyText], texts: Sequence[TreatyText]
) -> Comparison:
    """A comparison with the findings that the reviewer had made himself, on the links that now hold their clauses."""
    own = [*own_findings_again(before, made.links, texts_before, texts)]
    return replace(made, findings=(*made.findings, *own)) if own else made


def _anew(
    comparison: Comparison, before: Review, texts: Mapping[str, TreatyText], instruments: Instruments, progress: Progress
) -> Comparison:
    left, right = texts[comparison.left], texts[comparison.right]
    known = {clause.id for text in (left, right) for clause in text.clauses}
    pinned = [link for link in comparison.links if link.origin is LinkOrigin.REVIEWER and {*link.left, *link.right} <= known]
    made = _made(left, right, comparison.relation, instruments, progress, pinned)
    texts_before = [before.text(text.id) for text in (left, right)]
    return _as_before(_with_own_findings(made, comparison, texts_before, (left, right)), comparison)


def _compared(
    left: TreatyText, right: TreatyText, asked: Relation | None, instruments: Instruments, progress: Progress
) -> Comparison:
    if asked is Relation.TRANSLATION and left.language is right.language:
        raise ComparisonError("same_language", first=left.source.name, second=right.source.name)
    return _made(left, right, asked or relation_between(left, right), instruments, progress)


def _made(
    left: TreatyText,
    right: TreatyText,
    relation: Relation,
    instruments: Instruments,
    progress: Progress,
    pinned: Sequence[Link] = (),
) -> Comparison:
    """Two texts aligned and compared."""
    links = _linked(left, right, relation, instruments, progress, pinned)
    found = _found(links, left, right, relation, instruments, progress)
    measured = round(likeness(left, right, instruments.encoder), 3)
    return Comparison(left.id, right.id, relation, tuple(links), tuple(found), measured)


def _found(
    links: Sequence[Link],
    left: TreatyText,
    right: TreatyText,
    relation: Relation,
    instruments: Instruments,
    progress: Progress,
) -> list[Finding]:
    return find_findings(
        links,
        left,
        right,
        relation,
        rules=instruments.rules,
        glossary=instruments.glossary,
        encoder=instruments.encoder,
        kept=instruments.compared,
        progress=progress,
    )


def _linked(
    left: TreatyText,
    right: TreatyText,
    relation: Relation,
    instruments: Instruments,
    progress: Progress,
    pinned: Sequence[Link],
) -> list[Link]:
    if relation is not Relation.COUNTERPART:
        links = _aligned(left, right, instruments, progress).links(pinned)
        of_versions = relation is Relation.REVISION and left.language is right.language
        return links_of_versions(links, left, right) if of_versions else links
    rules, glossary, encoder = instruments.rules, instruments.glossary, instruments.encoder
    encoder.encode([*_passages(left), *_passages(right)], progress)
    links = counterparts(
        left, right, glossary=glossary, lexicon=rules.lexicon, pinned=pinned, encoder=encoder, progress=progress
    )
    return with_strengths(links, left, right, rules=rules)


def links_between(
    left: TreatyText, right: TreatyText, instruments: Instruments, progress: Progress = SilentProgress()
) -> list[Link]:
    """The links between any two texts: as of a translation or of versions where they are such, else as of different agreements,
    in one language or two."""
    instruments.encoder.encode([*_passages(left), *_passages(right)], progress)
    relation = relation_between(left, right)
    if relation is Relation.TRANSLATION and hardly_alike(likeness(left, right, instruments.encoder), relation):
        relation = Relation.COUNTERPART
    return _linked(left, right, relation, instruments, progress, ())


def _aligned(left: TreatyText, right: TreatyText, instruments: Instruments, progress: Progress) -> AlignedPair:
    """The pair of these texts: the one that is kept, or else one made now."""
    glossary, encoder = instruments.glossary, instruments.encoder
    if kept := instruments.aligned.find(left, right, glossary, encoder):
        return kept
    encoder.encode([*_passages(left), *_passages(right)], progress)
    made = AlignedPair(left, right, encoder=encoder, glossary=glossary, progress=progress)
    instruments.aligned.keep(made)
    return made


def _passages(text: TreatyText) -> Iterator[str]:
    """The words of all clauses, and of all sentences of those that have several: what is to be encoded, told to progress."""
    for clause in text.clauses:
        yield clause.text
        if len(clause.sentences) > 1:
            yield from (span.of(clause.text) for span in clause.sentences)


def relation_between(left: TreatyText, right: TreatyText) -> Relation:
    """What two texts most likely are to each other: other languages, translation; else versions, or different agreements."""
    if left.language is not right.language:
        return Relation.TRANSLATION
    mine, theirs = ([clause.text for clause in text.clauses if len(clause.text) >= _LEAST_LENGTH] for text in (left, right))
    if not (mine and theirs):
        return Relation.REVISION
    nearest = process.cdist(mine, theirs, scorer=fuzz.ratio).max(axis=1)
    return Relation.REVISION if float(np.median(nearest)) >= _SAME_WORDING else Relation.COUNTERPART


def _raised(finding: Finding) -> Finding:
    if finding.severity is not Severity.INFO or finding.potential is None:
        return finding
    return replace(finding, severity=finding.potential)
