"""What is done with all selected regions at once, each one undo step; and their way through the clipboard."""

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QCoreApplication, QMimeData
from PySide6.QtGui import QGuiApplication

from app.geometry.arrange import Axis, Side, aligned, distributed, moved_together
from app.geometry.oval_reading import OvalReading
from app.geometry.point import Point
from app.geometry.region import Region
from app.geometry.shape import Shape
from app.geometry.wire import read_shape, written_shape
from app.message import Message, message
from app.session.edit import Edit
from app.ui.hot_spot.board import Board
from app.ui.words import words

MIME: Final = "application/x-quizwright-regions"
_BESIDE: Final = 16
"""How far a duplicate lies from its original, in logical screen pixels."""


def changeable(board: Board) -> dict[str, Shape]:
    """The shapes of the selected regions that are not locked, by id."""
    return {region.id: region.shape for region in board.chosen if not region.locked}


def move(board: Board, dx: float, dy: float) -> None:
    """Move all selected regions together by proportions of the picture; a burst of presses is one step."""
    shapes = changeable(board)
    if shapes:
        text = QCoreApplication.translate("HotSpot", "Move regions")
        board.reshape_all(moved_together(shapes, dx, dy), Edit(text, "regions/several/move"))


def align(board: Board, side: Side) -> None:
    """Line the selected regions up."""
    shapes = changeable(board)
    if len(shapes) > 1:
        board.reshape_all(aligned(shapes, side), Edit(QCoreApplication.translate("HotSpot", "Align regions")))


def distribute(board: Board, axis: Axis) -> None:
    """Make the gaps between the selected regions equal."""
    shapes = changeable(board)
    if len(shapes) > 2:
        text = QCoreApplication.translate("HotSpot", "Distribute regions")
        board.reshape_all(distributed(shapes, axis), Edit(text))


def delete(board: Board) -> None:
    """Take the selected regions out; locked ones stay."""
    gone = changeable(board)
    if not gone:
        board.said.emit(
            QCoreApplication.translate("HotSpot", "What is selected is locked. Unlock it in the list to change it.")
        )
        return
    what = message("Delete region", plural="Delete {count} regions", count=len(gone))
    board.commit(tuple(region for region in board.regions if region.id not in gone), Edit(words(what)))


def lock(board: Board, locked: bool) -> None:
    """Lock or unlock the selected regions."""
    what = message("Lock region", plural="Lock {count} regions", count=len(board.chosen))
    if not locked:
        what = message("Unlock region", plural="Unlock {count} regions", count=len(board.chosen))
    _mark(board, what, lambda region: replace(region, locked=locked))


def hide(board: Board, hidden: bool) -> None:
    """Hide the selected regions here, or show them again; students click hidden ones too."""
    what = message("Hide region", plural="Hide {count} regions", count=len(board.chosen))
    if not hidden:
        what = message("Show region", plural="Show {count} regions", count=len(board.chosen))
    _mark(board, what, lambda region: replace(region, hidden=hidden))


def are_locked(board: Board) -> bool:
    """Whether all selected regions are locked: of some, locking makes them all."""
    return bool(board.chosen) and all(region.locked for region in board.chosen)


def are_hidden(board: Board) -> bool:
    """The same of hidden ones."""
    return bool(board.chosen) and all(region.hidden for region in board.chosen)


def duplicate(board: Board) -> bool:
    """Put copies of the selected regions beside them; False where none is selected."""
    if not board.chosen:
        return False
    dx, dy = board.move_by(_BESIDE, _BESIDE)
    shapes = moved_together({region.id: region.shape for region in board.chosen}, dx, dy)
    made = [replace(region, shape=shapes[region.id], locked=False) for region in board.chosen]
    what = message("Duplicate region", plural="Duplicate {count} regions", count=len(made))
    board.add_all(made, Edit(words(what)))
    return True


def copy(board: Board) -> bool:
    """Put the selected regions on the clipboard; False where none is selected."""
    if not board.chosen:
        return False
    data = QMimeData()
    data.setData(MIME, json.dumps([_written(region) for region in board.chosen]).encode())
    QGuiApplication.clipboard().setMimeData(data)
    text = message("Region copied.", plural="{count} regions copied.", count=len(board.chosen))
    board.said.emit(words(text))
    return True


def cut(board: Board) -> bool:
    """Copy the selected regions and take them out."""
    if not copy(board):
        return False
    delete(board)
    return True


def paste(board: Board) -> bool:
    """Add the regions of the clipboard at the same proportions of this picture; False where it has none."""
    data = QGuiApplication.clipboard().mimeData()
    if data is None or not data.hasFormat(MIME):
        return False
    found = [region for raw in _rows(data) if (region := _read(raw)) is not None]
    if found:
        what = message("Paste region", plural="Paste {count} regions", count=len(found))
        board.add_all(found, Edit(words(what)))
    return bool(found)


def _mark(board: Board, what: Message, change: Callable[[Region], Region]) -> None:
    chosen = {region.id for region in board.chosen}
    board.commit(tuple(change(one) if one.id in chosen else one for one in board.regions), Edit(words(what)))


def _written(region: Region) -> dict[str, object]:
    kind, points = written_shape(region.shape, OvalReading.CORNERS)
    return {"type": kind, "coordinates": points, "name": region.name}


def _rows(data: QMimeData) -> list[object]:
    try:
        rows = json.loads(bytes(data.data(MIME).data()))
    except ValueError:
        return []
    return rows if isinstance(rows, list) else []


def _read(raw: object) -> Region | None:
    """A region out of what another window may have written; None where it is none."""
    if not isinstance(raw, Mapping):
        return None
    try:
        points = [Point(float(x), float(y)).within() for x, y in raw.get("coordinates", ())]
    except (TypeError, ValueError):
        return None
    shape = read_shape(str(raw.get("type")), points, OvalReading.CORNERS)
    return None if shape is None else Region("", shape, str(raw.get("name") or ""))
