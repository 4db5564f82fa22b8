"""What a screen reader is told when regions change or another one is selected."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAccessible

from app.geometry.ease import hard_to_hit
from app.geometry.overlap import overlap
from app.geometry.region import Region
from app.geometry.shape import Polygon
from app.ui.hot_spot.board import Board
from app.ui.hot_spot.shape_words import region_name, spoken_corner, spoken_region


class Announcer(QObject):
    """`spoken` brings the words at once, in the same event that made the change; undo and redo are told alike."""

    spoken = Signal(str)

    def __init__(self, board: Board, list_speaks: Callable[[], bool]) -> None:
        """`list_speaks` tells whether a list has the focus, which says itself what is selected in it."""
        super().__init__(board)
        self._board, self._list_speaks = board, list_speaks
        self._known: tuple[Region, ...] | None = None
        self._last = ""
        board.regions_changed.connect(self._changed)
        board.selection_changed.connect(self._selected)

    def forget(self) -> None:
        """Other regions are going to be shown, which is no change."""
        self._known = None

    def settle(self) -> None:
        """What is shown now is what the next change is compared with."""
        self._known = self._board.regions

    def _changed(self) -> None:
        before, self._known = self._known, self._board.regions
        if before is not None and QAccessible.isActive():
            self._speak(self._difference(before, self._board.regions))

    def _selected(self) -> None:
        region = self._board.selection
        if self._board.others:
            self._speak(self.tr("{count} regions selected").format(count=len(self._board.chosen)))
            return
        part = self._board.vertex is not None or self._board.edge is not None
        if part:
            self._last = ""  # the way back from a corner to its region is told again
        if region is not None and not part and not self._list_speaks():
            self._speak(self._words(region))

    def _difference(self, before: tuple[Region, ...], after: tuple[Region, ...]) -> str:
        known = {region.id: region for region in before}
        changed = [region for region in after if known.pop(region.id, None) != region]
        gone = [region_name(region, before.index(region) + 1) for region in known.values()]
        words = [self._changed_words(region) for region in changed]
        words += [self.tr("{region} is gone").format(region=name) for name in gone]
        return ". ".join(words)

    def _changed_words(self, region: Region) -> str:
        """A corner that is in hand is what changed."""
        vertex, shape = self._board.vertex, region.shape
        if region.id == self._board.selected and isinstance(shape, Polygon) and vertex is not None:
            return spoken_corner(shape, vertex)
        return ", ".join((self._words(region), *self._troubles(region)))

    def _troubles(self, region: Region) -> Iterator[str]:
        """What is wrong with its place; a line that begins to cross itself is told by itself."""
        if self._board.has_picture and hard_to_hit(region.shape, self._board.size):
            yield self.tr("hard to hit")
        for number, other in enumerate(self._board.regions, start=1):
            if other.id != region.id and _meet(region, other) and overlap(region.shape, other.shape):
                yield self.tr("overlaps {region}").format(region=region_name(other, number))

    def _words(self, region: Region) -> str:
        return spoken_region(region, self._board.number(region.id), len(self._board.regions))

    def _speak(self, words: str) -> None:
        """The same twice, as for a new region that is also selected, is said once, with what is wrong with it."""
        if words and not self._last.startswith(words):
            self.spoken.emit(words)
            self._last = words


def _meet(one: Region, other: Region) -> bool:
    """Whether their boxes share some of the picture."""
    here, there = one.shape.bounds, other.shape.bounds
    across = here.left < there.right and there.left < here.right
    return across and here.top < there.bottom and there.top < here.bottom
