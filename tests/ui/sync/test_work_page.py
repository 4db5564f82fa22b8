"""The pages of a sync by keyboard: Tab goes from the head down and through the buttons as they stand."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.models.item import Item
from app.models.questions.true_false import TrueFalseQuestion
from app.models.quiz import NewQuiz, Quiz
from app.sync.step import CreateItem, Plan
from app.ui.sync.many_page import ManyPage
from app.ui.sync.sync_page import SyncPage
from app.ui.sync.work_page import WorkPage

LEAVES = Item.of(TrueFalseQuestion.new(), id="a")


def shown(qtbot: QtBot, page: WorkPage, parts: Sequence[QWidget]) -> None:
    qtbot.addWidget(page)
    page.resize(1200, 700)
    page.show_only(*parts)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()


def stops(first: QWidget, count: int) -> list[QWidget]:
    """Where the focus comes, from the first of so many on."""
    first.setFocus()
    found = [first]
    while len(found) < count:
        QTest.keyClick(found[-1], Qt.Key.Key_Tab)
        here = QApplication.focusWidget()
        assert here is not None
        found.append(here)
    return found


def test_of_one_quiz(qtbot: QtBot) -> None:
    page = SyncPage()
    page.plan.show_plan(Plan(creates=(CreateItem("a"),)), Quiz("q", NewQuiz(title="Leaves"), (LEAVES,)))
    page.head.show_links([], "")
    buttons = [page.start, page.compare, page.page, page.sign_in, page.again, page.fetch, page.stop]
    shown(qtbot, page, [page.plan, *buttons])
    expected = [page.back, page.table, *buttons]
    assert stops(page.back, len(expected)) == expected


def test_of_several(qtbot: QtBot) -> None:
    page = ManyPage()
    page.table.setRowCount(1)
    buttons = [page.start, page.place, page.sign_in, page.again, page.one, page.page, page.stop]
    shown(qtbot, page, [page.letter, page.table, *buttons])
    expected = [page.back, page.table, *buttons]
    assert stops(page.back, len(expected)) == expected


@pytest.mark.parametrize("kind", [SyncPage, ManyPage])
def test_enter_presses_the_button_that_has_the_focus(qtbot: QtBot, kind: type[WorkPage]) -> None:
    page = kind()
    shown(qtbot, page, [page.again])
    page.again.setFocus()
    with qtbot.waitSignal(page.again.clicked):
        QTest.keyClick(page.again, Qt.Key.Key_Return)
