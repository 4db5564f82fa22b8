"""Checks of hot spots (canvas-facts 3.14)."""

from collections.abc import Iterator, Sequence

from app.checks.problem import Problem, error, hint, warning
from app.geometry.area import area
from app.geometry.crossing import crossings
from app.geometry.ease import hard_to_hit
from app.geometry.overlap import overlaps
from app.geometry.point import Scale
from app.geometry.region import Region
from app.geometry.shape import Polygon
from app.message import Message, message
from app.models.item import Item
from app.models.question import Question
from app.models.questions.hot_spot import HotSpotQuestion

_USUAL = (4, 3)
"""The proportions of a picture that only Canvas has, whose size is not known."""


def problems(item: Item, question: Question) -> tuple[Problem, ...]:
    """No picture, no region, regions that no click can mean, crossing polygons, regions too small to hit, overlaps."""
    assert isinstance(question, HotSpotQuestion)
    return (*_of_picture(question), *_of_regions(item, question))


def _of_picture(question: HotSpotQuestion) -> Iterator[Problem]:
    if question.picture is None:
        advice = message("Drop, paste or choose one.")
        yield error("picture", "no-picture", message("The question has no picture."), advice)


def _of_regions(item: Item, question: HotSpotQuestion) -> Iterator[Problem]:
    if not question.stored_regions:
        advice = message("Draw an oval, a rectangle or a polygon around what students should click.")
        yield error("regions", "no-region", message("No region is marked as right."), advice)
    regions = question.regions(item.local)
    unread = len(question.stored_regions) - len(regions)
    if unread:
        words = message("A region cannot be read.", plural="{count} regions cannot be read.", count=unread)
        yield error("regions", "unreadable-region", words, message("It is kept. Draw it anew and remove it on Canvas."))
    picture = Scale(*(item.local.picture_size or _USUAL))
    shared = overlaps([region.shape for region in regions])
    for place, region in enumerate(regions, start=1):
        yield from _of_region(region, place, picture)
        yield from _of_overlaps(regions, place, [one + 1 for one, other in shared if other + 1 == place])


def _of_region(region: Region, place: int, picture: Scale) -> Iterator[Problem]:
    name, field = _named(region, place), f"regions/{region.id}"
    if area(region.shape) == 0:
        yield error(field, "empty-region", message("{region} has no area.", region=name), message("Draw it anew."))
        return
    if isinstance(region.shape, Polygon) and crossings(region.shape):
        advice = message("Move its points apart, or untangle it.")
        yield error(field, "crossing-polygon", message("The line of {region} crosses itself.", region=name), advice)
    if hard_to_hit(region.shape, picture):
        advice = message("Make it larger: fingers on a phone are not exact.")
        yield warning(field, "hard-to-hit", message("{region} is hard to hit.", region=name), advice)


def _of_overlaps(regions: tuple[Region, ...], place: int, shared: Sequence[int]) -> Iterator[Problem]:
    """What the region at `place` shares with those before it, at the places `shared`: each pair is told once."""
    if shared:
        region = regions[place - 1]
        words = message(
            "{region} overlaps {other}.",
            plural="{region} overlaps {count} other regions.",
            count=len(shared),
            region=_named(region, place),
            other=_named(regions[shared[0] - 1], shared[0]),
        )
        advice = message("A click in both may count for either. Move them apart if that matters.")
        yield hint(f"regions/{region.id}", "overlapping-regions", words, advice)


def _named(region: Region, place: int) -> Message:
    if region.name:
        return message("{name}", name=region.name)
    return message("Region {place}", place=place)
