"""Drawing a polygon: corner by corner, or freehand by a drag."""

from typing import ClassVar

from PySide6.QtCore import Qt

from app.geometry.crossing import meetings, met_by_last
from app.geometry.drag import snapped
from app.geometry.point import Point
from app.geometry.shape import Polygon
from app.geometry.vertex import FEWEST, distinct, simplified
from app.message import Message, message
from app.session.edit import Edit
from app.ui.hot_spot.board import Board
from app.ui.hot_spot.metric import CLICK_DISTANCE, FREEHAND_TOLERANCE
from app.ui.hot_spot.pointer import Pointer
from app.ui.hot_spot.tools.tool import SEVERAL, Tool


class PolygonTool(Tool):
    """Idle → Draft, a corner a click, a stroke a drag → closed by the first corner, a double-click or Enter."""

    name: ClassVar[str] = "polygon"
    title: ClassVar[Message] = message("Polygon")
    icon: ClassVar[str] = "pentagon"
    key: ClassVar[Qt.Key | None] = Qt.Key.Key_P
    advice: ClassVar[Message | None] = SEVERAL

    def __init__(self, board: Board) -> None:
        super().__init__(board)
        self._now: Pointer | None = None
        self._stroke: list[Point] = []
        self._crossings: tuple[Point, ...] = ()

    @property
    def line(self) -> tuple[Point, ...]:
        """The corners, the stroke under way, and the place where a click would put the next corner."""
        points = (*self.draft.points, *self._stroke)
        if not points or self._now is None or self._stroke or self._closes(self._now):
            return points
        return (*points, self._next(self._now))

    @property
    def crossings(self) -> tuple[Point, ...]:
        """Where the outline as it is now crosses itself."""
        return self._crossings

    @property
    def ring(self) -> Point | None:
        """The first corner, while a click there would close the outline."""
        return self.draft.points[0] if self._now is not None and self._closes(self._now) else None

    @property
    def hint(self) -> str:
        """What to do next."""
        count = len(self.draft.points)
        if self._crossings:
            return self.tr("The line crosses itself. Backspace: last corner. Enter: close it all the same. Esc: stop.")
        if count >= FEWEST:
            return self.tr("Enter, a double-click or the first corner closes. Backspace: last corner. Esc: stop.")
        if count:
            return self.tr("Click the next corner. Shift: steps of 45 degrees. Backspace: last corner. Esc: stop.")
        return self.tr("Click corner by corner, or drag to draw freehand.")

    def press(self, pointer: Pointer) -> None:
        """Close, or get ready to place a corner or to draw."""
        self._now = pointer
        if (pointer.double and self.draft.points) or self._closes(pointer):
            self._close()
        else:
            self._press = pointer
        self._redraw()

    def move(self, pointer: Pointer) -> None:
        """Lead the outline to the pointer; with the button down, draw."""
        self._now = pointer
        press = self._press
        if press is not None and (self._stroke or press.distance(pointer) >= CLICK_DISTANCE):
            if not self._stroke:
                self._stroke.append(press.at.within())
            self._stroke.append(pointer.at.within())
            self._crossings += met_by_last((*self.draft.points, *self._stroke))
        if self.draft.points or self._stroke:
            self._redraw()

    def release(self, pointer: Pointer) -> None:
        """Place the corner, or the stroke made simple; a stroke that returns to its start closes."""
        press, self._press = self._press, None
        if press is None:
            return
        stroke, self._stroke = self._stroke, []
        if not stroke:
            self._place(pointer)
        else:
            self.draft.place(simplified(stroke, self.board.screen, tolerance=FREEHAND_TOLERANCE))
            if self._closes(pointer):
                self._close()
        self._redraw()

    def enter(self) -> bool:
        """Close."""
        if not self.draft.points:
            return False
        self._close()
        return True

    def leave(self) -> None:
        """Drop the corners."""
        self._stroke = []
        super().leave()

    def _redraw(self) -> None:
        """A stroke under way has only its last edge compared, else it would be slower the longer it is."""
        before = self._crossings
        if not self._stroke:
            self._crossings = tuple(place for *_, place in meetings(self.line, closed=False))
        if self._crossings and not before:
            self.board.said.emit(self.tr("The line crosses itself."))
        super()._redraw()

    def _place(self, pointer: Pointer) -> None:
        at = self._next(pointer)
        points = self.draft.points
        if points and at == points[-1]:
            if pointer.keyboard:
                self._close()
            return
        self.draft.place((at,))

    def _next(self, pointer: Pointer) -> Point:
        points = self.draft.points
        if pointer.square and points:
            return snapped(points[-1], pointer.at, self.board.size)
        return pointer.at.within()

    def _closes(self, pointer: Pointer) -> bool:
        points = distinct(self.draft.points)
        return len(points) >= FEWEST and self.board.near(points[0], pointer.at) <= pointer.closing

    def _close(self) -> None:
        points = distinct(self.draft.points)
        if len(points) < FEWEST:
            self.board.said.emit(self.tr("A polygon needs at least three corners. Click another place."))
            return
        self.leave()
        self.board.add(Polygon(points), Edit(self.tr("Draw polygon")))
