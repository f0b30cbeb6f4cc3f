"""A small agreement on lighthouses in two languages, for tests on the real aligner, and its clauses by their words."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from desktop.application import Session
from desktop.main_window import MainWindow
from tests.desktop.hands import place_of
from treaty.model import Link

KOREAN = """등대에 관한 공동성명
1. 양측은 등대의 불을 나눈다.
2. 양측은 기름 30통을 보낸다. 양측은 안개 경적을 함께 관리한다.
3. 양측은 항구에서 만난다.
4. 이 성명은 서명일에 발효한다.
"""
ENGLISH = """Joint Statement on Lighthouses
1. The two sides share the light of lighthouses.
2. The two sides send 40 barrels of oil. The two sides look after the fog horns together.
3. The two sides meet in a harbour.
4. This Statement enters into force on the date of its signature.
"""


def clause(session: Session, words: str) -> str:
    return next(c.id for text in session.controller.texts for c in text.clauses if words in c.text)


def choose(window: MainWindow, session: Session, words: str) -> None:
    chosen = clause(session, words)
    column = 1 + [text.id for text in session.controller.texts].index(chosen.rpartition(".c")[0])
    window.activateWindow()
    window.page.table.setFocus()
    window.page.table.choose(place_of(window, chosen), column)


def link_of(session: Session, words: str) -> Link:
    held = clause(session, words)
    return next(link for link in session.controller.comparison.links if held in (*link.left, *link.right))


def settled(session: Session, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not session.jobs.running, timeout=20_000)
