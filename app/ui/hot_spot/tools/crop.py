"""Cutting the picture to a part of it."""

from typing import ClassVar

from PySide6.QtCore import Signal

from app.geometry.box import Box
from app.geometry.hit import Part
from app.geometry.reframe import WHOLE
from app.geometry.region import Region
from app.geometry.shape import Rectangle
from app.message import Message, message
from app.ui.hot_spot.board import Board
from app.ui.hot_spot.pointer import Pointer
from app.ui.hot_spot.tools.pair import PairTool

_FRAME = "frame"


class CropTool(PairTool):
    """Its board holds one box, the frame, at first around the whole picture; `wanted(Box)` asks to cut to it."""

    name: ClassVar[str] = "crop"
    title: ClassVar[Message] = message("Crop the picture")
    icon: ClassVar[str] = "crop"
    aims: ClassVar[bool] = False
    deletes: ClassVar[bool] = False

    wanted = Signal(object)

    def __init__(self, on: Board) -> None:
        super().__init__(on)
        self.board.shape_added.connect(self._take_drawn)

    @property
    def frame(self) -> Box:
        """The part that would be left, as it looks now."""
        region = self.board.shown_selection
        return region.shape.bounds if region is not None else WHOLE

    @property
    def hint(self) -> str:
        """What to do next."""
        if self.pressed or self.draft.is_open:
            return super().hint
        return self.tr("Drag a frame. Arrow keys move it, Alt+arrow keys resize it. Enter: crop. Esc: leave.")

    def begin(self) -> None:
        """The whole picture."""
        self._show(WHOLE)

    def holds(self, pointer: Pointer) -> bool:
        """Inside a frame around all of it a new one is drawn: it could not be moved anyway."""
        part = self._select.part_under(pointer)
        return part is Part.VERTEX or (part is not None and self.frame != WHOLE)

    def enter(self) -> bool:
        """Finish a frame that was begun, else ask for the crop."""
        if not super().enter():
            self.wanted.emit(self.frame)
        return True

    def escape(self) -> bool:
        """Put the frame back where it was; without a gesture the tool is put away."""
        if self._draw.escape():
            self.board.select(_FRAME)
            return True
        if self._select.pressed:
            self._select.leave()
            return True
        return False

    def _take_drawn(self) -> None:
        self._show(self.board.regions[-1].shape.bounds)

    def _show(self, frame: Box) -> None:
        self.board.show((Region(_FRAME, Rectangle(frame)),))
        self.board.select(_FRAME)
