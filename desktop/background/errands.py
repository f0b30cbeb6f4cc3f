"""Work that goes on beside that on the review: one thread a panel, so that none stops another."""

from __future__ import annotations

from dataclasses import dataclass, field

from desktop.background.jobs import Jobs


@dataclass(frozen=True, slots=True)
class Errands:
    """The jobs of the panels. They outlive the window, as the threads must."""

    themes: Jobs = field(default_factory=Jobs)
    terms: Jobs = field(default_factory=Jobs)
    precedents: Jobs = field(default_factory=Jobs)

    @property
    def running(self) -> bool:
        return any(jobs.running for jobs in self._all)

    def cancel(self) -> None:
        """Lets go what runs: the window that would show it is being replaced."""
        for jobs in self._all:
            jobs.cancel()

    def wait(self) -> None:
        """Ends what runs, at the end of the program."""
        for jobs in self._all:
            jobs.wait()

    @property
    def _all(self) -> tuple[Jobs, ...]:
        return self.themes, self.terms, self.precedents
