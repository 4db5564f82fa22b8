"""The table of a plan: what a conflict is about can be read before it is decided, and the keyboard comes past it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.message import message
from app.sync.choice import Side
from app.sync.letter import Row
from app.sync.step import Conflict, Way
from app.ui.sync.plan_table import PlanTable


def row(mine: object, theirs: object) -> Row:
    conflict = Conflict("a", "item_body", "<p>base</p>", mine, theirs)
    return Row(Way.CONFLICT, "a", "1. Leaves", message("Changed on both sides"), conflict)


def box_of(table: PlanTable) -> QComboBox:
    (box,) = table.findChildren(QComboBox)
    return box


def test_both_texts_of_a_conflict_can_be_read(qtbot: QtBot) -> None:
    table = PlanTable()
    qtbot.addWidget(table)
    table.show_rows([row("<p>Leaves <b>breathe</b>.</p>", "<p>Leaves respire.</p>")])
    box = box_of(table)
    assert [box.itemText(place) for place in (1, 2)] == ["Keep mine: Leaves breathe.", "Take Canvas's: Leaves respire."]


def test_a_side_without_words_has_its_name_alone(qtbot: QtBot) -> None:
    table = PlanTable()
    qtbot.addWidget(table)
    table.show_rows([row("", {"choices": []})])
    assert [box_of(table).itemText(place) for place in (1, 2)] == ["Keep mine", "Take Canvas's"]


@pytest.mark.parametrize(("place", "side"), [(1, Side.MINE), (2, Side.CANVAS)])
def test_the_side_that_was_chosen_is_told(qtbot: QtBot, place: int, side: Side) -> None:
    table = PlanTable()
    qtbot.addWidget(table)
    table.show_rows([row("<p>a</p>", "<p>b</p>")])
    assert table.sides() == {}
    box_of(table).setCurrentIndex(place)
    (told,) = table.sides().values()
    assert told is side


def test_tab_goes_from_the_table_to_its_choices_and_on(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    table, after = PlanTable(page), QPushButton("Sync", page)
    layout = QVBoxLayout(page)
    layout.addWidget(table)
    layout.addWidget(after)
    table.show_rows([row("<p>a</p>", "<p>b</p>")])
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    table.setFocus()
    for expected in (box_of(table), after):
        QTest.keyClick(QApplication.focusWidget() or page, Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is expected
