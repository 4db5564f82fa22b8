"""One click does away with a problem, at its field and in the list; one undo brings it back."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.models.item import Item
from app.models.questions.choices import ChoicesQuestion
from app.session.edit import Edit
from app.ui.fields.problems import FixButton
from app.ui.quiz.quiz_screen import QuizScreen
from tests.support.quiz import choice

Open = Callable[..., QuizScreen]


@pytest.fixture
def screen(open_quiz: Open) -> QuizScreen:
    return open_quiz(Item.of(choice("Which?", "valve", "left atrium", "aorta", "left atrium"), id="a"))


def answers(screen: QuizScreen) -> int:
    question = screen.document.quiz.items[0].entry
    assert isinstance(question, ChoicesQuestion)
    return len(question.choices)


def fix_at_field(screen: QuizScreen) -> FixButton:
    assert screen.pane.editor is not None
    [button] = [one for one in screen.pane.editor.findChildren(FixButton) if one.isVisible()]
    return button


def test_a_click_at_the_field_removes_the_equal_answer_as_one_step(screen: QuizScreen) -> None:
    button = fix_at_field(screen)
    assert (button.text(), button.accessibleName()) == ("Remove 4", "Remove 4")
    button.click()
    assert (answers(screen), screen.document.undo_stack.undoText()) == (3, "Remove 4")
    assert not button.isVisible()
    screen.document.undo_stack.undo()
    assert answers(screen) == 4
    assert fix_at_field(screen).text() == "Remove 4"


def test_the_folded_list_offers_the_fix_of_its_first_problem(screen: QuizScreen) -> None:
    problems = screen.pane.problems
    assert problems.first_fix.isVisible()
    problems.section.heading.click()
    assert not problems.first_fix.isVisible()
    assert problems.fixes[0].isVisible()
    problems.section.heading.click()
    problems.first_fix.click()
    assert answers(screen) == 3


def test_tab_leads_from_an_answer_to_its_fix_and_space_does_it(screen: QuizScreen) -> None:
    screen.pane.focus_field("choices/c4")
    button = fix_at_field(screen)
    while screen.focusWidget() is not button and screen.focusWidget() is not screen.header.back:
        QTest.keyClick(screen.focusWidget(), Qt.Key.Key_Tab)
    assert screen.focusWidget() is button
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert answers(screen) == 3


def test_the_list_goes_on_to_its_next_problem(screen: QuizScreen) -> None:
    screen.document.edit_item(screen.document.quiz.items[0].with_points(0), Edit("Points"))
    problems = screen.pane.problems
    problems.section.set_open(True)
    problems.fixes[0].click()
    assert problems.buttons[0].hasFocus()
    problems.fixes[0].click()
    assert (answers(screen), screen.document.quiz.points, problems.isVisible()) == (3, 1, False)


def test_a_long_sentence_makes_no_window_wider(open_quiz: Open) -> None:
    question = choice("Which?", "valve", "aorta").replaced(item_body='<p><img src="media:1"></p>')
    screen = open_quiz(Item.of(question), width=900)
    before = screen.minimumSizeHint().width()
    screen.pane.problems.section.heading.click()
    [button] = screen.pane.problems.buttons
    assert "screen readers" in button.toolTip()
    assert screen.minimumSizeHint().width() <= before


def test_a_question_that_is_there_twice_says_so_and_is_gone_to(open_quiz: Open) -> None:
    twice = [Item.of(choice("Which?", "valve", "aorta"), id=item_id) for item_id in ("a", "b")]
    screen = open_quiz(*twice)
    screen.document.compare()
    screen.next_problem()
    assert screen.panel.list.current_id == "b"
    assert "the same question as question 1" in screen.pane.problems.section.summary


def test_a_problem_of_all_questions_is_solved_at_its_setting(open_quiz: Open) -> None:
    screen = open_quiz(*(Item.of(choice(f"Which is {number}?", "a", "b", "c")) for number in range(9)))
    screen.document.compare()
    screen.next_problem()
    assert screen.parts.settings is not None
    row = screen.parts.settings.rows["shuffle_answers"]
    [button] = row.findChildren(FixButton)
    assert button.isVisible()
    button.click()
    assert (row.problems.texts, screen.document.undo_stack.undoText()) == ([], "Shuffle the answers")
    assert row.first.hasFocus()
