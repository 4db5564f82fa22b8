"""Try it: click as a student would, and see how the click counts."""

from typing import ClassVar

from PySide6.QtCore import Signal

from app.geometry.containment import contains
from app.geometry.point import Point
from app.geometry.region import Region
from app.message import Message, message
from app.ui.hot_spot.board import Board
from app.ui.hot_spot.pointer import Pointer
from app.ui.hot_spot.shape_words import region_name
from app.ui.hot_spot.tools.tool import Tool


def hit_regions(regions: tuple[Region, ...], at: Point) -> tuple[Region, ...]:
    """The regions that a click there counts for, hidden ones too: students have all of them."""
    return tuple(region for region in regions if contains(region.shape, at))


class TestClick(Tool):
    """The regions are out of sight, as they are for students; each click leaves a mark and a verdict."""

    __test__ = False  # its name is no test's
    name: ClassVar[str] = "try"
    title: ClassVar[Message] = message("Try it")
    icon: ClassVar[str] = "mouse-pointer-click"
    aims: ClassVar[bool] = True
    shows_regions: ClassVar[bool] = False

    tried = Signal(object, bool)

    def __init__(self, board: Board) -> None:
        super().__init__(board)
        self._verdict = ""

    @property
    def hint(self) -> str:
        """The last verdict, or what to do."""
        return self._verdict or self.tr("Click where a student would click. The regions are out of sight, as for them.")

    def press(self, pointer: Pointer) -> None:
        """Wait for the release."""
        self._press = pointer

    def move(self, pointer: Pointer) -> None:
        """Students see nothing under their pointer."""

    def release(self, pointer: Pointer) -> None:
        """Judge the click."""
        press, self._press = self._press, None
        if press is None or pointer.at != pointer.at.within():
            return
        hits = hit_regions(self.board.regions, pointer.at)
        self._verdict = self._words(hits)
        self.tried.emit(pointer.at, bool(hits))
        self.board.said.emit(self._verdict)
        self.changed.emit()

    def leave(self) -> None:
        """Forget the verdict."""
        self._verdict = ""
        super().leave()

    def _words(self, hits: tuple[Region, ...]) -> str:
        if not hits:
            return self.tr("Outside every region: counts as wrong.")
        names = ", ".join(region_name(region, self.board.number(region.id)) for region in hits)
        return self.tr("Inside {names}: counts as right.").format(names=names)
