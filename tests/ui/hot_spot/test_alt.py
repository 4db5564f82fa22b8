"""Alt on the canvas of a window with menus: it walks along corners and opens no menu, in whatever order keys come.

With Orca 43 the bridge of Qt hands each key over twice, the second time after the screen reader has seen it. Where Alt
was let go of meanwhile, the menu bar took that for Alt pressed alone.
"""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow
from pytestqt.qtbot import QtBot

from app.geometry.box import Box
from app.geometry.point import Point
from app.geometry.region import Region
from app.geometry.shape import Oval, Polygon
from tests.support.desk import NONE, Desk, Modifier

ALT, SHIFT = Modifier.AltModifier, Modifier.ShiftModifier
Key = Qt.Key
CORNERS = Region("1", Polygon((Point(0.2, 0.2), Point(0.8, 0.2), Point(0.5, 0.8))))


@pytest.fixture
def window(desk: Desk, qtbot: QtBot) -> Iterator[QWindow]:
    """The drawer in a window with two menus, and the focus on its picture."""
    made = QMainWindow()
    qtbot.addWidget(made)
    for title in ("&File", "&Edit"):
        made.menuBar().addMenu(title).addAction("One")
    made.setCentralWidget(desk.drawer)
    made.resize(1000, 700)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    desk.drawer.view.setFocus()
    yield made.windowHandle()
    desk.drawer.setParent(None)


def tap_alt(window: QWindow) -> None:
    """Press Alt and let go of it, with nothing between."""
    QTest.keyPress(window, Key.Key_Alt)
    QTest.keyRelease(window, Key.Key_Alt)


def alt_arrow(window: QWindow) -> None:
    """As hands do it: Alt down, arrow down and up, Alt up."""
    QTest.keyPress(window, Key.Key_Alt)
    QTest.keyPress(window, Key.Key_Right, ALT)
    QTest.keyRelease(window, Key.Key_Right, ALT)
    QTest.keyRelease(window, Key.Key_Alt)


def test_35_alt_and_an_arrow_walk_along_corners_in_a_window_with_menus(desk: Desk, window: QWindow) -> None:
    desk.put(CORNERS)
    desk.drawer.board.select("1")
    alt_arrow(window)
    alt_arrow(window)
    assert desk.drawer.view.hasFocus()
    assert (desk.drawer.board.vertex, desk.drawer.board.edge) == (None, 0)


def test_35_alt_alone_before_and_after_leaves_the_focus_on_the_picture(desk: Desk, window: QWindow) -> None:
    desk.put(CORNERS)
    desk.drawer.board.select("1")
    tap_alt(window)
    alt_arrow(window)
    tap_alt(window)
    assert desk.drawer.view.hasFocus()
    QTest.keyClick(window, Key.Key_Right)
    shape = desk.regions[0].shape
    assert isinstance(shape, Polygon)
    assert shape.points[0].x == pytest.approx(0.2 + 1 / desk.drawer.board.screen.width)
    assert shape.points[1:] == CORNERS.shape.points[1:]  # type: ignore[union-attr]  # it is a polygon


def test_35_keys_that_a_screen_reader_hands_over_late_open_no_menu(desk: Desk, window: QWindow) -> None:
    desk.put(CORNERS)
    desk.drawer.board.select("1")
    late = QKeyEvent(QEvent.Type.ShortcutOverride, Key.Key_Alt, NONE)  # Qt adds its own modifier to the key
    late.ignore()
    QApplication.sendEvent(desk.drawer.view, late)
    QTest.keyRelease(window, Key.Key_Alt)
    QTest.keyClick(window, Key.Key_Right, ALT)
    assert desk.drawer.view.hasFocus()
    assert desk.drawer.board.vertex == 0


def test_while_a_corner_is_set_by_keys_alt_leads_nowhere(desk: Desk, window: QWindow) -> None:
    desk.key(Key.Key_P)
    desk.key(Key.Key_Return, times=2)
    tap_alt(window)
    assert desk.drawer.view.hasFocus()


def test_with_nothing_in_the_hand_alt_leads_to_the_menus_as_everywhere(desk: Desk, window: QWindow) -> None:
    desk.put(Region("1", Oval(Box(0.2, 0.2, 0.4, 0.4))))
    tap_alt(window)
    assert not desk.drawer.view.hasFocus()


def test_35_n_and_shift_n_walk_along_corners_without_alt(desk: Desk, window: QWindow) -> None:
    desk.put(CORNERS)
    desk.drawer.board.select("1")
    seen = []
    for held in (NONE, NONE, NONE, SHIFT, SHIFT, SHIFT):
        QTest.keyClick(window, Key.Key_N, held)
        seen.append((desk.drawer.board.vertex, desk.drawer.board.edge))
    assert seen == [(0, None), (None, 0), (1, None), (None, 0), (0, None), (None, 2)]


def test_35_a_box_has_no_corners_to_walk_along_and_that_is_said(desk: Desk, window: QWindow) -> None:
    desk.put(Region("1", Oval(Box(0.2, 0.2, 0.4, 0.4))))
    QTest.keyClick(window, Key.Key_N)
    assert "corners" not in desk.drawer.status.text()
    desk.drawer.board.select("1")
    QTest.keyClick(window, Key.Key_N)
    assert desk.drawer.status.text().startswith("Only a polygon has corners to go along.")
