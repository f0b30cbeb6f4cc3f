"""What a numbered note says."""

from dataclasses import replace

import pytest

from exporters.notes import note
from exporters.phrases import shortened
from exporters.report_words import ReportWords
from tests.exporters.reports import judged_report, remarked_report
from treaty.model import Language

NOTES = {
    (Language.KOREAN, 2): (
        "[2] ◆ 기간 국문 4주간(28일), 영문 four months(4개월). 국문은 4주, 영문은 4개월로 적고 있습니다. "
        "숫자는 같고 단위가 다릅니다. 인정. 메모: 2차 협의안에서 확정"
    ),
    (Language.KOREAN, 1): "[1] ▲ 완화 표현 국문 “가능한 한”, 영문 없음. 국문과 영문의 값이 다릅니다. 문의.",
    (Language.KOREAN, 6): "[6] ◆ 누락된 조항 영문에만 있음. 국문과 영문의 값이 다릅니다. 미결.",
    (Language.ENGLISH, 2): (
        "[2] ◆ Time limit Korean 4주간 (28일), English four months (4개월). Korean says 4 weeks, English says "
        "4 months. The figure is the same, the unit is not. Accepted. Note: 2차 협의안에서 확정"
    ),
    (Language.ENGLISH, 5): (
        "[5] ○ Scope Korean 합계, English the Participants (각). The two texts say different values. Dismissed."
    ),
}


@pytest.mark.parametrize(("language", "number"), NOTES)
def test_a_note_says_kind_values_reason_verdict_and_remark(language: Language, number: int) -> None:
    words = ReportWords(judged_report(language))
    entry = next(entry for entry in words.findings() if entry.number == number)
    assert note(entry, words).text == NOTES[language, number]


def test_suggested_wording_stands_before_the_verdict() -> None:
    words = ReportWords(remarked_report())
    entry = next(entry for entry in words.findings() if entry.number == 2)
    assert note(entry, words).text.endswith("단위가 다릅니다. 수정안: “4개월간”. 인정. 메모: 2차 협의안에서 확정")


def test_a_suggested_sentence_ends_once() -> None:
    words = ReportWords(remarked_report())
    entry = next(entry for entry in words.findings() if entry.number == 2)
    said = replace(entry.judgement, suggestion="훈련은 4개월간 한다.")
    assert "수정안: “훈련은 4개월간 한다.” 인정." in note(replace(entry, judgement=said), words).text


def test_kind_and_verdict_are_bold() -> None:
    words = ReportWords(judged_report())
    entry = next(entry for entry in words.findings() if entry.number == 2)
    assert [part.text for part in note(entry, words).parts if part.bold] == ["◆ 기간", "인정."]


@pytest.mark.parametrize(
    ("text", "short"),
    [("가나 다라", "가나 다라"), ("가나다라 마바사 아자", "가나다라 마바사…"), ("가" * 12, "가" * 10 + "…")],
)
def test_long_words_are_cut_at_a_space(text: str, short: str) -> None:
    assert shortened(text, 10) == short
