"""`daejo` on the command line: compare, outline, export, and the door to the window. Never imports Qt itself."""

from __future__ import annotations

import argparse
import json
import locale
import os
import sys
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from platformdirs import user_cache_path

from desktop.annotating import annotate, told
from desktop.doubts import doubts
from desktop.exporting import write_correction_table, write_review, write_terms, write_tracked_changes
from desktop.library_command import add_library_command
from desktop.listing import listed_findings, listed_four_way, listed_outline, listed_terms
from desktop.precedents.earlier import library_path
from desktop.report_arguments import add_report_arguments, report_options
from desktop.themes_listing import listed_overview
from desktop.toolkit import Toolkit, load_toolkit
from resources.wording_table import Wording, load_wording
from treaty.errors import ReadingError, TreatyError, WritingError
from treaty.model import Language, Relation, TreatyText
from treaty.progress import Progress, SilentProgress
from treaty.reading.ledger import ledger_of
from treaty.review.review import Review
from treaty.review.review_file import load_review, save_review
from treaty.themes.overview import ThemeRow

DONE, FAILED = 0, 3
COMMANDS = ("compare", "outline", "themes", "terms", "library", "export", "judge")
_RELATIONS = {"auto": None} | {relation.value: relation for relation in Relation}


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the program; returns 0 when done and 3 where a file could not be read or written; wrong usage exits with 2."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    words = load_wording(_language_of(given))
    try:
        options = _parser(words, given).parse_args(given)
        status: int = options.run(options)
    except TreatyError as error:
        print(f"daejo: {words(f'errors.{error.code}', **error.places)}", file=sys.stderr)
        return FAILED
    except BrokenPipeError:
        # Whoever read our output has enough; leave Python nothing to flush into the closed pipe.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    return status


def _language_of(given: Sequence[str]) -> Language:
    """The language of messages: as asked for with --language, else the system's."""
    for index, argument in enumerate(given):
        name, _, value = argument.partition("=")
        if name == "--language":
            asked = value or next(iter(given[index + 1 :]), "")
            if asked in list(Language):
                return Language(asked)
    system = locale.getlocale()[0] or os.environ.get("LANG", "")
    return Language.KOREAN if system.startswith(("ko", "Korean")) else Language.ENGLISH


def _parser(words: Wording, given: Sequence[str]) -> argparse.ArgumentParser:
    """The parser of the command named first; without a command, that of the window."""
    parser = argparse.ArgumentParser(prog="daejo", description=words("cli.daejo"), epilog=words("cli.commands"))
    parser.add_argument("--version", action="version", version=f"daejo {_version()}")
    if not given or given[0] not in COMMANDS:
        _add_window(parser, words)
        return parser
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    _add_compare(commands.add_parser("compare", help=words("cli.compare"), description=words("cli.compare")), words)
    _add_outline(commands.add_parser("outline", help=words("cli.outline"), description=words("cli.outline")), words)
    _add_themes(commands.add_parser("themes", help=words("cli.themes"), description=words("cli.themes")), words)
    add_library_command(commands.add_parser("library", help=words("cli.library"), description=_about_library(words)), words)
    _add_export(commands.add_parser("export", help=words("cli.export"), description=words("cli.export")), words)
    _add_terms(commands.add_parser("terms", help=words("cli.terms"), description=words("cli.terms")), words)
    _add_judge(commands.add_parser("judge", help=words("cli.judge"), description=words("cli.judge")), words)
    return parser


def _about_library(words: Wording) -> str:
    """What the library is, and where it stands unless the user names another place."""
    return words("cli.library_about", file=str(library_path()).replace("%", "%%"))


def _add_window(parser: argparse.ArgumentParser, words: Wording) -> None:
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help=words("cli.window_files"))
    parser.add_argument("--grab", type=Path, metavar="OUT.png", help=words("cli.grab"))
    parser.add_argument("--size", type=_size, default=(1600, 1000), metavar="1600x1000", help=words("cli.size"))
    _add_private(parser, words)
    _add_language(parser, words)
    parser.set_defaults(run=_open_window)


def _add_compare(parser: argparse.ArgumentParser, words: Wording) -> None:
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help=words("cli.files"))
    _add_output(parser, words)
    add_report_arguments(parser, words)
    parser.add_argument("--json", action="store_true", help=words("cli.json"))
    parser.add_argument("--relation", choices=list(_RELATIONS), default="auto", help=words("cli.relation"))
    parser.add_argument("--glossary", type=Path, action="append", default=[], metavar="FILE", help=words("cli.glossary"))
    parser.add_argument("--review", type=Path, metavar="FILE.daejo", help=words("cli.review"))
    parser.add_argument("--original", action="store_true", help=words("cli.original"))
    parser.add_argument("--thorough", action="store_true", help=words("cli.thorough"))
    _add_private(parser, words)
    _add_language(parser, words)
    parser.set_defaults(run=_compare)


def _add_outline(parser: argparse.ArgumentParser, words: Wording) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help=words("cli.file"))
    parser.add_argument("--original", action="store_true", help=words("cli.original"))
    parser.add_argument("--json", action="store_true", help=words("cli.json"))
    _add_language(parser, words)
    parser.set_defaults(run=_outline)


def _add_themes(parser: argparse.ArgumentParser, words: Wording) -> None:
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE", help=words("cli.theme_files"))
    parser.add_argument("--json", action="store_true", help=words("cli.json"))
    _add_private(parser, words)
    _add_language(parser, words)
    parser.set_defaults(run=_themes)


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
    parser.set_defaults(run=_export)


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
    parser.set_defaults(run=_terms)


def _add_judge(parser: argparse.ArgumentParser, words: Wording) -> None:
    parser.add_argument("review", type=Path, metavar="REVIEW.daejo", help=words("cli.review_file"))
    parser.add_argument("workbook", type=Path, metavar="FILE.xlsx", help=words("cli.workbook"))
    parser.add_argument("-o", "--output", type=Path, metavar="OUT.daejo", help=words("cli.judged"))
    parser.add_argument("--reviewer", default="", metavar="TEXT", help=words("cli.reviewer"))
    _add_language(parser, words)
    parser.set_defaults(run=_judge)


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


def _compare(options: argparse.Namespace) -> int:
    toolkit = load_toolkit(options.glossary, cache_folder=_cache_folder(options))
    relation = _RELATIONS[options.relation]
    review = toolkit.compare_files(
        options.files, relation, SilentProgress(), thorough=options.thorough, original=options.original
    )
    if options.review:
        review = review.decided_as(load_review(options.review))
    for sentence in doubts(review, load_wording(_chosen_language(options))):
        print(f"daejo: {sentence}", file=sys.stderr)
    chosen = report_options(options, review, _chosen_language(options))
    for path in options.output:
        write_review(review, path, chosen, toolkit.find_themes)
    if options.json:
        _print_comparison(review, toolkit)
    elif not options.output:
        words = load_wording(_chosen_language(options))
        print("\n".join([*listed_findings(review, words), *listed_four_way(review, words)]))
    return DONE


def _outline(options: argparse.Namespace) -> int:
    from exporters.json import outline_json

    texts = load_toolkit().read_files([options.file], original=options.original)
    ledger = ledger_of(texts)
    if options.json:
        print(json.dumps(outline_json(texts, ledger.as_counts()), ensure_ascii=False, indent=1))
    else:
        print("\n".join(listed_outline(texts, ledger, load_wording(_chosen_language(options)))))
    return DONE


def _themes(options: argparse.Namespace) -> int:
    from exporters.json import themes_json

    toolkit = load_toolkit(cache_folder=_cache_folder(options))
    overview = toolkit.overview_of(toolkit.read_files(options.files))
    if options.json:
        printed = themes_json(overview.texts, overview.themes, overview.profiles, overview.similarities, overview.proposals)
        print(json.dumps(printed, ensure_ascii=False, indent=1))
    else:
        names = toolkit.instruments.rules.commitment.names
        print("\n".join(listed_overview(overview, names, load_wording(_chosen_language(options)))))
    return DONE


def _terms(options: argparse.Namespace) -> int:
    from exporters.json import terms_json

    toolkit = load_toolkit(options.glossary, cache_folder=_cache_folder(options))
    review = toolkit.compare_files(options.files, Relation.TRANSLATION, SilentProgress())
    terms = toolkit.terms(review, options.term)
    for path in options.output:
        write_terms(terms, path, load_wording(_chosen_language(options)))
    if options.json:
        print(json.dumps(terms_json(terms), ensure_ascii=False, indent=1))
    elif not options.output:
        print("\n".join(listed_terms(terms, load_wording(_chosen_language(options)))))
    return DONE


def _export(options: argparse.Namespace) -> int:
    if not (options.output or options.corrections or options.annotate or options.tracked):
        raise WritingError("nothing_to_write")
    review = load_review(options.review)
    chosen = report_options(options, review, _chosen_language(options))
    for path in options.output:
        write_review(review, path, chosen, _find_themes)
    for path in options.corrections:
        write_correction_table(review, path, chosen)
    for path in options.tracked:
        write_tracked_changes(review, path, chosen)
    for source, copy in options.annotate:
        print(told(annotate(review, source, copy, chosen), copy, load_wording(_chosen_language(options))))
    return DONE


def _find_themes(texts: Sequence[TreatyText], progress: Progress) -> Sequence[ThemeRow]:
    """Finds themes with a toolkit that is loaded only where a format asks for them."""
    return load_toolkit().find_themes(texts, progress)


def _judge(options: argparse.Namespace) -> int:
    """Takes over what was written into a workbook; what contradicts the review is listed."""
    from desktop.reading_back import as_one_edit, judgements_of, lines_of

    review = load_review(options.review)
    back = judgements_of(options.workbook, review, options.reviewer)
    review.apply(as_one_edit(back))
    save_review(review, options.output or options.review)
    print("\n".join(lines_of(back, load_wording(_chosen_language(options)))))
    return DONE


def _print_comparison(review: Review, toolkit: Toolkit) -> None:
    from exporters.json import comparison_json

    print(json.dumps(comparison_json(review, toolkit.find_themes(review.texts)), ensure_ascii=False, indent=1))


def _open_window(options: argparse.Namespace) -> int:
    """Hands over to the window; only here, and only then, Qt is loaded."""
    for file in options.files:
        if not file.exists():
            raise ReadingError("missing_file", file=file)
    from desktop import application

    toolkit: Toolkit = load_toolkit(cache_folder=_cache_folder(options))
    asked = Language(options.language) if options.language else None
    if options.grab:
        application.grab(options.files, options.grab, options.size, toolkit, asked)
        return DONE
    return application.run_window(options.files, toolkit, asked)


def _cache_folder(options: argparse.Namespace) -> Path | None:
    """Where this user's vectors are kept; nowhere in a private session."""
    return None if options.private else user_cache_path("daejo", appauthor=False)


def _chosen_language(options: argparse.Namespace) -> Language:
    return Language(options.language) if options.language else _language_of([])


def _version() -> str:
    try:
        return version("daejo")
    except PackageNotFoundError:
        return "0"
