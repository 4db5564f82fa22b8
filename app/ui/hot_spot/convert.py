"""Turning a region into another kind of shape, with what is lost by it in words."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu, QWidget

from app.geometry.area import area
from app.geometry.conversion import to_oval, to_polygon, to_rectangle
from app.geometry.shape import Oval, Polygon, Rectangle, Shape
from app.session.edit import Edit
from app.ui.hot_spot import several
from app.ui.hot_spot.board import Board
from app.ui.hot_spot.shape_words import percent, shape_name

KINDS: Final[dict[type[Shape], Callable[[Shape], Shape]]] = {
    Oval: to_oval,
    Rectangle: to_rectangle,
    Polygon: to_polygon,
}


def convert(board: Board, kind: type[Shape]) -> None:
    """Give the selected regions shapes of another kind, as one step, and say what came of it; locked ones stay."""
    before = _of_other_kinds(board, kind)
    if not before:
        return
    after = {key: KINDS[kind](shape) for key, shape in before.items()}
    if not board.others:
        board.select(board.selected)  # its corners are others from now on
    board.reshape_all(after, Edit(_step(kind)))
    if len(before) == 1:
        board.said.emit(*(outcome(before[key], after[key]) for key in before))
    else:
        board.said.emit(QCoreApplication.translate("HotSpot", "{count} regions converted.").format(count=len(before)))


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
    """The other kinds that the selected regions could be; one that costs the corners of a polygon says so."""

    def __init__(self, board: Board, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._board = board
        self.setTitle(self.tr("Convert to"))
        self.aboutToShow.connect(self.fill)

    def fill(self) -> None:
        """Offer what fits the region that is selected now."""
        self.clear()
        for kind in KINDS:
            shapes = _of_other_kinds(self._board, kind)
            if shapes:
                self.addAction(self._words([*shapes.values()], kind), partial(convert, self._board, kind))

    def _words(self, shapes: Sequence[Shape], kind: type[Shape]) -> str:
        name = shape_name(KINDS[kind](shapes[0]))
        corners = sum(len(shape.points) for shape in shapes if isinstance(shape, Polygon))
        if not corners:
            return name
        return self.tr("{shape} ({count} corners go)").format(shape=name, count=corners)


def _of_other_kinds(board: Board, kind: type[Shape]) -> dict[str, Shape]:
    """The shapes of the selected regions that are not locked and are something else, by id."""
    return {key: shape for key, shape in several.changeable(board).items() if not isinstance(shape, kind)}


def _step(kind: type[Shape]) -> str:
    if kind is Polygon:
        return QCoreApplication.translate("HotSpot", "Convert to a polygon")
    if kind is Oval:
        return QCoreApplication.translate("HotSpot", "Convert to an oval")
    return QCoreApplication.translate("HotSpot", "Convert to a rectangle")
