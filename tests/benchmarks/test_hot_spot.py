"""A hot spot on a picture of 100 megapixels, in a window of 2560 × 1440 (hot-spot.md, 41 to 43)."""

from collections.abc import Callable
from functools import partial
from math import cos, sin
from pathlib import Path
from statistics import median

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.geometry.box import Box
from app.geometry.point import Point
from app.geometry.region import Region
from app.geometry.shape import Oval, Polygon
from app.library.library import Library
from app.models.cover import BLUR, Cover
from app.models.item import Item
from app.models.questions.hot_spot import HotSpotQuestion
from app.models.quiz import NewQuiz, Quiz
from app.session.document import Document
from app.session.edit import Edit
from app.ui.hot_spot.drawer import HotSpotDrawer
from tests.support.desk import Desk
from tests.support.measure.big_picture import SIZE as PICTURE
from tests.support.measure.child import Child
from tests.support.measure.figure import Figures
from tests.support.measure.opened_quiz import OpenedQuiz, StoredQuiz
from tests.support.measure.painting import Heartbeat, PaintWatch

WINDOW = (2560, 1440)
SCREENS = {"1440p": WINDOW, "4K": (3840, 2160)}
DRAG_GOALS, VIEW_GOALS = {"1440p": 8, "4K": 12}, {"1440p": 16, "4K": 25}
MOVES = 120
STEPS = 24
REGIONS = 20
CORNERS = ((0.45, 0.45), (0.55, 0.44), (0.57, 0.56), (0.5, 0.6), (0.44, 0.55))


def test_41_dropped_picture_is_seen(
    figures: Figures, open_quiz: Callable[..., OpenedQuiz], tmp_path: Path, picture: Path
) -> None:
    seen, sharp, pauses = [], [], []
    for number in range(5):
        drawer = _drawer(open_quiz(_empty_hot_spot(tmp_path / str(number)), *WINDOW))
        ready: list[None] = []
        drawer.picture_ready.connect(partial(ready.append, None))
        heartbeat, watch = Heartbeat(), PaintWatch(drawer.window())
        _drop(drawer, picture)
        seen.append(heartbeat.wait_for(lambda shown=drawer.view: shown.pyramid is not None))  # type: ignore[misc]
        seen[-1] += watch.milliseconds(drawer.view.viewport().update)
        sharp.append(seen[-1] + heartbeat.wait_for(partial(bool, ready)))
        pauses.append(heartbeat.longest)
        assert drawer.picture_size() == PICTURE
    figures.note_median("Drop of a 100-megapixel JPEG until it is seen", seen, goal=500)
    figures.note_median("The same until all of it is there", sharp, goal=1200)
    figures.note("Longest pause of the window meanwhile", max(pauses), "ms", goal=50)


def test_41_dropped_png_is_seen(
    figures: Figures, open_quiz: Callable[..., OpenedQuiz], tmp_path: Path, png_picture: Path
) -> None:
    drawer = _drawer(open_quiz(_empty_hot_spot(tmp_path), *WINDOW))
    heartbeat, watch = Heartbeat(), PaintWatch(drawer.window())
    told = watch.milliseconds(partial(_drop, drawer, png_picture))
    seen = told + heartbeat.wait_for(lambda: drawer.view.pyramid is not None)
    seen += watch.milliseconds(drawer.view.viewport().update)
    figures.note("Drop of a PNG of that size until the window says that it takes it in", told, "ms", goal=100)
    figures.note("The same until it is seen", seen, "ms", goal=6000)
    figures.note("Longest pause of the window meanwhile", heartbeat.longest, "ms", goal=50)


@pytest.mark.parametrize("screen", SCREENS)
@pytest.mark.parametrize("zoom", ["fit", "100 %"])
def test_42_vertex_follows_the_hand(figures: Figures, qtbot: QtBot, picture: Path, zoom: str, screen: str) -> None:
    desk = _desk(qtbot, picture, screen)
    if zoom == "100 %":
        desk.drawer.view.show_actual_size()
    watch, grip = PaintWatch(desk.drawer), desk.place(*CORNERS[3])
    desk.click(desk.place(0.5, 0.5))
    desk.press(grip)
    places = [grip + QPointF(160 * sin(step / 9), 90 * (1 - cos(step / 7))) for step in range(1, MOVES)]
    samples = [watch.milliseconds(partial(desk.move, place)) for place in places]
    desk.release(places[-1])
    assert [edit.field for edit in desk.edits] == ["Move corner"]
    figures.note_p95(f"Drag of a vertex on it, {zoom}, {screen}, until painted", samples, goal=DRAG_GOALS[screen])


@pytest.mark.parametrize("screen", SCREENS)
def test_42_region_follows_the_hand(figures: Figures, qtbot: QtBot, picture: Path, screen: str) -> None:
    desk = _desk(qtbot, picture, screen)
    watch, grip = PaintWatch(desk.drawer), desk.place(0.5, 0.5)
    desk.press(grip)
    places = [grip + QPointF(160 * sin(step / 9), 90 * (1 - cos(step / 7))) for step in range(1, MOVES)]
    samples = [watch.milliseconds(partial(desk.move, place)) for place in places]
    desk.release(places[-1])
    assert [edit.field for edit in desk.edits] == ["Move region"]
    figures.note_p95(f"Drag of a region on it, {screen}, until painted", samples, goal=DRAG_GOALS[screen])


@pytest.mark.parametrize("screen", SCREENS)
def test_42_blurred_cover_follows_the_hand(figures: Figures, qtbot: QtBot, picture: Path, screen: str) -> None:
    desk = _desk(qtbot, picture, screen)
    desk.drawer.covers_edited.connect(desk.take_covers)
    desk.take_covers((Cover(id="1", box=Box(0.3, 0.3, 0.6, 0.6), fill=BLUR),), Edit("Put"))
    desk.edits.clear()
    desk.drawer.toolbox.pick("cover")
    watch, grip = PaintWatch(desk.drawer), desk.place(0.5, 0.5)
    desk.press(grip)
    places = [grip + QPointF(160 * sin(step / 9), 90 * (1 - cos(step / 7))) for step in range(1, MOVES)]
    samples = [watch.milliseconds(partial(desk.move, place)) for place in places]
    desk.release(places[-1])
    assert [edit.field for edit in desk.edits] == ["Change cover"]
    figures.note_p95(f"Drag of a blurred cover on it, {screen}, until painted", samples, goal=VIEW_GOALS[screen])


@pytest.mark.parametrize("screen", SCREENS)
def test_42_view_follows_wheel_and_hand(figures: Figures, qtbot: QtBot, picture: Path, screen: str) -> None:
    desk = _desk(qtbot, picture, screen)
    watch, at = PaintWatch(desk.drawer), desk.place(0.45, 0.55)
    turns = [1] * STEPS + [-1] * STEPS
    zooms = [watch.milliseconds(partial(desk.wheel, at, turn)) for turn in turns]
    desk.drawer.view.show_actual_size()
    desk.press(at, button=Qt.MouseButton.MiddleButton)
    places = [at + QPointF(200 * sin(step / 9), 120 * (1 - cos(step / 7))) for step in range(1, MOVES)]
    pans = [watch.milliseconds(partial(desk.move, place)) for place in places]
    desk.release(places[-1])
    figures.note_p95(f"Zoom of it, {screen}, until painted", zooms, goal=VIEW_GOALS[screen])
    figures.note_p95(f"Pan of it, {screen}, until painted", pans, goal=VIEW_GOALS[screen])


def test_45_wand_follows_the_hand(figures: Figures, qtbot: QtBot, picture: Path, tmp_path: Path) -> None:
    small = tmp_path / "small.jpg"
    with Image.open(picture) as large:
        large.draft("RGB", (1600, 1000))
        large.resize((1250, 800)).save(small)
    medians = []
    for path, what in ((picture, "it"), (small, "one of 1 megapixel")):
        desk = _desk(qtbot, path, "1440p")
        desk.put()
        desk.drawer.toolbox.pick("wand")
        watch, start = PaintWatch(desk.drawer), desk.place(0.3, 0.3)
        places = [start + QPointF(7 * step, 200 * sin(step / 9)) for step in range(1, MOVES)]
        samples = [watch.milliseconds(partial(desk.move, place)) for place in places]
        figures.note_p95(f"Wand over {what}, until painted", samples, goal=60)
        medians.append(median(samples))
    figures.note("Wand over a large picture compared with a small one", medians[0] / medians[1], "×", goal=1.2)


def test_43_picture_stays_within_its_memory(figures: Figures, picture: Path) -> None:
    with Child(["-m", "tests.support.measure.picture_program", str(picture)]) as child:
        child.said()
        before = child.megabytes
        assert child.said()["size"] == list(PICTURE)
        settled, peak = child.megabytes, child.peak_megabytes
        child.tell()
        child.said()
        closed = child.megabytes
    figures.note("Memory with it in the drawer", settled, "MB", goal=350, detail=f"{before:.0f} MB without it")
    figures.note("Most memory while it was opened", peak, "MB", goal=450)
    taken = settled - before
    figures.note("Of that, what stays after it is closed", closed - before, "MB", goal=taken / 10)


def _empty_hot_spot(folder: Path) -> StoredQuiz:
    with Library.open(folder) as library:
        quiz = library.create_quiz(NewQuiz(title="Heart"), [Item.of(HotSpotQuestion.new())])
    return StoredQuiz(folder, quiz.id)


def _drawer(opened: OpenedQuiz) -> HotSpotDrawer:
    drawer = opened.screen.findChild(HotSpotDrawer)
    assert drawer is not None
    return drawer


def _drop(drawer: HotSpotDrawer, path: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    middle, copy, none = drawer.rect().center(), Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(drawer, QDragEnterEvent(middle, copy, data, Qt.MouseButton.LeftButton, none))
    QApplication.sendEvent(drawer, QDropEvent(QPointF(middle), copy, data, Qt.MouseButton.LeftButton, none))


def _desk(qtbot: QtBot, picture: Path, screen: str) -> Desk:
    """The drawer on the picture with a polygon of five corners among 20 regions."""
    drawer = HotSpotDrawer()
    qtbot.addWidget(drawer)
    drawer.resize(*SCREENS[screen])
    with qtbot.waitActive(drawer):
        drawer.show()
        drawer.activateWindow()
    with qtbot.waitSignal(drawer.picture_ready, timeout=20_000):
        drawer.show_picture(picture, name=picture.name)
    desk = Desk(drawer, Document(Quiz("q", NewQuiz(), (Item.of(HotSpotQuestion.new()),)), {}, drawer), picture)
    drawer.regions_edited.connect(desk.take)
    desk.document.changed.connect(lambda quiz: desk.show())
    others = [Region(str(n), Oval(Box(n / 22, 0.05, n / 22 + 0.03, 0.12))) for n in range(2, REGIONS + 1)]
    desk.put(Region("1", Polygon(tuple(Point(x, y) for x, y in CORNERS))), *others)
    return desk
