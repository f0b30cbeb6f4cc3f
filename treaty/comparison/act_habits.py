"""One verb of a statement with two renderings in one text: "agreed" as 합의하였다, once as 결정하였다 (CHECKS 2.2, C19)."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from treaty.comparison.pair import Pair
from treaty.comparison.passages import Linked, linked_passages
from treaty.comparison.speech_act_rules import Act, Reading
from treaty.comparison.speech_acts import agreeing
from treaty.language.lexicon import Lexicon
from treaty.model import Bilingual, Finding, Language

_LEAST_USES = 3
_USUAL = 0.75
"""A rendering is usual that a verb has so often, and in this share of its places."""
_LEAST_OWN = 2
"""How often a rendering must stand for another verb, and for none as often, to belong to that."""


@dataclass(frozen=True, slots=True)
class _Rendered:
    """An act in both languages: its English verb as a headword, the Korean one without its ending."""

    english: str
    korean: str
    linked: Linked
    acts: tuple[Act, Act]

    @property
    def reading(self) -> Reading:
        """What the Korean verb usually does: two verbs that do the same are free to stand for each other."""
        return self.acts[0].readings[0]

    @property
    def printed(self) -> str:
        return self.acts[0].span.of(self.linked.korean.text)


def find_inconsistent_acts(pairs: Sequence[Pair]) -> Iterator[Finding]:
    """Findings on all links: acts that agree, but whose Korean verb does something else than the usual one for the English, and
    than that is usually taken to do: 결정하였다 for "decided" is right where the text has 하기로 하였다 elsewhere."""
    if not pairs or pairs[0].left.language is pairs[0].right.language:
        return
    by_verb: dict[str, list[_Rendered]] = defaultdict(list)
    for pair in pairs:
        for one in pair.each(_rendered) if not pair.link.one_sided else ():
            by_verb[one.english].append(one)
    varying = [(usual, rendered) for rendered in by_verb.values() if (usual := _usual(rendered))]
    owners = _owners(by_verb) if varying else {}
    for usual, rendered in varying:
        for one in rendered:
            if one.reading not in (usual.reading, one.acts[1].readings[0]):
                certain = _is_certain(one, usual, owners.get(one.korean, one.english))
                yield _finding(one, usual, certain=certain)


def _rendered(pair: Pair) -> Iterator[_Rendered]:
    for linked in linked_passages(pair):
        texts, rules = (linked.korean.lowered, linked.english.lowered), pair.rules.speech_acts
        korean, english = (rules.acts(text, language) for text, language in zip(texts, Language, strict=True))
        for here, there in agreeing(korean, english):
            acts = korean[here], english[there]
            words = [act.words.of(text) for act, text in zip(acts, texts, strict=True)]
            yield _Rendered(_headword(words[1], pair.rules.lexicon), words[0], linked, acts)


def _headword(words: str, lexicon: Lexicon) -> str:
    """An English verb with its object, if its act has one ("expressed concern"), in the form that dictionaries have."""
    verb, _, rest = words.partition(" ")
    known = (word for word in lexicon.english_forms.headwords(verb) if (word,) in lexicon.english)
    return " ".join((min(known, key=len, default=verb), rest))


def _usual(rendered: Sequence[_Rendered]) -> _Rendered | None:
    """A place of a verb with its usual rendering, if it has that and others."""
    times = Counter(one.korean for one in rendered)
    ((usual, most),) = times.most_common(1)
    if len(times) == 1 or most < _LEAST_USES or most < _USUAL * len(rendered):
        return None
    return next(one for one in rendered if one.korean == usual)


def _owners(by_verb: Mapping[str, Sequence[_Rendered]]) -> dict[str, str]:
    """The Korean verbs with the English one that they stand for, where they do so more often than not."""
    of_korean: dict[str, Counter[str]] = defaultdict(Counter)
    for verb, rendered in by_verb.items():
        for one in rendered:
            of_korean[one.korean][verb] += 1
    return {
        korean: verb
        for korean, verbs in of_korean.items()
        for verb, times in verbs.most_common(1)
        if times >= _LEAST_OWN and 2 * times > verbs.total()
    }


def _is_certain(one: _Rendered, usual: _Rendered, owner: str) -> bool:
    """Whether the other verb is of another kind, or belongs to another English verb in this text."""
    return one.reading.axis is not usual.reading.axis or owner != one.english


def _finding(one: _Rendered, usual: _Rendered, *, certain: bool) -> Finding:
    korean, english = (act.span for act in one.acts)
    words = {"label": Bilingual(usual.printed, usual.printed)}
    return one.linked.finding("act_varies", korean=korean, english=english, confidence=0.7, words=words, doubtful=not certain)
