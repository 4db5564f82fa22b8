"""The rows of a plan, in the person's words."""

from app.models.quiz import NewQuiz, Quiz
from app.sync.letter import rows
from app.sync.step import BringItem, BringUnits, DeleteItem, Plan
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
