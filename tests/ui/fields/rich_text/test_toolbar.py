"""The toolbar: it comes with the focus, says what is in force, and is reached by the keyboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QWidget
from pytestqt.exceptions import capture_exceptions
from shiboken6 import delete

from app.ui.fields.rich_text.command import COMMANDS
from app.ui.fields.rich_text.field import RichTextField
from app.ui.fields.rich_text.toolbar import RichToolbar, toolbar_for
from tests.support.author import ALT, Author
from tests.support.shelf import Shelf


@pytest.fixture
def bar(author: Author) -> RichToolbar:
    return toolbar_for(author.field)


def lay_out(window: QWidget, field: QWidget) -> None:
    layout = window.layout()
    assert layout is not None
    layout.addWidget(field)
    field.show()


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def test_it_comes_and_goes_with_the_focus_and_moves_nothing(author: Author, bar: RichToolbar, window: QWidget) -> None:
    other = QLineEdit(window)
    lay_out(window, other)
    place = author.field.geometry()
    assert bar.isVisible()
    other.setFocus()
    assert not bar.isVisible()
    author.edit.setFocus()
    assert bar.isVisible()
    QApplication.processEvents()
    assert author.field.geometry().topLeft() == place.topLeft()


def test_a_button_marks_what_is_selected_and_the_text_keeps_the_focus(author: Author, bar: RichToolbar) -> None:
    author.show("<p>one</p>")
    author.mark_all()
    QTest.mouseClick(bar.buttons["bold"], Qt.MouseButton.LeftButton)
    assert author.html == "<p><strong>one</strong></p>"
    assert author.edit.hasFocus()
    assert bar.buttons["bold"].isChecked()


def test_it_shows_what_is_in_force_at_the_cursor(author: Author, bar: RichToolbar) -> None:
    author.show("<ul><li>one <b>two</b></li></ul>")
    author.go("two")
    QApplication.processEvents()
    on = {name for name, button in bar.buttons.items() if button.isChecked()}
    assert on == {"bold", "ul"}


def test_every_button_has_a_name_and_a_tooltip_with_its_keys(bar: RichToolbar) -> None:
    assert "Ctrl+B" in bar.buttons["bold"].toolTip()
    assert all(button.accessibleName() and button.toolTip() for button in bar.buttons.values())


def test_the_keyboard_goes_into_the_bar_and_back(author: Author, bar: RichToolbar) -> None:
    author.press(Qt.Key.Key_F10, held=ALT)
    assert bar.isAncestorOf(focused())
    QTest.keyClick(focused(), Qt.Key.Key_Right)
    assert focused() is bar.buttons["bold"]
    QTest.keyClick(focused(), Qt.Key.Key_Escape)
    assert author.edit.hasFocus()
    assert bar.isVisible()


def test_what_does_not_fit_is_in_the_menu(author: Author, bar: RichToolbar, window: QWidget) -> None:
    menu = bar.more.findChild(QMenu)
    assert isinstance(menu, QMenu)
    menu.aboutToShow.emit()
    shown = {name for name, button in bar.buttons.items() if button.isVisible()}
    texts = " ".join(action.text() for action in menu.actions())
    assert "Superscript" in texts or "super" in shown
    assert "Edit source" in texts


def test_fields_of_a_page_share_one(author: Author, bar: RichToolbar, window: QWidget, shelf: Shelf) -> None:
    other = RichTextField("Other", shelf.pictures, window)
    lay_out(window, other)
    other.setFocus()
    assert toolbar_for(other) is bar
    assert bar.edit is other.edit


def test_no_two_commands_share_a_key() -> None:
    keys = [key for command in COMMANDS for key in command.keys]
    assert len(keys) == len(set(keys))


def test_it_goes_with_a_field_that_is_destroyed_while_it_has_the_focus(author: Author, bar: RichToolbar) -> None:
    assert bar.isVisible()
    with capture_exceptions() as raised:
        delete(author.field)
        bar.place()
    assert (raised, bar.edit, bar.isVisible()) == ([], None, False)
