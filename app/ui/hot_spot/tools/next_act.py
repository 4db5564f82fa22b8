"""What the Select tool would do next: as a pointer, and in words for the line under the canvas."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt

from app.geometry.handle import HANDLES, Handle
from app.geometry.hit import Hit, Part
from app.geometry.region import Region
from app.geometry.shape import Polygon
from app.geometry.vertex import FEWEST
from app.ui.hot_spot.board import Board
from app.ui.hot_spot.tools.grip import Grip

_ACROSS = Qt.CursorShape.SizeHorCursor
_DOWN = Qt.CursorShape.SizeVerCursor
_FALLING = Qt.CursorShape.SizeFDiagCursor
_RISING = Qt.CursorShape.SizeBDiagCursor
_CURSORS = {
    Handle.TOP_LEFT: _FALLING,
    Handle.TOP: _DOWN,
    Handle.TOP_RIGHT: _RISING,
    Handle.RIGHT: _ACROSS,
    Handle.BOTTOM_RIGHT: _FALLING,
    Handle.BOTTOM: _DOWN,
    Handle.BOTTOM_LEFT: _RISING,
    Handle.LEFT: _ACROSS,
}


@dataclass(frozen=True, slots=True)
class NextAct:
    """Of what is under the pointer, or held and dragged; `takes_away` while Ctrl is down."""

    board: Board
    over: tuple[Region, Hit] | None
    takes_away: bool
    grip: Grip | None
    dragging: bool
    banding: bool

    @property
    def cursor(self) -> Qt.CursorShape:
        """Resize in a direction, move a corner, insert one, take one away (a bitmap: the view has it), grab."""
        if self.dragging and self.grip is not None and self.grip.part.part in (Part.BODY, Part.EDGE):
            return Qt.CursorShape.SizeAllCursor
        if self.over is None:
            return Qt.CursorShape.ArrowCursor
        region, part = self.over
        if region.locked:
            return Qt.CursorShape.PointingHandCursor
        if self._may_delete:
            return Qt.CursorShape.BitmapCursor if self._can_delete else Qt.CursorShape.ForbiddenCursor
        if isinstance(region.shape, Polygon):
            if part.part is Part.MIDPOINT:
                return Qt.CursorShape.DragCopyCursor  # an arrow with a plus
            return Qt.CursorShape.CrossCursor if part.part is Part.VERTEX else Qt.CursorShape.SizeAllCursor
        return _CURSORS[HANDLES[part.index]] if part.part is Part.VERTEX else Qt.CursorShape.SizeAllCursor

    @property
    def hint(self) -> str:
        """What the press, the drag or the keys would do."""
        tr = QCoreApplication.translate
        if self.banding and self.dragging:
            return tr(
                "HotSpot", "Everything wholly in the frame is selected. Shift: keep what was selected. Esc: stop."
            )
        if self.dragging:
            return self._of_drag()
        if self.over is None:
            return self._of_keys()
        region, part = self.over
        if region.locked:
            return tr("HotSpot", "This region is locked: it can be selected, not changed.")
        if self._may_delete and not self._can_delete:
            return tr("HotSpot", "A polygon keeps at least three corners. Delete takes the region out.")
        if self._may_delete:
            return tr("HotSpot", "Click to delete this corner.")
        if part.part is Part.MIDPOINT:
            return tr("HotSpot", "Press and drag to insert a corner here.")
        if part.part is Part.VERTEX and isinstance(region.shape, Polygon):
            return tr("HotSpot", "Drag to change the shape. Ctrl+click: delete this corner.")
        if part.part is Part.VERTEX:
            return tr("HotSpot", "Drag to change the shape.")
        return tr("HotSpot", "Drag to move the region. Shift+click: select it too. Alt+click: the one below.")

    @property
    def _may_delete(self) -> bool:
        if self.over is None or self.dragging:
            return False
        region, part = self.over
        return self.takes_away and part.part is Part.VERTEX and isinstance(region.shape, Polygon)

    @property
    def _can_delete(self) -> bool:
        shape = self.over[0].shape if self.over is not None else None
        return isinstance(shape, Polygon) and len(shape.points) > FEWEST

    def _of_drag(self) -> str:
        tr, grip = QCoreApplication.translate, self.grip
        if grip is not None and grip.part.part in (Part.BODY, Part.EDGE):
            return tr("HotSpot", "Shift: straight across or down. Ctrl: no guides. Esc: put it back.")
        if grip is not None and grip.vertex is not None:
            return tr("HotSpot", "Shift: steps of 45 degrees. Esc: put it back.")
        return tr("HotSpot", "Shift: keep the proportions. Alt: from the centre. Esc: put it back.")

    def _of_keys(self) -> str:
        tr, board = QCoreApplication.translate, self.board
        if board.others:
            return tr("HotSpot", "Arrow keys and drags move all that are selected. Delete takes them out.")
        if board.vertex is not None:
            return tr("HotSpot", "Arrow keys move this corner, N goes on to the next one. Delete takes it out.")
        if board.edge is not None:
            return tr("HotSpot", "Enter or an arrow key puts a corner here, N goes on to the next one.")
        if board.selection is not None and isinstance(board.selection.shape, Polygon):
            return tr("HotSpot", "Arrow keys move the selected region, N goes along its corners. Delete takes it out.")
        if board.selected:
            return tr("HotSpot", "Arrow keys move the selected region, Alt+arrow keys resize it. Delete takes it out.")
        if board.regions:
            return tr("HotSpot", "Click a region to select it. Tab goes from one to the next.")
        return tr("HotSpot", "Choose oval, rectangle or polygon, then draw the right region.")
