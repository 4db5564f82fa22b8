"""What is drawn over the picture, kept true to the board and to the tool.

Settled regions are part of the cached background: a page full of them costs a drag nothing. Over it are drawn what is
selected, what is under the pointer, and what a gesture is making. What is selected is lifted out of the background, so
that neither a drag nor its end nor a nudge draws the neighbours anew.
"""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QRectF, Signal
from PySide6.QtGui import QPainter, QPainterPath, QPolygonF
from PySide6.QtWidgets import QGraphicsScene

from app.geometry.point import Point
from app.geometry.region import Region
from app.ui.hot_spot.board import Board
from app.ui.hot_spot.items import AimItem, DraftItem, GuideItem, HandlesItem, RegionItem, VerdictItem
from app.ui.hot_spot.mark import RegionMark
from app.ui.hot_spot.outline import Outline, scaled, stroke, to_path
from app.ui.hot_spot.toolbox import Toolbox


class Layers(QObject):
    """`settled_changed` names a part of the picture whose settled regions are to be drawn anew."""

    settled_changed = Signal(QRectF)

    def __init__(self, scene: QGraphicsScene, board: Board, toolbox: Toolbox) -> None:
        super().__init__(scene)
        self._scene, self._board, self._toolbox = scene, board, toolbox
        self._marks: dict[str, RegionMark] = {}
        self._verdicts: list[VerdictItem] = []
        self._lifted = ""
        self._shows_regions = True
        self._hovered, self._selected = RegionItem(board), RegionItem(board)
        self._also: list[RegionItem] = []
        self._handles = HandlesItem(board)
        self._draft = DraftItem(board)
        self._guides = (GuideItem(board), GuideItem(board))
        self.aim = AimItem(board)
        items = (self._hovered, self._selected, self._handles, self._draft, *self._guides, self.aim)
        for depth, item in enumerate(items):
            item.setZValue(depth)
            scene.addItem(item)
        board.regions_changed.connect(self.renew)
        board.live_changed.connect(self._show_live)
        board.selection_changed.connect(self._show_live)
        board.hover_changed.connect(self._show_states)
        board.draft_changed.connect(self._show_draft)
        toolbox.picked.connect(self.renew)

    def renew(self) -> None:
        """Show all regions anew: they changed, or the picture, the zoom or the tool did."""
        board, before = self._board, self._marks
        marks = (self._mark(region, number) for number, region in enumerate(board.regions, start=1))
        self._marks = {mark.region.id: mark for mark in marks if not mark.region.hidden}
        lifted, self._lifted = self._lifted, self._in_hand
        for region_id in before.keys() | self._marks.keys():
            old, new = before.get(region_id), self._marks.get(region_id)
            settled = [mark for mark, up in ((old, lifted), (new, self._lifted)) if region_id != up]
            if old is not new or len(settled) == 1:
                self._unsettle(*settled)
        if self._toolbox.tool.shows_regions != self._shows_regions:
            self._shows_regions = self._toolbox.tool.shows_regions
            self._unsettle(*self._marks.values())
        for verdict in self._verdicts:
            verdict.rescale()
        self._show_states()
        self._show_draft()

    def _mark(self, region: Region, number: int) -> RegionMark:
        """One that looks as before stays the same object: it knows its path already."""
        before, size = self._marks.get(region.id), self._board.size
        if before is None or (before.number, before.size) != (number, size):
            return RegionMark(region, number, size)
        same = before.region is region or before.region == region
        return before if same else RegionMark(region, number, size)

    def draw_settled(self, painter: QPainter, exposed: QRectF) -> None:
        """Draw the regions that are not in the hand; `exposed` is in pixels of the picture."""
        if not self._shows_regions:
            return
        zoom = self._board.zoom
        for region_id, mark in self._marks.items():
            if region_id != self._lifted and mark.bounds(zoom).intersects(exposed):
                mark.draw(painter, zoom)

    def draw_outlines(self, painter: QPainter, exposed: QRectF) -> None:
        """Draw all outlines as they are now, without numbers: for the loupe."""
        if not self._shows_regions:
            return
        live = self._board.live
        for region_id, mark in self._marks.items():
            outline = mark.outline
            if live is not None and live.id == region_id:
                outline = Outline(to_path(live.shape, mark.size))
            if outline.path.controlPointRect().intersects(exposed):
                stroke(painter, outline, dash=mark.number)
        stroke(painter, self._draft.outline)

    def show_verdict(self, at: Point, *, is_right: bool) -> None:
        """Mark a tried click."""
        verdict = VerdictItem(self._board, at, is_right=is_right)
        self._verdicts.append(verdict)
        self._scene.addItem(verdict)

    def clear_verdicts(self) -> None:
        """Take the marks of tried clicks away."""
        for verdict in self._verdicts:
            self._scene.removeItem(verdict)
        self._verdicts.clear()

    def _unsettle(self, *marks: RegionMark | None) -> None:
        for mark in marks:
            if mark is not None:
                self.settled_changed.emit(mark.bounds(self._board.zoom))

    @property
    def _in_hand(self) -> str:
        """The id of the region that moves, else of the one that has the handles."""
        live = self._board.live
        return self._board.selected if live is None else live.id

    def _show_live(self) -> None:
        before, self._lifted = self._lifted, self._in_hand
        if before != self._lifted:
            self._unsettle(self._marks.get(before), self._marks.get(self._lifted))
        self._show_states()

    def _show_states(self) -> None:
        board, live = self._board, self._board.live
        hovered, selected = self._marks.get(board.hovered), self._marks.get(board.selected)
        if live is not None:
            hovered, selected = None, RegionMark(live, board.number(live.id), board.size)
        shown = self._shows_regions
        self._hovered.show_mark(hovered if shown and board.hovered != board.selected else None)
        self._selected.show_mark(selected if shown else None, filled=live is None)
        self._show_guides()
        self._handles.show_selection(shown=shown and not board.others)
        self._show_others([self._marks[other] for other in board.others if shown and other in self._marks])

    def _show_guides(self) -> None:
        lines = self._toolbox.tool.guides
        for place, item in enumerate(self._guides):
            item.show_line(lines[place] if place < len(lines) else None)

    def _show_others(self, marks: Sequence[RegionMark]) -> None:
        """What is selected beside the one that has the handles."""
        while len(self._also) < len(marks):
            item = RegionItem(self._board)
            self._scene.addItem(item)
            self._also.append(item)
        for place, item in enumerate(self._also):
            item.show_mark(marks[place] if place < len(marks) else None)

    def _show_draft(self) -> None:
        tool, size = self._toolbox.tool, self._board.size
        self._show_guides()
        path = QPainterPath()
        corners = [scaled(point, size) for point in tool.draft.points]
        if tool.outlines:
            for shape in tool.outlines:
                path.addPath(to_path(shape, size))
        elif tool.preview is not None:
            path = to_path(tool.preview, size)
        elif len(tool.line) > 1:
            path.addPolygon(QPolygonF([scaled(point, size) for point in tool.line]))
        crossings = [scaled(place, size) for place in tool.crossings]
        self._draft.show_path(path, corners, scaled(tool.ring, size) if tool.ring else None, crossings)
