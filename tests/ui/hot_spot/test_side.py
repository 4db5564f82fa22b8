"""The list and the numbers beside the canvas, and trying a click as a student."""

import math
from itertools import pairwise

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from app.geometry.box import Box
from app.geometry.movement import moved
from app.geometry.point import Point
from app.geometry.region import Region
from app.geometry.shape import Oval, Polygon, Rectangle, Shape
from app.grading.hot_spot import score
from app.models.questions.hot_spot import HotSpotQuestion
from app.ui.hot_spot.numbers import PIXELS
from app.ui.hot_spot.test_click import hit_regions
from tests.support.desk import Desk

OVAL = Region("1", Oval(Box(0.2, 0.2, 0.6, 0.6)), "Aorta")
BOX = Region("2", Rectangle(Box(0.3, 0.3, 0.8, 0.8)))
TRIANGLE = Region("3", Polygon((Point(0.3, 0.3), Point(0.7, 0.3), Point(0.5, 0.8))))


def rows(desk: Desk) -> list[list[str]]:
    table = desk.drawer.regions.table
    items = [table.topLevelItem(row) for row in range(table.topLevelItemCount())]
    return [[item.text(column) for column in range(4)] for item in items if item is not None]


def test_the_list_tells_number_name_shape_and_size(desk: Desk) -> None:
    desk.put(OVAL, BOX)
    assert rows(desk) == [["1", "Aorta", "Oval", "12.6 %"], ["2", "Region 2", "Rectangle", "25.0 %"]]


def test_an_edit_writes_only_its_own_row(desk: Desk) -> None:
    desk.put(OVAL, BOX, TRIANGLE)
    written: list[int] = []
    table = desk.drawer.regions.table
    table.model().dataChanged.connect(lambda first, _last: written.append(first.row()))
    desk.drawer.board.select("2")
    desk.drawer.numbers.left.setValue(10)
    assert set(written) == {1}


def test_a_name_of_blanks_is_none_and_the_row_says_so(desk: Desk) -> None:
    desk.put(BOX)
    desk.drawer.regions.table.edit_name("2")
    (line,) = desk.drawer.regions.table.viewport().findChildren(QLineEdit)
    line.selectAll()
    QTest.keyClicks(line, "   ")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert rows(desk)[0][1] == "Region 1"


def test_selection_goes_both_ways(desk: Desk) -> None:
    desk.put(OVAL, BOX)
    table = desk.drawer.regions.table
    desk.drawer.board.select("2")
    assert table.currentIndex().row() == 1
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Up)
    assert desk.drawer.board.selected == "1"


def test_a_region_is_renamed_in_place_as_one_step(desk: Desk, qtbot: QtBot) -> None:
    desk.put(OVAL, BOX)
    desk.drawer.board.select("2")
    table = desk.drawer.regions.table
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_F2)
    (line,) = table.viewport().findChildren(QLineEdit)
    QTest.keyClicks(line, "Left ventricle")
    QTest.keyClick(line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(desk.edits))
    assert [region.name for region in desk.regions] == ["Aorta", "Left ventricle"]
    assert [edit.field for edit in desk.edits] == ["Name region"]


def test_a_name_that_is_being_typed_is_taken_in_by_finish(desk: Desk) -> None:
    desk.put(OVAL)
    desk.drawer.regions.table.edit_name("1")
    (line,) = desk.drawer.regions.table.viewport().findChildren(QLineEdit)
    QTest.keyClicks(line, "Arch")
    desk.drawer.finish()
    assert desk.regions[0].name == "Arch"


def test_names_are_given_one_after_the_other_by_tab(desk: Desk) -> None:
    desk.put(OVAL, BOX)
    desk.drawer.board.select("1")
    table = desk.drawer.regions.table
    desk.drawer.regions.rename.click()
    for name in ("Arch", "Vein"):
        (line,) = (one for one in table.viewport().findChildren(QLineEdit) if one.hasFocus())
        line.selectAll()
        QTest.keyClicks(line, name)
        QTest.keyClick(line, Qt.Key.Key_Tab)
    assert [region.name for region in desk.regions] == ["Arch", "Vein"]


def test_buttons_lock_hide_and_delete(desk: Desk) -> None:
    desk.put(OVAL, BOX)
    desk.drawer.board.select("1")
    regions = desk.drawer.regions
    regions.lock.click()
    regions.hide_region.click()
    assert (desk.regions[0].locked, desk.regions[0].hidden) == (True, True)
    assert not regions.delete.isEnabled()
    regions.lock.click()
    regions.delete.click()
    assert [region.id for region in desk.regions] == ["2"]


def test_40_names_stay_with_their_regions(desk: Desk) -> None:
    desk.put(OVAL, Region("2", BOX.shape, "Vein"), TRIANGLE)
    desk.drawer.board.select("1")
    desk.drawer.regions.delete.click()
    assert [(region.id, region.name) for region in desk.regions] == [("2", "Vein"), ("3", "")]


@pytest.mark.parametrize("region", [OVAL, BOX, TRIANGLE])
def test_23_numbers_change_the_region_and_follow_it(desk: Desk, region: Region) -> None:
    desk.put(region)
    desk.drawer.board.select(region.id)
    numbers = desk.drawer.numbers
    numbers.unit.setCurrentIndex(PIXELS)
    numbers.unit.activated.emit(PIXELS)
    assert numbers.left.value() == pytest.approx(region.shape.bounds.left * 1500)
    numbers.width_.setValue(300)
    assert desk.regions[0].shape.bounds.width == pytest.approx(0.2)
    desk.key(Qt.Key.Key_Right, times=2)
    assert numbers.left.value() == pytest.approx(desk.regions[0].shape.bounds.left * 1500, abs=0.06)
    assert [edit.field for edit in desk.edits][:2] == ["Resize region", "Move region"]


def test_23_numbers_follow_a_drag_that_is_still_going_on(desk: Desk, qtbot: QtBot) -> None:
    desk.put(OVAL)
    desk.press(desk.place(0.4, 0.4))
    desk.move(desk.place(0.5, 0.4))
    qtbot.waitUntil(lambda: abs(desk.drawer.numbers.left.value() - 30) < 0.3)
    desk.release(desk.place(0.5, 0.4))


def test_23_a_region_pushed_by_numbers_stays_on_the_picture(desk: Desk) -> None:
    desk.put(OVAL)
    desk.drawer.board.select("1")
    desk.drawer.numbers.left.setValue(95)
    assert desk.regions[0].shape.bounds == pytest.approx((0.6, 0.2, 1, 0.6))


def test_23_the_table_of_corners_is_edited_and_takes_a_pasted_list(desk: Desk) -> None:
    desk.put(TRIANGLE)
    desk.drawer.board.select("3")
    corners = desk.drawer.numbers.corners
    corners.corners.setData(corners.corners.index(1, 0), "90")
    assert desk.regions[0].shape == Polygon((Point(0.3, 0.3), Point(0.9, 0.3), Point(0.5, 0.8)))
    QGuiApplication.clipboard().setText("10,10;50,10;50,50;10,50")
    corners.setFocus()
    QTest.keyClick(corners, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert desk.regions[0].shape == Polygon(Box(0.1, 0.1, 0.5, 0.5).corners)


def test_23_a_corner_is_typed_over_and_what_is_no_number_is_put_back(desk: Desk) -> None:
    desk.put(TRIANGLE)
    desk.drawer.board.select("3", 2)
    corners = desk.drawer.numbers.corners
    assert corners.currentIndex().row() == 2
    for text, left in (("7o", 50), ("70", 70)):
        corners.edit(corners.corners.index(2, 0))
        (line,) = (one for one in corners.viewport().findChildren(QLineEdit) if one.hasFocus())
        line.selectAll()
        QTest.keyClicks(line, text)
        QTest.keyClick(line, Qt.Key.Key_Return)
        QApplication.processEvents()
        assert corners.corners.index(2, 0).data() == f"{left}.00"
    assert desk.regions[0].shape.bounds.right == 0.7
    assert [edit.field for edit in desk.edits] == ["Move corner"]


def test_23_of_a_thousand_corners_only_those_are_written_that_are_seen(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    turns = [2 * math.pi * turn / 1000 for turn in range(1000)]
    ring = Polygon(tuple(Point(0.5 + 0.3 * math.cos(turn), 0.5 + 0.3 * math.sin(turn)) for turn in turns))
    desk.put(Region("3", ring))
    desk.drawer.board.select("3")
    QApplication.processEvents()
    table, rows = desk.drawer.numbers.corners, set[int]()
    written = table.corners.data

    def watched(index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        rows.add(index.row())
        return written(index, role)

    monkeypatch.setattr(table.corners, "data", watched)
    desk.drawer.board.show_live(Region("3", moved(ring, 0.1, 0)))
    desk.drawer.numbers.show_selection()
    table.grab()
    assert 0 < len(rows) < 10
    assert float(table.corners.index(0, 0).data()) == 90


def test_23_a_pasted_list_that_makes_no_polygon_changes_nothing(desk: Desk) -> None:
    desk.put(TRIANGLE)
    desk.drawer.board.select("3")
    assert not desk.drawer.numbers.corners.paste("10,10;nonsense")
    assert desk.regions == (TRIANGLE,)
    assert "x,y;x,y" in desk.drawer.status.text()


def test_39_a_try_says_how_a_click_counts_and_hides_the_regions(desk: Desk) -> None:
    desk.put(OVAL)
    desk.drawer.toolbar.try_it.click()
    desk.click(desk.place(0.4, 0.4))
    assert desk.drawer.status.text() == "Inside Aorta: counts as right."
    desk.click(desk.place(0.9, 0.9))
    assert desk.drawer.status.text() == "Outside every region: counts as wrong."
    assert desk.edits == []


@pytest.mark.parametrize("region", [OVAL, BOX, TRIANGLE])
def test_39_a_grid_of_200_by_200_clicks_counts_as_the_stored_shape(desk: Desk, region: Region) -> None:
    desk.put(region)
    (stored,), question = desk.regions, desk.item.entry
    assert isinstance(question, HotSpotQuestion)
    for row in range(200):
        for column in range(200):
            at = Point((column + 0.37) / 200, (row + 0.41) / 200)
            inside = _inside(stored.shape, at)
            assert bool(hit_regions((stored,), at)) == inside
            assert score(desk.item, question, {"x": at.x, "y": at.y}).points == (1 if inside else 0)


def _inside(shape: Shape, at: Point) -> bool:
    """Judged another way: an oval by angle and radius, a box by its sides, a triangle by the turns along its edges."""
    if isinstance(shape, Polygon):
        points = (*shape.points, shape.points[0])
        turns = [(b.x - a.x) * (at.y - a.y) - (b.y - a.y) * (at.x - a.x) for a, b in pairwise(points)]
        return min(turns) >= 0 or max(turns) <= 0
    box = shape.box
    x, y = (at.x - box.centre.x) / box.width * 2, (at.y - box.centre.y) / box.height * 2
    return math.hypot(x, y) <= 1 if isinstance(shape, Oval) else max(abs(x), abs(y)) <= 1
