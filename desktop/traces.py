"""What the program writes on this computer beside the user's own files, and how it is taken away. Knows no Qt."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_cache_path, user_config_path, user_data_path, user_log_path, user_state_path

from treaty.errors import WritingError
from treaty.language.vector_cache import FILE_NAME
from treaty.review.recovery import forget_left_behind


@dataclass(frozen=True, slots=True)
class Traces:
    """Where everything is. Settings name the files opened last; the recovery folder holds reviews with unsaved edits; the cache
    holds sentence vectors and no text; the log tells faults and no text. The library and the choices of rules the user made
    himself: they are kept when the rest is forgotten."""

    settings: Path
    recovery: Path
    cache: Path
    log: Path
    library: Path

    @property
    def choices(self) -> Path:
        """The user's own choices of rules."""
        return self.settings.with_name("checks.tsv")

    def kept(self) -> list[Path]:
        """What is there of that which forgetting leaves."""
        return [path for path in (self.library, self.choices) if path.exists()]

    def forget(self) -> list[Path]:
        """Takes away all but the library, the choices of rules, and what a running program has open. Returns what it took away.
        Raises WritingError where something cannot be taken away."""
        forgotten: list[Path] = []
        for path, take_away in self._takers():
            if path.exists():
                try:
                    take_away()
                except OSError as problem:
                    raise WritingError("not_forgotten", file=path, reason=problem.strerror or problem) from problem
                forgotten.append(path)
        return forgotten

    def _takers(self) -> Iterator[tuple[Path, Callable[[], None]]]:
        yield self.settings, self.settings.unlink
        yield self.recovery, lambda: forget_left_behind(self.recovery)
        for file in (self.cache / FILE_NAME, self.cache / f"{FILE_NAME}-journal"):
            yield file, file.unlink
        yield self.log, lambda: shutil.rmtree(self.log)


def traces() -> Traces:
    """The places of this user on this computer."""
    return Traces(
        user_config_path("daejo", appauthor=False) / "daejo.ini",
        user_state_path("daejo", appauthor=False) / "recovery",
        user_cache_path("daejo", appauthor=False),
        user_log_path("daejo", appauthor=False),
        user_data_path("daejo", appauthor=False) / "library.sqlite",
    )
