"""Where the program writes on this computer beside the user's own files. Loads nothing else of the program; knows no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_cache_path, user_config_path, user_data_path, user_log_path, user_state_path


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


def traces() -> Traces:
    """The places of this user on this computer."""
    return Traces(
        user_config_path("daejo", appauthor=False) / "daejo.ini",
        user_state_path("daejo", appauthor=False) / "recovery",
        user_cache_path("daejo", appauthor=False),
        user_log_path("daejo", appauthor=False),
        user_data_path("daejo", appauthor=False) / "library.sqlite",
    )
