"""The library of precedents: adding agreements once, asking for clauses and terms, taking agreements out."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from resources import path_of
from tests.conftest import SAMPLES
from treaty.errors import Cancelled, ReadingError, WritingError
from treaty.glossary import Glossary
from treaty.language.lexicon import Lexicon, load_lexicon
from treaty.language.meaning import SentenceEncoder
from treaty.model import Language
from treaty.precedents.adding import Added, Read, add_files
from treaty.precedents.finding import Novelty, Reference
from treaty.precedents.index_words import IndexWords
from treaty.precedents.library import Library
from treaty.progress import Progress, SilentProgress
from treaty.reading import read_treaty
from treaty.reading.rules import ReadingRules

PAIR = {
    "lamps.ko.txt": "등대 협정\n제1조 관세\n1. 당사국은 등불에 관세협정을 적용한다.\n"
    "2. 당사국은 쿠르빌을 매년 통보한다.\n3. 당사국은 쿠르빌을 보관한다.\n",
    "lamps.en.txt": "Agreement on Lamps\nArticle 1 Tariffs\n1. The Parties shall apply the tariff agreement to lamps.\n"
    "2. The Parties shall notify the curvils every year.\n3. The Parties shall store the curvils.\n",
}


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_lexicon(path_of("lexicon"), path_of("language"))


@pytest.fixture(scope="module")
def words(lexicon: Lexicon) -> IndexWords:
    return IndexWords(lexicon.korean_forms, lexicon.english_forms)


@pytest.fixture
def read(reading_rules: ReadingRules) -> Read:
    return lambda file, first: read_treaty(file, rules=reading_rules, first=first)


@pytest.fixture
def library(tmp_path: Path, words: IndexWords) -> Iterator[Library]:
    with Library(tmp_path / "library.sqlite", words) as opened:
        yield opened


@pytest.fixture
def agreements(tmp_path: Path) -> Path:
    folder = tmp_path / "agreements"
    folder.mkdir()
    for name, content in PAIR.items():
        (folder / name).write_text(content, encoding="utf-8")
    return folder


@pytest.fixture
def add(library: Library, read: Read, encoder: SentenceEncoder, glossary: Glossary) -> partial[Added]:
    return partial(add_files, library, read=read, encoder=encoder, glossary=glossary)


def reference(library: Library, words: IndexWords, lexicon: Lexicon, encoder: SentenceEncoder) -> Reference:
    return Reference(library, words, lexicon, encoder)


def test_language_versions_in_two_files_are_one_agreement(library: Library, add: partial[Added], agreements: Path) -> None:
    assert add([agreements]) == Added(1, 0, ())
    (agreement,) = library.agreements()
    assert agreement.files == ("lamps.en.txt", "lamps.ko.txt")
    assert agreement.clauses == {Language.ENGLISH: 5, Language.KOREAN: 5}


def test_what_is_there_is_not_added_again(library: Library, add: partial[Added], agreements: Path) -> None:
    add([agreements])
    copy = agreements / "same words, other name.ko.txt"
    copy.write_bytes((agreements / "lamps.ko.txt").read_bytes())
    assert add([agreements, copy]) == Added(0, 3, ())
    assert len(library.agreements()) == 1


class _StopsAfter:
    """Progress that stops the work when so many files are done, as a user or the end of the process does."""

    def __init__(self, done: int) -> None:
        self._done = done

    def report(self, done: int, total: int, what: str) -> None:
        if what == "progress.library" and done >= self._done:
            raise Cancelled


def test_work_that_was_stopped_goes_on_where_it_was(library: Library, add: partial[Added], agreements: Path) -> None:
    files = [agreements, SAMPLES / "joint_statement.txt"]
    stopped: Progress = _StopsAfter(1)
    with pytest.raises(Cancelled):
        add(files, progress=stopped)
    assert len(library.agreements()) == 1
    assert add(files, progress=SilentProgress()).agreements == 1
    assert len(library.agreements()) == 2


def test_an_agreement_that_cannot_be_added_leaves_nothing_behind(
    library: Library, read: Read, encoder: SentenceEncoder, agreements: Path
) -> None:
    texts = read(agreements / "lamps.ko.txt", 1)
    library.add(texts, [], encoder)
    with pytest.raises(sqlite3.IntegrityError):
        library.add(texts, [], encoder)
    assert len(library.agreements()) == 1
    assert len(library.with_term("관세", 10)) == 2


def test_a_file_that_cannot_be_read_does_not_stop_the_others(add: partial[Added], agreements: Path) -> None:
    (agreements / "empty.txt").write_bytes(b"")
    added = add([agreements])
    assert (added.agreements, [error.places["file"] for error in added.refused]) == (1, ["empty.txt"])


FOUND = [
    ("관세", ["관세", "당사국은 등불에 관세협정을 적용한다."]),
    ("협정", ["등대 협정", "당사국은 등불에 관세협정을 적용한다."]),
    ("tariff", ["Tariffs", "The Parties shall apply the tariff agreement to lamps."]),
    ("lamp", ["Agreement on Lamps", "The Parties shall apply the tariff agreement to lamps."]),
    ("정을", ["당사국은 등불에 관세협정을 적용한다."]),
    ("관협", []),
    ("?", []),
]


@pytest.mark.parametrize(("term", "clauses"), FOUND)
def test_terms_of_two_syllables_are_found_inside_words(
    term: str, clauses: list[str], library: Library, add: partial[Added], agreements: Path
) -> None:
    add([agreements])
    assert sorted(clause.words for clause in library.clauses(library.with_term(term, 10))) == sorted(clauses)


@pytest.mark.parametrize(("term", "rendering", "count"), [("관세", "tariff", 2), ("curvils", "쿠르빌", 2)])
def test_how_a_term_was_rendered_is_counted(
    term: str, rendering: str, count: int,
    library: Library, add: partial[Added], agreements: Path, words: IndexWords, lexicon: Lexicon, encoder: SentenceEncoder,
) -> None:  # fmt: skip
    add([agreements])
    (found,) = reference(library, words, lexicon, encoder).find(term).renderings
    assert (found.words.rstrip("s"), found.count) == (rendering, count)


def test_the_nearest_clauses_come_in_both_languages_with_their_counterparts(
    library: Library, add: partial[Added], agreements: Path, words: IndexWords, lexicon: Lexicon, encoder: SentenceEncoder
) -> None:
    add([agreements, SAMPLES / "joint_statement.txt"])
    answer = reference(library, words, lexicon, encoder).find("양국은 등불에 관세를 매긴다.", count=1)
    korean, english = sorted(answer.nearest, key=lambda found: found.clause.language, reverse=True)
    assert korean.clause.words == "당사국은 등불에 관세협정을 적용한다."
    assert english.clause.words == "The Parties shall apply the tariff agreement to lamps."
    assert korean.twins == (english.clause,)
    assert english.twins == (korean.clause,)


NOVEL = [
    ("당사국은 등불에 관세협정을 적용한다.", Novelty.KNOWN),
    ("당사국은 등대에 관세협정을 적용한다.", Novelty.NEAR),
    ("The Parties shall launch a satellite.", Novelty.NEW),
]


@pytest.mark.parametrize(("wording", "novelty"), NOVEL)
def test_whether_a_wording_is_new(
    wording: str, novelty: Novelty,
    library: Library, add: partial[Added], agreements: Path, words: IndexWords, lexicon: Lexicon, encoder: SentenceEncoder,
) -> None:  # fmt: skip
    add([agreements])
    assert reference(library, words, lexicon, encoder).find(wording).novelty is novelty


def test_an_empty_library_has_no_precedents(
    library: Library, words: IndexWords, lexicon: Lexicon, encoder: SentenceEncoder
) -> None:
    answer = reference(library, words, lexicon, encoder).find("관세")
    assert (answer.nearest, answer.occurrences, answer.renderings, answer.novelty) == ((), 0, (), Novelty.NEW)


def test_what_was_taken_out_is_found_no_more(library: Library, add: partial[Added], agreements: Path) -> None:
    add([agreements])
    add([SAMPLES / "joint_statement.txt"])
    first, second = library.agreements()
    assert library.remove(first.number)
    assert not library.remove(first.number)
    assert library.agreements() == [second]
    assert library.with_term("관세협정", 10) == []
    assert len(library.shelf().ids) == sum(second.clauses.values())
    assert add([agreements]).agreements == 1


def test_a_library_keeps_what_it_holds(tmp_path: Path, words: IndexWords, agreements: Path, add: partial[Added]) -> None:
    add([agreements])
    with Library(tmp_path / "library.sqlite", words) as again:
        assert len(again.agreements()) == 1
        assert len(again.with_term("관세", 10)) == 2


def test_a_file_of_another_kind_is_refused(tmp_path: Path, words: IndexWords) -> None:
    text, other, later = tmp_path / "text", tmp_path / "other", tmp_path / "later"
    text.write_text("no database, but long enough to be none " * 20, encoding="utf-8")
    with sqlite3.connect(other) as database:
        database.execute("CREATE TABLE lamps (id)")
    with Library(later, words):
        pass
    with sqlite3.connect(later) as database:
        database.execute("PRAGMA user_version = 99")
    for path, code in ((text, "not_a_library"), (other, "not_a_library"), (later, "newer_library")):
        with pytest.raises(ReadingError) as refused:
            Library(path, words)
        assert refused.value.code == code
    with pytest.raises(WritingError):
        Library(text / "below a file.sqlite", words)


def test_a_path_that_is_not_there_is_said(add: partial[Added], tmp_path: Path) -> None:
    with pytest.raises(ReadingError) as refused:
        add([tmp_path / "nowhere"])
    assert refused.value.code == "missing_file"
