"""The comparison and the outline as JSON for other programs, which rely on the names and the order of its keys."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

from treaty.comparison.concordance import Concordance, Occurrence
from treaty.comparison.four_way import FourWayRow
from treaty.model import Clause, ClauseKind, Finding, Language, Link, Place, SentencePlace, Span, TreatyText
from treaty.progress import Progress
from treaty.review.four_way import FourWay, four_way_of
from treaty.review.review import Comment, Comparison, Judgement, Review
from treaty.themes.overview import ThemeRow
from treaty.themes.profile import Profile
from treaty.themes.proposals import ProposedTheme
from treaty.whole_file import whole_file

VERSION = 1


def themes_json(
    texts: Sequence[TreatyText],
    themes: Sequence[ThemeRow],
    profiles: Sequence[Profile],
    similarities: Sequence[list[float]],
    proposals: Sequence[ProposedTheme] = (),
) -> dict[str, object]:
    """The themes of texts, what they promise on each, and how alike they are, as the object that `daejo themes --json` prints:
    that of a comparison without comparisons, and the keys `profiles`, `similarities` (a row and a column a text) and
    `proposals` (words that texts share and no theme covers)."""
    return {
        **comparison_json(Review(tuple(texts), ()), themes),
        "profiles": [_profile(profile) for profile in profiles],
        "similarities": [[round(float(value), 3) for value in row] for row in similarities],
        "proposals": [
            {"word": one.word, "language": one.language, "clauses": [clause for ids in one.clauses.values() for clause in ids]}
            for one in proposals
        ],
    }


def comparison_json(review: Review, themes: Sequence[ThemeRow] = ()) -> dict[str, object]:
    """A review, and the themes of its texts, as the object that `daejo compare --json` prints."""
    made: dict[str, object] = {
        "format": "daejo-comparison",
        "version": VERSION,
        "texts": [_text(text) for text in review.texts],
        "comparisons": [_comparison(comparison, review) for comparison in review.comparisons],
        "themes": [_theme(row) for row in themes],
    }
    if review.comments:
        made["remarks"] = [_remark(comment) for comment in review.comments.values()]
    checked = four_way_of(review)
    return made | {"four_way": _four_way(checked, review)} if checked else made


def outline_json(texts: Sequence[TreatyText], ledger: Mapping[str, int]) -> dict[str, object]:
    """Texts as read, as the object that `daejo outline --json` prints; `ledger` counts their characters."""
    return {
        "format": "daejo-outline",
        "version": VERSION,
        "texts": [_text(text) for text in texts],
        "characters": dict(ledger),
    }


def terms_json(terms: Sequence[Concordance]) -> dict[str, object]:
    """Concordances as the object that `daejo terms --json` prints: each term, its renderings, and the places of both."""
    return {"format": "daejo-terms", "version": VERSION, "terms": [_concordance(term) for term in terms]}


def write_json(review: Review, path: Path, *, themes: Sequence[ThemeRow] = (), progress: Progress) -> None:
    """Writes a review and the themes of its texts as JSON, in UTF-8."""
    progress.report(0, 1, "progress.export")
    with whole_file(path) as part:
        part.write_text(json.dumps(comparison_json(review, themes), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        progress.report(1, 1, "progress.export")


def _remark(comment: Comment) -> dict[str, object]:
    return {
        "clause": comment.clause,
        "span": _span(comment.span) if comment.span else None,
        "text": comment.text,
        "author": comment.author,
        "at": comment.at,
    }


def _concordance(term: Concordance) -> dict[str, object]:
    def places(occurrences: Sequence[Occurrence]) -> list[dict[str, object]]:
        return [
            {"link": one.link, "place": _spot(one.place), "rendering": _spot(one.rendering) if one.rendering else None}
            for one in occurrences
        ]

    return {
        "term": term.term,
        "language": term.language,
        "count": term.count,
        "renderings": [{"word": one.word, "count": one.count, "places": places(one.occurrences)} for one in term.renderings],
        "unrendered": places(term.unrendered),
    }


def _spot(place: Place) -> dict[str, object]:
    return {"clause": place.clause, "start": place.span.start, "end": place.span.end, "text": place.text}


def _theme(row: ThemeRow) -> dict[str, object]:
    return {
        "id": row.theme.id,
        "name": {"ko": row.theme.name.ko, "en": row.theme.name.en},
        "clauses": [clause for of_text in row.clauses for clause in of_text],
    }


def _profile(profile: Profile) -> dict[str, object]:
    return {
        "text": profile.text,
        "status": profile.status,
        "theme": profile.theme,
        "clauses": profile.clauses,
        "levels": list(profile.levels),
        "axes": {axis.value: count for axis, count in profile.axes.items()},
        "obligation": round(profile.obligation, 3),
    }


def _text(text: TreatyText) -> dict[str, object]:
    return {
        "id": text.id,
        "file": text.source.name,
        "sha256": text.source.sha256,
        "title": text.title,
        "language": text.language,
        "agreement": text.agreement,
        "label": text.label,
        "clauses": [_clause(clause) for clause in text.clauses],
        "set_aside": [{"text": part.text, "reason": part.reason} for part in text.set_aside],
        "unread": [{"what": part.what, "count": part.count} for part in text.source.unread],
    }


def _clause(clause: Clause) -> dict[str, object]:
    names_others = clause.kind.heads and clause.kind is not ClauseKind.TITLE
    return {
        "id": clause.id,
        "kind": clause.kind,
        "level": clause.level,
        "number": clause.label.number if clause.label else "",
        "label": clause.label.printed if clause.label else "",
        "path": clause.path,
        "heading": clause.text if names_others else None,
        "text": "" if names_others else clause.text,
        "sentences": [] if names_others else [_span(sentence) for sentence in clause.sentences],
    }


def _comparison(comparison: Comparison, review: Review) -> dict[str, object]:
    languages = review.text(comparison.left).language, review.text(comparison.right).language
    return {
        "left": comparison.left,
        "right": comparison.right,
        "relation": comparison.relation,
        "links": [_link(link) for link in comparison.links],
        "findings": [_finding(finding, review.judgement(finding.id), languages) for finding in comparison.findings],
        "likeness": comparison.likeness,
        "hardly_alike": comparison.hardly_alike,
    }


def _link(link: Link) -> dict[str, object]:
    return {
        "left": list(link.left),
        "right": list(link.right),
        "confidence": link.confidence,
        "origin": link.origin,
        "moved": link.moved,
        "strength": link.strength,
        "reasons": list(link.reasons),
        "sentences": [{"left": _sentence_places(pair.left), "right": _sentence_places(pair.right)} for pair in link.sentences],
    }


def _finding(finding: Finding, judgement: Judgement, languages: tuple[Language, Language]) -> dict[str, object]:
    return {
        "id": finding.id,
        "kind": finding.kind,
        "severity": finding.severity,
        "potential": finding.potential,
        "ministry_class": finding.ministry_class,
        "link": finding.link,
        "left": _place(finding.left, languages[0]),
        "right": _place(finding.right, languages[1]),
        "rule": finding.rule,
        "message": {"ko": finding.message.ko, "en": finding.message.en},
        "confidence": finding.confidence,
        "verdict": judgement.verdict,
        "note": judgement.note or None,
        "mqm": finding.mqm,
    }


def _four_way(checked: FourWay, review: Review) -> dict[str, object]:
    """The four-way check: which comparisons are the revisions, and row by row their links and whether one language followed."""
    return {
        "korean": review.comparisons.index(checked.korean),
        "english": review.comparisons.index(checked.english),
        "rows": [_four_way_row(row) for row in checked.rows],
    }


def _four_way_row(row: FourWayRow) -> dict[str, object]:
    return {
        "korean": list(row.korean),
        "english": list(row.english),
        "korean_change": row.korean_change,
        "english_change": row.english_change,
        "following": row.following,
        "alike": row.alike,
        "korean_values": [value.ko for value in row.korean_values],
        "english_values": [value.en for value in row.english_values],
    }


def _place(place: Place | None, language: Language) -> dict[str, object] | None:
    """A side's words and the value read there, said in the language of its text."""
    if place is None:
        return None
    return {
        "clause": place.clause,
        "start": place.span.start,
        "end": place.span.end,
        "text": place.text,
        "value": place.value.in_language(language),
    }


def _sentence_places(places: Sequence[SentencePlace]) -> list[list[object]]:
    return [[place.clause, place.span.start, place.span.end] for place in places]


def _span(span: Span) -> list[int]:
    return [span.start, span.end]
