"""Hot spot."""

from typing import Any

from hypothesis import strategies as st

from app.models.questions.hot_spot import HotSpotQuestion
from tests.support.strategies.entry import whole

references = st.text("0123456789abcdef", min_size=64, max_size=64).map("media:{}".format)
"""References to pictures that no library has; a test that sends them brings its own."""

_PLACES = st.integers(0, 10_000).map(lambda place: place / 10_000)
_POINTS = st.fixed_dictionaries({"x": _PLACES, "y": _PLACES})


@st.composite
def _corners(draw: st.DrawFn) -> list[dict[str, float]]:
    """Two opposite corners that enclose an area."""
    xs, ys = (draw(st.lists(_PLACES, min_size=2, max_size=2, unique=True)) for _ in range(2))
    return [{"x": x, "y": y} for x, y in zip(xs, ys, strict=True)]


@st.composite
def _region(draw: st.DrawFn, number: int) -> dict[str, Any]:
    kind = draw(st.sampled_from(["oval", "square", "polygon"]))
    vertices = st.lists(_POINTS, min_size=3, max_size=6, unique_by=lambda point: (point["x"], point["y"]))
    return {"id": number, "type": kind, "coordinates": draw(vertices if kind == "polygon" else _corners())}


@st.composite
def _answers(draw: st.DrawFn, pictures: st.SearchStrategy[str]) -> dict[str, Any]:
    """The list that today's Canvas writes, or the document's single object."""
    regions = [draw(_region(number)) for number in range(1, draw(st.integers(1, 3)) + 1)]
    single = len(regions) == 1 and draw(st.booleans())
    data: dict[str, Any] = {"image_url": draw(pictures)}
    one = {key: part for key, part in regions[0].items() if key != "id"}
    return {
        "interaction_data": data if single else {**data, "hotspots_count": len(regions)},
        "properties": {},
        "scoring_data": {"value": one if single else regions},
        "scoring_algorithm": "HotSpot",
    }


def questions(pictures: st.SearchStrategy[str] = references) -> st.SearchStrategy[HotSpotQuestion]:
    """Questions that Canvas takes once `pictures` are uploaded."""
    return whole(HotSpotQuestion, _answers(pictures))
