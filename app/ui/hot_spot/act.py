"""What keys, buttons and the list do to the selected region, each an undo step of its own name."""

from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from app.geometry.box import Box
from app.geometry.crossing import crossings
from app.geometry.ease import easier
from app.geometry.hit import midpoints
from app.geometry.movement import moved, moved_vertex
from app.geometry.point import clamped
from app.geometry.region import Region
from app.geometry.shape import Polygon
from app.geometry.untangle import untangled
from app.geometry.vertex import midpoint, with_vertex, without_vertex
from app.session.edit import Edit
from app.ui.hot_spot import several
from app.ui.hot_spot.board import Board
from app.ui.hot_spot.shape_words import spoken_corner


def nudge(board: Board, dx: float, dy: float) -> None:
    """Move the selected vertex, or a new one out of an edge, else the region; a burst of presses is one step.

    `dx` and `dy` are proportions of the picture.
    """
    if board.others:
        several.move(board, dx, dy)
        return
    region = _changeable(board)
    if region is None:
        return
    if board.edge is not None:
        insert(board, dx, dy)
        return
    if board.vertex is not None and isinstance(region.shape, Polygon):
        to = region.shape.points[board.vertex].plus(dx, dy)
        edit = Edit(QCoreApplication.translate("HotSpot", "Move corner"), f"regions/{region.id}/corner/{board.vertex}")
        board.reshape(region.id, moved_vertex(region.shape, board.vertex, to), edit)
        return
    board.reshape(
        region.id,
        moved(region.shape, dx, dy),
        Edit(QCoreApplication.translate("HotSpot", "Move region"), f"regions/{region.id}/move"),
    )


def resize(board: Board, dx: float, dy: float) -> None:
    """Move the right and the bottom side of an oval or rectangle by proportions of the picture."""
    region = _changeable(board)
    if region is None or isinstance(region.shape, Polygon):
        return
    box = region.shape.box
    right = max(box.left + 1 / board.size.width, clamped(box.right + dx))
    bottom = max(box.top + 1 / board.size.height, clamped(box.bottom + dy))
    shape = type(region.shape)(Box(box.left, box.top, right, bottom).within())
    board.reshape(
        region.id, shape, Edit(QCoreApplication.translate("HotSpot", "Resize region"), f"regions/{region.id}/resize")
    )


def insert(board: Board, dx: float = 0, dy: float = 0) -> None:
    """Put a corner into the selected middle of an edge, moved by proportions of the picture, and select it."""
    region = _changeable(board)
    if region is None or board.edge is None or not isinstance(region.shape, Polygon):
        return
    vertex = board.edge + 1
    shape = with_vertex(region.shape, board.edge, midpoint(region.shape, board.edge).plus(dx, dy))
    board.reshape(region.id, shape, Edit(QCoreApplication.translate("HotSpot", "Insert corner")))
    board.select(region.id, vertex)


def walk(board: Board, step: int) -> None:
    """Select the next (or, with -1, the one before) vertex of the selected polygon, or middle of an edge."""
    region = board.selection
    if region is None:
        return
    if not isinstance(region.shape, Polygon):
        board.said.emit(
            QCoreApplication.translate(
                "HotSpot", "Only a polygon has corners to go along. Alt+arrow keys or the numbers resize this one."
            )
        )
        return
    middles = {edge for edge, _ in midpoints(region.shape, board.screen)}
    count = len(region.shape.points)
    stops: list[tuple[int | None, int | None]] = []
    for place in range(count):
        stops += [(place, None), (None, place)] if place in middles else [(place, None)]
    here = (board.vertex, board.edge)
    start = stops.index(here) if here in stops else -1 if step > 0 else 0
    vertex, edge = stops[(start + step) % len(stops)]
    board.select(region.id, vertex, edge=edge)
    if vertex is not None:
        board.said.emit(spoken_corner(region.shape, vertex))
    elif edge is not None:
        text = QCoreApplication.translate(
            "HotSpot", "Between corners {number} and {next}. Enter or an arrow key puts a corner here."
        )
        board.said.emit(text.format(number=edge + 1, next=(edge + 1) % count + 1))


def delete(board: Board) -> None:
    """Delete the selected vertex, else the selected regions."""
    if board.vertex is None:
        several.delete(board)
        return
    region = _changeable(board)
    if region is None or not isinstance(region.shape, Polygon):
        return
    shape = without_vertex(region.shape, board.vertex)
    if shape is region.shape:
        board.said.emit(
            QCoreApplication.translate(
                "HotSpot", "A polygon keeps at least three corners. Press Esc, then Delete, to delete the region."
            )
        )
        return
    board.select(region.id)
    board.reshape(region.id, shape, Edit(QCoreApplication.translate("HotSpot", "Delete corner")))


def crosses(region: Region) -> bool:
    """Whether the line of a polygon crosses itself."""
    return isinstance(region.shape, Polygon) and bool(crossings(region.shape))


def untangle(board: Board, region_id: str) -> None:
    """Put the corners of a polygon into an order in which its line does not cross itself."""
    region = board.region(region_id)
    if region is None or not isinstance(region.shape, Polygon):
        return
    board.select(region_id)
    board.reshape(region_id, untangled(region.shape), Edit(QCoreApplication.translate("HotSpot", "Untangle region")))


def enlarge(board: Board, region_id: str) -> None:
    """Make a region as large as students need."""
    region = board.region(region_id)
    if region is not None:
        shape = easier(region.shape, board.size)
        board.reshape(region_id, shape, Edit(QCoreApplication.translate("HotSpot", "Make region larger")))


def rename(board: Board, region_id: str, name: str) -> None:
    """Give a region another name."""
    board.change(
        region_id,
        Edit(QCoreApplication.translate("HotSpot", "Name region")),
        lambda region: replace(region, name=name.strip()),
    )


def _changeable(board: Board) -> Region | None:
    region = board.selection
    if region is not None and region.locked:
        board.said.emit(
            QCoreApplication.translate("HotSpot", "This region is locked. Unlock it in the list to change it.")
        )
        return None
    return region
