"""Builds what people install and does the program's main job with it, as somebody would who has just installed it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import venv
from collections.abc import Mapping
from pathlib import Path

ROOT = Path(__file__).parents[2]
SPECIFICATION = ROOT / "resources" / "packaging" / "daejo.spec"


def build_wheel(folder: Path) -> Path:
    """The wheel, built from this checkout without a network."""
    _run([sys.executable, "-m", "pip", "wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", folder, ROOT], ROOT)
    (wheel,) = folder.glob("daejo-*.whl")
    return wheel


def install_wheel(wheel: Path, folder: Path, *, dependencies: bool) -> Path:
    """Puts the wheel, and what it depends on if asked, into an empty environment; returns its `daejo`."""
    venv.create(folder, with_pip=True)
    programs = folder / ("Scripts" if os.name == "nt" else "bin")
    extra = [] if dependencies else ["--no-deps"]
    _run([programs / "python", "-m", "pip", "install", "--quiet", *extra, wheel], folder)
    return programs / "daejo"


def build_standalone(folder: Path) -> Path:
    """The folder for people without Python, built by PyInstaller; returns its `daejo`."""
    target = ["--distpath", folder, "--workpath", folder / "work", SPECIFICATION]
    _run([sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN", *target], ROOT)
    return folder / "daejo" / "daejo"


def do_main_job(daejo: Path, folder: Path, more: Mapping[str, str] | None = None) -> list[Path]:
    """Compares a sample from another folder, exports it in every format and draws the window; returns the files written.

    Raises AssertionError where something is missing, CalledProcessError where the program fails.
    """
    folder.mkdir(parents=True, exist_ok=True)
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "HOME": str(folder), "LANG": "C.UTF-8", **(more or {})}
    for name in ("joint_statement.txt", "fisheries_protocol.docx"):
        (folder / name).write_bytes((ROOT / "samples" / name).read_bytes())
    written = [folder / f"sheet.{ending}" for ending in ("docx", "pdf", "xlsx", "html", "tmx", "md", "json", "daejo")]
    _run([daejo, "compare", "joint_statement.txt", "-o", *written], folder, environment)
    _run([daejo, "outline", "fisheries_protocol.docx", "--json"], folder, environment)
    _run([daejo, "--grab", "window.png", "joint_statement.txt"], folder, environment)
    written.append(folder / "window.png")
    assert all(path.stat().st_size > 500 for path in written)
    assert json.loads((folder / "sheet.json").read_text(encoding="utf-8"))["comparisons"][0]["findings"]
    told = _run([daejo, "--version"], folder, environment)
    assert told.startswith("daejo ")
    assert "?" not in told
    return written


def _run(command: list[object], folder: Path, environment: Mapping[str, str] | None = None) -> str:
    done = subprocess.run([str(part) for part in command], cwd=folder, env=environment, capture_output=True, text=True)
    if done.returncode:
        raise AssertionError(f"{command} left with {done.returncode}:\n{done.stdout[-2000:]}\n{done.stderr[-4000:]}")
    return done.stdout
