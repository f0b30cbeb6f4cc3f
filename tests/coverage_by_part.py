"""`python -m tests.coverage_by_part FILE.json`: what share of each part's lines the tests ran, and the weakest modules."""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from pathlib import Path

WEAKEST = 5


def main() -> None:
    files = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))["files"]
    parts: dict[str, list[tuple[float, int, int, str]]] = defaultdict(list)
    for name, measured in files.items():
        lines = measured["summary"]
        module = Path(name)
        part = "/".join(module.parts[:2]) if module.parts[0] == "treaty" and len(module.parts) > 2 else module.parts[0]
        parts[part].append((lines["percent_covered"], lines["covered_lines"], lines["num_statements"], name))
    for part, modules in sorted(parts.items()):
        run, all_ = sum(module[1] for module in modules), sum(module[2] for module in modules)
        print(f"{part:22}{run / max(all_, 1):7.1%}  of {all_:,} lines")
    weakest = sorted(module for modules in parts.values() for module in modules if module[2])[:WEAKEST]
    print("weakest: " + ", ".join(f"{name} {share:.0f} %" for share, _, _, name in weakest))


if __name__ == "__main__":
    main()
