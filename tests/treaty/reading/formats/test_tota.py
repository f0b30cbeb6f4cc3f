"""The XML of the corpus of trade agreements. The examples are made up: the corpus is not for copying."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

import pytest

from tests.treaty.reading.formats.contract import FormatContract, Table
from treaty.errors import ReadingError
from treaty.model import SetAsideReason
from treaty.progress import SilentProgress
from treaty.reading import read_treaty
from treaty.reading.document import Block, Reading, Role
from treaty.reading.xml.tota import read_tota, recognises_tota

EXAMPLE = """<?xml version="1.0" encoding="UTF-8"?>
<treaty>
  <meta><name>Harbour - Island</name><treaty_identifier>999</treaty_identifier></meta>
  <body>
    <chapter name="Preamble" chapter_identifier="1"><article article_identifier="1">Agreement on Lighthouses

The Parties, <!-- as ever -->resolved to light the sea, have agreed as follows:</article></chapter>
    <chapter number="CHAPTER ONE" name="General" chapter_identifier="2">
      <article number="ARTICLE 1.1" name="Purpose" article_identifier="2">1. The Parties share light.
2. For greater certainty:
(a) \toil is shared; and
(b) \twicks are not.</article>
    </chapter>
  </body>
</treaty>
"""


class TestTota(FormatContract):
    ending = ".xml"
    keeps_tables = False

    def build(self, path: Path, parts: Sequence[str | Table]) -> None:
        """An article for each string that begins with 제 and a number, the lines after it as its text."""
        written, opened = "", False
        for part in parts:
            if isinstance(part, str) and part.startswith("제"):
                written += ("</article>" if opened else "") + f"<article name={quoteattr(part)} article_identifier='1'>"
                opened = True
            elif isinstance(part, str):
                written += ("" if opened else "<article>") + escape(part) + "\n"
                opened = True
        path.write_text(f"<treaty><meta/><body><chapter>{written}</article></chapter></body></treaty>", encoding="utf-8")


def test_chapters_articles_and_lines(tmp_path: Path) -> None:
    path = tmp_path / "pta.xml"
    path.write_text(EXAMPLE, encoding="utf-8")
    (text,) = read_treaty(path)
    assert [clause.path for clause in text.clauses if clause.label] == [
        "CHAPTER ONE",
        "ARTICLE 1.1",
        "ARTICLE 1.1.1",
        "ARTICLE 1.1.2",
        "ARTICLE 1.1.2(a)",
        "ARTICLE 1.1.2(b)",
    ]
    assert {part.text for part in text.set_aside if part.reason is SetAsideReason.HIDDEN_TEXT} == {"Harbour - Island", "999"}


def test_headings_are_printed_and_nothing_behind_a_comment_is_lost() -> None:
    blocks = read_tota(EXAMPLE.encode(), Reading("pta.xml", SilentProgress())).blocks
    assert Block("CHAPTER ONE — General") in blocks
    assert Block("ARTICLE 1.1 Purpose") in blocks
    assert any("resolved to light the sea" in block.text for block in blocks if block.role is Role.BODY)


def test_entities_are_refused() -> None:
    bomb = '<!DOCTYPE treaty [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><treaty><body>&b;</body></treaty>'
    with pytest.raises(ReadingError, match="declares_entities"):
        read_tota(bomb.encode(), Reading("pta.xml", SilentProgress()))


@pytest.mark.parametrize(
    ("content", "expected"),
    [(EXAMPLE, True), ("<treaty><other/></treaty>", False), ("<treaties><body/></treaties>", False), ("treaty", False)],
)
def test_recognised_by_content(content: str, expected: bool) -> None:
    assert recognises_tota(content.encode()) is expected
