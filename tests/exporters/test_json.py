"""The JSON that other programs rely on."""

import json
from pathlib import Path
from typing import Any

from exporters.json import comparison_json, outline_json, write_json
from tests.example_review import example_review
from treaty.progress import SilentProgress
from treaty.review.edits import set_note, set_verdict
from treaty.review.review import Verdict


def comparison() -> Any:
    review = example_review()
    review.apply(set_verdict(review, "f2", Verdict.ERROR))
    review.apply(set_note(review, "f2", "확인"))
    return json.loads(json.dumps(comparison_json(review)))


def test_names_and_order_of_the_keys() -> None:
    made = comparison()
    assert list(made) == ["format", "version", "texts", "comparisons", "themes"]
    assert (made["format"], made["version"], made["themes"]) == ("daejo-comparison", 1, [])
    text, compared = made["texts"][0], made["comparisons"][0]
    assert list(text) == ["id", "file", "sha256", "title", "language", "agreement", "label", "clauses", "set_aside", "unread"]
    assert list(text["clauses"][0]) == [
        "id", "kind", "level", "number", "label", "path", "heading", "text", "sentences",
    ]  # fmt: skip
    assert list(compared) == ["left", "right", "relation", "links", "findings", "likeness", "hardly_alike"]
    assert list(compared["links"][0]) == [
        "left", "right", "confidence", "origin", "moved", "strength", "reasons", "sentences",
    ]  # fmt: skip
    assert list(compared["findings"][0]) == [
        "id", "kind", "severity", "potential", "ministry_class", "link", "left", "right", "rule", "message",
        "confidence", "verdict", "note", "mqm",
    ]  # fmt: skip


def test_an_article_has_its_words_as_heading_and_a_title_as_text() -> None:
    title, article, paragraph = comparison()["texts"][0]["clauses"][:3]
    assert (title["heading"], title["label"], title["text"][:5]) == (None, "", "한빛공화국")
    assert (article["heading"], article["text"], article["sentences"]) == ("감염병 대응", "", [])
    assert (paragraph["heading"], paragraph["label"]) == (None, "1.")
    assert paragraph["sentences"] == [[0, len(paragraph["text"])]]


def test_a_finding_has_both_places_and_the_judgement() -> None:
    finding = comparison()["comparisons"][0]["findings"][1]
    text = comparison()["texts"][0]["clauses"][3]["text"]
    place = finding["left"]
    assert text[place["start"] : place["end"]] == place["text"] == "4주간"
    assert finding["right"] | {"start": 0, "end": 0} == {
        "clause": "t2.c4", "start": 0, "end": 0, "text": "four months", "value": "4개월",
    }  # fmt: skip
    assert (finding["verdict"], finding["note"]) == ("error", "확인")


def test_an_open_finding_and_an_empty_side_are_null() -> None:
    finding = comparison()["comparisons"][0]["findings"][0]
    assert (finding["right"], finding["verdict"], finding["note"], finding["potential"]) == (None, None, None, None)


def test_an_outline_accounts_for_the_characters() -> None:
    made: Any = outline_json(example_review().texts, {"clauses": 7, "set_aside": 2})
    assert list(made) == ["format", "version", "texts", "characters"]
    assert (made["format"], made["characters"]) == ("daejo-outline", {"clauses": 7, "set_aside": 2})
    assert made["texts"][1]["set_aside"] == [{"text": "한빛 외교부는 23일 회의를 개최하였다.", "reason": "press_lead"}]


def test_the_file_is_readable_korean(tmp_path: Path) -> None:
    write_json(example_review(), tmp_path / "a.json", progress=SilentProgress())
    written = (tmp_path / "a.json").read_text(encoding="utf-8")
    assert "역학조사관" in written
    assert json.loads(written) == comparison_json(example_review())
