"""Checks of hot spots (canvas-facts 3.14)."""

from collections.abc import Iterator

from app.checks.problem import Problem, error, warning
from app.geometry.area import area
from app.geometry.crossing import crossings
from app.geometry.region import Region
from app.geometry.shape import Polygon
from app.message import Message, message
from app.models.item import Item
from app.models.question import Question
from app.models.questions.hot_spot import HotSpotQuestion

HARD_TO_HIT = 0.0004
"""A share of the picture: 12 × 12 pixels of one that is shown 600 × 600 (hot-spot.md, point 15)."""


def problems(item: Item, question: Question) -> tuple[Problem, ...]:
    """No picture, no region, regions that no click can mean, crossing polygons, regions too small to hit."""
    assert isinstance(question, HotSpotQuestion)
    return (*_of_picture(question), *_of_regions(item, question))


def _of_picture(question: HotSpotQuestion) -> Iterator[Problem]:
    if question.picture is None:
        hint = message("Drop, paste or choose one.")
        yield error("picture", "no-picture", message("The question has no picture."), hint)


def _of_regions(item: Item, question: HotSpotQuestion) -> Iterator[Problem]:
    if not question.stored_regions:
        hint = message("Draw an oval, a rectangle or a polygon around what students should click.")
        yield error("regions", "no-region", message("No region is marked as right."), hint)
    regions = question.regions(item.local)
    unread = len(question.stored_regions) - len(regions)
    if unread:
        words = message("A region cannot be read.", plural="{count} regions cannot be read.", count=unread)
        yield error("regions", "unreadable-region", words, message("It is kept. Draw it anew and remove it on Canvas."))
    for place, region in enumerate(regions, start=1):
        yield from _of_region(region, place)


def _of_region(region: Region, place: int) -> Iterator[Problem]:
    name, field = _named(region, place), f"regions/{region.id}"
    size = area(region.shape)
    if size == 0:
        yield error(field, "empty-region", message("{region} has no area.", region=name), message("Draw it anew."))
        return
    if isinstance(region.shape, Polygon) and crossings(region.shape):
        hint = message("Move its points apart, or untangle it.")
        yield error(field, "crossing-polygon", message("The line of {region} crosses itself.", region=name), hint)
    if size < HARD_TO_HIT:
        hint = message("Make it larger: fingers on a phone are not exact.")
        yield warning(field, "hard-to-hit", message("{region} is hard to hit.", region=name), hint)


def _named(region: Region, place: int) -> Message:
    if region.name:
        return message("{name}", name=region.name)
    return message("Region {place}", place=place)
