"""The guide speaks of what the window has: its menus, its keys, its pictures, in both languages alike."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from desktop.dialogs.keys import FIXED_KEYS
from desktop.window.actions import MENUS, every_kind
from resources.wording_table import Wording, load_wording
from treaty.model import Language

GUIDE = Path(__file__).parents[1] / "docs" / "guide"
PAGES = sorted(GUIDE.glob("*/*.md"))
KEY = r"\b(?:(?:Ctrl|Shift|Alt)\+)+(?:F\d+|\w+|[→←↑↓])|\bF\d{1,2}\b"
OF_WIDGETS = {"Ctrl+Enter", "Ctrl+→", "Enter"}
"""Keys as people read them, which Qt calls Return and Right."""


def words_of(page: Path) -> Wording:
    return load_wording(Language(page.parent.name))


def test_both_languages_have_the_same_pages() -> None:
    korean, english = ({page.name for page in (GUIDE / language).glob("*.md")} for language in ("ko", "en"))
    assert korean == english


@pytest.mark.parametrize("page", PAGES, ids=lambda page: f"{page.parent.name}-{page.stem}")
class TestPage:
    def test_links_and_pictures_lead_somewhere(self, page: Path) -> None:
        targets = re.findall(r"\]\(([^)#]+)", page.read_text(encoding="utf-8"))
        assert [target for target in targets if not (page.parent / target).exists()] == []

    def test_menus_are_called_what_they_are_called_in_the_window(self, page: Path) -> None:
        words = words_of(page)
        menus = {re.sub(r"\(&\w\)|&", "", words(f"menu.{menu}_menu")) for menu in MENUS}
        entries = {words(f"menu.{kind.name}").rstrip("…") for kind in every_kind()}
        for menu, entry in re.findall(r"\*\*([^*→]+) → ([^*]+)\*\*", page.read_text(encoding="utf-8")):
            assert menu in menus
            assert entry.rstrip("…") in entries

    def test_keys_are_those_of_the_window(self, page: Path) -> None:
        known = {kind.keys for kind in every_kind() if kind.keys} | {key for _, keys in FIXED_KEYS for key in keys.split()}
        named = set(re.findall(KEY, page.read_text(encoding="utf-8"), re.ASCII))
        assert named - known - OF_WIDGETS == set()
