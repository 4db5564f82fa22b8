"""The covers of the picture that is shown: boxes on a board of their own, each with what it is filled with."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from app.geometry.box import Box
from app.geometry.region import Region
from app.geometry.shape import Rectangle
from app.models.cover import Cover
from app.session.edit import Edit
from app.ui.hot_spot.board import Board

Around = Callable[[Box], str]
"""The colour around a box of the picture."""


class Covers(QObject):
    """`edited(covers, Edit)` is one undo step; `changed` comes when they look different, also within a gesture."""

    edited = Signal(object, object)
    changed = Signal()

    def __init__(self, board: Board, around: Around) -> None:
        """`board` is the one that the cover tool works on; a new cover gets the colour that `around` finds."""
        super().__init__(board)
        self.board, self.around = board, around
        self._fills: dict[str, str] = {}
        board.edited.connect(self._take)
        for signal in (board.regions_changed, board.live_changed):
            signal.connect(self.changed)

    @property
    def shown(self) -> tuple[Cover, ...]:
        """The covers as they look now, the lowest first."""
        live = self.board.live
        regions = (live if live is not None and live.id == one.id else one for one in self.board.regions)
        return tuple(self._cover(region) for region in regions)

    def fill(self, cover_id: str) -> str:
        """What a cover is filled with."""
        return self._fills[cover_id]

    def show(self, covers: tuple[Cover, ...]) -> None:
        """Show the document's covers; most pictures have none, before and after each edit."""
        if not covers and not self._fills:
            return
        self._fills = {cover.id: cover.fill for cover in covers}
        self.board.show(tuple(Region(cover.id, Rectangle(cover.bounds)) for cover in covers))
        self.changed.emit()

    def set_fill(self, cover_id: str, fill: str) -> None:
        """Fill a cover with a colour, or with a blur of what is under it."""
        if self._fills[cover_id] != fill:
            self._fills[cover_id] = fill
            self._say(Edit(self.tr("Fill of the cover")))

    def match(self, cover_id: str) -> None:
        """Fill a cover with the colour around it."""
        region = self.board.region(cover_id)
        if region is not None:
            self.set_fill(cover_id, self.around(region.shape.bounds))

    def delete(self, cover_id: str) -> None:
        """Take a cover away."""
        left = tuple(region for region in self.board.regions if region.id != cover_id)
        self.board.commit(left, Edit(""))

    def _take(self, regions: tuple[Region, ...], edit: Edit) -> None:
        """The board speaks of regions; what happened to a cover is told by the difference."""
        before = len(self._fills)
        for region in regions:
            if region.id not in self._fills:
                self._fills[region.id] = self.around(region.shape.bounds)
        kept = {region.id for region in regions}
        self._fills = {key: fill for key, fill in self._fills.items() if key in kept}
        if len(kept) < before:
            self.board.said.emit(self.tr("Cover deleted."))
        if len(kept) != before:
            self._say(Edit(self.tr("Add cover") if len(kept) > before else self.tr("Delete cover")))
        else:
            self._say(Edit(self.tr("Change cover"), edit.merge_key and f"covers/{edit.merge_key}"))

    def _say(self, edit: Edit) -> None:
        self.changed.emit()
        self.edited.emit(self.shown, edit)

    def _cover(self, region: Region) -> Cover:
        fill = self._fills.get(region.id) or self.around(region.shape.bounds)
        return Cover(id=region.id, box=region.shape.bounds, fill=fill)
