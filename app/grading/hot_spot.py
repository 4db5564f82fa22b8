"""Marks of hot spots (canvas-facts 3.14 and 3.15)."""

from collections.abc import Mapping, Sequence
from typing import Final

from app.geometry.containment import contains, inner_point
from app.geometry.point import Point
from app.geometry.region import Region
from app.grading.response import Response, UnfitResponse
from app.grading.score import Part, Rule, Score, all_or_nothing, in_shares
from app.message import message
from app.models.item import Item
from app.models.question import Question
from app.models.questions.hot_spot import HotSpotQuestion

FORM: Final = message(
    'The answer to a hot spot is {{"x": …, "y": …}} in parts of the picture, or a list of such clicks.'
)
ONE_REGION: Final = Rule(
    message("A click in the region earns all points, any other none."),
    "New Quiz Items, appendix, Hot Spot",
    message("A click on the edge of a region is in it."),
)
REGIONS: Final = Rule(
    message("Each region that has a click of its own earns the same share of the points."),
    "Canvas's own editor, which asks for as many clicks as there are regions",
    message(
        "Each click counts for one region, a wrong one costs nothing, and those after as many as there are regions do "
        "not count. A click on the edge of a region is in it. Shares are not rounded."
    ),
)


def score(item: Item, question: Question, response: Response) -> Score:
    """One click for each region; the clicks are dealt out so that as many regions as can be have one."""
    assert isinstance(question, HotSpotQuestion)
    clicks, count = _clicks(response), len(question.stored_regions)
    regions = question.regions(item.local)
    hit = _with_own_click(regions, clicks[: max(count, 1)])
    parts = [_part(region, place, region.id in hit) for place, region in enumerate(regions, start=1)]
    if count <= 1:
        return all_or_nothing(bool(hit), item.points or 0, ONE_REGION, parts)
    unread = [Part("", False, message("A region cannot be read.")) for _ in range(count - len(regions))]
    return in_shares([*parts, *unread], item.points or 0, REGIONS)


def key(item: Item, question: Question) -> Response:
    """A click into each region."""
    assert isinstance(question, HotSpotQuestion)
    clicks = [inner_point(region.shape) for region in question.regions(item.local)]
    return [{"x": at.x, "y": at.y} for at in clicks] or None


def _part(region: Region, place: int, hit: bool) -> Part:
    name = message("{name}", name=region.name) if region.name else message("Region {place}", place=place)
    if hit:
        return Part(region.id, True, message("{region} was clicked.", region=name))
    return Part(region.id, False, message("{region} was not clicked.", region=name))


def _with_own_click(regions: Sequence[Region], clicks: Sequence[Point]) -> frozenset[str]:
    """The ids of a largest set of regions of which each can have a click of its own (augmenting paths)."""
    owner: dict[int, int] = {}

    def find(region: int, tried: set[int]) -> bool:
        for click, at in enumerate(clicks):
            if click in tried or not contains(regions[region].shape, at):
                continue
            tried.add(click)
            if click not in owner or find(owner[click], tried):
                owner[click] = region
                return True
        return False

    for region in range(len(regions)):
        find(region, set())
    return frozenset(regions[region].id for region in owner.values())


def _clicks(response: Response) -> tuple[Point, ...]:
    rows = response if isinstance(response, list) else [response] if isinstance(response, Mapping) else response
    if isinstance(rows, str) or not isinstance(rows, Sequence):
        raise UnfitResponse(FORM)
    return tuple(_click(row) for row in rows)


def _click(row: object) -> Point:
    """A click, also in the wrapping that Canvas's own editor gives it: `{"value": {"x", "y"}}`."""
    place = row.get("value", row) if isinstance(row, dict | Mapping) else None
    if not isinstance(place, dict | Mapping):
        raise UnfitResponse(FORM)
    try:
        return Point(float(place["x"]), float(place["y"]))
    except (KeyError, TypeError, ValueError):
        raise UnfitResponse(FORM) from None
