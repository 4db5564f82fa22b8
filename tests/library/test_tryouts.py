"""Try-outs of a quiz are kept in the library: the newest first, the oldest of very many gone, none without its quiz."""

from pathlib import Path

import pytest

from app.library.library import Library
from app.library.tryouts import MOST, TriedAnswer, Tryout, forget_tryout, keep_tryout, tryouts
from app.models.quiz import NewQuiz
from tests.support.quiz import three_items

ANSWERS = (TriedAnswer("a", "Which is green?", "“leaf” ✓", 1, 1), TriedAnswer("e", "Why?", "Because", None, 5))


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return Library.open(tmp_path)


def test_they_come_back_as_they_were_the_newest_first(library: Library) -> None:
    quiz = library.create_quiz(NewQuiz(title="Leaves"), three_items())
    keep_tryout(library, quiz.id, Tryout(100, 61.5, ANSWERS))
    keep_tryout(library, quiz.id, Tryout(200, 30, ANSWERS[:1]))
    newest, first = tryouts(library, quiz.id)
    assert (first.at, first.seconds, first.answers) == (100, 61.5, ANSWERS)
    assert (first.points, first.possible) == (1, 6)
    assert newest.at == 200
    forget_tryout(library, first.id)
    assert [one.at for one in tryouts(library, quiz.id)] == [200]


def test_another_quiz_has_its_own(library: Library) -> None:
    one, other = (library.create_quiz(NewQuiz(title=title), three_items()) for title in ("One", "Other"))
    keep_tryout(library, one.id, Tryout(100, 1, ANSWERS))
    assert tryouts(library, other.id) == []


def test_of_very_many_the_oldest_go(library: Library) -> None:
    quiz = library.create_quiz(NewQuiz(title="Leaves"), three_items())
    for at in range(MOST + 3):
        keep_tryout(library, quiz.id, Tryout(at, 1, ANSWERS))
    kept = tryouts(library, quiz.id)
    assert len(kept) == MOST
    assert kept[-1].at == 3


def test_one_of_a_quiz_that_is_gone_is_not_kept(library: Library) -> None:
    keep_tryout(library, "gone", Tryout(100, 1, ANSWERS))
    assert tryouts(library, "gone") == []
