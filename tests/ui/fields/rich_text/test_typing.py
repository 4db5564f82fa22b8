"""Typing in the rich text field: paragraphs, breaks, the cursor, and what an input method does."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent, QKeySequence, QShortcut, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui.fields.rich_text.field import RichTextField


def given(field: RichTextField) -> list[str]:
    values: list[str] = []
    field.edited.connect(lambda html, _typed: values.append(html))
    return values


def move_to(field: RichTextField, place: int) -> None:
    cursor = field.edit.textCursor()
    cursor.setPosition(place)
    field.edit.setTextCursor(cursor)


def test_typing_gives_paragraphs(field: RichTextField) -> None:
    values = given(field)
    QTest.keyClicks(field.edit, "a<b")
    QTest.keyClick(field.edit, Qt.Key.Key_Return)
    QTest.keyClicks(field.edit, "c")
    assert values[-1] == "<p>a&lt;b</p><p>c</p>"


def test_shift_enter_breaks_the_line(field: RichTextField) -> None:
    QTest.keyClicks(field.edit, "a")
    QTest.keyClick(field.edit, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(field.edit, "b")
    assert field.html == "<p>a<br>b</p>"


def test_showing_a_value_fills_the_field_and_says_nothing(field: RichTextField) -> None:
    values = given(field)
    field.show_html("<p>one</p><p>caf&eacute;</p>")
    assert field.edit.texts() == ["one", "café"]
    assert values == []


def test_deleting_everything_gives_an_empty_value(field: RichTextField) -> None:
    field.show_html("<p>one</p><p>two</p>")
    field.edit.selectAll()
    QTest.keyClick(field.edit, Qt.Key.Key_Delete)
    assert field.html == ""


def test_the_cursor_stays_when_the_same_value_is_shown_again(field: RichTextField) -> None:
    field.show_html("<p>one two</p>")
    move_to(field, 3)
    QTest.keyClicks(field.edit, "!")
    field.show_html(field.html)
    QTest.keyClicks(field.edit, "?")
    assert field.html == "<p>one!? two</p>"


def test_a_change_elsewhere_in_the_text_leaves_the_cursor_at_its_word(field: RichTextField) -> None:
    field.show_html("<p>one \U0001f331 two</p>")
    move_to(field, 10)
    field.show_html("<p>ONE \U0001f331 two</p>")
    assert field.edit.textCursor().position() == 10
    field.show_html("<p>a ONE \U0001f331 two</p>")
    assert field.edit.textCursor().position() == 12


def test_undo_and_redo_keys_go_to_the_window(field: RichTextField, qtbot: QtBot) -> None:
    pressed: list[str] = []
    for keys in ("Ctrl+Z", "Ctrl+Y", "Ctrl+Shift+Z"):
        QShortcut(QKeySequence(keys), field.window()).activated.connect(lambda keys=keys: pressed.append(keys))
    QTest.keyClicks(field.edit, "abc")
    control, shift = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
    QTest.keyClick(field.edit, Qt.Key.Key_Z, control)
    QTest.keyClick(field.edit, Qt.Key.Key_Y, control)
    QTest.keyClick(field.edit, Qt.Key.Key_Z, control | shift)
    assert pressed == ["Ctrl+Z", "Ctrl+Y", "Ctrl+Shift+Z"]
    assert field.html == "<p>abc</p>"


def test_tab_leaves_the_field(field: RichTextField) -> None:
    field.setFocus()
    QTest.keyClick(field.edit, Qt.Key.Key_Tab)
    assert field.html == ""


def test_what_an_input_method_composes_counts_when_it_is_committed(field: RichTextField) -> None:
    values = given(field)
    QApplication.sendEvent(field.edit, QInputMethodEvent("かん", []))
    assert values == []
    field.show_html("")
    done = QInputMethodEvent("", [])
    done.setCommitString("漢")
    QApplication.sendEvent(field.edit, done)
    assert values == ["<p>漢</p>"]


def test_the_field_grows_with_its_text(field: RichTextField, qtbot: QtBot) -> None:
    before = field.edit.height()
    field.show_html("<p>a</p>" * 12)
    qtbot.waitUntil(lambda: field.edit.height() > 4 * before)
    assert field.edit.verticalScrollBar().maximum() == 0


def test_a_screen_reader_knows_the_field(field: RichTextField) -> None:
    assert field.edit.accessibleName() == "Question"
    assert field.edit.textCursor() != QTextCursor()
