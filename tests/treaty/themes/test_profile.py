"""How strongly agreements promise something, theme by theme, the same in both languages."""

from __future__ import annotations

import pytest

from resources import path_of
from tests.treaty.comparison.made import clause, text
from treaty.alignment.agreements import agreement_similarities, nearest_clauses
from treaty.comparison.commitment_rules import Status
from treaty.comparison.rules import ComparisonRules
from treaty.comparison.speech_act_rules import Axis
from treaty.language.meaning import SentenceEncoder
from treaty.language.script import language_of
from treaty.model import ClauseKind, Language, TreatyText
from treaty.themes.overview import find_themes
from treaty.themes.profile import Profile, commitment_profiles
from treaty.themes.table import load_themes

STATEMENT = {
    Language.KOREAN: (
        "공동성명",
        "두 장관은 반도체 공급망의 진전을 환영하였다.",
        "양측은 반도체 공급망의 조기경보체계를 구축할 것이다.",
        "양측은 핵심광물의 공동 비축을 모색할 것이다.",
    ),
    Language.ENGLISH: (
        "Joint Statement",
        "The ministers welcomed the progress in semiconductor supply chains.",
        "The two sides will build an early warning system for semiconductor supply chains.",
        "The two sides will explore joint stockpiling of critical minerals.",
    ),
}
AGREEMENT = (
    "Agreement",
    "The Parties shall build an early warning system for semiconductor supply chains.",
    "The Parties shall endeavour to stockpile critical minerals together.",
    "Each Party may suspend exports of critical minerals.",
)


def made(text_id: str, said: tuple[str, ...]) -> TreatyText:
    title = clause(f"{text_id}.c0", said[0], ClauseKind.TITLE, 0)
    return text(text_id, [title, *said[1:]], language_of(said[1]))


def profiles(texts: list[TreatyText], rules: ComparisonRules) -> dict[tuple[str, str | None], Profile]:
    found = commitment_profiles(texts, find_themes(texts, themes=load_themes(path_of("themes"))), rules)
    return {(profile.text, profile.theme): profile for profile in found}


@pytest.mark.parametrize("language", list(Language))
def test_a_statement_has_the_same_profile_in_both_languages(language: Language, rules: ComparisonRules) -> None:
    found = profiles([made("t1", STATEMENT[language])], rules)
    whole = found["t1", None]
    assert (whole.status, whole.clauses, whole.levels) == (Status.POLITICAL, 3, (1, 0, 0, 1, 0, 0, 0))
    assert whole.axes[Axis.APPRAISAL] == 1
    assert whole.obligation == 0
    assert found["t1", "critical_minerals"].levels == (1, 0, 0, 0, 0, 0, 0)
    assert found["t1", "semiconductors"].clauses == 2


def test_an_agreement_obliges_where_a_statement_announces(rules: ComparisonRules) -> None:
    found = profiles([made("t1", STATEMENT[Language.ENGLISH]), made("t2", AGREEMENT)], rules)
    assert found["t2", None].levels == (0, 1, 0, 0, 1, 1, 0)
    assert found["t2", None].obligation == pytest.approx(2 / 3)
    assert found["t2", "semiconductors"].obligation == 1
    assert found["t1", "semiconductors"].obligation == 0


def test_agreements_on_the_same_subjects_are_more_alike(encoder: SentenceEncoder) -> None:
    fishing = made("t3", ("Protocol", "Vessels shall report their catch every day.", "Nets shall have wide meshes."))
    texts = [made("t1", STATEMENT[Language.KOREAN]), made("t2", AGREEMENT), fishing]
    alike = agreement_similarities(texts, encoder)
    assert alike.shape == (3, 3)
    assert (alike == alike.T).all()
    assert alike[0, 0] == 1
    assert alike[0, 1] > alike[0, 2]


def test_the_nearest_clauses_of_all_others_come_first(encoder: SentenceEncoder) -> None:
    one, others = made("t1", STATEMENT[Language.KOREAN]), [made("t2", AGREEMENT), made("t3", STATEMENT[Language.ENGLISH])]
    near = nearest_clauses(one.clauses[2].text, others, encoder, count=2)
    assert {(found.text, found.clause) for found in near[:2]} == {("t2", "t2.c2"), ("t3", "t3.c3")}
    assert [found.similarity for found in near] == sorted((found.similarity for found in near), reverse=True)
    assert len(near) <= 4
    assert nearest_clauses(one.clauses[2].text, others, encoder, least=1.01) == []
