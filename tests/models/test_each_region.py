"""One question of each region of a figure."""

from app.geometry.box import Box
from app.geometry.point import Point
from app.geometry.region import Region
from app.geometry.shape import Oval, Polygon
from app.models.each_region import each_region
from app.models.item import Item
from app.models.questions.hot_spot import HotSpotQuestion, with_region_marks

AORTA = Region("1", Oval(Box(0.1, 0.2, 0.3, 0.4)), "aorta", locked=True)
ATRIUM = Region("4", Polygon((Point(0.5, 0.5), Point(0.9, 0.5), Point(0.7, 0.9))), "left atrium", hidden=True)


def figure() -> Item:
    question = HotSpotQuestion.new().with_picture("media:" + "a" * 64).replaced(title="Heart", calculator_type="basic")
    question = question.with_feedback("neutral", "<p>See figure 12.</p>").with_regions((AORTA, ATRIUM))
    item = Item.of(question, points=3)
    return item.with_local(with_region_marks(item.local, (AORTA, ATRIUM)).replaced(picture_name="h.png", tags=("a",)))


def spot(item: Item) -> HotSpotQuestion:
    assert isinstance(item.entry, HotSpotQuestion)
    return item.entry


def test_each_has_its_text_and_its_region_alone_with_one_click() -> None:
    first, second = each_region(figure(), {"1": "Click the aorta.", "4": "Click <it> & wait."})
    assert [spot(one).item_body for one in (first, second)] == [
        "<p>Click the aorta.</p>",
        "<p>Click &lt;it&gt; &amp; wait.</p>",
    ]
    assert spot(first).regions(first.local) == (AORTA,)
    assert [region.name for region in spot(second).regions(second.local)] == ["left atrium"]
    assert [spot(one).wire()["interaction_data"]["hotspots_count"] for one in (first, second)] == [1, 1]


def test_picture_points_feedback_and_what_is_kept_here_are_the_figure_s() -> None:
    original = figure()
    made = each_region(original, {"1": "a", "4": "b"})
    assert len({item.id for item in (original, *made)}) == 3
    for item in made:
        assert item.points == 3
        assert spot(item).picture == spot(original).picture
        assert spot(item).feedback == spot(original).feedback
        assert (item.local.picture_name, item.local.tags) == ("h.png", ("a",))
        assert not spot(item).title


def test_a_hidden_region_is_seen_in_its_own_question_and_locks_stay() -> None:
    first, second = each_region(figure(), {"1": "a", "4": "b"})
    assert [region.locked for region in spot(first).regions(first.local)] == [True]
    assert [region.hidden for region in spot(second).regions(second.local)] == [False]


def test_only_regions_with_a_text_become_questions_and_unknown_keys_stay() -> None:
    raw = [
        {"id": 1, "type": "square", "coordinates": [{"x": 0.9, "y": 0.1}, {"x": 0.5, "y": 0.4}], "colour": "red"},
        {"id": 2, "type": "star", "coordinates": []},
    ]
    question = HotSpotQuestion.new().replaced(scoring_data={"value": raw})
    (made,) = each_region(Item.of(question), {"1": "a", "2": "b"})
    assert spot(made).wire()["scoring_data"]["value"] == raw[:1]
