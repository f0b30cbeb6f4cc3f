"""What must travel with the program is written down, and is what is installed."""

from __future__ import annotations

import sys
from importlib.metadata import version

import pytest

from tests.third_party import BUNDLED, FILE, ROOT, needed, third_party

PERMISSIVE = ("MIT", "BSD", "Apache", "PSF", "ISC", "OFL", "LGPL", "0BSD", "Zlib", "CC0", "MIT-0", "MIT-CMU")


def test_the_list_is_current() -> None:
    pins = (ROOT / "constraints.txt").read_text(encoding="utf-8")
    if sys.platform != "linux" or any(f"\n{name}=={version(name)} " not in f"\n{pins}" for name in needed()):
        pytest.skip("made on Linux with the pinned versions: other wheels bring other texts")
    assert FILE.read_text(encoding="utf-8") == third_party(), "python -m tests.third_party makes it anew"


def test_every_package_has_a_licence_that_lets_the_program_be_passed_on() -> None:
    lines = [line.split("|") for line in FILE.read_text(encoding="utf-8").splitlines() if line.startswith("| ")][1:]
    assert len(lines) == len(needed()) + len(BUNDLED)
    for _, name, _, licence, _ in lines:
        assert any(known in licence for known in PERMISSIVE), name


def test_the_texts_that_must_travel_are_there() -> None:
    text = FILE.read_text(encoding="utf-8")
    assert text.count("SIL OPEN FONT LICENSE Version 1.1") >= 2
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in (ROOT / "licenses" / "LGPL-3.0.txt").read_text(encoding="utf-8")
    assert "GNU GENERAL PUBLIC LICENSE" in (ROOT / "licenses" / "GPL-3.0.txt").read_text(encoding="utf-8")
    assert "Apache License" in (ROOT / "LICENSE").read_text(encoding="utf-8")
