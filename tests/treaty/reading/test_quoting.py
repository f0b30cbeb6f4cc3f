"""Text that was pasted from mail: the marks of quotation are set aside, and the lines between them are put together."""

from __future__ import annotations

from treaty.model import SetAsideReason
from treaty.reading import Pasted, read_treaty
from treaty.reading.ledger import ledger_of

MAIL = """\
Here is the draft:

> Agreement on Lighthouses
>
> Article 1
> The two States keep the lighthouses on their coasts in good order and inform
> each other of every lamp that is out. They do so within three days, and without
> being asked to.
> > Article 2
> > This Agreement enters into force on signature.
"""


def test_quoted_lines_lose_their_marks_and_nothing_else() -> None:
    (text,) = read_treaty(Pasted("mail", MAIL))
    whole = "The two States keep the lighthouses on their coasts in good order and inform each other of every lamp that is out."
    articles = [(clause.path, clause.text) for clause in text.clauses if clause.path.startswith("Article") and clause.text]
    assert [path for path, _ in articles] == ["Article 1", "Article 2"]
    assert articles[0][1].startswith(whole)
    assert [(part.reason, part.text.count(">")) for part in text.set_aside] == [(SetAsideReason.PAGE_FURNITURE, 10)]
    ledger = ledger_of([text])
    assert ledger.unaccounted == 0
    assert ledger.in_clauses + ledger.set_aside == sum(not character.isspace() for character in MAIL)


def test_one_mark_is_no_quotation() -> None:
    (text,) = read_treaty(Pasted("note", "> Article 1\nThe two States keep the lighthouses."))
    assert text.clauses[0].text == "> Article 1"
    assert not text.set_aside
