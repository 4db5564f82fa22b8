"""A hot spot with more regions than anybody draws, and more undoing than anybody does (hot-spot.md, 44 and 46)."""

import gc
import math
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from time import process_time

import psutil
import pytest
from PIL import Image
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.geometry.point import Point
from app.geometry.region import Region
from app.geometry.shape import Polygon
from app.models.item import Item
from app.models.questions.hot_spot import HotSpotQuestion
from app.models.quiz import NewQuiz, Quiz
from app.session.collector import Collector
from app.session.document import Document
from app.ui.hot_spot.drawer import HotSpotDrawer
from tests.support.desk import Desk
from tests.support.measure.figure import Figures
from tests.support.measure.painting import PaintWatch

ACROSS, DOWN, VERTICES = 20, 10, 100
MOVES = 200
RELEASES = 60
CYCLES = 2000


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    """A drawer of 2560 × 1440 on a picture of 6 megapixels, where garbage is collected as it is in the window.

    Python's own collector looks at all that tests and benchmarks have imported, which takes 70 ms, and does so in the
    middle of a gesture.
    """
    path = tmp_path / "plain.png"
    Image.linear_gradient("L").resize((3000, 2000)).save(path)
    drawer = HotSpotDrawer()
    qtbot.addWidget(drawer)
    drawer.resize(2560, 1440)
    with qtbot.waitActive(drawer):
        drawer.show()
        drawer.activateWindow()
    with qtbot.waitSignal(drawer.picture_ready, timeout=20_000):
        drawer.show_picture(path, name=path.name)
    made = Desk(drawer, Document(Quiz("q", NewQuiz(), (Item.of(HotSpotQuestion.new()),)), {}, drawer), path)
    drawer.regions_edited.connect(made.take)
    made.document.changed.connect(lambda quiz: made.show())
    gc.collect()
    gc.freeze()
    Collector(drawer)
    yield made
    gc.unfreeze()


def test_44_hover_and_repaint_among_200_polygons(figures: Figures, desk: Desk) -> None:
    desk.drawer.board.show(_crowd())
    watch = PaintWatch(desk.drawer)
    watch.milliseconds(desk.drawer.view.viewport().update)
    centres = [desk.place(*region.shape.bounds.centre) for region in desk.drawer.board.regions]
    hovers = [watch.milliseconds(partial(desk.move, place)) for place in centres]
    repaints = [watch.milliseconds(desk.drawer.view.viewport().update) for _ in range(MOVES)]
    figures.note_p95("Hover among 200 polygons of 100 vertices, until painted", hovers, goal=8)
    figures.note_p95("Repaint of such a page", repaints, goal=16)


def test_44_drag_among_200_polygons(figures: Figures, desk: Desk) -> None:
    desk.put(*_crowd())
    desk.click(desk.place(0.525, 0.55))
    watch, grip = PaintWatch(desk.drawer), desk.place(0.525, 0.55)
    desk.press(grip)
    watch.milliseconds(desk.drawer.view.viewport().update)
    places = [grip + QPointF(80 * math.sin(step / 9), 40 * (1 - math.cos(step / 7))) for step in range(1, MOVES)]
    samples = [watch.milliseconds(partial(desk.move, place)) for place in places]
    desk.release(places[-1])
    QApplication.processEvents()
    assert [edit.field for edit in desk.edits] == ["Move region"]
    figures.note_p95("Drag of one of them, until painted", samples, goal=8)
    _note_letting_go(figures, desk, watch)


def _note_letting_go(figures: Figures, desk: Desk, watch: PaintWatch) -> None:
    """What the person waits for: the step, the checks of all regions, the lists, the picture painted."""
    steps, painted = [], []
    for turn in range(RELEASES):
        region = desk.drawer.board.selection
        assert region is not None
        grip, way = desk.place(*region.shape.bounds.centre), QPointF(15, 10) * (-1) ** turn
        desk.press(grip)
        watch.milliseconds(partial(desk.move, grip + way / 2))
        watch.milliseconds(partial(desk.move, grip + way))
        before = process_time()
        desk.release(grip + way)
        steps.append((process_time() - before) * 1000)
        watch.milliseconds(lambda: None, lambda: not desk.drawer.board.live)
        painted.append((process_time() - before) * 1000)
    assert len(desk.edits) == RELEASES + 1
    figures.note_p95("Letting go of it, checks of all regions included, processor", steps, goal=8)
    figures.note_p95("Letting go of it, until painted, processor", painted, goal=8)


def test_46_drawing_undoing_and_redoing_leaves_no_trace(figures: Figures, desk: Desk) -> None:
    stack, memory = desk.document.undo_stack, psutil.Process().memory_info
    start, end = desk.place(0.2, 0.2), desk.place(0.4, 0.5)

    def cycle() -> None:
        desk.drawer.toolbox.pick("oval")
        desk.drag(start, end)
        stack.undo()
        stack.redo()
        stack.undo()

    for _ in range(100):
        cycle()
    desk.edits.clear()
    gc.collect()
    before, nones = memory().rss, sys.getrefcount(None)
    for _ in range(CYCLES):
        cycle()
    assert len(desk.edits) == CYCLES
    desk.edits.clear()
    gc.collect()
    lost = nones - sys.getrefcount(None)
    figures.note(
        f"Memory that {CYCLES} times draw, undo, redo takes",
        (memory().rss - before) / 1e6,
        "MB",
        goal=20,
        detail=f"references to None: {-lost:+}",
    )
    assert lost < CYCLES / 10, "PySide6 6.12.0 lost one reference to None in each call"


def _crowd() -> tuple[Region, ...]:
    """200 polygons of 100 vertices, each in its own place."""
    turns = [2 * math.pi * turn / VERTICES for turn in range(VERTICES)]
    shapes = [
        Polygon(
            tuple(
                Point(
                    (column + 0.5 + (0.4 - 0.05 * (n % 2)) * math.cos(turn)) / ACROSS,
                    (row + 0.5 + (0.4 - 0.05 * (n % 2)) * math.sin(turn)) / DOWN,
                )
                for n, turn in enumerate(turns)
            )
        )
        for row in range(DOWN)
        for column in range(ACROSS)
    ]
    return tuple(Region(str(number), shape) for number, shape in enumerate(shapes, start=1))
