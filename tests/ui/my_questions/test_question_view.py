"""A found question is shown as it is: text, answers, what is right, whatever its type."""

import pytest
from editor_exhibit import NAMES, finished_items
from pytestqt.qtbot import QtBot

from app.models.item import Item
from app.ui.my_questions.question_view import QuestionView
from tests.support.quiz import stimulus
from tests.support.shelf import Shelf

GRADED_BY_HAND = ("essay", "file-upload")


@pytest.fixture
def view(qtbot: QtBot, shelf: Shelf) -> QuestionView:
    made = QuestionView(shelf.pictures)
    qtbot.addWidget(made)
    made.resize(500, 500)
    made.show()
    return made


@pytest.mark.parametrize("name", NAMES)
def test_every_type_is_shown_with_what_is_right(view: QuestionView, name: str) -> None:
    item = finished_items()[NAMES.index(name)]
    view.show_question(item, "Midterm 2024")
    assert "".join(view.text.texts())
    assert view.answers.isVisible()
    if name != "ordering" and name not in GRADED_BY_HAND:
        assert any("✓" in line for line in view.answers.texts())


def test_an_old_question_and_one_that_nobody_knows_are_read_too(view: QuestionView) -> None:
    for entry in ({"interaction_type_slug": "star-map", "item_body": "<p>Where is Vega?</p>"}, {"item_body": "Hm"}):
        view.show_question(Item.from_wire({"entry_type": "Item", "entry": entry}), "Midterm 2024")
        assert view.text.texts() == [entry["item_body"].removeprefix("<p>").removesuffix("</p>")]
        assert not view.answers.isVisible()
    view.show_question(stimulus(), "Midterm 2024")
    assert view.text.texts() == ["this"]


def test_regions_are_told_in_words_where_their_picture_is_not_here(view: QuestionView) -> None:
    region = {"id": 1, "type": "square", "coordinates": [{"x": 0.1, "y": 0.1}, {"x": 0.5, "y": 0.5}]}
    entry = {
        "interaction_type_slug": "hot-spot",
        "item_body": "<p>Click.</p>",
        "interaction_data": {"image_url": "https://canvas.example.edu/a.png", "hotspots_count": 1},
        "scoring_data": {"value": [region]},
    }
    view.show_question(Item.from_wire({"entry_type": "Item", "entry": entry}), "Midterm 2024")
    assert not view.picture.isVisible()
    assert "Region 1" in view.answers.texts()[0]


def test_points_and_the_persons_label_stand_above(view: QuestionView) -> None:
    item = finished_items()[0]
    labelled = item.with_entry(item.entry.replaced(title="pigments-1")).with_points(1)
    view.show_question(labelled, "Midterm 2024")
    assert (view.points.text(), view.source.text()) == ("1 point", "Midterm 2024 · pigments-1")
