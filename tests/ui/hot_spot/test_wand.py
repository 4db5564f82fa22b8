"""The magic wand: what is in one colour under the pointer becomes a polygon."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image, ImageDraw
from PySide6.QtCore import QPointF, Qt

from app.geometry.area import area
from app.geometry.containment import contains
from app.geometry.point import Point
from app.geometry.shape import Polygon
from app.ui.hot_spot.drawer import HotSpotDrawer
from tests.support.desk import Desk


@pytest.fixture
def cell(desk: Desk, tmp_path: Path, open_picture: Callable[[HotSpotDrawer, Path], None]) -> Desk:
    """A round nucleus on a plain ground."""
    path = tmp_path / "cell.png"
    image = Image.new("RGB", (1000, 600), (220, 230, 200))
    ImageDraw.Draw(image).ellipse((400, 200, 600, 400), fill=(120, 60, 140))
    ImageDraw.Draw(image).ellipse((460, 260, 540, 340), fill=(150, 90, 170))
    image.save(path)
    open_picture(desk.drawer, path)
    desk.drawer.view.setFocus()
    return desk


def only(desk: Desk) -> Polygon:
    (region,) = desk.regions
    assert isinstance(region.shape, Polygon)
    return region.shape


def test_45_a_click_makes_a_polygon_of_what_hangs_together(cell: Desk) -> None:
    cell.key(Qt.Key.Key_W)
    cell.click(cell.place(0.43, 0.5))
    shape = only(cell)
    assert len(shape.points) <= 40
    assert area(shape) == pytest.approx(3.1416 * 100 * 100 / 600_000, rel=0.05)
    assert contains(shape, Point(0.5, 0.5))
    assert [edit.field for edit in cell.edits] == ["Magic wand"]
    cell.document.undo_stack.undo()
    assert cell.regions == ()


def test_45_hovering_shows_it_and_escape_leaves_no_trace(cell: Desk) -> None:
    cell.key(Qt.Key.Key_W)
    cell.move(cell.place(0.43, 0.5))
    assert cell.drawer.toolbox.tool.preview is not None
    cell.press(cell.place(0.43, 0.5))
    cell.key(Qt.Key.Key_Escape)
    assert cell.drawer.toolbox.tool.preview is None
    cell.release(cell.place(0.43, 0.5))
    assert cell.regions == ()
    assert cell.edits == []
    assert cell.drawer.toolbox.tool.name == "wand"
    cell.key(Qt.Key.Key_Escape)
    assert cell.drawer.toolbox.tool.name == "select"


def test_45_a_drag_to_the_right_takes_in_more_colours(cell: Desk) -> None:
    cell.key(Qt.Key.Key_W)
    cell.click(cell.place(0.5, 0.5))
    inner = area(only(cell))
    cell.put()
    start = cell.place(0.5, 0.5)
    cell.key(Qt.Key.Key_W)
    cell.drag(start, start + QPointF(80, 0))
    assert area(only(cell)) > 3 * inner


def test_45_keys_alone_do_it_too(cell: Desk) -> None:
    cell.key(Qt.Key.Key_W)
    cell.key(Qt.Key.Key_Right)
    cell.key(Qt.Key.Key_Return)
    assert contains(only(cell), Point(0.5, 0.5))


def test_45_outside_the_picture_there_is_nothing(cell: Desk) -> None:
    cell.key(Qt.Key.Key_W)
    cell.move(QPointF(2, 2))
    assert cell.drawer.toolbox.tool.preview is None
