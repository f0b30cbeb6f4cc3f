"""The reader of quantities for each language."""

from __future__ import annotations

from treaty.language.english_quantities import english_quantities
from treaty.language.korean_quantities import korean_quantities
from treaty.language.quantities import Quantity, UnitTable
from treaty.model import Language


def quantities_of(text: str, language: Language, units: UnitTable) -> tuple[Quantity, ...]:
    """The quantities in a text of either language, in order."""
    return korean_quantities(text, units) if language is Language.KOREAN else english_quantities(text, units)
