"""Covers over printed labels of a hot-spot picture: what students get is painted, the original stays (hot-spot.md).

While `covering` is there, the question's picture is the painted one; None until it is painted, so that nothing that
should be covered can be sent, exported or previewed.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from app.geometry.box import Box
from app.geometry.shape import Shape
from app.models.cover import Cover, Covering
from app.models.questions.hot_spot import HotSpotQuestion, with_region_marks

if TYPE_CHECKING:
    from app.models.item import Item


def covering_of(item: "Item") -> Covering | None:
    """The covers of a hot spot; None too where Canvas brought another picture since."""
    question, covering = _spot(item), item.local.covering
    return covering if covering is not None and covering.painted == question.picture else None


def unpainted(item: "Item") -> Covering | None:
    """Covers that are still to be painted."""
    covering = covering_of(item) if isinstance(item.entry, HotSpotQuestion) else None
    return covering if covering is not None and covering.painted is None else None


def drawn_picture(item: "Item") -> str | None:
    """The picture that regions and covers are drawn on."""
    covering = covering_of(item)
    return covering.original if covering is not None else _spot(item).picture


def covers_of(item: "Item") -> tuple[Cover, ...]:
    """The covers, the lowest first."""
    covering = covering_of(item)
    return covering.covers if covering is not None else ()


def with_covers(item: "Item", covers: tuple[Cover, ...], original: str) -> "Item":
    """The item with these covers over `original`; they are still to be painted."""
    if not covers:
        return item.with_entry(_spot(item).with_picture(original)).with_local(item.local.without("covering"))
    local = item.local.replaced(covering=Covering(original=original, covers=covers))
    return item.with_entry(_spot(item).with_picture(None)).with_local(local)


def with_painted(item: "Item", covering: Covering, reference: str) -> "Item":
    """The item with its covers painted into the picture `reference`."""
    local = item.local.replaced(covering=covering.replaced(painted=reference))
    return item.with_entry(_spot(item).with_picture(reference)).with_local(local)


def reframed(
    item: "Item",
    original: str,
    size: tuple[int, int],
    *,
    shape: Callable[[Shape], Shape | None],
    box: Callable[[Box], Box | None],
) -> "Item":
    """The item on a picture that was made out of its own: regions and covers follow, those without a place go."""
    question = _spot(item)
    pairs = [(region, shape(region.shape)) for region in question.regions(item.local)]
    regions = tuple(replace(region, shape=after) for region, after in pairs if after is not None)
    covers = tuple(cover.replaced(box=after) for cover in covers_of(item) if (after := box(cover.bounds)) is not None)
    local = with_region_marks(item.local, regions).replaced(picture_size=size)
    made = item.with_entry(question.with_regions(regions)).with_local(local)
    return with_covers(made, covers, original)


def _spot(item: "Item") -> HotSpotQuestion:
    question = item.entry
    assert isinstance(question, HotSpotQuestion)
    return question
