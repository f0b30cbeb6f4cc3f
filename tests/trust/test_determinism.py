"""One command line gives the same bytes again, on any number of cores."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import SAMPLES

ROOT = Path(__file__).parents[2]
ENDINGS = ("json", "docx", "pdf", "xlsx", "html", "tmx", "md")
FILES = (str(SAMPLES / "health_mou.ko.txt"), str(SAMPLES / "health_mou.en.txt"))


def results(folder: Path, cores: int, seed: int) -> dict[str, bytes]:
    """The files that a fresh process writes on so many cores, with Python's hashing begun anew."""
    folder.mkdir()
    threads = {name: str(cores) for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS")}
    out = [str(folder / f"sheet.{ending}") for ending in ENDINGS]
    command = [sys.executable, "-m", "desktop", "compare", *FILES, "--private", "--thorough", "-o", *out]
    begin = (lambda: os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:cores])) if sys.platform == "linux" else None
    environment = os.environ | threads | {"PYTHONHASHSEED": str(seed)}
    subprocess.run(command, cwd=ROOT, env=environment, preexec_fn=begin, check=True, timeout=600)
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


@pytest.mark.slow
def test_the_same_texts_give_the_same_bytes_on_any_number_of_cores(tmp_path: Path) -> None:
    first = results(tmp_path / "first", cores=1, seed=1)
    again = results(tmp_path / "again", cores=os.cpu_count() or 1, seed=2)
    assert len(first) == len(ENDINGS)
    assert [name for name in first if first[name] != again[name]] == []
