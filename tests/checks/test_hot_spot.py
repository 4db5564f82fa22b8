"""What the checks say of hot spots."""

import pytest

from app.checks.fix import ItemFix
from app.checks.problem import Severity
from app.checks.table import problems
from app.models.item import Item
from app.models.questions.hot_spot import HotSpotQuestion
from tests.support.ovals import ovals_read_as


def item(*regions: dict[str, object], picture: str | None = "media:1") -> Item:
    question = HotSpotQuestion.new().with_picture(picture)
    question = question.replaced(item_body="<p>Click the aorta.</p>", scoring_data={"value": list(regions)})
    return Item.of(question)


def rules(*regions: dict[str, object], picture: str | None = "media:1") -> list[str]:
    return [problem.rule for problem in problems(item(*regions, picture=picture))]


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


def test_14_a_crossing_is_what_stops_a_push() -> None:
    bow = item(region("polygon", (0.1, 0.1), (0.9, 0.9), (0.9, 0.1), (0.1, 0.9)))
    (found,) = problems(bow)
    assert (found.rule, found.severity) == ("crossing-polygon", Severity.ERROR)


THIN = region("oval", (0.5, 0.5), (0.51, 0.9))
"""As two corners it is a line, as centre and size it is wide."""


def test_ovals_are_judged_by_the_reading_that_counts() -> None:
    other = {**region("square", (0.3, 0.1), (0.4, 0.9)), "id": 2}
    assert rules(THIN, other) == ["hard-to-hit"]
    with ovals_read_as("centre-size"):
        assert rules(THIN, other) == ["overlapping-regions"]


@pytest.mark.parametrize("reading", ["corners", "centre-size"])
def test_a_fix_writes_ovals_by_the_reading_that_counts(reading: str) -> None:
    with ovals_read_as(reading):
        small = item(region("oval", (0.5, 0.5), (0.01, 0.4) if reading == "centre-size" else (0.51, 0.9)))
        (found,) = problems(small)
        assert isinstance(found.fix, ItemFix)
        mended = found.fix.repaired(small)
        assert problems(mended) == ()


def test_15_hard_to_hit_goes_by_the_picture_s_own_proportions() -> None:
    flat = region("square", (0.1, 0.1), (0.2, 0.14))
    assert rules(flat) == []
    panorama = item(flat)
    panorama = panorama.with_local(panorama.local.replaced(picture_size=(4000, 1000)))
    assert [problem.rule for problem in problems(panorama)] == ["hard-to-hit"]


def test_15_an_overlap_is_told_once_in_words_and_stops_nothing() -> None:
    one = region("square", (0.1, 0.1), (0.5, 0.5))
    (found,) = problems(item(one, {**region("oval", (0.3, 0.3), (0.7, 0.7)), "id": 2}))
    assert str(found.message) == "Region 2 overlaps Region 1."
    assert (found.field, found.severity) == ("regions/2", Severity.HINT)
    assert rules(one, {**region("square", (0.5, 0.1), (0.9, 0.5)), "id": 2}) == []


def test_15_many_overlaps_of_one_region_are_one_line() -> None:
    row = [{**region("square", (0.1 + n / 5, 0.1), (0.25 + n / 5, 0.5)), "id": n} for n in range(4)]
    (found,) = problems(item(*row, {**region("square", (0.0, 0.2), (0.9, 0.3)), "id": 9}))
    assert str(found.message) == "Region 5 overlaps 4 other regions."


@pytest.mark.parametrize(
    ("drawn", "button"),
    [
        (region("polygon", (0.1, 0.1), (0.9, 0.9), (0.9, 0.1), (0.1, 0.9)), "Untangle it"),
        (region("square", (0.1, 0.1), (0.11, 0.11)), "Make it larger"),
        (region("square", (0.6, 0.1), (0.6, 0.9)), "Delete the region"),
    ],
)
def test_14_15_one_click_does_away_with_it_and_leaves_the_others_as_they_came(
    drawn: dict[str, object], button: str
) -> None:
    other = {**region("oval", (0.9, 0.95), (0.4, 0.91)), "id": 2, "colour": "red"}
    before = item(drawn, other)
    found = next(problem for problem in problems(before) if problem.fix is not None)
    assert isinstance(found.fix, ItemFix)
    assert str(found.fix.words) == button
    after = found.fix.repaired(before)
    assert problems(after) == ()
    assert after.wire()["entry"]["scoring_data"]["value"][-1] == other
