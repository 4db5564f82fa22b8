"""Hot spot (New Quiz Items, appendix, Hot Spot; canvas-facts 3.14)."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import ClassVar, Self

from app.geometry.oval_reading import OVALS, OvalReading
from app.geometry.point import Point
from app.geometry.region import Region
from app.geometry.shape import Shape
from app.geometry.wire import read_shape, written_shape
from app.models.local import Local
from app.models.question import Question, ScoringAlgorithm
from app.models.value import Json, Map, Number, Value


class HotSpotInteraction(Value):
    """The picture, as `media:SHA256` or as an address, and how many clicks Canvas asks for."""

    image_url: str | None = None
    hotspots_count: Number | None = None


class Coordinate(Value):
    """A place in proportions of the picture."""

    x: Number | None = None
    y: Number | None = None


class HotSpotRegion(Value):
    """One right region; the document's single object has no id."""

    id: int | str | None = None
    type: str | None = None
    coordinates: tuple[Coordinate, ...] | None = None

    @property
    def shape(self) -> Shape | None:
        """The shape under the reading of ovals that counts; None where the coordinates make none."""
        return self._by_corners if OVALS.reading is OvalReading.CORNERS else self._by_centre

    @cached_property
    def _by_corners(self) -> Shape | None:
        """Kept, because every look at a question asks for it."""
        return self._shape(OvalReading.CORNERS)

    @cached_property
    def _by_centre(self) -> Shape | None:
        return self._shape(OvalReading.CENTRE_SIZE)

    def _shape(self, reading: OvalReading) -> Shape | None:
        points = tuple(_point(coordinate) for coordinate in self.coordinates or ())
        if self.type is None or None in points:
            return None
        return read_shape(self.type, [point for point in points if point is not None], reading)

    def with_shape(self, shape: Shape) -> Self:
        """The region with another shape; the same object if it has that shape already, whatever its corner order."""
        before = self.shape
        if before is shape or before == shape:
            return self
        kind, points = written_shape(shape)
        return self.replaced(type=kind, coordinates=tuple(Coordinate(x=point.x, y=point.y) for point in points))


class HotSpotScoring(Value):
    """The right regions: one object as the document has it, or today's list."""

    value: HotSpotRegion | tuple[HotSpotRegion, ...] | None = None


class HotSpotQuestion(Question):
    """Click into the right region of a picture. Every region is a right one: the API knows no wrong ones."""

    slug: ClassVar[str] = "hot-spot"
    algorithms: ClassVar[tuple[ScoringAlgorithm, ...]] = (ScoringAlgorithm.HOT_SPOT,)

    interaction_data: HotSpotInteraction | None = None
    properties: Map[Json] | None = None
    scoring_data: HotSpotScoring | None = None

    @classmethod
    def new(cls) -> Self:
        """No picture and no region yet."""
        return cls.model_validate(
            {
                "interaction_type_slug": cls.slug,
                "item_body": "",
                "interaction_data": {"hotspots_count": 0},
                "properties": {},
                "scoring_data": {"value": []},
                "scoring_algorithm": ScoringAlgorithm.HOT_SPOT,
            }
        )

    @property
    def picture(self) -> str | None:
        """`media:SHA256`, or the address that Canvas gave; None while there is none."""
        return (self.interaction_data.image_url if self.interaction_data else None) or None

    @property
    def stored_regions(self) -> tuple[HotSpotRegion, ...]:
        """The regions as they came, those without a readable shape included."""
        value = self.scoring_data.value if self.scoring_data else None
        if value is None:
            return ()
        return (value,) if isinstance(value, HotSpotRegion) else value

    def with_picture(self, reference: str | None) -> Self:
        """The same question on another picture; regions keep their proportions."""
        return self.replaced(
            interaction_data=(self.interaction_data or HotSpotInteraction()).replaced(image_url=reference)
        )

    def regions(self, local: Local) -> tuple[Region, ...]:
        """The regions that can be drawn, with the names and marks of `local`; ids are text and unique.

        The last answer is kept: after each gesture the drawer and the checks ask for the same.
        """
        marks = (OVALS.reading, local.region_names, local.locked_regions, local.hidden_regions)
        if marks not in self._kept_regions:
            self._kept_regions.clear()
            self._kept_regions[marks] = tuple(self._marked_regions(local))
        return self._kept_regions[marks]

    @cached_property
    def _kept_regions(self) -> dict[tuple[object, ...], tuple[Region, ...]]:
        return {}

    def _marked_regions(self, local: Local) -> Iterator[Region]:
        names: Mapping[str, str] = local.region_names or {}
        locked, hidden = local.locked_regions or (), local.hidden_regions or ()
        for key, stored in self._keyed_regions.items():
            if (shape := stored.shape) is not None:
                yield Region(key, shape, names.get(key, ""), locked=key in locked, hidden=key in hidden)

    @cached_property
    def _keyed_regions(self) -> Mapping[str, HotSpotRegion]:
        """Kept, because every mark asks for it."""
        return _keyed(self.stored_regions)

    def with_regions(self, regions: tuple[Region, ...], *, single: bool = False) -> Self:
        """The same question with these regions, `hotspots_count` kept true.

        A region that has its shape already stays word for word; one that changed keeps its unknown keys; one whose
        shape cannot be read keeps its place. A single object stays one while one region remains; the first region
        becomes one if `single`. The same object if nothing changed.
        """
        before = self._keyed_regions
        texts = any(isinstance(stored.id, str) for stored in before.values())
        after = [
            (before.get(region.id) or HotSpotRegion(id=_wire_id(region.id, texts))).with_shape(region.shape)
            for region in regions
        ]
        for place, stored in enumerate(before.values()):
            if stored.shape is None:
                after.insert(place, stored)
        if single and not before and len(after) == 1:
            return self._with_single(after[0])
        return self._with_stored(tuple(after))

    def _with_single(self, region: HotSpotRegion) -> Self:
        """The document's own form: one object, which has no id."""
        data = (self.interaction_data or HotSpotInteraction()).replaced(hotspots_count=1)
        scoring = (self.scoring_data or HotSpotScoring()).replaced(value=region.without("id"))
        return self.replaced(scoring_data=scoring, interaction_data=data)

    def only(self, region_id: str) -> Self:
        """The same question with this region alone, word for word. Raises KeyError."""
        return self._with_stored((self._keyed_regions[region_id],))

    def _with_stored(self, stored: tuple[HotSpotRegion, ...]) -> Self:
        before = self.stored_regions
        if len(stored) == len(before) and all(a is b for a, b in zip(stored, before, strict=True)):
            return self
        scoring = self.scoring_data or HotSpotScoring()
        if isinstance(scoring.value, HotSpotRegion):
            if len(stored) == 1:
                return self.replaced(scoring_data=scoring.replaced(value=stored[0]))
            stored = _numbered(stored)
        data = (self.interaction_data or HotSpotInteraction()).replaced(hotspots_count=len(stored))
        return self.replaced(scoring_data=scoring.replaced(value=stored), interaction_data=data)


def with_region_marks(local: Local, regions: tuple[Region, ...]) -> Local:
    """`local` with the names, locks and hiding of these regions and of no others; the same object if none changed."""
    marks: dict[str, object] = {
        "region_names": {region.id: region.name for region in regions if region.name},
        "locked_regions": tuple(region.id for region in regions if region.locked),
        "hidden_regions": tuple(region.id for region in regions if region.hidden),
    }
    changed = {field: mark for field, mark in marks.items() if mark != (getattr(local, field) or type(mark)())}
    return local.replaced(**changed) if changed else local


def _keyed(stored: tuple[HotSpotRegion, ...]) -> dict[str, HotSpotRegion]:
    """The regions by an id that is text and unique: their own, else the first number that is free."""
    own = [None if region.id is None else str(region.id) for region in stored]
    taken = {key for key in own if key}
    keyed: dict[str, HotSpotRegion] = {}
    for key, region in zip(own, stored, strict=True):
        if not key or key in keyed:
            key = next(str(number) for number in range(1, len(stored) + len(taken) + 2) if str(number) not in taken)
            taken.add(key)
        keyed[key] = region
    return keyed


def _numbered(stored: tuple[HotSpotRegion, ...]) -> tuple[HotSpotRegion, ...]:
    """The regions as a list wants them: the document's single object has no id, in a list each needs one."""
    return tuple(
        region if region.id is not None else region.replaced(id=_wire_id(key, False))
        for key, region in _keyed(stored).items()
    )


def _wire_id(key: str, texts: bool) -> int | str:
    """Canvas numbers its regions; where it gave texts, a new region gets a text too."""
    return int(key) if key.isdecimal() and not texts else key


def _point(coordinate: Coordinate) -> Point | None:
    if coordinate.x is None or coordinate.y is None:
        return None
    try:
        return Point(float(coordinate.x), float(coordinate.y))
    except ValueError:
        return None
