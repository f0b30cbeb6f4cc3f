"""`python -m tests.quality` prints how well clauses are linked and errors are found. Asserts nothing."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

import tests  # noqa: F401  (sets the number of threads before numpy is loaded)
from tests.quality.measures import CHECKED_DOCUMENTS, SHARED, alignment_scores, bundled_toolkit, checking_report, false_alarms
from tests.quality.planted import HALVES, half_score
from tests.quality.planted_report import print_alarms, print_half, print_missed
from tests.quality.reading import reading_scores
from tests.quality.revised import bead_scores, edit_scores


def say(line: str = "") -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def print_alignment(gold: Sequence[Path]) -> None:
    say(f"Alignment of {len(gold)} hand-linked texts (a link is right when exactly the same group stands in the gold)")
    say(f"  {'condition':<16} {'precision':>9} {'recall':>7} {'F1':>7}")
    for score in alignment_scores(gold):
        say(f"  {score.condition:<16} {score.precision:9.3f} {score.recall:7.3f} {score.f1:7.3f}")


def print_checking() -> None:
    toolkit = bundled_toolkit()
    for document in CHECKED_DOCUMENTS:
        say(f"Checking: document {document} with planted errors, and as it was without them")
        for line in checking_report(document, toolkit).splitlines():
            say(f"  {line}")


def print_false_alarms(folders: Sequence[Path]) -> None:
    say("Findings on agreements in force (taken to be faithful; some of these findings are real)")
    say(f"  {'text':<18} {'links':>6} {'findings':>9} {'per 100':>8}")
    measured = list(false_alarms(folders, bundled_toolkit()))
    for one in measured:
        say(f"  {one.name:<18} {one.links:6} {one.findings:9} {one.per_hundred:8.1f}")
    links, findings = sum(one.links for one in measured), sum(one.findings for one in measured)
    say(f"  {'all':<18} {links:6} {findings:9} {100 * findings / max(1, links):8.1f}")


def print_reading() -> None:
    say("Reading: hand-checked clauses whose text, and whose text and number, are read exactly")
    say(f"  {'text':<20} {'clauses':>7} {'text':>7} {'number':>7}")
    for score in reading_scores(SHARED / "texts", bundled_toolkit()):
        say(f"  {score.name:<20} {score.clauses:7} {score.text:7.3f} {score.label:7.3f}")


def print_planted(halves: Sequence[str], show: str | None, faithful: bool) -> None:
    """Lists (`show`, `faithful`) are of the development half only: nobody looks at what is measured on."""
    toolkit = bundled_toolkit()
    for half in ["development"] if show or faithful else halves:
        score = half_score(half, SHARED / "texts" / "gold", toolkit)
        if show:
            print_missed(show, score.found, say)
        if faithful:
            print_alarms(score.alarms, say)
        if not (show or faithful):
            print_half(half, score, say)


def print_versions(show: str | None) -> None:
    toolkit = bundled_toolkit()
    say("Versions: clauses told rightly to be the same, changed, added or deleted, linked as by hand")
    for beads in bead_scores(SHARED / "texts" / "versions", toolkit):
        say(f"  {beads.name:<32} {beads.right:4} of {beads.beads:4}  {100 * beads.right / beads.beads:6.1f} %")
        for line in beads.wrong if show else ():
            say(f"    {line}")
    say("Versions of our own: edits found, change of meaning told rightly, findings on no edit, hunks a clause, share marked")
    for edits in edit_scores(toolkit):
        say(
            f"  {edits.name:<32} {edits.found:4} of {edits.edits:4} {edits.meaning_right:6} {edits.beside:6}"
            f" {edits.hunks:6.1f} {100 * edits.marked:6.0f} %"
        )
        for line in edits.missed if show else ():
            say(f"    {line}")


def main() -> int:
    parts: dict[str, Callable[[], None]] = {
        "reading": print_reading,
        "alignment": lambda: print_alignment(sorted((SHARED / "texts" / "gold").glob("*.json"))),
        "checking": print_checking,
        "real": lambda: print_false_alarms(sorted(path for path in (SHARED / "texts" / "raw").iterdir() if path.is_dir())),
        "versions": lambda: print_versions(options.show),
        "planted": lambda: print_planted(
            list(HALVES) if options.half == "both" else [options.half], options.show, options.faithful
        ),
    }
    parser = argparse.ArgumentParser(prog="python -m tests.quality", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"what to measure: {', '.join(parts)}; all without a name")
    parser.add_argument("--half", choices=[*HALVES, "both"], default="both", help="planted: which half of the texts")
    parser.add_argument("--show", metavar="CLASS", help="planted: the missed errors of a class, development half only")
    parser.add_argument("--faithful", action="store_true", help="planted: the false alarms, development half only")
    options = parser.parse_args()
    asked = options.parts or list(parts)
    if unknown := set(asked) - set(parts):
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    if not SHARED.is_dir() and not set(asked) <= {"planted", "versions"}:
        say(f"Nothing to measure on: the hand-linked texts are kept in {SHARED}, which is not here.")
        return 0
    for part in asked:
        parts[part]()
        say()
    return 0


if __name__ == "__main__":
    sys.exit(main())
