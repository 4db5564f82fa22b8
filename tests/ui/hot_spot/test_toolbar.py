"""The tools as one stop of Tab, through which arrow keys go (acceptance 35)."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton

from app.geometry.box import Box
from app.geometry.region import Region
from app.geometry.shape import Rectangle
from app.ui.fields.tab_order import follow_layout
from tests.support.desk import Desk

Key = Qt.Key


@pytest.fixture
def at_tools(desk: Desk) -> Desk:
    """A drawer with a region that is selected; Tab has just gone from the picture to the tools."""
    follow_layout(desk.drawer)
    desk.put(Region("1", Rectangle(Box(0.1, 0.1, 0.2, 0.2))))
    desk.drawer.board.select("1")
    desk.key(Key.Key_Tab)
    return desk


def here(desk: Desk) -> QToolButton:
    """The button with the focus."""
    focus = QApplication.focusWidget()
    assert isinstance(focus, QToolButton)
    assert desk.drawer.toolbar.isAncestorOf(focus)
    return focus


def press(key: Qt.Key) -> None:
    """Press a key where the focus is."""
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key)


def walk(desk: Desk, key: Qt.Key, times: int) -> Iterator[str]:
    for _ in range(times):
        press(key)
        yield name_of(here(desk))


def name_of(button: QToolButton) -> str:
    """What a screen reader calls it."""
    return QAccessible.queryAccessibleInterface(button).text(QAccessible.Text.Name)


def test_35_one_tab_leads_to_the_tools_and_the_next_one_to_the_regions(at_tools: Desk) -> None:
    assert here(at_tools) is at_tools.drawer.toolbar.buttons["select"]
    press(Key.Key_Tab)
    assert at_tools.drawer.regions.table.hasFocus()
    press(Key.Key_Backtab)
    assert here(at_tools) is at_tools.drawer.toolbar.buttons["select"]
    press(Key.Key_Backtab)
    assert at_tools.drawer.view.hasFocus()


def test_35_arrows_home_and_end_go_through_all_tools_and_round(at_tools: Desk) -> None:
    buttons = at_tools.drawer.toolbar.in_one_stop()
    names = [name_of(button) for button in buttons if button.isVisible()]
    assert list(walk(at_tools, Key.Key_Right, len(names))) == [*names[1:], names[0]]
    assert list(walk(at_tools, Key.Key_Left, 2)) == [names[-1], names[-2]]
    assert next(walk(at_tools, Key.Key_Home, 1)) == names[0]
    assert next(walk(at_tools, Key.Key_End, 1)) == names[-1]
    assert at_tools.drawer.toolbox.tool.name == "select"


@pytest.mark.parametrize("width", [1000, 560, 450, 380])
def test_35_every_button_that_is_seen_is_in_the_row_as_the_eye_meets_it(at_tools: Desk, width: int) -> None:
    at_tools.drawer.resize(width, 700)
    toolbar = at_tools.drawer.toolbar
    seen = [button for button in toolbar.findChildren(QToolButton) if button.isVisible()]
    seen.sort(key=lambda button: button.mapTo(toolbar, button.rect().topLeft()).x())
    assert [button for button in toolbar.in_one_stop() if button.isVisible()] == seen


def test_35_tab_comes_back_to_the_tool_that_was_left(at_tools: Desk) -> None:
    list(walk(at_tools, Key.Key_Right, 3))
    left = here(at_tools)
    press(Key.Key_Tab)
    assert at_tools.drawer.regions.table.hasFocus()
    press(Key.Key_Backtab)
    assert here(at_tools) is left


def test_35_space_takes_the_tool_and_leads_back_to_the_picture(at_tools: Desk) -> None:
    press(Key.Key_Right)
    press(Key.Key_Space)
    assert at_tools.drawer.toolbox.tool.name == "oval"
    assert at_tools.drawer.view.hasFocus()


def test_35_what_is_disabled_or_hidden_is_passed_and_never_the_stop(at_tools: Desk) -> None:
    buttons = at_tools.drawer.toolbar.buttons
    buttons["oval"].setEnabled(False)
    buttons["rectangle"].hide()
    press(Key.Key_Right)
    assert here(at_tools) is buttons["polygon"]
    press(Key.Key_Left)
    assert here(at_tools) is buttons["select"]
    press(Key.Key_Tab)
    buttons["select"].setEnabled(False)
    press(Key.Key_Backtab)
    assert here(at_tools) is buttons["polygon"]
    press(Key.Key_Home)
    assert here(at_tools) is buttons["polygon"]


@pytest.mark.usefixtures("at_tools")
def test_36_a_reader_hears_each_tool_by_name_and_which_one_is_taken(desk: Desk) -> None:
    desk.drawer.toolbox.pick("oval")
    desk.drawer.toolbar.buttons["select"].setFocus()
    heard = {}
    for name in walk(desk, Key.Key_Right, len(desk.drawer.toolbar.buttons) - 1):
        reader = QAccessible.queryAccessibleInterface(here(desk))
        assert name
        assert reader.state().focused
        assert reader.state().checkable
        heard[name.partition(" (")[0]] = bool(reader.state().checked)
    assert [name for name, taken in heard.items() if taken] == ["Oval"]


@pytest.mark.parametrize("width", [700, 560, 450, 380])
def test_what_has_no_room_is_in_the_menu_of_more_tools(desk: Desk, width: int) -> None:
    toolbar = desk.drawer.toolbar
    desk.drawer.resize(width, 700)
    menu = toolbar.overflow.menu()
    menu.aboutToShow.emit()
    shown = {button.toolTip() for button in toolbar.in_one_stop() if button.isVisible()}
    in_menu = [action.text() for action in menu.actions()]
    wanted = {button.toolTip() for button in toolbar.in_one_stop()}
    assert not shown & set(in_menu)
    assert shown | set(in_menu) | {toolbar.overflow.toolTip()} == wanted
    assert toolbar.overflow.isVisible() == bool(in_menu)
    seen = [button.geometry() for button in toolbar.in_one_stop() if button.isVisible()]
    assert max(place.right() for place in seen) < toolbar.width()
    assert all(one.right() < other.left() for one, other in pairwise(seen))


def test_a_tool_of_the_menu_is_taken_and_shown_as_taken_there(desk: Desk) -> None:
    desk.drawer.resize(450, 700)
    menu = desk.drawer.toolbar.overflow.menu()
    menu.aboutToShow.emit()
    next(action for action in menu.actions() if action.text().startswith("Crop")).trigger()
    assert desk.drawer.toolbox.tool.name == "crop"
    menu.aboutToShow.emit()
    assert [action.text().partition(" ")[0].rstrip(".") for action in menu.actions() if action.isChecked()] == ["Crop"]
