"""How large treaty texts are set, and how far their lines stand apart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from treaty.model import Language

TEXT_SIZES = range(12, 21)
USUAL_TEXT_SIZE = 14
SIZE_STEPS = range(-3, 4)
"""By how many pixels one language may be set smaller or larger than the text size says."""
SPACINGS = (1.4, 1.57, 1.8)
"""Line heights to choose from, as multiples of the text's size."""
USUAL_SPACING = 1.57


@dataclass(frozen=True, slots=True)
class ReadingType:
    """The text size in pixels, the line height as a multiple of it, and by how many pixels each language differs in size."""

    size: int = USUAL_TEXT_SIZE
    spacing: float = USUAL_SPACING
    steps: Mapping[Language, int] = field(default_factory=dict)

    def size_of(self, language: Language) -> int:
        return self.size + self.steps.get(language, 0)

    @property
    def line_height(self) -> int:
        """The height of a line in pixels; the same in every language, so that base lines stay level."""
        return round(max(self.size_of(language) for language in Language) * self.spacing)
