"""Tags come and go by keyboard and by mouse, each once."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.ui.fields.tag_field import TagField

KNOWN = ("botany", "Exam 2024", "easy")


@pytest.fixture
def field(qtbot: QtBot) -> Iterator[TagField]:
    page = QWidget()
    qtbot.addWidget(page)
    field = TagField("Tags", page)
    field.resize(600, 40)
    field.offer(lambda: KNOWN)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    field.setFocus()
    yield field
    page.hide()


def tags(field: TagField) -> list[str]:
    return list(field.tags)


@pytest.mark.parametrize("end", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Comma])
def test_enter_or_a_comma_ends_a_tag(field: TagField, qtbot: QtBot, end: Qt.Key) -> None:
    QTest.keyClicks(field.line, " leaf  green ")
    with qtbot.waitSignal(field.edited) as said:
        QTest.keyClicks(field.line, ",") if end == Qt.Key.Key_Comma else QTest.keyClick(field.line, end)
    assert (said.args, tags(field), field.line.text()) == ([("leaf green",)], ["leaf green"], "")


def test_several_that_are_pasted_are_tags_of_their_own(field: TagField) -> None:
    field.line.insert("one, two , ,three")
    field.line.textEdited.emit(field.line.text())
    assert (tags(field), field.line.text()) == (["one", "two"], "three")
    field.finish()
    assert tags(field) == ["one", "two", "three"]


def test_a_tag_is_there_once_whatever_its_case(field: TagField, qtbot: QtBot) -> None:
    field.show_tags(("Leaf",))
    with qtbot.assertNotEmitted(field.edited):
        QTest.keyClicks(field.line, "LEAF,")
    assert (tags(field), field.line.text()) == (["Leaf"], "")


def test_a_tag_is_written_as_it_is_elsewhere(field: TagField) -> None:
    QTest.keyClicks(field.line, "exam 2024,")
    assert tags(field) == ["Exam 2024"]


def test_one_of_the_tags_in_use_is_chosen_from_a_list(field: TagField, qtbot: QtBot) -> None:
    QTest.keyClicks(field.line, "ea")
    completer = field.line.completer()
    assert completer is not None
    popup = completer.popup()
    assert popup is not None
    qtbot.waitUntil(popup.isVisible)
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: tags(field) == ["easy"])
    assert field.line.text() == ""


def test_backspace_in_the_empty_line_takes_the_last_one_away(field: TagField) -> None:
    field.show_tags(("a", "b"))
    QTest.keyClick(field.line, Qt.Key.Key_Backspace)
    assert tags(field) == ["a"]
    QTest.keyClicks(field.line, "x")
    QTest.keyClick(field.line, Qt.Key.Key_Backspace)
    assert tags(field) == ["a"]


def test_any_tag_is_taken_away_by_keyboard(field: TagField) -> None:
    field.show_tags(("a", "b", "c"))
    QTest.keyClick(field.line, Qt.Key.Key_Left)
    QTest.keyClick(field.chips[2], Qt.Key.Key_Left)
    assert field.chips[1].hasFocus()
    QTest.keyClick(field.chips[1], Qt.Key.Key_Delete)
    assert tags(field) == ["a", "c"]
    assert field.chips[1].hasFocus()
    QTest.keyClick(field.chips[1], Qt.Key.Key_Right)
    assert field.line.hasFocus()


def test_the_cross_of_a_tag_takes_it_away_and_the_rest_of_it_does_not(field: TagField, qtbot: QtBot) -> None:
    field.show_tags(("a", "b"))
    qtbot.waitUntil(lambda: field.chips[1].x() > field.chips[0].x())
    QTest.mouseClick(field.chips[0], Qt.MouseButton.LeftButton, pos=QPoint(2, 5))
    assert tags(field) == ["a", "b"]
    chip = field.chips[0]
    QTest.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(chip.width() - 8, chip.height() // 2))
    assert tags(field) == ["b"]


def test_leaving_ends_what_is_typed(field: TagField) -> None:
    QTest.keyClicks(field.line, "leaf")
    field.line.clearFocus()
    assert tags(field) == ["leaf"]


def test_what_is_typed_stays_when_others_are_shown(field: TagField) -> None:
    QTest.keyClicks(field.line, "le")
    field.show_tags(("a",))
    assert (tags(field), field.line.text()) == (["a"], "le")


def test_every_chip_has_a_name(field: TagField) -> None:
    field.show_tags(("a",))
    assert field.chips[0].accessibleName() == "Tag a"
