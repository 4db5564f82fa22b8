"""The loupe: eight times as large, beside the pointer and never over it."""

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QImage

from app.geometry.box import Box
from app.geometry.point import Point
from app.geometry.region import Region
from app.geometry.shape import Rectangle
from app.ui.hot_spot.drawer import HotSpotDrawer
from app.ui.hot_spot.loupe import TIMES, beside
from tests.support.desk import Desk

OpenPicture = Callable[[HotSpotDrawer, Path], None]


@given(st.integers(280, 4000), st.integers(240, 2200), st.floats(0, 1), st.floats(0, 1))
def test_29_it_lies_in_the_room_and_never_over_the_pointer(width: int, height: int, x: float, y: float) -> None:
    at = QPointF(x * width, y * height)
    box = beside(at, QSize(width, height))
    assert box.left() >= 0
    assert box.top() >= 0
    assert box.right() <= width + 1e-6
    assert box.bottom() <= height + 1e-6
    assert not box.adjusted(-16, -16, 16, 16).contains(at)
    assert box.width() >= 100


def test_29_it_shows_eight_times_what_is_under_the_pointer(
    desk: Desk, tmp_path: Path, open_picture: OpenPicture
) -> None:
    path = tmp_path / "halves.png"
    halves = Image.new("RGB", (1000, 600), "white")
    halves.paste("black", (500, 0, 1000, 600))
    halves.save(path)
    open_picture(desk.drawer, path)
    loupe, at = desk.drawer.view.loupe, desk.place(0.5, 0.4) - QPointF(7, 0)
    desk.key_down(Qt.Key.Key_Z)
    desk.move(at)
    assert loupe.isVisible()
    shown: QImage = loupe.grab().toImage()
    row = shown.height() // 2 - 30
    dark = next(x for x in range(2, shown.width()) if shown.pixelColor(x, row).lightness() < 128)
    border = desk.drawer.view.to_view(Point(0.5, 0.4)).x()
    assert dark - shown.width() / 2 == pytest.approx((border - at.x()) * TIMES, abs=1.5)
    desk.key_up(Qt.Key.Key_Z)
    assert not loupe.isVisible()


def test_29_the_button_keeps_it_and_it_follows_the_aim_of_the_keyboard(desk: Desk) -> None:
    view = desk.drawer.view
    desk.drawer.toolbar.loupe.click()
    assert not view.loupe.isVisible()
    view.setFocus()
    desk.key(Qt.Key.Key_O)
    desk.key(Qt.Key.Key_Right)
    assert view.loupe.isVisible()
    before = view.loupe.pos()
    desk.key(Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert view.loupe.pos() != before
    desk.drawer.toolbar.loupe.click()
    assert not view.loupe.isVisible()


def test_29_a_key_that_is_let_go_of_elsewhere_does_not_hold_it(desk: Desk) -> None:
    desk.move(desk.place(0.5, 0.5))
    desk.key_down(Qt.Key.Key_Z)
    assert desk.drawer.view.loupe.isVisible()
    desk.drawer.regions.table.setFocus()
    assert not desk.drawer.view.loupe.isVisible()


def test_29_ctrl_z_is_no_loupe(desk: Desk) -> None:
    desk.put(Region("1", Rectangle(Box(0.1, 0.1, 0.4, 0.4))))
    desk.move(desk.place(0.5, 0.5))
    desk.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not desk.drawer.view.loupe.wanted


def test_29_it_takes_no_click_and_shows_the_draft(desk: Desk) -> None:
    desk.drawer.toolbox.pick("polygon")
    desk.drawer.toolbar.loupe.click()
    desk.click(desk.place(0.3, 0.3))
    desk.click(desk.place(0.5, 0.3))
    assert len(desk.drawer.toolbox.tool.draft.points) == 2
    plain = desk.drawer.view.loupe.grab().toImage()
    desk.drawer.toolbox.tool.leave()
    assert desk.drawer.view.loupe.grab().toImage() != plain
