"""The themes of each clause: from its own terms, its heading, the list it stands in, and what the agreement is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from treaty.language.meaning import Encoder
from treaty.model import Clause, ClauseKind, TreatyText
from treaty.themes.table import ThemeTable

_SURE = 2
"""The weight of terms from which on a clause has a theme by its own words."""
_MOST = 3
"""So many themes a clause at most; more would say nothing."""
_FAINT = 0.25
"""A theme whose terms weigh less than this share of the main theme's is only touched upon."""
_SUBJECT_SHARE = 0.3
"""A text without a telling title is about a theme if this share of its clauses has it."""
_LEAST_LIKENESS = 0.3
"""How near in meaning an example must be; below it lie clauses of no theme, such as a list of names."""
_UNTHEMED = frozenset({ClauseKind.TITLE, ClauseKind.HEADING, ClauseKind.ARTICLE, ClauseKind.ANNEX, ClauseKind.SIGNATURE})

Weights = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class _Context:
    """What stands around a clause: the weights of its heading, and the themes of what leads its list in."""

    headings: Weights
    lead: tuple[str, ...]


def themes_of(text: TreatyText, table: ThemeTable, encoder: Encoder | None = None) -> dict[str, tuple[str, ...]]:
    """The themes of each clause of a text by clause id, the main one first; headings and signatures have none.

    With an encoder, a clause that shows no theme in any other way gets that of the example nearest to it in meaning.
    """
    weights = {clause.id: _weights(clause.text, text, table) for clause in text.clauses}
    subject = _subject(text, weights, table)
    found: dict[str, tuple[str, ...]] = {}
    for clause, context in _with_context(text.clauses, weights, found):
        if clause.kind not in _UNTHEMED:
            found[clause.id] = _themes(clause, weights[clause.id], context, subject)
    return found | _by_example(text, found, table, encoder) if encoder else found


def _weights(words: str, text: TreatyText, table: ThemeTable) -> Counter[str]:
    """How much the terms in some words weigh for each theme; a term that stands there twice counts once."""
    terms = {(term.theme, term.span.of(words).casefold()): term.weight for term in table.terms_in(words, text.language)}
    weights: Counter[str] = Counter()
    for (theme, _), weight in terms.items():
        weights[theme] += weight
    return weights


def _subject(text: TreatyText, weights: Mapping[str, Weights], table: ThemeTable) -> str | None:
    """The theme that the whole agreement is about: its title's, or the one that most of its clauses have."""
    titles = _weights(" ".join([text.title, *(c.text for c in text.clauses if c.kind is ClauseKind.TITLE)]), text, table)
    of_title = [theme for theme, weight in titles.most_common() if weight >= _SURE and table.is_subject(theme)]
    if of_title:
        return of_title[0]
    spoken = [clause for clause in text.clauses if clause.kind not in _UNTHEMED]
    counts = Counter(theme for clause in spoken for theme, weight in weights[clause.id].items() if weight >= _SURE)
    common = [
        theme for theme, count in counts.most_common() if table.is_subject(theme) and count >= _SUBJECT_SHARE * len(spoken)
    ]
    return common[0] if common else None


def _with_context(
    clauses: Sequence[Clause], weights: Mapping[str, Weights], found: Mapping[str, tuple[str, ...]]
) -> Iterator[tuple[Clause, _Context]]:
    """Each clause with the headings it stands under and the clause that leads in its list; `found` grows as they are read."""
    heading: Weights = {}
    leads: list[Clause] = []
    for clause in clauses:
        if clause.kind.heads:
            heading, leads = {} if clause.kind is ClauseKind.TITLE else weights[clause.id], []
        while leads and leads[-1].level >= clause.level:
            leads.pop()
        yield clause, _Context(heading, found.get(leads[-1].id, ()) if leads else ())
        if not clause.kind.heads:
            leads.append(clause)


def _themes(clause: Clause, own: Weights, context: _Context, subject: str | None) -> tuple[str, ...]:
    """What a clause's own words show, strengthened by its heading; an item of a list also has its list's main theme."""
    total = Counter({theme: weight + min(context.headings.get(theme, 0), _SURE) for theme, weight in own.items()})
    sure = [theme for theme, weight in total.most_common() if weight >= _SURE]
    shown = [theme for theme in sure if total[theme] >= _FAINT * total[sure[0]]]
    if not shown and subject and subject in own:
        shown = [subject]
    of_list = context.lead[:1] if clause.kind is ClauseKind.ITEM else ()
    themes = tuple(dict.fromkeys([*shown[:_MOST], *of_list]))
    return themes or _taken_over(clause, context, subject)


def _taken_over(clause: Clause, context: _Context, subject: str | None) -> tuple[str, ...]:
    """The themes of a clause whose own words show none: its list's, its heading's, or the agreement's."""
    if context.lead:
        return context.lead[:1]
    headings = [theme for theme, weight in Counter(context.headings).most_common() if weight >= _SURE]
    if headings:
        return tuple(headings[:1])
    if clause.kind is ClauseKind.PREAMBLE:
        return ("purpose_definitions_principles",)
    return (subject,) if subject else ()


def _by_example(
    text: TreatyText, found: Mapping[str, tuple[str, ...]], table: ThemeTable, encoder: Encoder
) -> dict[str, tuple[str, ...]]:
    """The themes of clauses without one, each that of the nearest example, if any is near."""
    lacking = [clause for clause in text.clauses if clause.id in found and not found[clause.id] and clause.text]
    if not lacking:
        return {}
    alike = encoder.encode([clause.text for clause in lacking]) @ encoder.encode([one.sentence for one in table.examples]).T
    nearest = zip(lacking, alike.argmax(axis=1), alike.max(axis=1), strict=True)
    return {clause.id: (table.examples[index].theme,) for clause, index, near in nearest if near >= _LEAST_LIKENESS}
