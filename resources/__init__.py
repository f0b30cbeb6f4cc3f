"""Data that ships with the program: rule tables, glossaries, wording, fonts, icons."""

from pathlib import Path


def path_of(name: str) -> Path:
    """The path of a bundled file or folder, by its name below resources/ ("fonts/NotoSansKR-Regular.ttf")."""
    return Path(__file__).parent / name
