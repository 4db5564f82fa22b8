"""What the checks say of hot spots."""

import pytest

from app.checks.table import problems
from app.models.item import Item
from app.models.questions.hot_spot import HotSpotQuestion


def rules(*regions: dict[str, object], picture: str | None = "media:1") -> list[str]:
    question = HotSpotQuestion.new().with_picture(picture)
    question = question.replaced(item_body="<p>Click the aorta.</p>", scoring_data={"value": list(regions)})
    return [problem.rule for problem in problems(Item.of(question))]


def region(kind: str, *points: tuple[float, float]) -> dict[str, object]:
    return {"id": 1, "type": kind, "coordinates": [{"x": x, "y": y} for x, y in points]}


def test_a_picture_with_a_region_has_no_problem() -> None:
    assert rules(region("oval", (0.1, 0.1), (0.5, 0.5))) == []


def test_a_new_one_lacks_picture_and_region() -> None:
    assert rules(picture=None) == ["no-picture", "no-region"]


@pytest.mark.parametrize(
    ("drawn", "rule"),
    [
        (region("polygon", (0.1, 0.1), (0.9, 0.9), (0.9, 0.1), (0.1, 0.9)), "crossing-polygon"),
        (region("square", (0.1, 0.1), (0.11, 0.11)), "hard-to-hit"),
        (region("square", (0.1, 0.1), (0.1, 0.9)), "empty-region"),
        (region("spiral", (0.1, 0.1), (0.1, 0.9)), "unreadable-region"),
    ],
)
def test_a_region_that_is_wrong_is_told(drawn: dict[str, object], rule: str) -> None:
    assert rule in rules(drawn)
