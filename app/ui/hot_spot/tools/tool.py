"""What every tool is: a state machine fed by one stream of pointer reports."""

from typing import ClassVar, Final

from PySide6.QtCore import QObject, Qt, Signal

from app.geometry.guide import Line
from app.geometry.point import Point
from app.geometry.shape import Shape
from app.message import Message, message
from app.ui.hot_spot.board import Board
from app.ui.hot_spot.draft import Draft
from app.ui.hot_spot.metric import CLICK_DISTANCE, CLICK_TIME
from app.ui.hot_spot.pointer import Pointer

SEVERAL: Final = message("Double-click to draw several")


class Tool(QObject):
    """A way to use the pointer. Escape always steps back one state; `changed` asks for its hint and cursor.

    Its button shows `icon` and tells `title`, the letter `key` that takes it on the canvas, and `advice`.

    `board` holds the shapes that it works on: the regions, or others on the same picture. Arrow keys move what is
    selected while it `nudges`, else the aim of a tool that `aims`; Delete takes out what is selected if it `deletes`.
    """

    name: ClassVar[str]
    title: ClassVar[Message]
    icon: ClassVar[str]
    key: ClassVar[Qt.Key | None] = None
    advice: ClassVar[Message | None] = None
    aims: ClassVar[bool] = True
    pans: ClassVar[bool] = False
    shows_regions: ClassVar[bool] = True
    deletes: ClassVar[bool] = True

    changed = Signal()

    def __init__(self, board: Board) -> None:
        super().__init__(board)
        self.board = board
        self.draft = Draft()
        self._press: Pointer | None = None

    @property
    def pressed(self) -> bool:
        """Whether a button is down in the middle of a gesture."""
        return self._press is not None

    @property
    def nudges(self) -> bool:
        """Whether arrow keys move what is selected on the tool's board."""
        return False

    @property
    def preview(self) -> Shape | None:
        """The shape that would be made now."""
        return None

    @property
    def outlines(self) -> tuple[Shape, ...]:
        """Other shapes that the gesture shows: a band around regions, or several regions that move."""
        return ()

    @property
    def guides(self) -> tuple[Line, ...]:
        """Lines that show with what a shape is lined up."""
        return ()

    @property
    def line(self) -> tuple[Point, ...]:
        """The unfinished outline up to the pointer."""
        return ()

    @property
    def crossings(self) -> tuple[Point, ...]:
        """Where the unfinished outline crosses itself."""
        return ()

    @property
    def ring(self) -> Point | None:
        """Where a click would close the outline."""
        return None

    @property
    def hint(self) -> str:
        """What to do next, in words."""
        raise NotImplementedError

    @property
    def cursor(self) -> Qt.CursorShape:
        """The pointer's look in the present state."""
        return Qt.CursorShape.CrossCursor

    def begin(self) -> None:
        """It was taken into the hand."""

    def press(self, pointer: Pointer) -> None:
        """The main button went down."""
        raise NotImplementedError

    def move(self, pointer: Pointer) -> None:
        """The pointer moved, or a modifier key changed; the button may be up or down."""
        raise NotImplementedError

    def release(self, pointer: Pointer) -> None:
        """The main button went up."""
        raise NotImplementedError

    def enter(self) -> bool:
        """Finish the draft; False where there is nothing to finish."""
        return False

    def back(self) -> bool:
        """Take the last point back; False where there is none."""
        return self.undo()

    def escape(self) -> bool:
        """Step back one state; False in the first one."""
        if self._press is None and not self.draft.is_open:
            return False
        self.leave()
        return True

    def undo(self) -> bool:
        """Undo in the draft. True also where nothing is left of it: the step must not reach the document."""
        if not self.draft.is_open:
            return False
        self.draft.undo()
        self._redraw()
        return True

    def redo(self) -> bool:
        """Redo in the draft."""
        if not self.draft.is_open:
            return False
        self.draft.redo()
        self._redraw()
        return True

    def leave(self) -> None:
        """Drop what is unfinished."""
        self._press = None
        self.draft.clear()
        self._redraw()

    def _is_click(self, press: Pointer, release: Pointer) -> bool:
        return press.distance(release) < CLICK_DISTANCE and release.time - press.time < CLICK_TIME

    def _redraw(self) -> None:
        self.board.draft_changed.emit()
        self.changed.emit()
