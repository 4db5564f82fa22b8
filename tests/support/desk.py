"""A hot-spot drawer on a real document, with a hand on the mouse and on the keys."""

from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.geometry.point import Point
from app.geometry.region import Region
from app.models.cover import Cover
from app.models.covering import covers_of, with_covers
from app.models.item import Item
from app.models.questions.hot_spot import HotSpotQuestion, with_region_marks
from app.session.document import Document
from app.session.edit import Edit
from app.ui.hot_spot.drawer import HotSpotDrawer
from tests.support.wheel import turn_wheel

Modifier = Qt.KeyboardModifier
NONE = Modifier.NoModifier
LEFT = Qt.MouseButton.LeftButton
MIDDLE = Qt.MouseButton.MiddleButton
ORIGINAL = f"media:{'0' * 64}"
"""The picture under covers; no library has it, and nobody paints here."""
_NO_BUTTON = Qt.MouseButton.NoButton


@dataclass
class Desk:
    """Edits go to the document and what the document says comes back, as the editor does it.

    Places are in proportions of the picture; time passes only as the hand lets it.
    """

    drawer: HotSpotDrawer
    document: Document
    path: Path
    edits: list[Edit] = field(default_factory=list)
    time: int = 1000
    button: Qt.MouseButton = _NO_BUTTON

    @property
    def item(self) -> Item:
        return self.document.quiz.items[0]

    @property
    def regions(self) -> tuple[Region, ...]:
        entry = self.item.entry
        assert isinstance(entry, HotSpotQuestion)
        return entry.regions(self.item.local)

    def put(self, *regions: Region) -> None:
        """Give the question these regions, as one step that is no gesture."""
        self.take(regions, Edit("Put"))
        self.edits.clear()

    def take(self, regions: tuple[Region, ...], edit: Edit) -> None:
        entry = self.item.entry
        assert isinstance(entry, HotSpotQuestion)
        self.edits.append(edit)
        changed = self.item.with_entry(entry.with_regions(regions))
        self.document.edit_item(changed.with_local(with_region_marks(self.item.local, regions)), edit)

    def take_covers(self, covers: tuple[Cover, ...], edit: Edit) -> None:
        self.edits.append(edit)
        self.document.edit_item(with_covers(self.item, covers, ORIGINAL), edit)

    def show(self) -> None:
        self.drawer.show_regions(self.regions)
        self.drawer.show_covers(covers_of(self.item))

    def place(self, x: float, y: float) -> QPointF:
        """View pixels of a place on the picture, whole ones as a mouse has them."""
        return QPointF(self.drawer.view.to_view(Point(x, y)).toPoint())

    def exact(self, x: float, y: float) -> Point:
        """The place on the picture that a mouse really hits when it aims at (x, y)."""
        return self.drawer.view.to_picture(self.place(x, y))

    def press(self, at: QPointF, modifiers: Modifier = NONE, button: Qt.MouseButton = LEFT) -> None:
        self.button = button
        self._send(QEvent.Type.MouseButtonPress, at, modifiers, button)

    def move(self, at: QPointF, modifiers: Modifier = NONE) -> None:
        self._send(QEvent.Type.MouseMove, at, modifiers, _NO_BUTTON)

    def release(self, at: QPointF, modifiers: Modifier = NONE) -> None:
        button, self.button = self.button, _NO_BUTTON
        self._send(QEvent.Type.MouseButtonRelease, at, modifiers, button)

    def drag(self, start: QPointF, *stops: QPointF, modifiers: Modifier = NONE, button: Qt.MouseButton = LEFT) -> None:
        self.press(start, modifiers, button)
        for stop in stops:
            self.move((start + stop) / 2, modifiers)
            self.move(stop, modifiers)
        self.release(stops[-1], modifiers)

    def click(self, at: QPointF, modifiers: Modifier = NONE) -> None:
        self.move(at, modifiers)
        self.press(at, modifiers)
        self.release(at, modifiers)
        self.time += 1000

    def double_click(self, at: QPointF) -> None:
        self.click(at)
        self.double_press(at)
        self.release(at)

    def double_press(self, at: QPointF, modifiers: Modifier = NONE) -> None:
        self.button = LEFT
        self._send(QEvent.Type.MouseButtonDblClick, at, modifiers, LEFT)

    def wheel(self, at: QPointF, notches: int, modifiers: Modifier = NONE) -> None:
        turn_wheel(self.drawer.view.viewport(), at, notches, modifiers)

    def key(self, key: Qt.Key, modifiers: Modifier = NONE, times: int = 1) -> None:
        for _ in range(times):
            QTest.keyClick(self.drawer.view, key, modifiers)

    def key_down(self, key: Qt.Key) -> None:
        QTest.keyPress(self.drawer.view, key)

    def key_up(self, key: Qt.Key) -> None:
        QTest.keyRelease(self.drawer.view, key)

    def _send(self, kind: QEvent.Type, at: QPointF, modifiers: Modifier, button: Qt.MouseButton) -> None:
        self.time += 10
        viewport = self.drawer.view.viewport()
        event = QMouseEvent(kind, at, viewport.mapToGlobal(at), button, self.button, modifiers)
        event.setTimestamp(self.time)
        QApplication.sendEvent(viewport, event)
