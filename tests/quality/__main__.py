"""`python -m tests.quality` prints how well clauses are linked and errors are found. Asserts nothing."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from dataclasses import astuple
from pathlib import Path

import tests  # noqa: F401  (sets the number of threads before numpy is loaded)
from tests.quality import peers
from tests.quality.blind import FOR_DEVELOPMENT, blind_documents, blind_score
from tests.quality.counterparts import HELD_OUT, CounterpartScore, counterpart_scores, translated_strengths
from tests.quality.gold import OWN, SHARED, finest_gold_files, gold_files, read_gold
from tests.quality.inner import Tally, fitted, items_tally, left_out, sentences_tally, traits_of
from tests.quality.measures import CHECKED_DOCUMENTS, alignment_scores, bundled_toolkit, checking_report, false_alarms
from tests.quality.planted import HALVES, half_score
from tests.quality.planted_report import print_alarms, print_blind_lists, print_blind_scores, print_half, print_missed
from tests.quality.reading import reading_scores
from tests.quality.real_findings import readable_folders, sampled
from tests.quality.revised import bead_scores, edit_scores
from tests.quality.themes import theme_scores
from tests.quality.word_fitting import fit, samples, trade_off
from treaty.language.meaning import SentenceEncoder

ON_OWN_TEXTS = ("alignment", "sentences", "items", "counterparts", "planted", "peers", "versions")
"""The parts for which the repository's own texts are enough."""


def say(line: str = "") -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def print_alignment(gold: Sequence[Path]) -> None:
    say(f"Alignment of {', '.join(path.stem for path in gold)}")
    say("  (a link is right when exactly the same group stands in the gold)")
    say(f"  {'condition':<16} {'precision':>9} {'recall':>7} {'F1':>7}")
    for score in alignment_scores(gold):
        say(f"  {score.condition:<16} {score.precision:9.3f} {score.recall:7.3f} {score.f1:7.3f}")


def print_all_alignment() -> None:
    """By clauses, by points and by sentences, of the shared texts; and our own, which nothing was fitted on."""
    for kind in ("", ".point", ".sent"):
        if shared := [path for path in gold_files(kind) if path.parent != OWN]:
            print_alignment(shared)
    print_alignment([path for path in gold_files() if path.parent == OWN])


def print_counterparts() -> None:
    say("Counterparts: clauses of two different agreements on the same subject, hand-linked, within and across languages")
    instruments = bundled_toolkit().instruments
    scores = list(counterpart_scores(instruments))
    held_out = [score for score in scores if score.name.startswith(HELD_OUT)]
    fitted_on = [score for score in scores if score not in held_out]
    sums = (_together("all that was fitted on", fitted_on), _together("held out", held_out), _together("all", scores))
    for score in (*scores, *sums):
        precision, recall = score.right / max(1, score.made), score.right / max(1, score.wanted)
        strengths, of_clauses = score.strengths / max(1, score.right), score.clause_strengths / max(1, score.clauses)
        counts = f"({score.made} made, {score.wanted} wanted)"
        say(
            f"  {score.name:<26} precision {precision:.3f}  recall {recall:.3f}  strength right {strengths:.3f},"
            f" headings apart {of_clauses:.3f}  {counts}"
        )
    say("  Clauses of translations judged so, which are neither stronger nor weaker: how many are not said to be as strong")
    translated = list(translated_strengths(instruments.rules))
    for name, judged, other in (*translated, ("all", *map(sum, zip(*(row[1:] for row in translated), strict=True)))):
        say(f"  {name:<26} {other:4} of {judged:5}")


def _together(name: str, scores: Sequence[CounterpartScore]) -> CounterpartScore:
    return CounterpartScore(name, *(sum(column) for column in zip(*(astuple(score)[1:] for score in scores), strict=True)))


def print_sentences(gold: Sequence[Path]) -> None:
    say("Sentences inside links: faithful links of which one is said to stand alone; of those taken out, how many are found")
    encoder = SentenceEncoder()
    _print_tallies([(path.stem, sentences_tally(read_gold(path), encoder)) for path in gold])


def print_items(gold: Sequence[Path]) -> None:
    say(
        "Items inside sentences: faithful sentences of which one is said to stand alone; of those taken out, how many are found"
    )
    encoder = SentenceEncoder()
    texts = [read_gold(path) for path in gold]
    _print_tallies([(text.name, items_tally(text, encoder)) for text in texts])
    say("  The same with weights fitted on all other texts: of items that stand close to none, how many are called missing")
    traits = [traits_of(text, encoder) for text in texts]
    for number, (text, (present, missing)) in enumerate(zip(texts, traits, strict=True)):
        wrong, right = left_out(traits, number)
        say(f"  {text.name:<22} {wrong:4} of {len(present):5} that are there, {right:4} of {len(missing):5} that are missing")
    say(f"  weights fitted on all: {', '.join(f'{weight:.1f}' for weight in fitted(traits))}")


def _print_tallies(tallies: Sequence[tuple[str, Tally]]) -> None:
    total = Tally(*(sum(column) for column in zip(*(astuple(tally) for _, tally in tallies), strict=True)))
    for name, tally in (*tallies, ("all", total)):
        alarms = f"{tally.false_alarms:3} of {tally.faithful:4}"
        say(f"  {name:<22} false alarms {alarms}   found {tally.found:4} of {tally.taken_out:4}")


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


def print_sample(folders: Sequence[Path]) -> None:
    say("Findings of the default level on agreements in force, fifty by lot")
    for number, one in enumerate(sampled(folders, bundled_toolkit(), 50), start=1):
        places = [place.text if place else "∅" for place in (one.finding.left, one.finding.right)]
        say(f"{number}. {one.text} {one.path}: {one.finding.kind} {one.finding.rule}: {places[0]} | {places[1]}")
        for words in one.clauses:
            say(f"    {words}")


def print_reading() -> None:
    say("Reading: hand-checked clauses whose text, and whose text and number, are read exactly: to the letter of the checked")
    say("text; as printed, where a number that it left among a clause's words is read as a number; and how many are not whole")
    say(f"  {'text':<20} {'clauses':>7}   {'to the letter':>15}   {'as printed':>15}   {'lost':>4}")
    for score in reading_scores(SHARED / "texts", bundled_toolkit()):
        letter, printed = score.to_the_letter, score.as_printed
        say(
            f"  {score.name:<20} {score.clauses:7}   {letter.text:7.3f} {letter.number:7.3f}"
            f"   {printed.text:7.3f} {printed.number:7.3f}   {score.lost:4}"
        )


def print_themes() -> None:
    say("Themes of the clauses of two documents, micro-averaged")
    say(f"  {'language':<10} {'precision':>9} {'recall':>7}")
    for score in theme_scores(SHARED / "checks", bundled_toolkit()):
        say(f"  {score.language:<10} {score.precision:9.3f} {score.recall:7.3f}")


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


def print_blind(faithful: bool) -> None:
    """Lists (`faithful`) are of the documents for development only."""
    toolkit = bundled_toolkit()
    say("Errors planted by others in documents that the rules were not made from: found, false alarms per 100 clauses, traps")
    scores = [blind_score(document, toolkit) for document in blind_documents()]
    print_blind_scores(scores, say)
    for score in scores:
        if faithful and score.name in FOR_DEVELOPMENT:
            print_blind_lists(score, say)


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


def print_peers() -> None:
    """What others' programs do with the same texts; see peers.py for what of them has to be installed."""
    for half in HALVES:
        say(f"Peers on the {half} half's errors: found (wherever in the clause), complaints per 100 faithful clauses")
        for one in peers.checks(half, SHARED / "texts" / "gold"):
            alarms = 100 * one.complaints / max(1, one.faithful)
            say(f"  {one.name:<20} {one.found:5} of {one.planted:5}  {one.found / one.planted:6.1%} {alarms:7.1f}")
    say("What changed between versions: changes a clause, share of characters marked, ends of changes inside a run of letters")
    for diff in peers.diffs(bundled_toolkit()):
        say(f"  {diff.name:<20} {diff.changes:6.2f} {diff.marked:7.1%} {diff.inside_words:7.1%}")
    if SHARED.is_dir() and (linked := list(peers.alignments([path for path in gold_files() if path.parent != OWN]))):
        say("galechurch on the benchmark of alignment, strict F1")
        say("  " + "  ".join(f"{condition} {f1:.3f}" for condition, f1 in linked))


def print_word_weights() -> None:
    """The weights of treaty/comparison/word_odds.py fitted anew, and what each threshold finds where a text is left out."""
    found = samples(SHARED / "texts" / "gold", bundled_toolkit())
    for name, of in (("one word", found.words), ("two words", found.exchanges)):
        made = fit(of)
        say(f"Weights for {name}: {sum(sample.wrong for sample in of)} wrong ones, {len(of)} in all")
        say(f"  {', '.join(f'{trait}={weight:.2f}' for trait, weight in made.weights.items())}; bias {made.bias:.2f}")
        say(f"  usual: {', '.join(f'{trait}={value:.3f}' for trait, value in made.usual.items())}")
        for per_hundred, odds, caught in trade_off(of, made, found.clauses):
            say(f"  {per_hundred:.1f} false alarms per 100 clauses at log-odds {odds:5.2f}: {caught}")


def main() -> int:
    parts: dict[str, Callable[[], None]] = {
        "reading": print_reading,
        "alignment": print_all_alignment,
        "sentences": lambda: print_sentences(gold_files()),
        "counterparts": print_counterparts,
        "items": lambda: print_items(finest_gold_files()),
        "checking": print_checking,
        "real": lambda: print_false_alarms(sorted(path for path in (SHARED / "texts" / "raw").iterdir() if path.is_dir())),
        "sample": lambda: print_sample(readable_folders(SHARED / "texts" / "raw")),
        "versions": lambda: print_versions(options.show),
        "words": print_word_weights,
        "themes": print_themes,
        "peers": print_peers,
        "blind": lambda: print_blind(options.faithful),
        "planted": lambda: print_planted(
            list(HALVES) if options.half == "both" else [options.half], options.show, options.faithful
        ),
    }
    parser = argparse.ArgumentParser(prog="python -m tests.quality", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"what to measure: {', '.join(parts)}; all without a name")
    parser.add_argument("--half", choices=[*HALVES, "both"], default="both", help="planted: which half of the texts")
    parser.add_argument(
        "--show", metavar="CLASS", help="planted: the missed errors of a class, development half only; versions: what is missed"
    )
    parser.add_argument("--faithful", action="store_true", help="planted, blind: the false alarms, development texts only")
    options = parser.parse_args()
    asked = options.parts or list(parts)
    if unknown := set(asked) - set(parts):
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    if not SHARED.is_dir():
        say(f"Most texts to measure on are kept in {SHARED}, which is not here; what follows is measured on our own.")
        asked = [part for part in asked if part in ON_OWN_TEXTS]
    for part in asked:
        parts[part]()
        say()
    return 0


if __name__ == "__main__":
    sys.exit(main())
