"""Where sentences end."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from treaty.language.sentences import sentence_spans
from treaty.model import Language

ENGLISH = [
    ["The lamp burns.", "The keepers sleep."],
    ["Who lights it?", "The keeper does!", "So it is."],
    ["See Art. 5 of the Agreement.", "It applies."],
    ["Mr. Maru and Dr. Hado met at St. Orvane.", "They spoke."],
    ["The U.S. Navy and Hanbit Co. Ltd. met.", "They agreed."],
    ["Lamps, oil, etc. Are listed in para. 3 of No. 7."],
    ["The sides pay USD 1.5 million.", "It is due in 3.2 years."],
    ["J. Lampert spoke, e.g. about lamps, i.e. Light."],
    ["It “burns.”", "They said so."],
    ["It burns (at night.)", "It rests by day."],
    ["no capital follows. so this is one sentence."],
]
KOREAN = [
    ["등대는 불을 켠다.", "지기는 잠든다."],
    ["누가 켜는가?", "지기가 켠다!", "그러하다."],
    ["비용은 1.5배로 한다.", "3.2년 안에 낸다."],
    ["다음을 나눈다.", "가. 기름과 심지를 나눈다."],
    ["“불을 켠다.”", "그렇게 말하였다."],
    ["불을 켠다(밤에).", "낮에는 쉰다."],
    ["2031. 3. 4. 만나기로 한다.", "다시 알린다."],
    ["마침표 없이 끝난다"],
]


@pytest.mark.parametrize("sentences", ENGLISH, ids=lambda sentences: sentences[0])
def test_english_sentences(sentences: list[str]) -> None:
    text = "  ".join(sentences)
    assert [span.of(text) for span in sentence_spans(text, Language.ENGLISH)] == sentences


@pytest.mark.parametrize("sentences", KOREAN, ids=lambda sentences: sentences[0])
def test_korean_sentences(sentences: list[str]) -> None:
    text = " ".join(sentences)
    assert [span.of(text) for span in sentence_spans(text, Language.KOREAN)] == sentences


@given(st.text(st.sampled_from("가나다. ?!ab1\u00a0\n“”)("), max_size=40), st.sampled_from(Language))
def test_sentences_are_in_order_and_hold_every_character_but_blanks(text: str, language: Language) -> None:
    spans = sentence_spans(text, language)
    assert all(first.end <= second.start for first, second in pairwise(spans))
    assert "".join("".join(span.of(text).split()) for span in spans) == "".join(text.split())
    assert all(span.of(text) == span.of(text).strip() != "" for span in spans)
