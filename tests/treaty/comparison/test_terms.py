"""Terms: the user's glossary, words that are not kept to, and the concordance."""

from __future__ import annotations

import pytest

from tests.treaty.comparison.made import link, text
from treaty.comparison import find_findings
from treaty.comparison.concordance import all_terms, concordance
from treaty.comparison.pair import pairs_of
from treaty.comparison.renderings import LEAST_TIMES, LearnedRenderings, established, kinship
from treaty.comparison.rules import ComparisonRules
from treaty.comparison.word_index import word_index
from treaty.glossary import Glossary, GlossaryTerm
from treaty.model import Finding, Language, Relation

LAMP = Glossary((GlossaryTerm(("등대", "등탑"), ("lighthouse",), ("등루",), ("lamp house",), binding=True),))
KOREAN = [
    "적용대상선박은 불을 켠다.",
    "적용대상선박의 기름을 나눈다.",
    "지기는 적용대상선박을 본다.",
    "항구에 적용대상선박이 온다.",
    "적용대상선박에 알린다.",
    "적용대상선박과 간다.",
]
ENGLISH = [
    "A covered vessel burns a lamp.",
    "They share oil of a covered vessel.",
    "The keeper sees a covered vessel.",
    "A covered vessel comes to port.",
    "They tell a covered vessel.",
    "They go with a covered vessel.",
]


def findings(korean: list[str], english: list[str], rules: ComparisonRules, glossary: Glossary = Glossary()) -> list[Finding]:
    left, right = text("t1", korean), text("t2", english)
    links = [link(left, right, [number], [number]) for number in range(1, len(korean) + 1)]
    found = find_findings(links, left, right, Relation.TRANSLATION, rules=rules, glossary=glossary)
    return [finding for finding in found if finding.kind == "term"]


@pytest.mark.parametrize(
    ("korean", "english", "left", "right"),
    [
        ("등루를 지킨다.", "They keep the lighthouse.", "등루", "lighthouse"),
        ("등대를 지킨다.", "They keep the lamp house.", "등대", "lamp house"),
        ("불을 지킨다.", "They keep the lighthouses.", None, "lighthouses"),
        ("등 대를 지킨다.", "They keep the lamp.", "등 대", None),
    ],
)
def test_the_users_glossary_is_kept_to(
    korean: str, english: str, left: str | None, right: str | None, rules: ComparisonRules
) -> None:
    (finding,) = findings([korean], [english], rules, LAMP)
    assert (finding.left and finding.left.text, finding.right and finding.right.text) == (left, right)
    assert (finding.gap is None) == bool(left and right)


@pytest.mark.parametrize("korean", ["등대를 지킨다.", "등탑을 지킨다."])
def test_any_allowed_rendering_is_silent(korean: str, rules: ComparisonRules) -> None:
    assert findings([korean], ["They keep the Lighthouse."], rules, LAMP) == []


def test_a_glossary_that_is_only_evidence_asks_for_nothing(rules: ComparisonRules) -> None:
    evidence = Glossary((GlossaryTerm(("등대",), ("lighthouse",)),))
    assert findings(["불을 지킨다."], ["They keep the lighthouse."], rules, evidence) == []


def test_a_term_that_is_not_kept_to_once(rules: ComparisonRules) -> None:
    (finding,) = findings([*KOREAN[:3], KOREAN[3].replace("적용대상선박", "해당선박"), *KOREAN[4:]], ENGLISH, rules)
    assert (finding.left and finding.left.text, finding.potential) == ("해당선박", None)
    assert "적용대상선박" in finding.message.ko


def test_a_term_that_is_kept_to_is_silent(rules: ComparisonRules) -> None:
    assert findings(KOREAN, ENGLISH, rules) == []


def test_the_concordance_counts_renderings_and_places(rules: ComparisonRules) -> None:
    left, right = text("t1", KOREAN), text("t2", ENGLISH)
    links = [link(left, right, [number], [number]) for number in range(1, len(KOREAN) + 1)]
    index = word_index(pairs_of(links, left, right, Relation.TRANSLATION, rules))
    found = concordance("covered vessels", Language.ENGLISH, index)
    assert [(rendering.word, rendering.count) for rendering in found.renderings] == [("적용대상선박", 6)]
    assert (found.count, found.unrendered) == (6, ())
    first = found.renderings[0].occurrences[0]
    assert (first.place.text, first.rendering and first.rendering.text) == ("covered vessel", "적용대상선박")
    assert concordance("적용대상선박", Language.KOREAN, index).renderings[0].word == "covered vessel"
    assert [entry.term for entry in all_terms(index)] == ["covered vessel"]
    assert concordance("telescope", Language.ENGLISH, index).count == 0


def test_the_concordance_knows_what_the_glossary_knows(rules: ComparisonRules) -> None:
    left, right = (
        text("t1", ["등탑을 지킨다.", "등대를 본다."]),
        text("t2", ["They keep a lighthouse.", "They see a lighthouse."]),
    )
    links = [link(left, right, [number], [number]) for number in (1, 2)]
    index = word_index(pairs_of(links, left, right, Relation.TRANSLATION, rules))
    found = concordance("lighthouse", Language.ENGLISH, index, LAMP)
    assert {(rendering.word, rendering.count) for rendering in found.renderings} == {("등대", 1), ("등탑", 1)}


def test_renderings_of_frequent_words_follow_the_links(rules: ComparisonRules) -> None:
    count, lamps = 60, 45
    korean = [f"지기는 등대를 본다{' 그리고 기름을 나눈다' if number < lamps else ''}." for number in range(count)]
    english = [f"The keeper sees a lighthouse{' and shares oil' if number < lamps else ''}." for number in range(count)]
    left, right = text("t1", korean), text("t2", english)
    links = [link(left, right, [number], [number]) for number in range(1, count + 1)]
    pairs = pairs_of(links, left, right, Relation.TRANSLATION, rules)
    index, learned = word_index(pairs), LearnedRenderings(LEAST_TIMES)
    learned.learn(index, {side.language: side.links_of.keys() for side in (index.left, index.right)})
    for fewer in (pairs[5:], pairs[20:50], pairs):
        learned.learn(index, index.follow(fewer))
        assert learned.mutual() == established(word_index(fewer)) != {}
        for word, (rendering, _) in learned.mutual().items():
            links = index.right.links_of[word].keys()
            kin = {korean: kinship(len(links & of.keys()), len(links), len(of)) for korean, of in index.left.links_of.items()}
            assert kin[rendering] == max(kin.values())
