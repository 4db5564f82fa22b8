"""What the drawer shows and what a gesture is doing to it: regions, selection, the live shape. It draws nothing."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from app.geometry.point import Point, Scale
from app.geometry.region import Region
from app.geometry.shape import Polygon, Shape
from app.geometry.vertex import midpoint
from app.session.edit import Edit
from app.ui.hot_spot.pyramid import Pyramid

EMPTY = Scale(1, 1)


@dataclass
class Easel:
    """The picture's size in pixels, logical screen pixels for each of them, and the picture itself once it is there."""

    size: Scale = EMPTY
    zoom: float = 1.0
    picture: Pyramid | None = None


class Board(QObject):
    """The state that tools, view, list and numbers share.

    `edited` is the only way out: the regions after a finished gesture and its `Edit`. `live_changed` comes at each
    movement of a gesture, `said` brings words for the status line and the screen reader, `name_wanted`
    the id of a region that is to be named.
    """

    regions_changed = Signal()
    live_changed = Signal()
    selection_changed = Signal()
    hover_changed = Signal()
    draft_changed = Signal()
    said = Signal(str)
    edited = Signal(object, object)
    shape_added = Signal()
    name_wanted = Signal(str)

    def __init__(self, parent: QObject | None = None, *, on: "Board | None" = None) -> None:
        """With `on`, a board for other shapes on the picture of that one."""
        super().__init__(parent)
        self.easel: Easel = on.easel if on is not None else Easel()
        self.regions: tuple[Region, ...] = ()
        self.live: Region | None = None
        self.selected = ""
        self.vertex: int | None = None
        self.edge: int | None = None
        self.others: frozenset[str] = frozenset()
        self.hovered = ""

    @property
    def size(self) -> Scale:
        """What the picture measures in pixels."""
        return self.easel.size

    @size.setter
    def size(self, size: Scale) -> None:
        self.easel.size = size

    @property
    def zoom(self) -> float:
        """Logical screen pixels for a pixel of the picture."""
        return self.easel.zoom

    @zoom.setter
    def zoom(self, zoom: float) -> None:
        self.easel.zoom = zoom

    @property
    def has_picture(self) -> bool:
        """Whether a picture is shown whose size is known."""
        return self.size is not EMPTY

    @property
    def screen(self) -> Scale:
        """What the whole picture measures on the screen, in logical pixels."""
        return Scale(self.size.width * self.zoom, self.size.height * self.zoom)

    @property
    def visible(self) -> tuple[Region, ...]:
        """The regions that are not hidden; a hidden one takes no hover, click or Tab."""
        return tuple(region for region in self.regions if not region.hidden)

    @property
    def selection(self) -> Region | None:
        """The selected region as committed, None while nothing is selected."""
        return self.region(self.selected)

    @property
    def chosen(self) -> tuple[Region, ...]:
        """All selected regions in their order."""
        return tuple(region for region in self.regions if region.id == self.selected or region.id in self.others)

    @property
    def shown_selection(self) -> Region | None:
        """The selected region as it looks now, in the middle of a gesture too."""
        return self.live if self.live is not None and self.live.id == self.selected else self.selection

    @property
    def spot(self) -> Point | None:
        """Where the selected vertex or the selected middle of an edge is."""
        region = self.selection
        if region is None or not isinstance(region.shape, Polygon):
            return None
        if self.edge is not None:
            return midpoint(region.shape, self.edge)
        return None if self.vertex is None else region.shape.points[self.vertex]

    def region(self, region_id: str) -> Region | None:
        """The region with this id."""
        return next((region for region in self.regions if region.id == region_id), None)

    def number(self, region_id: str) -> int:
        """Its 1-based place."""
        return next(place for place, region in enumerate(self.regions, start=1) if region.id == region_id)

    def show(self, regions: tuple[Region, ...]) -> None:
        """Take the document's regions; what is selected stays so while it exists."""
        if regions == self.regions:
            return
        self.regions = regions
        self.live = None
        self._check_selection()
        self.regions_changed.emit()

    def select(self, region_id: str, vertex: int | None = None, *, edge: int | None = None) -> None:
        """Select a region ("" = none), and one of its vertices, or the middle of one of its edges."""
        self._select(region_id, frozenset(), vertex, edge)

    def select_also(self, region_id: str) -> None:
        """Select one more region; one that is selected already no longer."""
        ids = [region.id for region in self.chosen]
        ids.remove(region_id) if region_id in ids else ids.append(region_id)
        self.select_all(ids)

    def select_all(self, ids: Sequence[str]) -> None:
        """Select these regions; the last one is the one that numbers and handles are about."""
        self._select(ids[-1] if ids else "", frozenset(ids[:-1]), None, None)

    def _select(self, region_id: str, others: frozenset[str], vertex: int | None, edge: int | None) -> None:
        if (region_id, others, vertex, edge) != (self.selected, self.others, self.vertex, self.edge):
            self.selected, self.others, self.vertex, self.edge = region_id, others, vertex, edge
            self.selection_changed.emit()

    def hover(self, region_id: str) -> None:
        """The pointer is over this region ("" = none)."""
        if region_id != self.hovered:
            self.hovered = region_id
            self.hover_changed.emit()

    def show_live(self, region: Region | None) -> None:
        """Show a region as the gesture has it now; None goes back to what is committed."""
        self.live = region
        self.live_changed.emit()

    def commit(self, regions: tuple[Region, ...], edit: Edit) -> None:
        """A gesture is finished: one undo step, unless nothing changed."""
        self.live = None
        if regions == self.regions:
            self.live_changed.emit()
            return
        self.regions = regions
        self._check_selection()
        self.regions_changed.emit()
        self.edited.emit(regions, edit)

    def change(self, region_id: str, edit: Edit, change: Callable[[Region], Region]) -> None:
        """Commit another value of one region."""
        self.commit(tuple(change(region) if region.id == region_id else region for region in self.regions), edit)

    def reshape(self, region_id: str, shape: Shape, edit: Edit) -> None:
        """Commit another shape of one region."""
        self.change(region_id, edit, lambda region: replace(region, shape=shape))

    def reshape_all(self, shapes: Mapping[str, Shape], edit: Edit) -> None:
        """Commit other shapes of several regions, by their ids."""
        self.commit(tuple(replace(one, shape=shapes.get(one.id, one.shape)) for one in self.regions), edit)

    def add_all(self, regions: Sequence[Region], edit: Edit) -> None:
        """Commit new regions, which get ids of their own here, and select them."""
        first = int(self._next_id())
        made = tuple(replace(region, id=str(first + place)) for place, region in enumerate(regions))
        self.commit((*self.regions, *made), edit)
        self.select_all([region.id for region in made])

    def add(self, shape: Shape, edit: Edit) -> None:
        """Commit a new region and select it."""
        region = Region(self._next_id(), shape)
        self.commit((*self.regions, region), edit)
        self.select(region.id)
        self.shape_added.emit()

    def move_by(self, dx: float, dy: float) -> tuple[float, float]:
        """Screen pixels in proportions of the picture."""
        return dx / self.screen.width, dy / self.screen.height

    def near(self, one: Point, other: Point) -> float:
        """How far two places are apart on the screen, in logical pixels."""
        return self.screen.distance(one, other)

    def _check_selection(self) -> None:
        region = self.selection
        corners = len(region.shape.points) if region is not None and isinstance(region.shape, Polygon) else 0
        others = self.others & {one.id for one in self.regions}
        if region is None:
            self.select_all([one.id for one in self.regions if one.id in others])
        elif others != self.others:
            self._select(region.id, others, None, None)
        elif max(self.vertex or 0, self.edge or 0) >= max(corners, 1):
            self.select(region.id)

    def _next_id(self) -> str:
        """Canvas numbers regions from 1; a number is never given twice while the region that has it is there."""
        numbers = [int(region.id) for region in self.regions if region.id.isdecimal()]
        return str(max(numbers, default=0) + 1)
