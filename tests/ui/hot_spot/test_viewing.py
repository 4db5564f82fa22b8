"""Zoom and pan: the numbers are those of the acceptance list."""

from itertools import groupby

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPainterPath
from PySide6.QtWidgets import QApplication, QMenu

from app.geometry.box import Box
from app.geometry.point import Point
from app.geometry.region import Region
from app.geometry.shape import Oval
from app.ui.hot_spot.outline import Outline, paired, stroke
from app.ui.theme import COLOURS, Role
from tests.support.desk import MIDDLE, Desk, Modifier
from tests.support.wheel import push_by_fingers


def test_27_steps_in_and_out_keep_the_place_under_the_cursor(desk: Desk) -> None:
    desk.drawer.resize(640, 420)
    view = desk.drawer.view
    view.fit()
    view.scale_by(view.fit_zoom / 4 / view.zoom, desk.place(0.5, 0.5))
    at, zoom = desk.place(0.4, 0.45), view.zoom
    before, furthest = view.to_scene(at), zoom
    for notches in [1] * 40 + [-1] * 40:
        desk.wheel(at, notches)
        off = view.to_scene(at) - before
        assert max(abs(off.x()), abs(off.y())) * view.zoom <= 0.5 + 1e-6
        furthest = max(furthest, view.zoom)
    assert view.zoom == zoom
    assert furthest == pytest.approx(zoom * 2**10)


def test_zoom_stays_between_a_quarter_of_the_fit_and_6400_per_cent(desk: Desk) -> None:
    desk.wheel(QPointF(300, 200), 200)
    assert 64 / 2**0.25 < desk.drawer.view.zoom <= 64
    desk.wheel(QPointF(300, 200), -200)
    assert desk.drawer.view.fit_zoom / 4 <= desk.drawer.view.zoom < desk.drawer.view.fit_zoom / 3


@pytest.mark.parametrize("how", ["space", "middle", "wheel", "wheel aside", "two fingers", "arrows", "page"])
def test_28_panning_in_a_draft_adds_and_loses_no_corner(desk: Desk, how: str) -> None:
    desk.drawer.toolbox.pick("polygon")
    desk.click(desk.place(0.2, 0.2))
    desk.click(desk.place(0.6, 0.2))
    points, start = desk.drawer.toolbox.tool.draft.points, desk.place(0.5, 0.5)
    seen = desk.drawer.view.to_view(Point(0.5, 0.5))
    match how:
        case "space":
            desk.key_down(Qt.Key.Key_Space)
            desk.drag(start, start + QPointF(-40, -40))
            desk.key_up(Qt.Key.Key_Space)
        case "middle":
            desk.drag(start, start + QPointF(-40, -40), button=MIDDLE)
        case "wheel":
            desk.drawer.view.wheel_zooms = False
            desk.wheel(start, -1)
        case "wheel aside":
            desk.wheel(start, -1, Modifier.ShiftModifier)
        case "two fingers":
            push_by_fingers(desk.drawer.view.viewport(), start, QPoint(-30, 20))
        case "arrows":
            desk.key(Qt.Key.Key_Right)
        case "page":
            desk.key(Qt.Key.Key_PageDown)
    assert desk.drawer.view.to_view(Point(0.5, 0.5)) != seen
    assert desk.drawer.toolbox.tool.draft.points == points
    assert desk.edits == []


def test_without_the_focus_the_plain_wheel_is_the_page_s(desk: Desk) -> None:
    desk.drawer.regions.table.setFocus()
    zoom = desk.drawer.view.zoom
    desk.wheel(QPointF(300, 200), 1)
    assert desk.drawer.view.zoom == zoom
    desk.wheel(QPointF(300, 200), 1, Modifier.ControlModifier)
    assert desk.drawer.view.zoom > zoom


def test_keys_and_buttons_zoom(desk: Desk) -> None:
    view, fitted = desk.drawer.view, desk.drawer.view.zoom
    desk.key(Qt.Key.Key_1)
    assert (view.zoom, desk.drawer.toolbar.percent.text()) == (1.0, "100 %")
    desk.key(Qt.Key.Key_Plus)
    assert view.zoom == pytest.approx(2**0.25)
    desk.key(Qt.Key.Key_0)
    assert view.zoom == fitted


@pytest.mark.parametrize("how", ["key", "menu"])
def test_the_selected_region_is_shown_large_by_a_key_and_by_its_menu(desk: Desk, how: str) -> None:
    desk.put(Region("1", Oval(Box(0.1, 0.1, 0.2, 0.2))))
    desk.drawer.board.select("1")
    if how == "key":
        desk.key(Qt.Key.Key_2)
    else:
        desk.drawer.regions.open_menu(desk.drawer.mapToGlobal(desk.drawer.rect().center()))
        menu = next(one for one in desk.drawer.regions.findChildren(QMenu) if one.isVisible())
        next(action for action in menu.actions() if action.text() == "Show large").trigger()
        menu.close()
    view = desk.drawer.view
    shown = view.to_view_rect(Box(0.1, 0.1, 0.2, 0.2))
    assert shown.width() == pytest.approx(view.viewport().width() / 2, abs=1)
    assert shown.center().x() == pytest.approx(view.viewport().width() / 2, abs=2)


def test_a_fitted_picture_stays_fitted_when_the_window_changes(desk: Desk) -> None:
    before = desk.drawer.view.zoom
    desk.drawer.resize(700, 500)
    assert desk.drawer.view.zoom == desk.drawer.view.fit_zoom < before


@pytest.mark.parametrize("size", [(700, 500), (1900, 1300)])
def test_every_pixel_of_the_canvas_is_painted_at_every_zoom(desk: Desk, size: tuple[int, int]) -> None:
    desk.drawer.resize(*size)
    viewport, never = desk.drawer.view.viewport(), QColor("#ff00ff")
    page = QImage(viewport.size(), QImage.Format.Format_RGB32)
    for notches in (0, -1, -2, 1, 5, 3, 9, -4):
        desk.wheel(QPointF(331, 207), notches)
        desk.drawer.view.pan(17, -5)
        page.fill(never)
        viewport.render(page)
        assert never.rgb() not in memoryview(page.constBits()).cast("I")


@pytest.mark.parametrize("palette", range(4))
@pytest.mark.parametrize("ground", ["#ffffff", "#000000", "#808080"])
@pytest.mark.parametrize("role", ["region", "accent", "danger", "good"])
def test_30_one_of_the_two_strokes_stands_out_on_any_ground(role: Role, palette: int, ground: str) -> None:
    strokes = paired(QColor(COLOURS[role][palette]))
    assert max(_contrast(stroke, QColor(ground)) for stroke in strokes) >= 3


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
def test_30_strokes_are_as_wide_on_a_dense_screen(qapp: QApplication, ratio: float) -> None:
    page = QImage(round(40 * ratio), round(40 * ratio), QImage.Format.Format_RGB32)
    page.setDevicePixelRatio(ratio)
    page.fill(QColor("#00ff00"))
    path = QPainterPath(QPointF(0, 20))
    path.lineTo(40, 20)
    painter = QPainter(page)
    stroke(painter, Outline(path))
    painter.end()
    covered = [row for row in range(page.height()) if page.pixelColor(page.width() // 2, row) != QColor("#00ff00")]
    assert len(covered) == pytest.approx(4 * ratio, abs=1)


def test_30_neighbouring_numbers_have_dashes_of_their_own(qapp: QApplication) -> None:
    path = QPainterPath(QPointF(0, 10))
    path.lineTo(200, 10)
    seen = set()
    for number in range(1, 5):
        page = QImage(200, 20, QImage.Format.Format_RGB32)
        page.fill(QColor("#808080"))
        painter = QPainter(page)
        stroke(painter, Outline(path), dash=number)
        painter.end()
        line = [page.pixelColor(x, 10).name() for x in range(page.width())]
        seen.add(tuple(len(list(run)) for _, run in groupby(line)))
    assert len(seen) == 4


def test_a_gesture_that_has_only_begun_is_painted(qapp: QApplication) -> None:
    page = QImage(40, 40, QImage.Format.Format_RGB32)
    path = QPainterPath()
    path.addEllipse(QRectF(20, 20, 0, 0))
    painter = QPainter(page)
    stroke(painter, Outline(path))
    painter.end()
    assert path.isEmpty()


def _contrast(one: QColor, other: QColor) -> float:
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: QColor) -> float:
    """WCAG 2.2, relative luminance."""
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
