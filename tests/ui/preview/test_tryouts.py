"""Attempts that were handed in are kept; two are compared."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.library.library import Library
from app.models.quiz import NewQuiz
from app.session.workspace import Workspace
from app.ui.preview.choice import ChoiceView
from app.ui.preview.preview_screen import PreviewScreen
from app.ui.preview.tryouts_page import TryoutsPage
from tests.support.clock import Clock
from tests.support.quiz import three_items


@pytest.fixture
def preview(qtbot: QtBot, tmp_path: Path, clock: Clock) -> Iterator[PreviewScreen]:
    workspace = Workspace(Library.open(tmp_path, clock=clock))
    quiz = workspace.library.create_quiz(NewQuiz(title="Leaves"), three_items())
    made = PreviewScreen(workspace.open(quiz.id), workspace.shelf, clock=clock, now=clock, random=Random(1))
    made.offer_tryouts(workspace.tryouts(quiz.id))
    qtbot.addWidget(made)
    made.resize(1000, 700)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.open()
    yield made
    workspace.close()


def take(preview: PreviewScreen, qtbot: QtBot, clock: Clock, key: str, count: int) -> None:
    """Hand in an attempt after a minute and a half; wait until so many are kept."""
    preview.begin()
    view = preview.taking.card("a").view
    assert isinstance(view, ChoiceView)
    view.options.marks[key].click()
    clock.seconds += 90
    preview.taking.submit.click()
    kept = preview.tryouts
    assert kept is not None
    qtbot.waitUntil(lambda: len(kept.all()) == count)


def opened(preview: PreviewScreen) -> TryoutsPage:
    preview.show_start()
    preview.start.box.tryouts.click()
    assert preview.currentWidget() is preview.earlier
    return preview.earlier


def cells(page: TryoutsPage) -> list[list[str]]:
    rows = page.table.model()
    columns = range(rows.columnCount())
    return [[str(rows.index(row, column).data()) for column in columns] for row in range(rows.rowCount())]


def test_nothing_is_offered_before_the_first(preview: PreviewScreen) -> None:
    assert not preview.start.box.tryouts.isVisible()


def test_an_attempt_is_kept_with_its_answers_points_and_time(
    preview: PreviewScreen, qtbot: QtBot, clock: Clock
) -> None:
    take(preview, qtbot, clock, "c1", 1)
    page = opened(preview)
    assert page.list.item(0).text() == "1 of 4 points\njust now · 1:30"
    assert cells(page) == [
        ["Which is green?", '"leaf"', "1 / 1"],
        ["Leaves breathe.", "No answer.", "0 / 2"],
        ["Which is deep?", "No answer.", "0 / 1"],
    ]


def test_two_are_compared_by_keys(preview: PreviewScreen, qtbot: QtBot, clock: Clock) -> None:
    take(preview, qtbot, clock, "c2", 1)
    take(preview, qtbot, clock, "c1", 2)
    page = opened(preview)
    assert page.list.hasFocus()
    QTest.keyClick(page.list, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert cells(page)[0] == ["≠ Which is green?", '"bark"', "0 / 1", '"leaf"', "1 / 1"]
    assert cells(page)[1] == ["Leaves breathe.", "No answer.", "0 / 2", "No answer.", "0 / 2"]


def test_one_is_deleted_and_one_goes_back(preview: PreviewScreen, qtbot: QtBot, clock: Clock) -> None:
    take(preview, qtbot, clock, "c2", 1)
    page = opened(preview)
    page.forget.click()
    qtbot.waitUntil(lambda: page.list.count() == 0)
    assert not page.forget.isEnabled()
    page.done.click()
    assert preview.currentWidget() is preview.start
    assert not preview.start.box.tryouts.isVisible()


def test_what_a_button_answers_is_not_kept(preview: PreviewScreen) -> None:
    preview.start.box.right.click()
    assert preview.tryouts is not None
    assert not preview.tryouts.all()
