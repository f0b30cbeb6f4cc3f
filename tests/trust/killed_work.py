"""What is worked on while the program is killed: edits, reports, texts, made once and the same in every process."""

from __future__ import annotations

from functools import cache

from resources import path_of
from tests.example_review import example_review
from tests.exporters.reports import judged_report
from treaty.language.lexicon import load_lexicon
from treaty.model import TreatyText
from treaty.precedents.index_words import IndexWords
from treaty.reading import Pasted, read_treaty
from treaty.review.edits import SetComment, set_note
from treaty.review.report import Report
from treaty.review.review import Comment, Edit, Review


@cache
def edited(number: int) -> Review:
    """The example review after so many edits."""
    if number == 0:
        return example_review()
    review = edited(number - 1).copy()
    edit: Edit = set_note(review, "f1", f"{number}번째 메모")
    if number % 2:
        edit = SetComment(f"c{number}", Comment(f"c{number}", "t1.c3", f"{number}번째 의견"))
    review.apply(edit)
    return review


@cache
def two_reports() -> tuple[Report, Report]:
    return judged_report(status="1차 협의안"), judged_report(status="2차 협의안")


@cache
def library_words() -> IndexWords:
    lexicon = load_lexicon(path_of("lexicon"), path_of("language"))
    return IndexWords(lexicon.korean_forms, lexicon.english_forms)


@cache
def some_text(number: int) -> TreatyText:
    """An agreement of its own for each number, some longer than others."""
    articles = (f"제{place}조(등대 {place})\n당사국은 등대 {number * place}개를 지킨다." for place in range(1, 2 + number % 5))
    return read_treaty(Pasted(f"등대 협정 {number}", "\n".join([f"등대 협정 {number}", *articles])))[0]
