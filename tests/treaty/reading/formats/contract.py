"""What every format must do: one set of tests that the tests of each format inherit."""

from __future__ import annotations

import random
from abc import ABC, abstractmethod
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from treaty.errors import Cancelled, TreatyError
from treaty.model import ClauseKind, Language, SetAsideReason, TreatyText
from treaty.reading import read_treaty
from treaty.reading.ledger import ledger_of

AGREEMENT = (
    "등대에 관한 협정",
    "제1조(목적)",
    "이 협정은 등대의 불을 나누어 밝히는 것을 목적으로 한다.",
    "제2조(기름)",
    "① 양측은 매년 기름 1,250통을 보낸다.",
    "② 기름은 「바다의 날」 30일 전에 보낸다(大韓民國·Ｇ７ 제외).",
)
HARD_WORDS = ("똠방각하와 뷁은 다르다 𝄞 é ﬁ.", "ㆍ · • ‧ 〈조약〉 『책』 ㎡ ① ½ “따옴표” – — …")
BREAKS_TRIED = 40


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells."""

    rows: tuple[tuple[str, ...], ...]


class Stops:
    """Progress that says stop at once."""

    def report(self, done: int, total: int, what: str) -> None:
        raise Cancelled


class FormatContract(ABC):
    """Inherited as `class TestDocx(FormatContract)`; `build` writes a file of the format with a paragraph for each string."""

    ending: str
    keeps_tables = True

    @abstractmethod
    def build(self, path: Path, parts: Sequence[str | Table]) -> None:
        """Writes paragraphs and tables into a file of the format."""

    @pytest.fixture
    def file(self, tmp_path: Path) -> Path:
        path = tmp_path / f"협정{self.ending}"
        self.build(path, AGREEMENT)
        return path

    def read(self, path: Path) -> list[TreatyText]:
        texts = read_treaty(path)
        assert ledger_of(texts).unaccounted == 0
        return texts

    def test_clauses_come_with_their_numbers_and_in_order(self, file: Path) -> None:
        (text,) = self.read(file)
        assert [clause.path for clause in text.clauses if clause.label] == ["제1조", "제2조", "제2조 ①", "제2조 ②"]
        assert text.title == AGREEMENT[0]
        assert text.clauses[-1].text == "기름은 「바다의 날」 30일 전에 보낸다(大韓民國·Ｇ７ 제외)."

    def test_no_character_is_changed(self, tmp_path: Path) -> None:
        path = tmp_path / f"words{self.ending}"
        self.build(path, ["글자에 관한 글", *HARD_WORDS])
        (text,) = self.read(path)
        assert [clause.text for clause in text.clauses][-2:] == list(HARD_WORDS)

    def test_a_table_is_read_row_by_row(self, tmp_path: Path) -> None:
        if not self.keeps_tables:
            pytest.skip("the format has no tables of its own")
        path = tmp_path / f"table{self.ending}"
        self.build(path, ["표에 관한 글", Table((("품목", "세율"), ("등유", "3%"), ("심지", "5%"))), "표 다음의 글이다."])
        (text,) = self.read(path)
        rows = [clause.text for clause in text.clauses if clause.kind is ClauseKind.TABLE_ROW]
        assert rows == ["품목\t세율", "등유\t3%", "심지\t5%"]
        assert text.clauses[-1].text == "표 다음의 글이다."

    def test_two_languages_in_two_columns_are_two_texts(self, tmp_path: Path) -> None:
        if not self.keeps_tables:
            pytest.skip("the format has no tables of its own")
        path = tmp_path / f"columns{self.ending}"
        rows = (
            ("등대에 관한 협정", "Agreement on Lighthouses"),
            ("제1조 목적", "Article 1 Purpose"),
            ("이 협정은 등대의 불을 나눈다.", "This Agreement shares the light of lighthouses."),
            ("제2조 기름", "Article 2 Oil"),
            ("양측은 기름을 보낸다.", "The two sides send oil."),
        )
        self.build(path, [Table(rows)])
        korean, english = self.read(path)
        assert (korean.language, english.language) == (Language.KOREAN, Language.ENGLISH)
        assert [clause.path for clause in english.clauses if clause.label] == ["Article 1", "Article 2"]
        assert korean.clauses[-1].text == "양측은 기름을 보낸다."

    def test_the_ending_of_the_name_does_not_matter(self, file: Path) -> None:
        disguised = file.with_suffix(".data")
        file.rename(disguised)
        assert self.read(disguised)[0].title == AGREEMENT[0]

    def test_work_can_be_cancelled(self, file: Path) -> None:
        with pytest.raises(Cancelled):
            read_treaty(file, progress=Stops())

    def test_a_broken_file_is_read_or_refused_in_one_sentence(self, file: Path) -> None:
        """No exception but the TreatyError family leaves the reader, wherever a file is cut or changed."""
        content = file.read_bytes()
        chance = random.Random(7)
        for _ in range(BREAKS_TRIED):
            broken = bytearray(content[: chance.randrange(1, len(content))] if chance.random() < 0.4 else content)
            for _ in range(chance.choice([0, 1, 4, 16])):
                broken[chance.randrange(len(broken))] = chance.randrange(256)
            file.write_bytes(broken)
            try:
                read_treaty(file)
            except TreatyError as error:
                assert error.code

    def set_aside(self, text: TreatyText, reason: SetAsideReason) -> list[str]:
        return [part.text for part in text.set_aside if part.reason is reason]
