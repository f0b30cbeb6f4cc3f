"""`python -m tests.fuzz --inputs 200000` damages files of every kind and reads them; prints what became of them as a table.

Each input is made from its target's name and a number alone: `--only NAME --seed N --inputs 1` gives one again.
"""

from __future__ import annotations

import argparse
import faulthandler
import platform
import random
import sys
import tempfile
import time
import traceback
from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import tests  # noqa: F401  (sets the number of threads before numpy is loaded)
from resources import path_of
from tests.fuzz.targets import Target, every_target
from treaty.errors import TreatyError
from treaty.reading.rules import load_reading_rules

AT_A_TIME = 250


@dataclass(slots=True)
class Outcome:
    """What became of the inputs of one target: counts, the longest time that one took (seconds of the processor), faults."""

    counts: Counter[str] = field(default_factory=Counter)
    longest: float = 0.0
    slowest: int = 0
    faults: dict[str, str] = field(default_factory=dict)


def feed(target: Target, seeds: range, folder: Path, outcome: Outcome) -> None:
    """Damages and reads one file for each number; nothing that a reader raises leaves here."""
    path = folder / f"damaged{target.ending}"
    for seed in seeds:
        chance = random.Random(f"{target.name} {seed}")
        path.write_bytes(target.damage(chance.choice(target.wholes), chance))
        started = time.process_time()
        try:
            target.feed(path, chance)
            outcome.counts["read"] += 1
        except TreatyError:
            outcome.counts["refused"] += 1
        except Exception as fault:
            outcome.counts["faults"] += 1
            where = traceback.extract_tb(fault.__traceback__)[-1]
            told = f"{type(fault).__name__} at {Path(where.filename).name}:{where.lineno}"
            outcome.faults.setdefault(told, f"--only '{target.name}' --seed {seed} --inputs 1")
        if (took := time.process_time() - started) > outcome.longest:
            outcome.longest, outcome.slowest = took, seed


def main() -> int:
    options = _options()
    faulthandler.enable()
    with tempfile.TemporaryDirectory() as name:
        targets = every_target(Path(name), load_reading_rules(path_of("rules")))
        chosen = [target for target in targets if not options.only or target.name in options.only]
        outcomes = {target.name: Outcome() for target in chosen}
        share = -(-options.inputs // len(chosen))
        last = options.seed + share
        for start in range(options.seed, last, AT_A_TIME):
            for target in chosen:
                feed(target, range(start, min(start + AT_A_TIME, last)), Path(name), outcomes[target.name])
            done = min(start + AT_A_TIME, last) - options.seed
            print(f"{done} of {share} each", file=sys.stderr, flush=True)
            if options.out:
                options.out.write_text(_table(outcomes, options.seed), encoding="utf-8")
    print(_table(outcomes, options.seed))
    return 1 if any(outcome.faults for outcome in outcomes.values()) else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("--inputs", type=int, default=2600, help="how many files altogether, as many of each kind")
    parser.add_argument("--seed", type=int, default=1, help="the first number")
    parser.add_argument("--only", nargs="+", default=[], help="some kinds of files")
    parser.add_argument("--out", type=Path, help="writes the table there every now and then")
    return parser.parse_args()


def _table(outcomes: dict[str, Outcome], seed: int) -> str:
    """The outcomes as Markdown."""
    total = sum(outcome.counts.total() for outcome in outcomes.values())
    lines = [f"{total} inputs from number {seed} on, {date.today()}, Python {platform.python_version()}", ""]
    lines += ["| file | inputs | read | refused | faults | longest, s |", "|---|---|---|---|---|---|"]
    for name, outcome in outcomes.items():
        counts = outcome.counts
        cells = (name, counts.total(), counts["read"], counts["refused"], counts["faults"])
        lines.append(f"| {' | '.join(map(str, cells))} | {outcome.longest:.2f} ({outcome.slowest}) |")
    for outcome in outcomes.values():
        lines += [f"- {told}: `{again}`" for told, again in outcome.faults.items()]
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
