"""How the window looks: its colours, icons and type, and the signs that are drawn with them."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.look.fonts import font
from desktop.look.icons import Icons
from desktop.look.palette import Tokens

__all__ = ["Icons", "Look", "font"]


@dataclass(frozen=True, slots=True)
class Look:
    """One theme's colours with the icons drawn in them: handed to every widget that paints."""

    tokens: Tokens
    icons: Icons
