"""Slips that one text shows by itself: particles, doubled words, blanks, marks without a partner (CHECKS C37, C43)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from treaty.comparison.pair import Pair, Side
from treaty.comparison.slip_rules import ParticleRow, Proof
from treaty.language.particles import ending_of
from treaty.model import Bilingual, Clause, Finding, Language, Place, Span, TreatyText

_KOREAN_RUN = re.compile(r"[가-힣]+")
_CLOSING = "”’\"'」』)）〉》"
_WORD_IN_FRONT = re.compile(rf"(?P<word>[가-힣A-Z0-9,.%]+)(?P<closing>[{_CLOSING}]*)$")
_BRACKET_IN_FRONT = re.compile(rf"(?P<word>[가-힣A-Z0-9,.%]+)[{_CLOSING}]*\s?[(（](?P<inside>[^()（）]+)[)）]$")
_NOUN_PARTICLES = ("의", "에", "에서", "에게", "으로부터", "로부터", "을", "를", "와", "과", "으로", "로서", "이며", "으로서")
_LEAST_STEM = 2
_PARTNERS = {"(": ")", "[": "]", "「": "」", "『": "』", "“": "”", "〔": "〕", "《": "》", "〈": "〉", "【": "】"}
_OPENING = {closing: opening for opening, closing in _PARTNERS.items()}
_LIST_MARK = re.compile(r"(?:(?<=^)|(?<=[\s;,]))(?:[A-Za-z]{1,4}|\d{1,3}|[가-하])\)")


def find_slips(pair: Pair) -> Iterator[Finding]:
    """Findings on the clauses of either text that a link holds."""
    for side in pair.sides:
        for clause in side.clauses:
            yield from _slips(pair, side, clause)
            if side.language is Language.KOREAN:
                yield from _particles(pair, side, clause, pair.of_text(side, _nouns))
    yield from _unbalanced(pair)


def _slips(pair: Pair, side: Side, clause: Clause) -> Iterator[Finding]:
    for slip in pair.rules.slips.slips:
        if side.language in slip.languages:
            for span in slip.spans(clause.text):
                yield pair.finding_on(side, _place(side, clause, span), slip.check, doubtful=slip.doubtful)


def _place(side: Side, clause: Clause, span: Span) -> Place:
    words = span.of(clause.text).strip()
    return side.place(clause, span, Bilingual(words, words))


def _nouns(text: TreatyText) -> frozenset[str]:
    """Words of a Korean text that stand somewhere with a particle that only nouns take, in the form that suits them."""
    found: Counter[str] = Counter()
    for clause in text.clauses:
        for run in _KOREAN_RUN.findall(clause.text):
            for particle in _NOUN_PARTICLES if run.endswith(_NOUN_PARTICLES) else ():
                if run.endswith(particle) and len(run) >= _LEAST_STEM + len(particle):
                    stem = run[: -len(particle)]
                    found[stem] += _suits(stem, particle)
    return frozenset(stem for stem, count in found.items() if count)


def _suits(stem: str, particle: str) -> bool:
    wants_consonant = particle[0] in "을과이" or particle.startswith("으")
    return particle[0] in "의에" or (ending_of(stem) is not None and (ending_of(stem) != "vowel") == wants_consonant)


def _particles(pair: Pair, side: Side, clause: Clause, nouns: frozenset[str]) -> Iterator[Finding]:
    """Particles in a form that the word in front of them does not take."""
    for match in pair.rules.slips.particle_pattern.finditer(clause.text):
        before = clause.text[: match.start()]
        for row in pair.rules.slips.particles[match.group()]:
            if (start := _wrong_behind(row, before, nouns)) is not None:
                span = Span(start, match.end())
                right = before[start:] + row.instead
                yield pair.finding_on(
                    side, _place(side, clause, span), "particle", doubtful=row.doubtful, other=Bilingual(right, right)
                )
                break


def _wrong_behind(row: ParticleRow, before: str, nouns: frozenset[str]) -> int | None:
    """Where the word begins behind which a row's form is proved wrong; None where it may be right."""
    if bracketed := _BRACKET_IN_FRONT.search(before):
        ends = {ending_of(bracketed["word"]), ending_of(re.sub(r"[”’\"'」』]+$", "", bracketed["inside"]))}
        return bracketed.start() if row.proof is not Proof.NOUN and len(ends) == 1 and ends <= row.behind else None
    match = _WORD_IN_FRONT.search(before)
    if match is None or ending_of(match["word"]) not in row.behind:
        return None
    return match.start() if _proved(row, match["word"], bool(match["closing"]), nouns) else None


def _proved(row: ParticleRow, word: str, marked: bool, nouns: frozenset[str]) -> bool:
    if row.proof is Proof.MARK:
        return marked
    in_hangul = bool(_KOREAN_RUN.fullmatch(word[-1]))
    if marked or (row.proof is Proof.NONE and not in_hangul):
        return True
    run = _KOREAN_RUN.findall(word)[-1] if in_hangul else ""
    is_noun = len(run) >= _LEAST_STEM and run in nouns and run + row.form not in nouns
    natural = any(run == end[1:] if end.startswith("=") else run.endswith(end) for end in row.exceptions)
    if row.proof is Proof.NONE:
        return is_noun or not natural
    return is_noun and not natural


def _unbalanced(pair: Pair) -> Iterator[Finding]:
    """Brackets and quotation marks without a partner where the other side's are complete."""
    if pair.link.one_sided:
        return
    lonely = [[(clause, span) for clause in side.clauses for span in _lonely_marks(clause.text)] for side in pair.sides]
    for side, mine, theirs in zip(pair.sides, lonely, reversed(lonely), strict=True):
        if len(mine) == 1 and not theirs:
            clause, span = mine[0]
            yield pair.finding_on(side, _place(side, clause, span), "unbalanced")


def _lonely_marks(text: str) -> list[Span]:
    """Marks of a clause that open without closing or close without opening; those of list numbers (a) do not count."""
    listed = {match.end() - 1 for match in _LIST_MARK.finditer(text)}
    open_marks: list[int] = []
    lonely: list[Span] = []
    for position, mark in enumerate(text):
        if mark in _PARTNERS:
            open_marks.append(position)
        elif mark in _OPENING:
            if open_marks and text[open_marks[-1]] == _OPENING[mark]:
                open_marks.pop()
            elif position not in listed:
                lonely.append(Span(position, position + 1))
    return sorted([*lonely, *(Span(position, position + 1) for position in open_marks)])
