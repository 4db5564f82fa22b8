"""A tool of two: what is there is taken hold of, elsewhere a new box is drawn."""

from PySide6.QtCore import Qt

from app.geometry.shape import Oval, Rectangle, Shape
from app.ui.hot_spot.board import Board
from app.ui.hot_spot.pointer import Pointer
from app.ui.hot_spot.tools.rectangle import RectangleTool
from app.ui.hot_spot.tools.select import SelectTool
from app.ui.hot_spot.tools.tool import Tool


class PairTool(Tool):
    """Works on a board of its own on the same picture; both halves are whole tools."""

    def __init__(self, on: Board) -> None:
        super().__init__(Board(on, on=on))
        self._select, self._draw = SelectTool(self.board), RectangleTool(self.board)
        self._hand: Tool = self._select
        self.draft = self._draw.draft
        self.board.draft_changed.connect(on.draft_changed)
        self.board.said.connect(on.said)
        for half in (self._select, self._draw):
            half.changed.connect(self.changed)

    @property
    def pressed(self) -> bool:
        """Whether a half is in the middle of a gesture."""
        return self._hand.pressed

    @property
    def nudges(self) -> bool:
        """What is selected, unless a new box is begun."""
        return self.board.selection is not None and not self._draw.draft.is_open

    @property
    def preview(self) -> Oval | Rectangle | None:
        """The new box."""
        return self._draw.preview

    @property
    def outlines(self) -> tuple[Shape, ...]:
        """The boxes that move together."""
        return self._select.outlines

    @property
    def hint(self) -> str:
        """What the half in hand says."""
        return self._hand.hint

    @property
    def cursor(self) -> Qt.CursorShape:
        """A hand over what is there, a cross elsewhere."""
        over = self._select.cursor
        return self._draw.cursor if over == Qt.CursorShape.ArrowCursor else over

    def press(self, pointer: Pointer) -> None:
        """Take hold of what is under the pointer, else begin a box."""
        drawing = self._draw.draft.is_open or not self.holds(pointer)
        self._hand = self._draw if drawing else self._select
        if drawing:
            self.board.select("")
        self._hand.press(pointer)

    def holds(self, pointer: Pointer) -> bool:
        """Whether a press there takes hold of something."""
        return self._select.part_under(pointer) is not None

    def move(self, pointer: Pointer) -> None:
        """Lead the gesture; between gestures show what is under the pointer."""
        self._hand.move(pointer)
        if not self.pressed and self._hand is self._draw:
            self._select.move(pointer)

    def release(self, pointer: Pointer) -> None:
        """Finish the gesture."""
        self._hand.release(pointer)
        if not self._draw.draft.is_open:
            self._hand = self._select

    def enter(self) -> bool:
        """Finish a box that was begun."""
        return self._draw.enter()

    def escape(self) -> bool:
        """Step back one state."""
        return self._draw.escape() or self._select.escape()

    def undo(self) -> bool:
        """Undo in the box that was begun."""
        return self._draw.undo()

    def redo(self) -> bool:
        """Redo in it."""
        return self._draw.redo()

    def leave(self) -> None:
        """Drop what is unfinished."""
        self._draw.leave()
        self._select.leave()
        self._hand = self._select
