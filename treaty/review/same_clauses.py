"""Which clauses of a text read anew are which clauses of the text before: by their words and their number path."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Collection, Hashable, Sequence
from dataclasses import replace

from rapidfuzz import fuzz, process

from treaty.model import Clause, TreatyText

_SAME_PLACE = 50.0
"""Clauses with the same number path are one clause if half of what they say is the same (ratio in per cent)."""
_SAME_WORDS = 75.0
"""Clauses with other numbers are one clause if three quarters of what they say is the same."""


def fingerprint(text: str) -> str:
    """What two clauses have in common that say the same: their letters and digits, whatever the type, case and blanks."""
    return "".join(letter for letter in unicodedata.normalize("NFKC", text).casefold() if letter.isalnum())


def with_ids_kept(before: TreatyText, after: TreatyText) -> TreatyText:
    """A text read anew, under the id of the text before; clauses that are the same clause keep their ids.

    The same clause is: same words and number path; else same words; else same path and half the words; else three quarters of
    the words. All others get ids that the text before did not use.
    """
    kept = _same_clauses(before.clauses, after.clauses)
    free = 1 + max((int(clause.id.rpartition(".c")[2]) for clause in before.clauses), default=0)
    ids = iter(range(free, free + len(after.clauses)))
    clauses = tuple(
        replace(clause, id=kept[clause.id] if clause.id in kept else f"{before.id}.c{next(ids)}") for clause in after.clauses
    )
    return replace(after, id=before.id, clauses=clauses)


def _same_clauses(before: Sequence[Clause], after: Sequence[Clause]) -> dict[str, str]:
    """For the clauses of the text after, by id, the ids of the clauses before that they are."""
    same: dict[str, str] = {}
    for key in (_words_and_path, _words):
        same |= _with_same_key(_without(before, same.values()), _without(after, same), key)
    same |= _alike_at_same_path(_without(before, same.values()), _without(after, same))
    same |= _alike(_without(before, same.values()), _without(after, same))
    return same


def _words_and_path(clause: Clause) -> Hashable:
    return fingerprint(clause.text), clause.path


def _words(clause: Clause) -> Hashable:
    return fingerprint(clause.text) or (clause.kind, clause.path)


def _with_same_key(before: Sequence[Clause], after: Sequence[Clause], key: Callable[[Clause], Hashable]) -> dict[str, str]:
    """Clauses with one key are taken for one another in their order."""
    waiting: dict[Hashable, list[str]] = {}
    for clause in reversed(before):
        waiting.setdefault(key(clause), []).append(clause.id)
    return {clause.id: waiting[key(clause)].pop() for clause in after if waiting.get(key(clause))}


def _alike_at_same_path(before: Sequence[Clause], after: Sequence[Clause]) -> dict[str, str]:
    at_path = {clause.path: clause for clause in before}
    return {
        clause.id: old.id
        for clause in {clause.path: clause for clause in after}.values()
        if (old := at_path.get(clause.path)) and fuzz.ratio(old.text, clause.text) >= _SAME_PLACE
    }


def _alike(before: Sequence[Clause], after: Sequence[Clause]) -> dict[str, str]:
    """Each clause with the one before that it is most like, the likest first."""
    texts = {clause.id: clause.text for clause in before}
    likest = [
        (found[1], clause.id, found[2])
        for clause in after
        if (found := process.extractOne(clause.text, texts, scorer=fuzz.ratio, score_cutoff=_SAME_WORDS))
    ]
    same: dict[str, str] = {}
    for _, new, old in sorted(likest, key=lambda entry: -entry[0]):
        if old not in same.values():
            same[new] = old
    return same


def _without(clauses: Sequence[Clause], ids: Collection[str]) -> list[Clause]:
    taken = set(ids)
    return [clause for clause in clauses if clause.id not in taken]
