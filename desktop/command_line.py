"""`daejo` on the command line: compare, outline, export, and the door to the window. Never imports Qt itself."""

from __future__ import annotations

import argparse
import json
import locale
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from desktop.annotating import annotate, told
from desktop.command_parser import RELATIONS, WINDOW, Run, parser_for
from desktop.doubts import doubts
from desktop.exporting import expect_outputs, write_correction_table, write_review, write_terms, write_tracked_changes
from desktop.faults import told as told_fault
from desktop.listing import listed_findings, listed_four_way, listed_outline, listed_terms
from desktop.nearest_command import nearest
from desktop.report_arguments import report_options
from desktop.themes_listing import listed_overview
from desktop.toolkit import Toolkit, load_toolkit
from desktop.traces import traces
from resources.wording_table import Wording, load_wording
from treaty.errors import ReadingError, TreatyError, WritingError
from treaty.model import Language, Relation, TreatyText
from treaty.progress import Progress, SilentProgress
from treaty.reading.ledger import ledger_of
from treaty.review.review import Review
from treaty.review.review_file import load_review, save_review
from treaty.themes.overview import ThemeRow

DONE, FAILED, FAULTY, STOPPED = 0, 3, 4, 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs the program; returns 0 when done, 3 where a file could not be read or written, 4 after a fault of the program, and
    130 where the user stopped it; wrong usage exits with 2."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    words = load_wording(_language_of(given))
    try:
        options = parser_for(given, words, _RUNS).parse_args(given)
        status: int = options.run(options)
    except TreatyError as error:
        print(f"daejo: {words(f'errors.{error.code}', **error.places)}", file=sys.stderr)
        return FAILED
    except BrokenPipeError:
        # Whoever read our output has enough; leave Python nothing to flush into the closed pipe.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except KeyboardInterrupt:
        return STOPPED
    except Exception as fault:  # of the program: its message may quote a document, and no traceback reaches a user
        print(f"daejo: {words('cli.fault')}\n{told_fault(fault)}", file=sys.stderr)
        return FAULTY
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


def _compare(options: argparse.Namespace) -> int:
    expect_outputs(options.output)
    toolkit = load_toolkit(options.glossary, cache_folder=_cache_folder(options))
    relation = RELATIONS[options.relation]
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


def _nearest(options: argparse.Namespace) -> int:
    toolkit = load_toolkit(cache_folder=_cache_folder(options))
    print(nearest(options, toolkit, load_wording(_chosen_language(options))))
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
    if options.forget:
        return _forget(load_wording(_chosen_language(options)))
    for file in options.files:
        if not file.exists():
            raise ReadingError("missing_file", file=file)
    from desktop import application, grabbing

    toolkit: Toolkit = load_toolkit(cache_folder=_cache_folder(options))
    asked = Language(options.language) if options.language else None
    if options.grab:
        grabbing.grab(options.files, options.grab, options.size, toolkit, asked)
        return DONE
    return application.run_window(options.files, toolkit, asked, private=options.private)


def _forget(words: Wording) -> int:
    """Takes away what was kept, and says what that was and what stays."""
    places = traces()
    for path in places.forget():
        print(words("cli.forgotten", file=path))
    for path in places.kept():
        print(words("cli.not_forgotten", file=path))
    return DONE


def _cache_folder(options: argparse.Namespace) -> Path | None:
    """Where this user's vectors are kept; nowhere in a private session."""
    return None if options.private else traces().cache


def _chosen_language(options: argparse.Namespace) -> Language:
    return Language(options.language) if options.language else _language_of([])


_RUNS: Mapping[str, Run] = {
    WINDOW: _open_window,
    "compare": _compare,
    "outline": _outline,
    "themes": _themes,
    "nearest": _nearest,
    "terms": _terms,
    "export": _export,
    "judge": _judge,
}
