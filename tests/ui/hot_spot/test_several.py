"""Several regions at once: selected, moved, arranged, duplicated, and through the clipboard."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from app.geometry.arrange import Axis, Side
from app.geometry.box import Box
from app.geometry.point import Point
from app.geometry.region import Region
from app.geometry.shape import Oval, Polygon, Rectangle
from tests.support.desk import Desk, Modifier

ONE = Region("1", Oval(Box(0.1, 0.1, 0.2, 0.3)), "aorta")
TWO = Region("2", Rectangle(Box(0.4, 0.2, 0.5, 0.4)))
THREE = Region("3", Polygon((Point(0.7, 0.6), Point(0.9, 0.6), Point(0.8, 0.9))))
SHIFT, CONTROL = Modifier.ShiftModifier, Modifier.ControlModifier


def chosen(desk: Desk) -> list[str]:
    return [region.id for region in desk.drawer.board.chosen]


@pytest.fixture
def three(desk: Desk) -> Desk:
    desk.put(ONE, TWO, THREE)
    return desk


def test_21_shift_and_clicks_add_and_take_away(three: Desk) -> None:
    three.click(three.place(0.15, 0.2))
    three.click(three.place(0.45, 0.3), SHIFT)
    assert chosen(three) == ["1", "2"]
    three.click(three.place(0.15, 0.2), SHIFT)
    assert chosen(three) == ["2"]
    three.click(three.place(0.95, 0.1))
    assert chosen(three) == []


def test_21_a_frame_selects_what_lies_wholly_in_it(three: Desk) -> None:
    three.drag(three.place(0.02, 0.02), three.place(0.6, 0.5))
    assert chosen(three) == ["1", "2"]
    three.drag(three.place(0.6, 0.5), three.place(0.95, 0.95), modifiers=SHIFT)
    assert chosen(three) == ["1", "2", "3"]
    three.drag(three.place(0.02, 0.02), three.place(0.15, 0.5))
    assert chosen(three) == []
    assert three.edits == []


def test_21_a_drag_of_one_moves_all_of_them_as_one_step(three: Desk) -> None:
    three.drawer.board.select_all(["1", "2"])
    start, end = three.place(0.45, 0.3), three.place(0.55, 0.5)
    three.drag(start, end)
    moved = three.drawer.view.to_picture(end).x - three.drawer.view.to_picture(start).x
    assert three.regions[0].shape.bounds.left == pytest.approx(0.1 + moved)
    assert three.regions[1].shape.bounds.left == pytest.approx(0.4 + moved)
    assert three.regions[2] == THREE
    assert [edit.field for edit in three.edits] == ["Move regions"]
    assert chosen(three) == ["1", "2"]
    three.document.undo_stack.undo()
    assert three.regions == (ONE, TWO, THREE)


def test_21_at_the_edge_they_stop_together(three: Desk) -> None:
    three.drawer.board.select_all(["1", "2"])
    three.drag(three.place(0.45, 0.3), three.place(0.01, 0.3))
    assert three.regions[0].shape.bounds.left == 0
    assert three.regions[1].shape.bounds.left == pytest.approx(0.3)


def test_21_arrows_nudge_all_and_a_burst_is_one_step(three: Desk) -> None:
    three.drawer.board.select_all(["1", "3"])
    three.key(Qt.Key.Key_Right, times=5)
    moved = 5 / three.drawer.board.screen.width
    assert three.regions[0].shape.bounds.left == pytest.approx(0.1 + moved)
    assert three.regions[2].shape.bounds.left == pytest.approx(0.7 + moved)
    assert three.document.undo_stack.count() == 2
    three.document.undo_stack.undo()
    assert three.regions == (ONE, TWO, THREE)


def test_21_escape_in_a_drag_puts_all_back(three: Desk) -> None:
    three.drawer.board.select_all(["1", "2"])
    three.press(three.place(0.45, 0.3))
    three.move(three.place(0.6, 0.5))
    assert len(three.drawer.toolbox.tool.outlines) == 2
    three.key(Qt.Key.Key_Escape)
    three.release(three.place(0.6, 0.5))
    assert three.regions == (ONE, TWO, THREE)
    assert not three.drawer.toolbox.tool.outlines


def test_21_a_click_on_one_of_several_selects_it_alone(three: Desk) -> None:
    three.drawer.board.select_all(["1", "2"])
    three.click(three.place(0.45, 0.3))
    assert chosen(three) == ["2"]


def test_21_a_locked_one_stays_where_it_is(desk: Desk) -> None:
    desk.put(Region("1", ONE.shape, locked=True), TWO)
    desk.drawer.board.select_all(["1", "2"])
    desk.key(Qt.Key.Key_Right)
    desk.key(Qt.Key.Key_Delete)
    assert [region.id for region in desk.regions] == ["1"]
    assert desk.regions[0].shape == ONE.shape


def test_21_buttons_align_and_distribute(three: Desk) -> None:
    arranging = three.drawer.regions.arranging
    assert not arranging.isVisible()
    three.drawer.board.select_all(["1", "2"])
    assert arranging.isVisible()
    assert not arranging.buttons[Axis.ACROSS].isEnabled()
    arranging.buttons[Side.TOP].click()
    assert [region.shape.bounds.top for region in three.regions] == pytest.approx([0.1, 0.1, 0.6])
    three.drawer.board.select_all(["1", "2", "3"])
    arranging.buttons[Axis.ACROSS].click()
    assert three.regions[1].shape.bounds.left == pytest.approx(0.4)
    arranging.buttons[Axis.DOWN].click()
    assert three.edits[0].field == "Align regions"


def test_21_ctrl_d_duplicates_beside_with_ids_of_their_own(three: Desk) -> None:
    three.drawer.board.select_all(["1", "2"])
    three.key(Qt.Key.Key_D, CONTROL)
    assert [region.id for region in three.regions] == ["1", "2", "3", "4", "5"]
    assert [region.name for region in three.regions[3:]] == ["aorta", ""]
    assert chosen(three) == ["4", "5"]
    assert [edit.field for edit in three.edits] == ["Duplicate 2 regions"]
    beside = three.regions[3].shape.bounds.left - ONE.shape.bounds.left
    assert beside == pytest.approx(16 / three.drawer.board.screen.width)


def test_21_regions_go_through_the_clipboard_into_another_question_at_the_same_proportions(three: Desk) -> None:
    three.key(Qt.Key.Key_A, CONTROL)
    three.key(Qt.Key.Key_C, CONTROL)
    three.drawer.show_regions((), of="another")
    three.key(Qt.Key.Key_V, CONTROL)
    assert [region.shape for region in three.drawer.board.regions] == [ONE.shape, TWO.shape, THREE.shape]
    assert three.drawer.board.regions[0].name == "aorta"


def test_21_cut_takes_them_out_and_paste_brings_them_back(three: Desk) -> None:
    three.drawer.board.select_all(["1", "2"])
    three.key(Qt.Key.Key_X, CONTROL)
    assert three.regions == (THREE,)
    three.key(Qt.Key.Key_V, CONTROL)
    assert [region.shape for region in three.regions] == [THREE.shape, ONE.shape, TWO.shape]
    assert [edit.field for edit in three.edits] == ["Delete 2 regions", "Paste 2 regions"]


def test_21_the_list_selects_several_too(three: Desk) -> None:
    table = three.drawer.regions.table
    table.setFocus()
    three.drawer.board.select("1")
    QTest.keyClick(table, Qt.Key.Key_Down, SHIFT)
    assert chosen(three) == ["1", "2"]
    three.drawer.board.select_all(["2", "3"])
    assert [item.text(0) for item in table.selectedItems()] == ["2", "3"]


def test_25_lock_and_hide_are_for_all_that_are_selected_as_one_step_each(three: Desk) -> None:
    three.drawer.board.select_all(["1", "3"])
    regions = three.drawer.regions
    regions.lock.click()
    assert [region.locked for region in three.regions] == [True, False, True]
    assert not regions.delete.isEnabled()
    regions.hide_region.click()
    assert [region.hidden for region in three.regions] == [True, False, True]
    assert [edit.field for edit in three.edits] == ["Lock 2 regions", "Hide 2 regions"]
    regions.hide_region.click()
    assert not any(region.hidden for region in three.regions)
    three.document.undo_stack.setIndex(1)
    assert three.regions == (ONE, TWO, THREE)


def test_25_of_some_that_are_locked_the_button_locks_the_rest_first(three: Desk) -> None:
    regions = three.drawer.regions
    three.drawer.board.select("2")
    regions.lock.click()
    three.drawer.board.select_all(["1", "2"])
    assert not regions.lock.isChecked()
    assert regions.delete.isEnabled()
    regions.lock.click()
    assert [region.locked for region in three.regions] == [True, True, False]
    assert regions.lock.isChecked()
    regions.lock.click()
    assert not any(region.locked for region in three.regions)


def test_25_the_menu_locks_and_hides_all_that_are_selected(three: Desk) -> None:
    three.drawer.board.select_all(["1", "2"])
    three.drawer.regions.open_menu(three.drawer.mapToGlobal(three.drawer.rect().center()))
    (menu,) = (one for one in three.drawer.regions.findChildren(QMenu) if one.isVisible())
    rows = {action.text(): action for action in menu.actions()}
    rows["Hide while drawing"].trigger()
    rows["Lock"].trigger()
    assert [(region.locked, region.hidden) for region in three.regions] == [(True, True), (True, True), (False, False)]
    menu.close()
