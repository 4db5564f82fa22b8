"""The rows of a plan, in the person's words."""

from app.models.quiz import NewQuiz, Quiz
from app.sync.letter import rows
from app.sync.step import ORDER, BringItem, BringUnits, CreateItem, DeleteItem, Plan, UpdateItem, Way
from app.ui.words import words
from tests.support.quiz import three_items

QUIZ = Quiz("q", NewQuiz(title="Leaves"), three_items())


def test_a_question_that_is_new_on_canvas_is_told_by_its_first_words() -> None:
    raw = {"id": "7", "entry": {"title": "", "item_body": "<p>Which is <b>red</b>?</p>"}}
    (row,) = rows(Plan(brings=(BringItem("new", raw),)), QUIZ)
    assert row.title == "Which is red?"


def test_a_question_that_will_be_deleted_is_told_by_its_first_words() -> None:
    raw = {"entry": {"item_body": "<p>Which is blue?</p>"}}
    (row,) = rows(Plan(deletes=(DeleteItem("gone", "c-gone", raw),)), QUIZ)
    assert row.title == "Which is blue?"


def test_what_was_changed_is_listed_in_words_that_can_be_translated() -> None:
    (row,) = rows(Plan(brings=(BringUnits("a", {}, frozenset({"points", "item_body", "feedback/correct"})),)), QUIZ)
    assert words(row.what) == "Changed: feedback for a right answer, question text, points"
    assert all(not isinstance(argument, str) for argument in row.what.arguments.values())


def test_moves_have_a_row_of_their_own_that_can_wait() -> None:
    (row,) = rows(Plan(moved=2), QUIZ)
    assert (row.title, words(row.what)) == ("Leaves", "Move 2 questions")
    assert row.can_wait
    assert row.tick == (Way.TO_CANVAS, ORDER)


def test_another_order_there_has_a_row_of_its_own_that_can_wait() -> None:
    (row,) = rows(Plan(brings_order=True), QUIZ)
    assert words(row.what) == "Another order"
    assert row.tick == (Way.FROM_CANVAS, ORDER)


def test_moves_on_both_sides_are_one_row_because_half_of_an_order_would_look_like_another_move() -> None:
    (row,) = rows(Plan(moved=1, brings_order=True), QUIZ)
    assert words(row.what) == "Move 1 question; what was moved on Canvas is moved here"


def test_what_is_sent_stands_in_the_order_of_the_quiz() -> None:
    changes = (UpdateItem("a", "c-a", frozenset({"points"})), UpdateItem("c", "c-c", frozenset({"points"})))
    plan = Plan(creates=(CreateItem("b"),), updates=changes)
    assert [row.item_id for row in rows(plan, QUIZ)] == ["a", "b", "c"]
