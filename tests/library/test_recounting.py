"""Counts of problems are those of the rules in force, whatever the rules were when a question was kept."""

from pathlib import Path

import pytest

from app.checks.rules import rules
from app.checks.table import problems
from app.geometry.oval_reading import OVALS, OvalReading
from app.library.library import Library
from app.library.recounting import recount, stale
from app.library.sought import Sought
from app.models.item import Item
from app.models.questions.choice import ChoiceQuestion
from app.models.quiz import NewQuiz, Quiz
from tests.support.clock import Clock
from tests.support.quiz import three_items

EMPTY = Item.of(ChoiceQuestion.new(), id="empty")
WRONG = len(problems(EMPTY))


@pytest.fixture
def quiz(library: Library) -> Quiz:
    return library.create_quiz(NewQuiz(title="Leaves"), (*three_items(), EMPTY), id="leaves")


def older(library: Library, count: int = 7) -> None:
    """What an older version with other rules left behind."""
    with library.transaction() as db:
        db.execute("UPDATE item SET problem_count = ?, rules = 'older'", (count,))
        db.execute("UPDATE quiz SET problem_count = 4 * ?", (count,))


def test_what_is_kept_now_is_counted_by_the_rules_of_now(library: Library, quiz: Quiz) -> None:
    assert WRONG > 0
    assert stale(library.db) == []


def test_what_older_rules_counted_is_counted_anew(library: Library, quiz: Quiz) -> None:
    older(library)
    places = stale(library.db)
    assert places == [("leaves", item.id) for item in quiz.items]
    others = recount(library, places)
    assert others == {place: WRONG if place[1] == "empty" else 0 for place in places}
    assert stale(library.db) == []
    assert library.open_quiz("leaves").problem_counts == {item_id: count for (_, item_id), count in others.items()}
    assert [row.problems for row in library.quizzes()] == [WRONG]
    assert [hit.item_id for hit in library.search(Sought(has_problems=True)).hits] == ["empty"]


def test_only_other_counts_are_told(library: Library, quiz: Quiz) -> None:
    older(library, WRONG)
    assert set(recount(library, stale(library.db))) == {("leaves", item.id) for item in three_items()}


def test_counting_anew_is_no_edit(library: Library, quiz: Quiz, clock: Clock) -> None:
    older(library)
    before = (library.quizzes()[0].edited_at, library.history("leaves"), library.open_quiz("leaves").revision)
    clock.pass_days(1)
    recount(library, stale(library.db))
    assert (library.quizzes()[0].edited_at, library.history("leaves"), library.open_quiz("leaves").revision) == before


def test_a_question_that_went_meanwhile_is_left_out(library: Library, quiz: Quiz) -> None:
    older(library)
    places = stale(library.db)
    library.save(quiz.with_items(quiz.items[1:]), before=quiz, what="Delete", problem_counts={})
    assert set(recount(library, places)) == set(places[1:])


def test_a_library_of_an_older_version_is_counted_anew(tmp_path: Path) -> None:
    with Library.open(tmp_path) as library:
        library.create_quiz(NewQuiz(title="Leaves"), three_items())
        library.db.execute("ALTER TABLE item DROP COLUMN rules")
        library.db.pragma("user_version", library.db.pragma("user_version") - 1)
    with Library.open(tmp_path) as library:
        assert len(stale(library.db)) == 3


def test_another_reading_of_ovals_is_another_rule() -> None:
    before = rules()
    OVALS.turn(OvalReading.CENTRE_SIZE)
    try:
        assert rules() != before
    finally:
        OVALS.turn(OvalReading.CORNERS)
    assert rules() == before
