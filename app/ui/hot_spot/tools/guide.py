"""Smart guides in the Select tool: the pointer is taken a little farther, so that shapes come to lie in line."""

from collections.abc import Container
from dataclasses import replace

from app.geometry.arrange import around
from app.geometry.box import Box
from app.geometry.guide import Pull, marks, pull
from app.geometry.handle import HANDLES
from app.geometry.hit import Part
from app.geometry.movement import shifted, slid
from app.geometry.shape import Polygon
from app.ui.hot_spot.board import Board
from app.ui.hot_spot.pointer import Pointer
from app.ui.hot_spot.tools.grip import Grip
from app.ui.hot_spot.tools.group import Group


def guided(board: Board, held: Grip | Group, pointer: Pointer) -> tuple[Pointer, Pull]:
    """The pointer where a guide puts it, and what pulled it; Ctrl, Shift and Alt let nothing pull."""
    found = Pull() if pointer.free or pointer.square or pointer.centre else _pull(board, held, pointer)
    return replace(pointer, at=pointer.at.plus(found.dx, found.dy)), found


def _pull(board: Board, held: Grip | Group, pointer: Pointer) -> Pull:
    dx, dy = pointer.at.x - held.press.at.x, pointer.at.y - held.press.at.y
    if isinstance(held, Group):
        return _of_move(board, around(tuple(held.start.values())), held.start.keys(), dx, dy)
    if held.part.part in (Part.BODY, Part.EDGE):
        return _of_move(board, held.region.shape.bounds, {held.region.id}, dx, dy)
    shape = held.region.shape
    if isinstance(shape, Polygon):
        return Pull()
    handle = HANDLES[held.part.index]
    at = handle.place(shape.box).plus(dx, dy).within()
    across, down = handle.value
    place = Box(at.x, at.y, at.x, at.y)
    others = _others(board, {held.region.id})
    return pull(place, others, board.screen, across=[at.x] if across else [], down=[at.y] if down else [])


def _of_move(board: Board, box: Box, own: Container[str], dx: float, dy: float) -> Pull:
    moved = shifted(box, *slid(box, dx, dy))
    across, down = marks(moved)
    return pull(moved, _others(board, own), board.screen, across=across, down=down)


def _others(board: Board, own: Container[str]) -> list[Box]:
    return [region.shape.bounds for region in board.visible if region.id not in own]
