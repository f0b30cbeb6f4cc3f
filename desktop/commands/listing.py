"""A comparison, an outline and a table of terms as lines of text, for reading in a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from desktop.headless.unread import changes_sentence, not_text
from exporters.styles import GRAVITIES
from resources.wording_table import Wording
from treaty.comparison.concordance import Concordance
from treaty.comparison.four_way import Following, FourWayRow
from treaty.model import Finding, Language, Place, Severity, TreatyText
from treaty.reading.ledger import Ledger
from treaty.review.four_way import FourWay, four_way_of, four_way_texts, name_of
from treaty.review.review import Comparison, Review, numbered

_LONGEST = 100


def listed_findings(review: Review, words: Wording) -> Iterator[str]:
    """The comparisons of a review with their findings of the default level, a line each, and a summary."""
    for comparison in review.comparisons:
        left, right = review.text(comparison.left), review.text(comparison.right)
        yield words("cli.compared", left=left.title, right=right.title, relation=words(f"relation.{comparison.relation}"))
        numbers = numbered(comparison.findings)
        shown = [finding for finding in comparison.findings if finding.severity is not Severity.INFO]
        for finding in shown:
            yield from _listed_finding(numbers[finding.id], finding, (left, right), words)
        yield _summary(comparison, shown, words)


def _listed_finding(number: int, finding: Finding, texts: tuple[TreatyText, TreatyText], words: Wording) -> Iterator[str]:
    language = Language(words.language)
    kind = words(f"kind.{finding.kind}")
    places = [_place(place, text) for place, text in zip((finding.left, finding.right), texts, strict=True)]
    yield f"[{number}] {GRAVITIES[finding.severity].glyph} {kind}  {' — '.join(places)}"
    yield f"      {finding.message.in_language(language)}"


def _place(place: Place | None, text: TreatyText) -> str:
    if place is None:
        return "∅"
    quoted = place.text if len(place.text) <= _LONGEST else place.text[:_LONGEST] + "…"
    return f"{text.clause(place.clause).path} “{quoted}”"


def listed_four_way(review: Review, words: Wording) -> Iterator[str]:
    """Where one language did not follow the other, a line each, and a count; nothing where there are not two versions in two
    languages."""
    checked = four_way_of(review)
    if checked is None:
        return
    texts = four_way_texts(review, checked)
    yield words("cli.four_way", **{f"text_{number}": text.source.name for number, text in enumerate(texts, start=1)})
    for row in checked.rows:
        if row.following is not Following.SAME:
            yield _listed_four_way_row(row, checked, texts, words)
    counts = {str(following): checked.count(following) for following in Following}
    yield words("cli.four_way_summary", **counts)


def _listed_four_way_row(row: FourWayRow, checked: FourWay, texts: Sequence[TreatyText], words: Wording) -> str:
    sign = "!" if row.following in (Following.KOREAN_ALONE, Following.ENGLISH_ALONE) or row.alike is False else " "
    paths = []
    for revision, links, (old, new) in ((checked.korean, row.korean, texts[:2]), (checked.english, row.english, texts[2:])):
        ids = [(new, i) for index in links for i in revision.links[index].right]
        ids = ids or [(old, i) for index in links for i in revision.links[index].left]
        paths.append(", ".join(text.clause(i).path for text, i in ids) or "∅")
    values = [value.in_language(Language(words.language)) for value in (*row.korean_values, *row.english_values)]
    said = f" ({', '.join(values)})" if values else ""
    return f"{sign} {' — '.join(paths)}  {words(name_of(row))}{said}"


def _summary(comparison: Comparison, shown: Sequence[Finding], words: Wording) -> str:
    linked = sum(not link.one_sided for link in comparison.links)
    if not shown:
        return words("cli.no_findings", links=linked)
    counts = Counter(finding.severity for finding in shown)
    named = ", ".join(f"{words(f'severity.{severity}')} {counts[severity]}" for severity in Severity if counts[severity])
    return words("cli.summary", links=linked, findings=len(shown), counts=named)


def listed_outline(texts: Sequence[TreatyText], ledger: Ledger, words: Wording) -> Iterator[str]:
    """The clauses as read, what was set aside and why, what is not text, and where every character went."""
    for text in texts:
        label = f" ({text.label})" if text.label else ""
        yield f"{text.id}  {words(f'language.{text.language}')}{label}  {text.title}"
        for clause in text.clauses:
            yield f"  {clause.path:<16}  {words(f'clause_kind.{clause.kind}')}  {clause.text}"
        for aside in text.set_aside:
            yield f"  –  {words(f'set_aside.{aside.reason}')}  {aside.text}"
    for part in not_text(texts[0].source):
        yield words("cli.unread", what=words(f"unread.{part.what}"), count=part.count)
    if sentence := changes_sentence(words, texts[0].source):
        yield sentence
    yield words("cli.ledger", **ledger.as_counts())


def listed_terms(terms: Sequence[Concordance], words: Wording) -> Iterator[str]:
    """One line a term: its renderings with how often each stands, the most frequent first."""
    if not terms:
        yield words("cli.no_terms")
    for term in terms:
        said = [f"{one.word} ×{one.count}" for one in term.renderings]
        if term.unrendered:
            said.append(words("cli.unrendered", count=len(term.unrendered)))
        yield f"{term.term}: {', '.join(said)}"
