"""Drawing a box: by a drag, or by two clicks."""

from typing import ClassVar

from app.geometry.box import Box
from app.geometry.drag import dragged
from app.geometry.movement import slid
from app.geometry.point import Point
from app.geometry.shape import Oval, Rectangle
from app.message import Message
from app.session.edit import Edit
from app.ui.hot_spot.board import Board
from app.ui.hot_spot.metric import CLICK_DISTANCE, SMALLEST
from app.ui.hot_spot.pointer import Pointer
from app.ui.hot_spot.tools.tool import SEVERAL, Tool


class BoxTool(Tool):
    """Idle → Press → Drag → done, or Idle → click → Draft → click → done."""

    shape: ClassVar[type[Oval | Rectangle]]
    advice: ClassVar[Message | None] = SEVERAL

    def __init__(self, board: Board) -> None:
        super().__init__(board)
        self._last: Pointer | None = None
        self._end = Point(0, 0)
        self._starts = False

    @property
    def preview(self) -> Oval | Rectangle | None:
        """The box from the start to the pointer."""
        points = self.draft.points
        if not points or self._last is None:
            return None
        last = self._last
        return self.shape(dragged(points[0], self._end, self.board.size, square=last.square, from_centre=last.centre))

    @property
    def hint(self) -> str:
        """What to do next."""
        if self.pressed and self._starts:
            return self.tr("Shift: equal sides. Alt: from the centre. Space: move all of it. Esc: stop.")
        if self.draft.points:
            return self.tr("Click the opposite corner. Shift: equal sides. Alt: from the centre. Esc: stop.")
        return self.tr("Drag across the region, or click two opposite corners.")

    def press(self, pointer: Pointer) -> None:
        """Begin a box, or set its second corner."""
        self._press = self._last = pointer
        self._starts = not self.draft.points
        if self._starts:
            self.draft.place((pointer.at.within(),))
        self._end = pointer.at
        self._redraw()

    def move(self, pointer: Pointer) -> None:
        """Stretch the box; while Space is held in a drag, carry it."""
        last, self._last = self._last, pointer
        if not self.draft.points:
            return
        if last is None or not self.pressed:
            self._end = pointer.at
        else:
            self._follow(pointer.at.x - last.at.x, pointer.at.y - last.at.y, carry=pointer.carry)
        self._redraw()

    def release(self, pointer: Pointer) -> None:
        """Make the region; a click in its stead waits for the second corner."""
        press = self._press
        if press is None:
            return
        self.move(pointer)
        self._press = None
        if self._starts and press.distance(pointer) < CLICK_DISTANCE:
            if self._is_click(press, pointer):
                self._redraw()
            else:
                self.leave()
        elif not self._make() and self._starts:
            self.leave()

    def enter(self) -> bool:
        """Make the region of the draft."""
        if not self.draft.points or self.pressed:
            return False
        self._make()
        return True

    def _follow(self, dx: float, dy: float, *, carry: bool) -> None:
        if carry:
            dx, dy = slid(Box.around((self.draft.points[0], self._end.within())), dx, dy)
            self.draft.shift(dx, dy)
        self._end = self._end.plus(dx, dy)

    def _make(self) -> bool:
        shape = self.preview
        screen = self.board.screen
        if shape is None or min(shape.box.width * screen.width, shape.box.height * screen.height) < SMALLEST:
            self.board.said.emit(self.tr("That is too small. Go farther from the first corner."))
            return False
        self.leave()
        self.board.add(shape, self._edit)
        return True

    @property
    def _edit(self) -> Edit:
        raise NotImplementedError
