"""A concordance as a glossary, read again by the program's own reader of glossaries and by others."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from lxml import etree

from exporters.glossary import GLOSSARY_ENDINGS, write_glossary
from resources.wording_table import load_wording
from treaty.comparison.concordance import Concordance, Occurrence, Rendering
from treaty.errors import WritingError
from treaty.glossary import load_glossary
from treaty.model import Bilingual, Language, Place, Span

KOREAN = load_wording("ko")


def occurrence(number: int) -> Occurrence:
    place = Place(f"t1.c{number}", Span(0, 4), "term", Bilingual("", ""))
    return Occurrence(number, place, None)


def rendering(word: str, times: int) -> Rendering:
    return Rendering(word, tuple(map(occurrence, range(times))))


TERMS = [
    Concordance("lighthouse", Language.ENGLISH, (rendering("등대", 3), rendering("등불", 1)), (occurrence(9),)),
    Concordance("양측", Language.KOREAN, (rendering("the Participants", 2),), ()),
    Concordance("buoy", Language.ENGLISH, (), (occurrence(1),)),
    Concordance("=SUM(A1)", Language.ENGLISH, (rendering("합계", 2),), ()),
]


@pytest.mark.parametrize("ending", GLOSSARY_ENDINGS)
def test_the_programs_own_reader_gets_the_terms_back(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"용어{ending}"
    write_glossary(TERMS, path, KOREAN)
    read = load_glossary(path).terms
    assert [(term.ko, term.en) for term in read[:2]] == [
        (("등대", "등불"), ("lighthouse",)),
        (("양측",), ("the Participants",)),
    ]
    assert len(read) == 3
    assert read[0].comment == "등대 ×3, 등불 ×1, 대응하는 말 없음 ×1"


@pytest.mark.parametrize(
    ("form", "texts", "shown"),
    [
        ("mou", ["MOU", "MOU"], "MOU"),
        ("participant", ["Participants", "Participants", "Participant"], "Participant"),
        ("health", ["Health", "Health", "health"], "health"),
        ("sorelia", ["Sorelia's"], "Sorelia"),
    ],
)
def test_terms_are_written_as_in_their_text(tmp_path: Path, form: str, texts: list[str], shown: str) -> None:
    places = [Place("t1.c1", Span(0, len(text)), text, Bilingual("", "")) for text in texts]
    found = Rendering("등대", tuple(Occurrence(0, place, None) for place in places))
    write_glossary([Concordance(form, Language.ENGLISH, (found,), ())], tmp_path / "a.csv", KOREAN)
    assert load_glossary(tmp_path / "a.csv").terms[0].en == (shown,)


def test_excel_takes_no_cell_for_a_formula(tmp_path: Path) -> None:
    write_glossary(TERMS, tmp_path / "a.csv", KOREAN)
    assert (tmp_path / "a.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader((tmp_path / "a.csv").read_text(encoding="utf-8-sig").splitlines()))
    assert rows[0] == ["국문", "영문", "비고"]
    assert rows[3][1] == "'=SUM(A1)"


def test_tbx_names_its_dialect_and_languages(tmp_path: Path) -> None:
    write_glossary(TERMS, tmp_path / "a.tbx", KOREAN)
    root = etree.parse(tmp_path / "a.tbx").getroot()
    assert (root.get("type"), root.get("style")) == ("TBX-Basic", "dca")
    languages = [section.get("{http://www.w3.org/XML/1998/namespace}lang") for section in root.iter("{*}langSec")]
    assert languages == ["en", "ko", "ko", "en", "en", "ko"]


def test_another_ending_is_refused(tmp_path: Path) -> None:
    with pytest.raises(WritingError):
        write_glossary(TERMS, tmp_path / "a.docx", KOREAN)
