"""What a person draws by keys alone, in words: the tool that was taken, where the aim is, each corner that is set."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from app.geometry.containment import contains
from app.geometry.point import Point
from app.geometry.shape import Polygon, Shape
from app.ui.hot_spot.aim import Aim
from app.ui.hot_spot.board import Board
from app.ui.hot_spot.shape_words import percent, region_name, spoken_place
from app.ui.hot_spot.toolbox import Toolbox
from app.ui.words import words

PAUSE = 90
"""Milliseconds: of a key that is held down only the last place is told."""


class DrawingVoice(QObject):
    """`spoken` brings the words. With the mouse in hand nothing is said: who draws by it sees what happens."""

    spoken = Signal(str)

    def __init__(self, board: Board, toolbox: Toolbox, aim: Aim, has_focus: Callable[[], bool]) -> None:
        """`has_focus`: the tool was taken by a key, not at the toolbar, which says itself what is pressed."""
        super().__init__(board)
        self._board, self._toolbox, self._aim, self._has_focus = board, toolbox, aim, has_focus
        self._corners = 0
        self._next = ""
        self._due = QTimer(self, singleShot=True)
        self._due.timeout.connect(lambda: self.spoken.emit(self._next))
        self._arrived = QTimer(self, singleShot=True, interval=PAUSE)
        self._arrived.timeout.connect(self._say_place)
        aim.moved.connect(self._moved)
        toolbox.picked.connect(self._picked)
        board.draft_changed.connect(self._drawn)
        board.shape_added.connect(self._due.stop)  # the region that was made is told by itself

    def _picked(self, name: str) -> None:
        self._corners = 0
        if self._has_focus():
            title = words(self._toolbox.tool.title)
            aims = self._toolbox.tool.aims and name != "select"
            keys = self.tr("Arrow keys move the aim, Enter sets a corner, Escape steps back.")
            self._soon(f"{title}. {keys}" if aims else title)

    def _moved(self, at: Point | None) -> None:
        if at is None:
            self._soon(self.tr("The aim is put away"))
        else:
            self._arrived.start()

    def _drawn(self) -> None:
        before, self._corners = self._corners, len(self._toolbox.tool.draft.points)
        if self._aim.at is None or before == self._corners:
            return
        if self._corners > before:
            set_at = self.tr("Corner {number} set, {place}")
            self._soon(set_at.format(number=self._corners, place=spoken_place(self._toolbox.tool.draft.points[-1])))
        elif self._corners:
            self._soon(self.tr("Corner taken back, {count} left").format(count=self._corners))
        else:
            self._soon(self.tr("Nothing is drawn any more"))

    def _soon(self, told: str) -> None:
        """Not before it is known whether this made a region."""
        self._next = told
        self._arrived.stop()
        self._due.start()

    def _say_place(self) -> None:
        at = self._aim.at
        if at is None:
            return
        told = [spoken_place(at), *self._extent(self._toolbox.tool.preview)]
        over = [region for region in self._board.visible if contains(region.shape, at)]
        told += [self.tr("on {region}").format(region=region_name(one, self._board.number(one.id))) for one in over]
        self.spoken.emit(", ".join(told))

    def _extent(self, shape: Shape | None) -> list[str]:
        """How large the box is that Enter would make now."""
        if shape is None or isinstance(shape, Polygon):
            return []
        box = shape.bounds
        extent = self.tr("{width} wide, {height} high")
        return [extent.format(width=percent(box.width), height=percent(box.height))]
