"""Turning a region into another kind of shape, with what is lost by it in words."""

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu, QWidget

from app.geometry.area import area
from app.geometry.conversion import to_oval, to_polygon, to_rectangle
from app.geometry.region import Region
from app.geometry.shape import Oval, Polygon, Rectangle, Shape
from app.session.edit import Edit
from app.ui.hot_spot.board import Board
from app.ui.hot_spot.shape_words import percent, shape_name

KINDS: Final[dict[type[Shape], Callable[[Shape], Shape]]] = {
    Oval: to_oval,
    Rectangle: to_rectangle,
    Polygon: to_polygon,
}


def convert(board: Board, region_id: str, kind: type[Shape]) -> None:
    """Give a region a shape of another kind, as one step, and say what came of it."""
    region = board.region(region_id)
    if region is None or region.locked:
        return
    shape = KINDS[kind](region.shape)
    board.select(region_id)
    board.reshape(region_id, shape, Edit(_step(kind)))
    board.said.emit(outcome(region.shape, shape))


def outcome(before: Shape, after: Shape) -> str:
    """What a conversion made of a shape, and what it lost."""
    if isinstance(after, Polygon):
        text = QCoreApplication.translate("HotSpot", "Now a polygon of {count} corners with the same area.")
        return text.format(count=len(after.points))
    covers = QCoreApplication.translate("HotSpot", "It covers {after} of the picture, before it was {was}.")
    covers = covers.format(after=percent(area(after)), was=percent(area(before)))
    if not isinstance(before, Polygon):
        return covers
    lost = QCoreApplication.translate("HotSpot", "Its {count} corners are gone; Undo brings them back.")
    return f"{lost.format(count=len(before.points))} {covers}"


class ConvertMenu(QMenu):
    """The other kinds that the selected region could be; one that costs the corners of a polygon says so."""

    def __init__(self, board: Board, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._board = board
        self.setTitle(self.tr("Convert to"))
        self.aboutToShow.connect(self.fill)

    def fill(self) -> None:
        """Offer what fits the region that is selected now."""
        self.clear()
        region = self._board.selection
        if region is not None:
            for kind in KINDS:
                if not isinstance(region.shape, kind):
                    self.addAction(self._words(region, kind), partial(self._convert, kind))

    def _convert(self, kind: type[Shape]) -> None:
        convert(self._board, self._board.selected, kind)

    def _words(self, region: Region, kind: type[Shape]) -> str:
        name = shape_name(KINDS[kind](region.shape))
        if not isinstance(region.shape, Polygon):
            return name
        return self.tr("{shape} (its {count} corners go)").format(shape=name, count=len(region.shape.points))


def _step(kind: type[Shape]) -> str:
    if kind is Polygon:
        return QCoreApplication.translate("HotSpot", "Convert to a polygon")
    if kind is Oval:
        return QCoreApplication.translate("HotSpot", "Convert to an oval")
    return QCoreApplication.translate("HotSpot", "Convert to a rectangle")
