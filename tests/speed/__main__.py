"""`python -m tests.speed` prints how long the work takes, as a multiple of encoding 100 clauses on the same machine in the
same run: the ratios can be compared between machines, seconds cannot. Nothing is asserted: figures are watched."""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

import tests  # noqa: F401  (sets the number of threads before numpy is loaded)
from desktop.toolkit import Toolkit, load_toolkit
from exporters import write_report
from tests.speed.clauses import clause
from tests.speed.exports import FORMATS, export_cost
from tests.speed.linking import SIZES, LinkingCost, cost_of
from tests.speed.precedents import AGREEMENTS, library_cost
from tests.speed.reading import PAGES, PLAIN_TEXT, costs, long_files
from tests.speed.starting import starts
from tests.speed.versions import PAGES as VERSION_PAGES
from tests.speed.versions import cost_of_versions
from tests.speed.window import print_window
from treaty.alignment import align
from treaty.comparison import find_findings
from treaty.language.meaning import SentenceEncoder
from treaty.model import Language, Relation
from treaty.progress import SilentProgress
from treaty.review.report import ReportOptions, build_report
from treaty.review.review import Comparison, Review

Result = TypeVar("Result")
READ_CLAUSES = 3000
COMPARED = (100, 1000)


def timed(work: Callable[[], Result]) -> tuple[Result, float]:
    started = time.perf_counter()
    result = work()
    return result, time.perf_counter() - started


def reference() -> float:
    """Seconds to encode 100 clauses with a fresh encoder that has loaded its model."""
    encoder = SentenceEncoder()
    encoder.encode(["warm"])
    return timed(lambda: encoder.encode([clause(number, 1) for number in range(9001, 9101)]))[1]


def measured(clauses: int, folder: Path, toolkit: Toolkit) -> dict[str, float]:
    """Seconds for each stage of comparing two texts of so many clauses."""
    files = [written(clauses, language, folder) for language in (0, 1)]
    taken: dict[str, float] = {}
    (left, right), taken["reading"] = timed(lambda: toolkit.read_files(files))
    tools = toolkit.instruments
    encoder = SentenceEncoder()
    encoder.encode(["warm"])
    texts = [[one.text for one in text.clauses] for text in (left, right)]
    _, taken["encoding"] = timed(lambda: [encoder.encode(of) for of in texts])
    links, taken["aligning"] = timed(lambda: align(left, right, glossary=tools.glossary, encoder=encoder))
    found, taken["comparing"] = timed(
        lambda: find_findings(links, left, right, Relation.TRANSLATION, rules=tools.rules, glossary=tools.glossary)
    )
    review = Review((left, right), (Comparison(left.id, right.id, Relation.TRANSLATION, tuple(links), tuple(found)),))
    report = build_report(review, ReportOptions(Language.ENGLISH))
    for ending in ("pdf", "docx"):
        path = folder / f"{clauses}.{ending}"
        _, taken[f"exporting {ending.upper()}"] = timed(lambda: write_report(report, path, progress=SilentProgress()))  # noqa: B023
    return taken


def print_comparing(sizes: Sequence[int], folder: Path) -> None:
    toolkit, unit = load_toolkit(), min(reference() for _ in range(3))
    say(f"1 unit = encoding 100 clauses = {unit:.2f} s on this machine")
    results = [measured(size, folder, toolkit) for size in sizes]
    say(f"{'clauses a side':<16}" + "".join(f"{size:>10,}" for size in sizes))
    for stage in results[0]:
        say(f"{stage:<16}" + "".join(f"{result[stage] / unit:>10.2f}" for result in results))
    totals = (sum(result.values()) / unit for result in results)
    say(f"{'all':<16}" + "".join(f"{total:>10.2f}" for total in totals))


def print_exports(sizes: Sequence[int]) -> None:
    say("Exports: seconds, pages a second, the file, what the process grew by, and the share of the format's library")
    heads = f"{'seconds':>8} {'pages':>6} {'a second':>8} {'file MB':>8} {'MB':>6} {'share':>6}"
    say(f"  {'clauses a side':>14} {'format':<7} {heads}")
    for size in sizes:
        for ending in FORMATS:
            cost = export_cost(ending, size)
            pages = f"{cost.pages:>6} {cost.pages / cost.seconds:>8.1f}" if cost.pages else f"{'':>15}"
            file = f"{cost.size / 1e6:>8.1f} {cost.megabytes:>6.0f}"
            say(f"  {size:>14,} {ending:<7} {cost.seconds:>8.1f} {pages} {file} {cost.share:>6.0%}")


def print_linking(sizes: Sequence[int], folder: Path) -> None:
    say("Linking hand-linked clauses of which one in nine has no counterpart: clauses a second with vectors to compute (cold)")
    say("and kept from the run before (warm), memory in MB, and how many of the counterparts are found")
    say(f"  {'clauses a side':>14} {'cold':>7} {'warm':>7} {'cold MB':>8} {'warm MB':>8} {'found':>8}")
    warm_ones: list[LinkingCost] = []
    for size in sizes:
        cold, warm = (cost_of(size, folder / f"cache.{size}", with_peers=peers) for peers in (False, True))
        memory = f"{cold.megabytes:>8.0f} {warm.megabytes:>8.0f}"
        say(f"  {size:>14,} {cold.speed:>7,.0f} {warm.speed:>7,.0f} {memory} {warm.right:>8.1%}")
        warm_ones.append(warm)
    say("Processor seconds for linking them, vectors apart, and what other aligners take (ours as a multiple of theirs)")
    print_peers(warm_ones)


def print_peers(costs: Sequence[LinkingCost]) -> None:
    say(f"  {'clauses a side':<24}" + "".join(f"{cost.clauses:>18,}" for cost in costs))
    say(f"  {'Daejo':<24}" + "".join(f"{cost.aligning:>11.2f}       " for cost in costs))
    for name in costs[0].peers:
        taken = [(cost.peers[name], cost.aligning / cost.peers[name]) for cost in costs]
        say(f"  {name:<24}" + "".join(f"{seconds:>11.2f} ({ratio:.2f})" for seconds, ratio in taken))
    say("  hunalign without a dictionary took 1.21 times as long as Vecalign on 10,000 clauses of one machine; other aligners")
    say("  are measured where they are installed (pip install galechurch sentalign)")


def written(clauses: int, language: int, folder: Path) -> Path:
    """A text of so many clauses in Korean (0) or English (1)."""
    path = folder / f"{clauses}.{('ko', 'en')[language]}.txt"
    path.write_text("\n".join(clause(number, language) for number in range(1, clauses + 1)), encoding="utf-8")
    return path


def print_formats(folder: Path) -> None:
    found = costs([clause(number, 0) for number in range(1, READ_CLAUSES + 1)], folder)
    plain = found[PLAIN_TEXT]
    say(f"Reading {READ_CLAUSES:,} Korean clauses, as multiples of plain text")
    say(f"  plain text: {plain.characters:,} characters, {plain.speed:,.0f} a second, {plain.megabytes:.0f} MB")
    say(f"  {'format':<14} {'characters/s':>12} {'time':>6} {'memory':>7} {'bytes/character':>16}")
    for name, cost in found.items():
        time_ratio, memory_ratio = cost.seconds / plain.seconds, cost.megabytes / plain.megabytes
        say(f"  {name:<14} {cost.speed:>12,.0f} {time_ratio:>6.1f} {memory_ratio:>7.1f} {cost.bytes_a_character:>16.0f}")


def print_stopping(folder: Path) -> None:
    say(f"Stopping while {PAGES:,} pages are read (should be below 1 s)")
    say(f"  {'file':<14} {'read in s':>12} {'silent for s':>13} {'stopped after s':>16} {'MB':>6} {'bytes/character':>16}")
    for one in long_files(lambda number: clause(number, 0), folder):
        memory = f"{one.cost.megabytes:>6.0f} {one.cost.bytes_a_character:>16.0f}"
        say(f"  {one.name:<14} {one.seconds:>12.2f} {one.silence:>13.2f} {one.wait:>16.2f} {memory}")


def print_versions() -> None:
    toolkit, unit = load_toolkit(), min(reference() for _ in range(3))
    say(f"Two versions of {VERSION_PAGES} pages after linking, in units of encoding 100 clauses ({unit:.2f} s here)")
    say(f"  {'text':<10} {'clauses':>8} {'findings':>9} {'words':>7} {'with findings':>14} {'seconds':>8}")
    for number, language in enumerate(Language):
        cost = cost_of_versions(lambda place: clause(place, number), language, toolkit)  # noqa: B023
        say(
            f"  {language:<10} {cost.clauses:>8,} {cost.found:>9,} {cost.words / unit:>7.1f} {cost.findings / unit:>14.1f}"
            f" {cost.words:>8.2f}"
        )


def print_precedents(folder: Path) -> None:
    unit = reference()
    say(f"A library of precedents in two languages, warm; 1 unit = encoding 100 clauses = {unit:.2f} s on this machine")
    say(f"  {'clauses':>9} {'MB':>6} {'adding':>8} {'slowest question':>17} {'in ms':>7}   (adding without encoding)")
    for agreements in AGREEMENTS:
        cost = library_cost(agreements, folder)
        slowest = max(cost.questions)
        size, adding = cost.size / 1e6, cost.adding / unit
        say(f"  {cost.clauses:>9,} {size:>6.0f} {adding:>8.1f} {slowest / unit:>17.2f} {1000 * slowest:>7.0f}")


def print_starting() -> None:
    figures = starts()
    bare = next(iter(figures.values()))
    say(f"Starting, as a multiple of starting Python alone ({bare:.2f} s here): medians of whole processes")
    for name, seconds in figures.items():
        say(f"  {name:<46} {seconds / bare:6.1f} {seconds:7.2f} s")


def say(line: str = "") -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def main() -> int:
    parts = ("comparing", "linking", "formats", "stopping", "versions", "window", "precedents", "exports", "starting")
    parser = argparse.ArgumentParser(prog="python -m tests.speed", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"what to measure: {', '.join(parts)}; all without a name")
    parser.add_argument("--clauses", type=int, nargs="+", help="how many clauses each text has")
    arguments = parser.parse_args()
    if unknown := set(arguments.parts) - set(parts):
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        work = (
            lambda: print_comparing(arguments.clauses or COMPARED, folder),
            lambda: print_linking(arguments.clauses or SIZES, folder),
            lambda: print_formats(folder),
            lambda: print_stopping(folder),
            print_versions,
            lambda: print_window(load_toolkit(), clause, say),
            lambda: print_precedents(folder),
            lambda: print_exports(arguments.clauses or COMPARED),
            print_starting,
        )
        for part, printing in zip(parts, work, strict=True):
            if part in arguments.parts or not arguments.parts:
                printing()
                say()
    return 0


if __name__ == "__main__":
    sys.exit(main())
