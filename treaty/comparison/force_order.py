"""Which force binds more than which, for texts of one language: the table force_order.tsv."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from treaty.comparison.predicate_rules import Force
from treaty.errors import RuleTableError
from treaty.model import Bilingual
from treaty.rule_table import read_table


@dataclass(frozen=True, slots=True)
class ForceOrder:
    """For each force how much it binds (0 where it binds nobody to anything) and what people call it."""

    binding: dict[Force, int]
    names: dict[Force, Bilingual]


def load_force_order(folder: Path) -> ForceOrder:
    """The rows of force_order.tsv in `folder`; raises RuleTableError where a force is unknown, missing, or no number."""
    binding: dict[Force, int] = {}
    names: dict[Force, Bilingual] = {}
    for row in read_table(folder / "force_order.tsv", ("force", "binding", "ko", "en")):
        if not row["binding"].isdigit():
            raise row.error("bad_number", word=row["binding"])
        force = row.choice("force", Force)
        binding[force], names[force] = int(row["binding"]), Bilingual(row["ko"], row["en"])
    if missing := sorted(set(Force) - binding.keys()):
        raise RuleTableError("missing_rows", file="force_order.tsv", rows=", ".join(missing))
    return ForceOrder(binding, names)
