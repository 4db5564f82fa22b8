"""The questions of an open quiz are compared while nobody types."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.models.item import Item
from app.models.quiz import NewQuiz, Quiz
from app.session.comparing import PAUSE_MS
from app.session.document import Document
from app.session.edit import Edit
from tests.support.quiz import choice, three_items


@pytest.fixture
def document(qtbot: QtBot) -> Document:
    return Document(Quiz("q", NewQuiz(title="Leaves"), three_items()), {})


def twins(document: Document) -> list[tuple[str, str]]:
    rows = [(item.id, problem) for item in document.quiz.items for problem in document.problems(item.id)]
    return [(item_id, str(problem.message)) for item_id, problem in rows if "same" in problem.rule]


SAME = "This is the same question as question {}."


def test_a_copy_is_told_when_the_person_pauses(document: Document, qtbot: QtBot) -> None:
    document.insert_items([document.quiz.items[0].with_id("copy")], 3, "Duplicate")
    with qtbot.waitSignal(document.problems_changed):
        pass
    assert twins(document) == [("copy", SAME.format(1))]
    assert (document.problem_count("copy"), document.total_problems) == (1, 1)


def test_nothing_is_compared_while_something_is_dragged(document: Document, qtbot: QtBot) -> None:
    board = QWidget()
    qtbot.addWidget(board)
    board.show()
    QTest.mousePress(board.windowHandle(), Qt.MouseButton.LeftButton, pos=board.rect().center())
    document.insert_items([document.quiz.items[0].with_id("copy")], 3, "Duplicate")
    with qtbot.assertNotEmitted(document.problems_changed, wait=2 * PAUSE_MS):
        pass
    QTest.mouseRelease(board.windowHandle(), Qt.MouseButton.LeftButton, pos=board.rect().center())
    with qtbot.waitSignal(document.problems_changed):
        pass
    assert twins(document) == [("copy", SAME.format(1))]


def test_the_problem_follows_its_question_and_goes_with_it(document: Document) -> None:
    document.insert_items([document.quiz.items[0].with_id("copy")], 3, "Duplicate")
    document.compare()
    document.move_items(["b"], 0, "Move")
    assert twins(document) == [("copy", SAME.format(2))]
    document.delete_items(["a"], "Delete")
    assert twins(document) == []
    document.compare()
    assert document.total_problems == 0


def test_what_was_written_anew_is_compared_anew(document: Document) -> None:
    document.compare()
    document.edit_item(document.quiz.items[2].with_entry(choice("Which is green?", "leaf", "bark")), Edit("Question"))
    document.compare()
    assert twins(document) == [("c", SAME.format(1))]
    document.undo_stack.undo()
    document.compare()
    assert twins(document) == []


def test_what_is_kept_counts_each_question_by_itself(document: Document) -> None:
    document.insert_items([document.quiz.items[0].with_id("copy")], 3, "Duplicate")
    document.compare()
    assert set(document.problem_counts().values()) == {0}


def test_a_habit_is_a_problem_of_the_quiz(document: Document) -> None:
    more = [Item.of(choice(f"Which is {number}?", "a", "b", "c")) for number in range(8)]
    document.insert_items(more, 0, "Add")
    assert document.quiz_problems() == ()
    document.compare()
    assert [one.rule for one in document.quiz_problems()] == ["right-answers-in-one-place"]


def test_nothing_is_told_again_while_nothing_is_other(document: Document, qtbot: QtBot) -> None:
    document.compare()
    told: list[str] = []
    document.problems_changed.connect(told.append)
    document.edit_item(document.quiz.items[0].with_points(3), Edit("Points"))
    document.compare()
    assert told == ["a"]
