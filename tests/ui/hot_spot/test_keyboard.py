"""Drawing and editing with no pointer at all (acceptance 34, 35)."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from app.geometry.box import Box
from app.geometry.region import Region
from app.geometry.shape import Oval, Polygon, Rectangle
from app.ui.hot_spot.key_words import KEY_WORDS
from app.ui.hot_spot.tools.table import TOOLS
from app.ui.hot_spot.tools.tool import Tool
from app.ui.theme import role
from app.ui.words import words
from tests.support.desk import Desk, Modifier

SHIFT, CTRL, ALT = Modifier.ShiftModifier, Modifier.ControlModifier, Modifier.AltModifier


def aim(desk: Desk, dx: int, dy: int) -> None:
    """Move the aim by so many screen pixels, tens first."""
    for key, way, count in ((Qt.Key.Key_Right, Qt.Key.Key_Left, dx), (Qt.Key.Key_Down, Qt.Key.Key_Up, dy)):
        used = key if count > 0 else way
        desk.key(used, SHIFT, times=abs(count) // 10)
        desk.key(used, times=abs(count) % 10)


@pytest.mark.parametrize(("key", "kind"), [(Qt.Key.Key_O, Oval), (Qt.Key.Key_R, Rectangle)])
def test_34_an_oval_and_a_rectangle_are_drawn_by_arrows_and_enter(desk: Desk, key: Qt.Key, kind: type) -> None:
    desk.key(key)
    aim(desk, -60, -40)
    desk.key(Qt.Key.Key_Return)
    aim(desk, 125, 70)
    desk.key(Qt.Key.Key_Return)
    (region,) = desk.regions
    screen, box = desk.drawer.board.screen, region.shape.bounds
    assert isinstance(region.shape, kind)
    assert (box.width * screen.width, box.height * screen.height) == pytest.approx((125, 70))


def test_34_a_polygon_of_five_corners_is_drawn_and_a_corner_moved(desk: Desk) -> None:
    desk.key(Qt.Key.Key_P)
    for dx, dy in ((-50, -50), (100, 0), (20, 60), (-60, 50), (-80, -30)):
        aim(desk, dx, dy)
        desk.key(Qt.Key.Key_Return)
    desk.key(Qt.Key.Key_Return)
    (region,) = desk.regions
    assert isinstance(region.shape, Polygon)
    assert len(region.shape.points) == 5
    desk.key(Qt.Key.Key_Right, ALT, times=3)
    desk.key(Qt.Key.Key_Down, SHIFT)
    moved = desk.regions[0].shape
    assert isinstance(moved, Polygon)
    changed = [place for place, (a, b) in enumerate(zip(region.shape.points, moved.points, strict=True)) if a != b]
    assert changed == [1]


def test_34_a_region_is_named_from_the_canvas_and_the_focus_comes_back(desk: Desk) -> None:
    desk.put(Region("1", Oval(Box(0.2, 0.2, 0.4, 0.4))))
    desk.key(Qt.Key.Key_Tab)
    desk.key(Qt.Key.Key_F2)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, "aorta")
    QTest.keyClick(field, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert desk.regions[0].name == "aorta"
    assert desk.drawer.view.hasFocus()
    assert [edit.field for edit in desk.edits] == ["Name region"]


def test_34_the_whole_task_is_done_by_keys_alone(desk: Desk) -> None:
    for key in (Qt.Key.Key_O, Qt.Key.Key_R):
        desk.key(key)
        aim(desk, -60, -40)
        desk.key(Qt.Key.Key_Return)
        aim(desk, 125, 70)
        desk.key(Qt.Key.Key_Return)
    desk.key(Qt.Key.Key_P)
    for dx, dy in ((-50, -50), (100, 0), (20, 60), (-60, 50), (-80, -30)):
        aim(desk, dx, dy)
        desk.key(Qt.Key.Key_Return)
    desk.key(Qt.Key.Key_Return)
    drawn = desk.regions
    desk.key(Qt.Key.Key_Right, ALT)
    desk.key(Qt.Key.Key_Up, SHIFT, times=2)
    desk.key(Qt.Key.Key_F2)
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit)
    QTest.keyClicks(field, "left atrium")
    QTest.keyClick(field, Qt.Key.Key_Return)
    QApplication.processEvents()
    assert [type(region.shape) for region in desk.regions] == [Oval, Rectangle, Polygon]
    assert desk.regions[2].name == "left atrium"
    assert desk.regions[2].shape != drawn[2].shape
    desk.document.undo_stack.undo()
    desk.document.undo_stack.undo()
    assert desk.regions == drawn


@pytest.mark.parametrize("tool", TOOLS)
def test_a_row_of_the_table_gives_a_tool_its_button_and_its_key(desk: Desk, tool: type[Tool]) -> None:
    button = desk.drawer.toolbar.buttons[tool.name]
    assert button.accessibleName().startswith(words(tool.title))
    assert not button.icon().isNull()
    if tool.key is None:
        button.click()
    else:
        desk.key(tool.key)
    assert desk.drawer.toolbox.tool.name == tool.name
    assert button.isChecked()


@pytest.mark.parametrize("keys", [keys for _, keys in KEY_WORDS if keys != "Tab"])
def test_every_key_that_is_listed_is_the_canvas_s_while_it_has_the_focus(desk: Desk, keys: str) -> None:
    desk.put(Region("1", Oval(Box(0.2, 0.2, 0.4, 0.4))))
    desk.drawer.board.select("1")
    pressed = QKeySequence(keys)[0]  # type: ignore[index]  # the stub forgets it
    event = QKeyEvent(QEvent.Type.ShortcutOverride, pressed.key(), pressed.keyboardModifiers())
    event.ignore()
    QApplication.sendEvent(desk.drawer.view, event)
    assert event.isAccepted()


def test_arrows_move_by_one_or_ten_screen_pixels_and_with_ctrl_by_one_of_the_picture(desk: Desk) -> None:
    desk.put(Region("1", Oval(Box(0.2, 0.2, 0.4, 0.4))))
    desk.drawer.board.select("1")
    desk.key(Qt.Key.Key_Right)
    desk.key(Qt.Key.Key_Right, SHIFT)
    desk.key(Qt.Key.Key_Down, CTRL)
    box, screen = desk.regions[0].shape.bounds, desk.drawer.board.screen
    assert box.left == pytest.approx(0.2 + 11 / screen.width)
    assert box.top == pytest.approx(0.2 + 1 / 1000)


def test_alt_and_arrows_resize(desk: Desk) -> None:
    desk.put(Region("1", Oval(Box(0.2, 0.2, 0.4, 0.4))))
    desk.drawer.board.select("1")
    desk.key(Qt.Key.Key_Right, ALT | SHIFT)
    box = desk.regions[0].shape.bounds
    assert (box.left, box.right) == pytest.approx((0.2, 0.4 + 10 / desk.drawer.board.screen.width))
    assert desk.edits[-1].merge_key == "regions/1/resize"


def test_35_tab_goes_from_region_to_region_and_on(desk: Desk) -> None:
    desk.put(*(Region(str(n), Rectangle(Box(n / 10, 0.1, n / 10 + 0.05, 0.2))) for n in (1, 2)))
    seen = []
    for _ in range(3):
        desk.key(Qt.Key.Key_Tab)
        seen.append(desk.drawer.board.selected)
    assert seen == ["1", "2", "2"]
    assert not desk.drawer.view.hasFocus()


def test_35_tab_leads_from_the_picture_to_the_tools_and_then_to_the_regions(desk: Desk) -> None:
    desk.put(Region("1", Rectangle(Box(0.1, 0.1, 0.2, 0.2))))
    desk.drawer.board.select("1")
    places = (desk.drawer.view, desk.drawer.toolbar, desk.drawer.regions)
    seen = []
    for _ in range(40):
        focus = QApplication.focusWidget()
        assert focus is not None
        seen += [place for place in places if place is focus or place.isAncestorOf(focus)]
        QTest.keyClick(focus, Qt.Key.Key_Tab)
    order = [place for before, place in pairwise((None, *seen)) if place is not before]
    assert order[:3] == list(places)


def test_35_the_canvas_shows_the_focus_by_a_ring_of_two_pixels(desk: Desk) -> None:
    frame = desk.drawer.view.parentWidget()
    assert frame is not None
    ring = [(x, 40) for x in (0, 1)]

    def colours() -> list[str]:
        page = frame.grab().toImage()
        return [page.pixelColor(x, y).name() for x, y in ring]

    assert colours() == [role("accent").name()] * 2
    desk.drawer.regions.table.setFocus()
    assert role("accent").name() not in colours()


def test_enter_shows_the_aim_first_and_then_places_a_corner(desk: Desk) -> None:
    desk.key(Qt.Key.Key_O)
    desk.key(Qt.Key.Key_Return)
    assert desk.drawer.view.aim.at == desk.drawer.view.centre_of_view()
    desk.key(Qt.Key.Key_Return)
    aim(desk, 60, 40)
    desk.key(Qt.Key.Key_Return)
    assert len(desk.regions) == 1


def test_26_with_the_aim_in_hand_the_line_below_tells_what_keys_do(desk: Desk) -> None:
    desk.key(Qt.Key.Key_O)
    before = desk.drawer.status.text()
    desk.key(Qt.Key.Key_Return)
    assert desk.drawer.status.text().startswith("Arrow keys move the aim")
    desk.key(Qt.Key.Key_Return)
    assert desk.drawer.status.text().startswith("Arrow keys move the aim")
    desk.key(Qt.Key.Key_Escape, times=2)
    assert desk.drawer.status.text() == before


def test_the_aim_stays_in_view(desk: Desk) -> None:
    desk.key(Qt.Key.Key_1)
    desk.key(Qt.Key.Key_O)
    desk.key(Qt.Key.Key_Left, CTRL, times=12)
    at = desk.drawer.view.aim.at
    assert at is not None
    assert at == pytest.approx((0, 0.5), abs=0.01)
    assert desk.drawer.view.viewport().rect().contains(desk.drawer.view.to_view(at).toPoint())
