"""Exams that were printed are kept as they were: whatever becomes of the quiz, their key can be printed again."""

from pathlib import Path

import pytest

from app.library import content
from app.library import printings as kept
from app.library.errors import NoSuchQuiz
from app.library.library import Library
from app.library.printings import Printing, keep_printing, printed_quiz, printings
from app.models.quiz import NewQuiz, Quiz
from app.paper.exam import key
from app.paper.paper import papers
from tests.support.quiz import three_items


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library.open(tmp_path)


@pytest.fixture
def quiz(library: Library) -> Quiz:
    return library.create_quiz(NewQuiz(title="Leaves", instructions="<p>Write.</p>"), three_items())


def shorten(library: Library, quiz: Quiz) -> None:
    library.save(quiz.with_items(quiz.items[1:]), before=quiz, what="Delete question", problem_counts={})


def test_the_versions_come_back_as_they_were_the_newest_first(library: Library, quiz: Quiz) -> None:
    first, second = papers(quiz, 2, 1), papers(quiz, 1, 2)
    keep_printing(library, quiz, Printing(100, first))
    keep_printing(library, quiz, Printing(200, second))
    assert [(one.at, one.papers) for one in printings(library, quiz.id)] == [(200, second), (100, first)]


def test_the_key_is_that_of_the_quiz_that_was_printed(library: Library, quiz: Quiz) -> None:
    made = papers(quiz, 2, 1)
    number = keep_printing(library, quiz, Printing(100, made))
    shorten(library, quiz)
    again = printed_quiz(library, number)
    assert again.fields == quiz.fields
    assert [item.wire() for item in again.items] == [item.wire() for item in quiz.items]
    [one] = printings(library, quiz.id)
    assert key(again, one.papers[1]) == key(quiz, made[1])


def test_the_sweep_leaves_what_was_printed(library: Library, quiz: Quiz) -> None:
    number = keep_printing(library, quiz, Printing(100, papers(quiz, 1, 1)))
    shorten(library, quiz)
    library.db.execute("DELETE FROM history_item")
    library.db.execute("DELETE FROM history")
    content.sweep(library.db)
    assert len(printed_quiz(library, number).items) == 3


def test_of_very_many_the_oldest_go(library: Library, quiz: Quiz, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept, "MOST", 3)
    numbers = [keep_printing(library, quiz, Printing(at, papers(quiz, 1, at))) for at in range(5)]
    assert [one.at for one in printings(library, quiz.id)] == [4, 3, 2]
    with pytest.raises(NoSuchQuiz):
        printed_quiz(library, numbers[0])


def test_they_go_with_their_quiz_for_good(library: Library, quiz: Quiz) -> None:
    keep_printing(library, quiz, Printing(100, papers(quiz, 1, 1)))
    library.db.execute("DELETE FROM quiz")
    assert printings(library, quiz.id) == []
    assert library.db.execute("SELECT count(*) FROM printing_item").get == 0
