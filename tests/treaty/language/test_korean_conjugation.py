"""Verbs in dictionary form: the forms in which texts have them."""

from __future__ import annotations

import pytest

from treaty.language.korean_conjugation import conjugated

FORMS = {
    "따르다": ["따르", "따른", "따를", "따라", "따랐"],
    "다르다": ["다르", "다른", "달라", "달랐"],
    "나타내다": ["나타내", "나타낸", "나타낼", "나타냈"],
    "가지다": ["가지", "가진", "가질", "가져", "가졌"],
    "이루다": ["이루", "이룬", "이뤄"],
    "모으다": ["모으", "모은", "모아"],
    "돕다": ["돕", "도와", "도운", "도울"],
    "어렵다": ["어렵", "어려운", "어려워"],
    "만들다": ["만들", "만든", "만드", "만듭"],
    "깨닫다": ["깨닫", "깨달"],
    "짓다": ["짓", "지"],
    "그렇다": ["그렇", "그런"],
    "다하다": ["다하", "다한", "다할", "다해", "다했"],
    "높다": ["높"],
}


@pytest.mark.parametrize("verb", FORMS)
def test_a_verb_has_the_forms_that_endings_follow(verb: str) -> None:
    assert set(FORMS[verb]) <= conjugated(verb)


def test_no_form_keeps_the_dictionary_ending() -> None:
    assert not any(form.endswith("다") for verb in FORMS for form in conjugated(verb))
