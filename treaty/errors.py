"""Errors that a user can do something about. Their sentences, in Korean and English, stand in resources/wording/errors.toml."""

from __future__ import annotations


class TreatyError(Exception):
    """Something the program cannot do with what it was given. `code` names the sentence to show, `places` fills its gaps.

    No traceback of these reaches a user: the window shows the sentence beside the document, the command line prints it.
    """

    def __init__(self, code: str, **places: object) -> None:
        self.code = code
        self.places = {name: str(value) for name, value in places.items()}
        detail = ", ".join(f"{name}={value}" for name, value in self.places.items())
        super().__init__(f"{code} ({detail})" if detail else code)


class ReadingError(TreatyError):
    """A file cannot be read as a treaty text: missing, empty, locked, binary, or of a kind that is not supported."""


class ComparisonError(TreatyError):
    """Texts cannot be compared as asked: too few, or in languages that do not fit the relation."""


class WritingError(TreatyError):
    """An export cannot be written; what stood under its name before is untouched."""


class RuleTableError(TreatyError):
    """A rule table under resources/, or a glossary, has a line that cannot be understood; names the file and the line."""


class Cancelled(Exception):
    """The user stopped the work. Nothing was changed."""
