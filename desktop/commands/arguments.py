"""The arguments of `daejo`: one parser a command. Loads nothing that only running a command needs."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from desktop.commands.argument_words import in_language
from desktop.commands.report_arguments import add_report_arguments
from desktop.traces.places import traces
from desktop.versions import versions
from resources.wording_table import Wording
from treaty.model import Language, Relation

WINDOW = "window"
"""The name of what runs where no command is given."""


def parser_for(given: Sequence[str], words: Wording) -> argparse.ArgumentParser:
    """The parser for these arguments: of all commands where the first names one, else of the window.

    The parsed options carry the name of the command, that of its module in this folder, as `command`.
    """
    parser = _program(words)
    if given and given[0] in _COMMANDS:
        return _with_commands(parser, words)
    _add_window(parser, words)
    parser.set_defaults(command=WINDOW)
    return parser


def whole_parser(words: Wording) -> argparse.ArgumentParser:
    """Every command and option in one parser: what the manual page and the completion of shells are made from."""
    parser = _program(words)
    _add_window(parser, words)
    return _with_commands(parser, words)


def _program(words: Wording) -> argparse.ArgumentParser:
    parser = in_language(
        argparse.ArgumentParser(prog="daejo", add_help=False, description=words("cli.daejo"), epilog=words("cli.commands")),
        words,
    )
    parser.add_argument("--version", action=_ShowVersions, help=words("cli.version"))
    return parser


def _with_commands(parser: argparse.ArgumentParser, words: Wording) -> argparse.ArgumentParser:
    commands = parser.add_subparsers(required=True, metavar="COMMAND", prog="daejo")
    for name, add in _COMMANDS.items():
        about = words(f"cli.{name}")
        command = in_language(commands.add_parser(name, help=about, description=about, add_help=False), words)
        add(command, words)
        command.set_defaults(command=name)
    return parser


def _add_window(parser: argparse.ArgumentParser, words: Wording) -> None:
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help=words("cli.window_files"))
    parser.add_argument("--grab", type=Path, metavar="OUT.png", help=words("cli.grab"))
    parser.add_argument("--size", type=_size, default=(1600, 1000), metavar="1600x1000", help=words("cli.size"))
    parser.add_argument("--forget", action="store_true", help=words("cli.forget"))
    _add_private(parser, words)
    _add_language(parser, words)


def _add_compare(parser: argparse.ArgumentParser, words: Wording) -> None:
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help=words("cli.files"))
    _add_output(parser, words)
    add_report_arguments(parser, words)
    parser.add_argument("--json", action="store_true", help=words("cli.json"))
    parser.add_argument("--relation", choices=["auto", *Relation], default="auto", help=words("cli.relation"))
    parser.add_argument("--glossary", type=Path, action="append", default=[], metavar="FILE", help=words("cli.glossary"))
    parser.add_argument("--review", type=Path, metavar="FILE.daejo", help=words("cli.review"))
    parser.add_argument("--original", action="store_true", help=words("cli.original"))
    parser.add_argument("--thorough", action="store_true", help=words("cli.thorough"))
    _add_private(parser, words)
    _add_language(parser, words)


def _add_outline(parser: argparse.ArgumentParser, words: Wording) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help=words("cli.file"))
    parser.add_argument("--original", action="store_true", help=words("cli.original"))
    parser.add_argument("--json", action="store_true", help=words("cli.json"))
    _add_language(parser, words)


def _add_themes(parser: argparse.ArgumentParser, words: Wording) -> None:
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help=words("cli.theme_files"))
    parser.add_argument("--json", action="store_true", help=words("cli.json"))
    _add_private(parser, words)
    _add_language(parser, words)


def _add_nearest(parser: argparse.ArgumentParser, words: Wording) -> None:
    parser.add_argument("clause", metavar="CLAUSE", help=words("cli.nearest_clause"))
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help=words("cli.nearest_files"))
    parser.add_argument("--count", type=int, default=3, metavar="N", help=words("cli.nearest_count"))
    parser.add_argument("--json", action="store_true", help=words("cli.json"))
    _add_private(parser, words)
    _add_language(parser, words)


def _add_export(parser: argparse.ArgumentParser, words: Wording) -> None:
    parser.add_argument("review", type=Path, metavar="REVIEW.daejo", help=words("cli.review_file"))
    _add_output(parser, words)
    parser.add_argument(
        "--corrections", type=Path, action="extend", nargs="+", default=[], metavar="OUT", help=words("cli.corrections")
    )
    parser.add_argument(
        "--tracked", type=Path, action="extend", nargs="+", default=[], metavar="OUT", help=words("cli.tracked")
    )
    parser.add_argument(
        "--annotate", type=Path, action="append", nargs=2, default=[], metavar=("FILE", "COPY"), help=words("cli.annotate")
    )
    add_report_arguments(parser, words)
    _add_language(parser, words)


def _add_terms(parser: argparse.ArgumentParser, words: Wording) -> None:
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help=words("cli.files"))
    parser.add_argument("--term", metavar="TERM", help=words("cli.term"))
    parser.add_argument("--json", action="store_true", help=words("cli.json"))
    parser.add_argument("--glossary", type=Path, action="append", default=[], metavar="FILE", help=words("cli.glossary"))
    parser.add_argument(
        "-o", "--output", type=Path, action="extend", nargs="+", default=[], metavar="OUT", help=words("cli.terms_output")
    )
    _add_private(parser, words)
    _add_language(parser, words)


def _add_judge(parser: argparse.ArgumentParser, words: Wording) -> None:
    parser.add_argument("review", type=Path, metavar="REVIEW.daejo", help=words("cli.review_file"))
    parser.add_argument("workbook", type=Path, metavar="FILE.xlsx", help=words("cli.workbook"))
    parser.add_argument("-o", "--output", type=Path, metavar="OUT.daejo", help=words("cli.judged"))
    parser.add_argument("--reviewer", default="", metavar="TEXT", help=words("cli.reviewer"))
    _add_language(parser, words)


def _add_output(parser: argparse.ArgumentParser, words: Wording) -> None:
    parser.add_argument(
        "-o", "--output", type=Path, action="extend", nargs="+", default=[], metavar="OUT",
        help=words("cli.output"),
    )  # fmt: skip


def _add_language(parser: argparse.ArgumentParser, words: Wording) -> None:
    parser.add_argument("--language", choices=list(Language), default=None, help=words("cli.language"))


def _add_private(parser: argparse.ArgumentParser, words: Wording) -> None:
    parser.add_argument("--private", action="store_true", help=words("cli.private"))


def _size(text: str) -> tuple[int, int]:
    width, _, height = text.partition("x")
    if not (width.isdigit() and height.isdigit() and 200 <= int(width) <= 10_000 and 200 <= int(height) <= 10_000):
        raise argparse.ArgumentTypeError(text)
    return int(width), int(height)


def _add_library(parser: argparse.ArgumentParser, words: Wording) -> None:
    parser.description = words("cli.library_about", file=str(traces().library).replace("%", "%%"))
    _add_library_commands(parser, words)


def _add_library_commands(parser: argparse.ArgumentParser, words: Wording) -> None:
    """The commands of `daejo library` and their options."""
    commands = parser.add_subparsers(required=True, metavar="add|find|list|remove", prog="daejo library")
    add = _library_command(commands, "add", words)
    add.add_argument("files", nargs="+", type=Path, metavar="FILE|FOLDER", help=words("cli.library_paths"))
    find = _library_command(commands, "find", words)
    find.add_argument("asked", metavar="TEXT", help=words("cli.library_asked"))
    find.add_argument("--count", type=int, default=5, metavar="N", help=words("cli.library_count"))
    find.add_argument("--json", action="store_true", help=words("cli.json"))
    listing = _library_command(commands, "list", words)
    listing.add_argument("--json", action="store_true", help=words("cli.json"))
    remove = _library_command(commands, "remove", words)
    remove.add_argument("numbers", nargs="+", type=int, metavar="NUMBER", help=words("cli.library_numbers"))


def _library_command(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], name: str, words: Wording
) -> argparse.ArgumentParser:
    about = words(f"cli.library_{name}")
    parser: argparse.ArgumentParser = in_language(
        commands.add_parser(name, help=about, description=about, add_help=False), words
    )
    parser.add_argument("--library", type=Path, default=traces().library, metavar="FILE", help=words("cli.library_file"))
    _add_language(parser, words)
    parser.set_defaults(action=name)
    return parser


class _ShowVersions(argparse.Action):
    """Prints the versions, a line each, and leaves. They are looked up only then."""

    def __init__(self, option_strings: Sequence[str], dest: str, help: str | None = None) -> None:
        super().__init__(option_strings, dest, nargs=0, help=help)

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        print("\n".join(f"{name} {number}" for name, number in versions().items()))
        parser.exit()


_COMMANDS: Mapping[str, Callable[[argparse.ArgumentParser, Wording], None]] = {
    "compare": _add_compare,
    "outline": _add_outline,
    "themes": _add_themes,
    "nearest": _add_nearest,
    "terms": _add_terms,
    "library": _add_library,
    "export": _add_export,
    "judge": _add_judge,
}
