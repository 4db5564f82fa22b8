"""Any gestures in any order: nothing breaks, nothing leaves the picture, and undo leads back to where it began."""

import json
import random
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from app.geometry.arrange import Axis, Side
from app.geometry.box import Box
from app.geometry.point import Point
from app.geometry.region import Region
from app.geometry.shape import Oval, Polygon, Rectangle, Shape
from app.models.covering import covers_of
from app.ui.hot_spot import act, several
from app.ui.hot_spot.convert import KINDS, convert
from tests.support.desk import MIDDLE, NONE, Desk, Modifier
from tests.support.shapes import lies_within

SHIFT, CONTROL, ALT = Modifier.ShiftModifier, Modifier.ControlModifier, Modifier.AltModifier
MODIFIERS = (NONE, NONE, NONE, SHIFT, CONTROL, ALT, SHIFT | ALT, CONTROL | SHIFT)
TOOLS = (
    "select",
    "select",
    "select",
    "oval",
    "rectangle",
    "polygon",
    "polygon",
    "wand",
    "hand",
    "try",
    "cover",
    "cover",
    "crop",
)
KEYS = tuple(
    Qt.Key[f"Key_{name}"]
    for name in (
        *("Left", "Right", "Up", "Down", "Left", "Right", "Up", "Down", "Return", "Return", "Escape", "Backspace"),
        *("Delete", "Tab", "Backtab", "V", "O", "R", "P", "H", "0", "1", "2", "Plus", "Minus", "PageUp", "PageDown"),
        *("A", "D", "C", "X", "V", "N", "N"),
    )
)
FIRST = (
    Region("1", Oval(Box(0.2, 0.2, 0.4, 0.5)), "aorta"),
    Region("2", Rectangle(Box(0.6, 0.1, 0.9, 0.3)), locked=True),
    Region("3", Polygon((Point(0.5, 0.6), Point(0.8, 0.6), Point(0.7, 0.9), Point(0.55, 0.8)))),
)


@dataclass
class Monkey:
    """A seed makes the same gestures again."""

    desk: Desk
    dice: random.Random

    def play(self) -> None:
        """Do any one thing."""
        self.dice.choice(self._gestures())()

    def _gestures(self) -> tuple[Callable[[], None], ...]:
        often = (self._drag, self._drag, self._click, self._click, self._move, self._key, self._key, self._key)
        seldom = (self._press, self._release, self._double_click, self._wheel, self._undo, self._undo, self._redo)
        return (*often, *seldom, self._tool, self._space, self._loupe, self._region, self._number, self._drop)

    def _place(self) -> QPointF:
        """Anywhere about the picture, outside it too; now and then on a vertex or a handle."""
        corners = [at for region in self.desk.regions for at in handles(region.shape)]
        if corners and self.dice.random() < 0.3:
            return self.desk.place(*self.dice.choice(corners))
        return self.desk.place(self.dice.uniform(-0.2, 1.2), self.dice.uniform(-0.2, 1.2))

    def _modifiers(self) -> Modifier:
        return self.dice.choice(MODIFIERS)

    def _drag(self) -> None:
        stops = [self._place() for _ in range(self.dice.randint(1, 4))]
        button = MIDDLE if self.dice.random() < 0.1 else Qt.MouseButton.LeftButton
        self.desk.drag(self._place(), *stops, modifiers=self._modifiers(), button=button)

    def _click(self) -> None:
        self.desk.click(self._place(), self._modifiers())

    def _double_click(self) -> None:
        self.desk.double_click(self._place())

    def _press(self) -> None:
        self.desk.press(self._place(), self._modifiers())

    def _move(self) -> None:
        self.desk.move(self._place(), self._modifiers())

    def _release(self) -> None:
        self.desk.release(self._place(), self._modifiers())

    def _wheel(self) -> None:
        self.desk.wheel(self._place(), self.dice.randint(-6, 6), self._modifiers())

    def _key(self) -> None:
        self.desk.drawer.view.setFocus()
        self.desk.key(self.dice.choice(KEYS), self._modifiers(), times=self.dice.randint(1, 3))

    def _space(self) -> None:
        self.desk.drawer.view.setFocus()
        (self.desk.key_down if self.dice.random() < 0.25 else self.desk.key_up)(Qt.Key.Key_Space)

    def _loupe(self) -> None:
        self.desk.drawer.toolbar.loupe.click()

    def _tool(self) -> None:
        self.desk.drawer.toolbox.pick(self.dice.choice(TOOLS), stays=self.dice.random() < 0.5)

    def _undo(self) -> None:
        if not self.desk.drawer.toolbox.tool.undo():
            self.desk.document.undo_stack.undo()

    def _redo(self) -> None:
        if not self.desk.drawer.toolbox.tool.redo():
            self.desk.document.undo_stack.redo()

    def _region(self) -> None:
        """What list, buttons and menus do to a region."""
        board = self.desk.drawer.board
        if not board.regions:
            return
        which = self.dice.choice(board.regions).id
        acts: tuple[Callable[[], None], ...] = (
            lambda: board.select(which),
            lambda: board.select_also(which),
            lambda: several.align(board, self.dice.choice(tuple(Side))),
            lambda: several.distribute(board, self.dice.choice(tuple(Axis))),
            lambda: act.rename(board, which, self.dice.choice(("", "vein", "left atrium"))),
            lambda: several.lock(board, self.dice.random() < 0.3),
            lambda: several.hide(board, self.dice.random() < 0.3),
            lambda: act.untangle(board, which),
            lambda: act.enlarge(board, which),
            lambda: convert(board, self.dice.choice(tuple(KINDS))),
        )
        self.dice.choice(acts)()

    def _number(self) -> None:
        self.dice.choice(self.desk.drawer.numbers.fields).setValue(self.dice.uniform(-10, 110))

    def _drop(self) -> None:
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(self.desk.path))])
        middle, copy = QPointF(self.desk.drawer.rect().center()), Qt.DropAction.CopyAction
        left = Qt.MouseButton.LeftButton
        QApplication.sendEvent(self.desk.drawer, QDragEnterEvent(middle.toPoint(), copy, data, left, NONE))
        QApplication.sendEvent(self.desk.drawer, QDropEvent(middle, copy, data, left, NONE))


def handles(shape: Shape) -> tuple[Point, ...]:
    """What a shape is taken hold of by."""
    return shape.points if isinstance(shape, Polygon) else shape.bounds.corners


def written(desk: Desk) -> str:
    """The question and what is kept here of it."""
    return json.dumps([desk.item.wire(), desk.item.local.wire()])


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A thousand gestures a seed; 10,000 with `--long`."""
    if "seed" in metafunc.fixturenames:
        metafunc.parametrize("seed", range(10 if metafunc.config.getoption("--long") else 3))


def test_13_a_thousand_gestures_break_nothing_and_undo_leads_back(desk: Desk, seed: int) -> None:
    desk.put(*FIRST)
    desk.document.undo_stack.clear()
    before = written(desk)
    monkey = Monkey(desk, random.Random(seed))
    for _ in range(1000):
        monkey.play()
        board = desk.drawer.board
        shown = [board.live, *desk.regions] if board.live is not None else list(desk.regions)
        covers = desk.drawer.work.covers
        assert all(lies_within(region.shape) for region in (*shown, *covers.board.regions))
        assert covers.board.live is not None or covers.shown == covers_of(desk.item)
        assert board.regions == desk.regions
    desk.drawer.toolbox.tool.leave()
    assert len(desk.edits) > 20
    after, steps = written(desk), desk.document.undo_stack.index()
    while desk.document.undo_stack.canUndo():
        desk.document.undo_stack.undo()
    assert written(desk) == before
    desk.document.undo_stack.setIndex(steps)
    assert written(desk) == after
    assert desk.drawer.board.regions == desk.regions
