"""Checks of hot spots (canvas-facts 3.14)."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from app.checks.fix import ItemFix
from app.checks.problem import Problem, error, hint, warning
from app.geometry.area import area
from app.geometry.crossing import crossings
from app.geometry.ease import easier, hard_to_hit
from app.geometry.overlap import overlaps
from app.geometry.point import Scale
from app.geometry.region import Region
from app.geometry.shape import Polygon, Shape
from app.geometry.untangle import untangled
from app.message import Message, message
from app.models.covering import covering_of
from app.models.item import Item
from app.models.question import Question
from app.models.questions.hot_spot import HotSpotQuestion, with_region_marks

_USUAL = (4, 3)
"""The proportions of a picture that only Canvas has, whose size is not known."""


def problems(item: Item, question: Question) -> tuple[Problem, ...]:
    """No picture, no region, regions that no click can mean, crossing polygons, regions too small to hit, overlaps."""
    assert isinstance(question, HotSpotQuestion)
    return (*_of_picture(item, question), *_of_regions(item, question))


def _of_picture(item: Item, question: HotSpotQuestion) -> Iterator[Problem]:
    if question.picture is None and covering_of(item) is None:  # else it comes in a moment, with its covers
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


@lru_cache(maxsize=4096)
def _of_region(region: Region, place: int, picture: Scale) -> tuple[Problem, ...]:
    """Kept, because of many regions a gesture changes one."""
    return tuple(_alone(region, place, picture))


def _alone(region: Region, place: int, picture: Scale) -> Iterator[Problem]:
    name, field = _named(region, place), f"regions/{region.id}"
    if area(region.shape) == 0:
        words, advice = message("{region} has no area.", region=name), message("Draw it anew.")
        yield error(field, "empty-region", words, advice, _without(region))
        return
    if isinstance(region.shape, Polygon) and crossings(region.shape):
        advice = message("Move its points apart, or untangle it.")
        words = message("The line of {region} crosses itself.", region=name)
        yield error(field, "crossing-polygon", words, advice, _untangled(region))
    if hard_to_hit(region.shape, picture):
        advice = message("Make it larger: fingers on a phone are not exact.")
        words = message("{region} is hard to hit.", region=name)
        yield warning(field, "hard-to-hit", words, advice, _easier(region, picture))


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


def _untangled(region: Region) -> ItemFix:
    return _reshaped(
        region, message("Untangle it"), lambda shape: untangled(shape) if isinstance(shape, Polygon) else shape
    )


def _easier(region: Region, picture: Scale) -> ItemFix:
    return _reshaped(region, message("Make it larger"), lambda shape: easier(shape, picture))


def _reshaped(region: Region, words: Message, change: Callable[[Shape], Shape]) -> ItemFix:
    """Another shape for one region; the others stay word for word."""
    return _changed(words, lambda one: replace(one, shape=change(one.shape)) if one.id == region.id else one)


def _without(region: Region) -> ItemFix:
    return _changed(message("Delete the region"), lambda one: None if one.id == region.id else one)


def _changed(words: Message, change: Callable[[Region], Region | None]) -> ItemFix:
    def repaired(item: Item) -> Item:
        question = item.entry
        if not isinstance(question, HotSpotQuestion):
            return item
        regions = tuple(kept for one in question.regions(item.local) if (kept := change(one)) is not None)
        return item.with_entry(question.with_regions(regions)).with_local(with_region_marks(item.local, regions))

    return ItemFix(words, repaired)


def _named(region: Region, place: int) -> Message:
    if region.name:
        return message("{name}", name=region.name)
    return message("Region {place}", place=place)
