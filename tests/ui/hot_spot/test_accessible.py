"""What a screen reader finds on the canvas, and what it is told."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.geometry.box import Box
from app.geometry.point import Point
from app.geometry.region import Region
from app.geometry.shape import Oval, Polygon, Rectangle
from app.ui.fields.tab_order import follow_layout
from app.ui.hot_spot.twins import RegionTwin
from tests.support.desk import Desk, Modifier
from tests.support.hearing import overhear

NAME = QAccessible.Text.Name
AORTA = Region("1", Oval(Box(0.1, 0.2, 0.3, 0.4)), "aorta")
OTHER = Region("2", Rectangle(Box(0.5, 0.5, 0.7, 0.8)))
CORNERS = Region("3", Polygon((Point(0.2, 0.2), Point(0.8, 0.2), Point(0.5, 0.8))))
ALT, CONTROL, SHIFT = Modifier.AltModifier, Modifier.ControlModifier, Modifier.ShiftModifier


@pytest.fixture
def reader() -> Iterator[None]:
    """A screen reader is running."""
    before = QAccessible.isActive()
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(before)


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch, reader: None) -> list[str]:
    """What is announced, in its order."""
    return overhear(monkeypatch)


def children(desk: Desk) -> list[QAccessibleInterface]:
    viewport = QAccessible.queryAccessibleInterface(desk.drawer.view.viewport())
    return [viewport.child(place) for place in range(viewport.childCount())]


def names(desk: Desk) -> list[str]:
    return [child.text(NAME) for child in children(desk)]


def test_36_the_canvas_is_named_with_file_size_and_number_of_regions(desk: Desk) -> None:
    desk.put(AORTA, OTHER)
    name = QAccessible.queryAccessibleInterface(desk.drawer.view).text(NAME)
    assert name == "Picture heart.jpg, 1500 by 1000 pixels, regions: 2"


@pytest.mark.usefixtures("reader")
def test_36_each_region_is_a_child_with_name_shape_place_and_size_where_it_is_seen(desk: Desk, qtbot: QtBot) -> None:
    desk.put(AORTA, OTHER)
    qtbot.waitUntil(lambda: len(children(desk)) == 2)
    assert names(desk)[0] == "aorta, oval, 1 of 2, 10.0 % from the left, 20.0 % from the top, covers 3.1 %"
    assert names(desk)[1].startswith("Region 2, rectangle, 2 of 2")
    at = desk.drawer.view.viewport().mapToGlobal(desk.place(0.2, 0.3)).toPoint()
    first, second = children(desk)
    assert first.rect().contains(at)
    assert not second.rect().contains(at)


@pytest.mark.usefixtures("reader")
def test_36_children_follow_a_pan_a_change_and_a_deletion(desk: Desk, qtbot: QtBot) -> None:
    desk.put(AORTA, OTHER)
    qtbot.waitUntil(lambda: len(children(desk)) == 2)
    desk.drawer.view.pan(-60, -30)
    place = desk.drawer.view.viewport().mapToGlobal(desk.place(0.2, 0.3)).toPoint()
    qtbot.waitUntil(lambda: children(desk)[0].rect().contains(place))
    assert abs(children(desk)[0].rect().center().x() - place.x()) <= 2
    desk.put(OTHER)
    qtbot.waitUntil(lambda: [name[:8] for name in names(desk)] == ["Region 1"])


@pytest.mark.usefixtures("reader")
def test_36_a_child_that_is_pressed_selects_its_region_and_says_so(desk: Desk, qtbot: QtBot) -> None:
    desk.put(AORTA, OTHER)
    qtbot.waitUntil(lambda: len(children(desk)) == 2)
    children(desk)[1].actionInterface().doAction("Press")
    qtbot.waitUntil(lambda: desk.drawer.board.selected == "2")
    described = QAccessible.Text.Description
    qtbot.waitUntil(lambda: [child.text(described) for child in children(desk)] == ["", "Selected"])


def test_36_without_a_screen_reader_nothing_is_made_for_one(desk: Desk) -> None:
    QAccessible.setActive(False)
    desk.put(AORTA, OTHER)
    desk.drawer.view.twins.renew()
    assert desk.drawer.view.findChildren(RegionTwin) == []


def test_36_every_change_is_announced_in_the_event_that_made_it(desk: Desk, heard: list[str]) -> None:
    desk.put(AORTA)
    heard.clear()
    desk.drawer.toolbox.pick("rectangle")
    desk.drag(desk.place(0.5, 0.5), desk.place(0.7, 0.8))
    assert len(heard) == 1
    assert heard[0].startswith("Region 2, rectangle, 2 of 2")
    desk.key(Qt.Key.Key_Right)
    assert heard[-1].startswith("Region 2, rectangle, 2 of 2")
    assert len(heard) == 2
    desk.document.undo_stack.undo()
    assert len(heard) == 3
    desk.document.undo_stack.undo()
    assert heard[-1] == "Region 2 is gone"


def test_36_drawing_by_keys_is_told_step_by_step(desk: Desk, heard: list[str], qtbot: QtBot) -> None:
    def tell(key: Qt.Key, words: str, modifiers: Modifier = Modifier.NoModifier) -> None:
        desk.key(key, modifiers)
        qtbot.waitUntil(lambda: bool(heard) and heard[-1].startswith(words))

    tell(Qt.Key.Key_P, "Polygon. Arrow keys move the aim, Enter sets a corner")
    tell(Qt.Key.Key_Return, "50.0 % from the left, 50.0 % from the top")
    tell(Qt.Key.Key_Return, "Corner 1 set, 50.0 % from the left")
    desk.key(Qt.Key.Key_Right, SHIFT)
    tell(Qt.Key.Key_Return, "Corner 2 set, 51.")
    tell(Qt.Key.Key_Backspace, "Corner taken back, 1 left")
    tell(Qt.Key.Key_Escape, "Nothing is drawn any more")
    tell(Qt.Key.Key_Escape, "The aim is put away")
    tell(Qt.Key.Key_V, "Select and move")


def test_36_the_box_that_enter_would_make_and_what_is_under_the_aim_are_told(
    desk: Desk, heard: list[str], qtbot: QtBot
) -> None:
    desk.put(Region("1", Rectangle(Box(0.4, 0.4, 0.9, 0.9)), "aorta"))
    desk.key(Qt.Key.Key_O)
    desk.key(Qt.Key.Key_Return, times=2)
    desk.key(Qt.Key.Key_Right, CONTROL)
    qtbot.waitUntil(lambda: bool(heard) and " % wide, 0.00 % high, on aorta" in heard[-1])
    desk.key(Qt.Key.Key_Down, CONTROL)
    desk.key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: heard[-1].startswith("Region 2, oval, 2 of 2"))


def test_36_who_draws_by_the_mouse_is_told_of_the_region_alone(desk: Desk, heard: list[str], qtbot: QtBot) -> None:
    desk.put(AORTA)
    heard.clear()
    desk.drawer.regions.table.setFocus()
    desk.drawer.toolbar.buttons["oval"].click()
    desk.drag(desk.place(0.5, 0.5), desk.place(0.7, 0.8))
    qtbot.waitUntil(lambda: desk.drawer.toolbox.tool.name == "select")
    QApplication.processEvents()
    assert [words[:8] for words in heard] == ["Region 2"]


def test_36_another_question_is_no_change(desk: Desk, heard: list[str]) -> None:
    desk.put(AORTA)
    heard.clear()
    desk.drawer.show_regions((OTHER,), of="another")
    assert heard == []
    desk.drawer.board.select("2")
    assert heard[-1].startswith("Region 1, rectangle, 1 of 1")


def test_36_the_list_says_itself_what_is_chosen_in_it(desk: Desk, heard: list[str]) -> None:
    desk.put(AORTA, OTHER)
    table = desk.drawer.regions.table
    table.setFocus()
    heard.clear()
    QTest.keyClick(table, Qt.Key.Key_Down)
    QTest.keyClick(table, Qt.Key.Key_Down)
    assert desk.drawer.board.selected == "2"
    assert heard == []


def test_36_a_region_that_is_hard_to_hit_or_overlaps_another_is_told_so(desk: Desk, heard: list[str]) -> None:
    desk.put(AORTA, OTHER)
    desk.drawer.toolbox.pick("rectangle")
    desk.drag(desk.place(0.5, 0.5), desk.place(0.71, 0.508))
    assert heard[-1].endswith("hard to hit, overlaps Region 2")


def test_35_tab_goes_from_the_picture_to_the_tools_to_the_regions(desk: Desk) -> None:
    drawer = desk.drawer
    follow_layout(drawer)
    stops, at = [], drawer.nextInFocusChain()
    while at is not None and at is not drawer:
        stops += [at] if at in (drawer.view, drawer.toolbar.buttons["oval"], drawer.regions.table) else []
        at = at.nextInFocusChain()
    assert stops == [drawer.view, drawer.toolbar.buttons["oval"], drawer.regions.table]


def test_35_alt_and_arrows_walk_corners_and_the_middles_between(desk: Desk, heard: list[str]) -> None:
    desk.put(CORNERS)
    desk.drawer.board.select("3")
    heard.clear()
    desk.key(Qt.Key.Key_Right, ALT, times=3)
    assert heard[0] == "Corner 1 of 3, 20.0 % from the left, 20.0 % from the top"
    assert heard[1].startswith("Between corners 1 and 2.")
    assert heard[2].startswith("Corner 2 of 3, 80.0 %")
    desk.key(Qt.Key.Key_Left, ALT, times=3)
    assert heard[-1].startswith("Between corners 3 and 1.")


def test_36_a_corner_that_is_moved_says_where_it_is_now(desk: Desk, heard: list[str]) -> None:
    desk.put(CORNERS)
    desk.drawer.board.select("3")
    desk.key(Qt.Key.Key_Right, ALT)
    heard.clear()
    desk.key(Qt.Key.Key_Right, SHIFT)
    assert len(heard) == 1
    assert heard[0].startswith("Corner 1 of 3, 21.")


@pytest.mark.parametrize(("key", "moved"), [(Qt.Key.Key_Return, 0), (Qt.Key.Key_Down, 1)])
def test_35_a_corner_is_put_between_two_by_keys_as_one_step(desk: Desk, key: Qt.Key, moved: int) -> None:
    desk.put(CORNERS)
    desk.drawer.board.select("3")
    desk.key(Qt.Key.Key_Right, ALT, times=2)
    desk.key(key)
    shape = desk.regions[0].shape
    assert isinstance(shape, Polygon)
    assert len(shape.points) == 4
    down = moved / desk.drawer.board.screen.height
    assert shape.points[1] == pytest.approx(Point(0.5, 0.2 + down))
    assert [edit.field for edit in desk.edits] == ["Insert corner"]
    assert desk.drawer.board.vertex == 1


def test_35_the_corner_that_is_walked_to_comes_into_view(desk: Desk) -> None:
    desk.put(CORNERS)
    desk.drawer.board.select("3")
    desk.drawer.view.show_box(Box(0.15, 0.15, 0.25, 0.25))
    for _ in range(6):
        desk.key(Qt.Key.Key_Right, ALT)
        spot = desk.drawer.board.spot
        assert spot is not None
        assert desk.drawer.view.viewport().rect().contains(desk.place(*spot).toPoint())


def test_35_a_corner_that_an_undo_took_is_not_moved_by_the_next_arrow(desk: Desk) -> None:
    desk.put(CORNERS)
    desk.drawer.board.select("3")
    desk.key(Qt.Key.Key_Left, ALT)
    desk.key(Qt.Key.Key_Return)
    assert desk.drawer.board.vertex == 3
    desk.document.undo_stack.undo()
    desk.key(Qt.Key.Key_Right)
    assert [edit.field for edit in desk.edits] == ["Insert corner", "Move region"]
