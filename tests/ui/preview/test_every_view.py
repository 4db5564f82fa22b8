"""What the students' views of all types have in common."""

from collections.abc import Callable
from random import Random

import pytest
from editor_exhibit import troubled_items
from hypothesis import HealthCheck, given, settings
from pytestqt.qtbot import QtBot

from app.grading.deal import deal
from app.grading.sure import right_answer
from app.grading.table import GRADERS, grade, is_graded
from app.library.native_file import read_native
from app.models.item import Item
from app.models.table import QUESTIONS, question_class
from app.paths import resources
from app.ui.preview.answer_view import AnswerView
from app.ui.preview.card import QuestionCard
from app.ui.preview.preview_screen import PreviewScreen
from app.ui.preview.table import VIEWS, new_view
from tests.support.quiz import stimulus
from tests.support.shelf import Shelf
from tests.support.strategies.items import items, read_only_items

SAMPLE = read_native(resources() / "sample.quizwright").quiz.items
GRADED_BY_HAND = ("essay", "file-upload")
View = Callable[..., AnswerView]


def test_there_is_a_view_of_every_type() -> None:
    assert list(VIEWS) == list(GRADERS)
    assert set(VIEWS) == set(QUESTIONS)


@pytest.mark.parametrize("item", SAMPLE, ids=lambda item: f"{item.summary.type}-{item.id[-2:]}")
def test_the_right_answer_is_shown_given_back_and_earns_all(view_of: View, item: Item) -> None:
    view = view_of(item)
    assert view.response is None
    right = right_answer(item, view.dealt)
    if item.summary.type in GRADED_BY_HAND:
        assert right is None
        return
    view.fill(right)
    assert view.response is not None
    assert grade(item, view.response).points == item.points
    other = new_view(item, view.dealt, view.shelf, view)
    other.fill(view.response)
    assert other.response == view.response


@pytest.mark.parametrize("slug", [slug for slug in VIEWS if slug != "fill-blank"])
def test_an_empty_draft_is_shown_and_says_so(view_of: View, slug: str) -> None:
    kind = question_class(slug)
    assert kind is not None
    view = view_of(Item.of(kind.new()))
    assert view.isVisible()
    assert view.response is None


@pytest.mark.parametrize("number", range(9))
def test_a_draft_with_problems_is_shown(view_of: View, number: int) -> None:
    assert view_of(troubled_items()[number]).response is None


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(item=items(valid=False))
def test_any_draft_is_shown_and_its_answer_can_be_marked(qtbot: QtBot, shelf: Shelf, item: Item) -> None:
    dealt = deal(item, Random(1))
    card = QuestionCard(1, item, dealt, shelf.pictures)
    qtbot.addWidget(card)
    assert card.view is not None
    card.view.fill(right_answer(item, dealt))
    assert grade(item, card.view.response).possible == (item.points or 0)
    card.freeze()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(item=read_only_items())
def test_what_cannot_be_answered_is_told(qtbot: QtBot, shelf: Shelf, item: Item) -> None:
    card = QuestionCard(0, item, deal(item, Random(1)), shelf.pictures)
    qtbot.addWidget(card)
    assert card.view is None or is_graded(item)


def test_a_stimulus_is_read_and_has_no_number(play: Callable[..., PreviewScreen]) -> None:
    preview = play(stimulus("s"), SAMPLE[0])
    preview.begin()
    assert preview.taking.card("s").view is None
    assert preview.taking.card(SAMPLE[0].id).title.text() == "Question 1"
