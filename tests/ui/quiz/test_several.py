"""Work on several questions at once: each gesture is one step, and the pane says what is true of all of them."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.models.item import Item
from app.models.question import Question
from app.models.questions.essay import EssayQuestion
from app.models.shuffle import shuffles, with_shuffle
from app.session.notice import Notice
from app.ui.quiz.item_list import ItemList
from app.ui.quiz.quiz_screen import QuizScreen
from app.ui.quiz.selection_pane import SelectionPane
from tests.support.quiz import choice, stimulus, three_items

Open = Callable[..., QuizScreen]
NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


def question(screen: QuizScreen, item_id: str) -> Question:
    entry = screen.document.quiz.item(item_id).entry
    assert isinstance(entry, Question)
    return entry


def select_all(screen: QuizScreen) -> SelectionPane:
    screen.panel.list.setFocus()
    QTest.keyClick(screen.panel.list, Qt.Key.Key_A, CONTROL)
    assert screen.side.currentWidget() is screen.side.selection
    return screen.side.selection


def click(rows: ItemList, row: int, keys: Qt.KeyboardModifier) -> None:
    place = rows.visualRect(rows.rows.index(row)).center()
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, keys, place)


def steps(screen: QuizScreen) -> int:
    return screen.document.undo_stack.count()


def test_clicks_with_shift_and_control_select_as_everywhere(screen: QuizScreen) -> None:
    rows = screen.panel.list
    click(rows, 0, NONE)
    click(rows, 2, SHIFT)
    assert rows.selected_ids == ["a", "b", "c"]
    click(rows, 1, CONTROL)
    assert rows.selected_ids == ["a", "c"]
    assert screen.side.selection.count.text() == "2 questions selected"


def test_the_kinds_and_points_of_what_is_selected_are_told(screen: QuizScreen) -> None:
    pane = select_all(screen)
    said = pane.kinds.text().replace("\N{NO-BREAK SPACE}", " ")
    assert said == "2 × Multiple choice · 1 × True or false · 4 points in all"


def test_typing_points_is_one_step(screen: QuizScreen) -> None:
    pane = select_all(screen)
    assert pane.form.points.text() == ""
    pane.form.points.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClicks(pane.form.points, "25")
    assert [item.points for item in screen.document.quiz.items] == [25, 25, 25]
    assert steps(screen) == 1
    screen.document.undo_stack.undo()
    assert [item.points for item in screen.document.quiz.items] == [1, 2, 1]
    assert screen.panel.list.selected_ids == ["a", "b", "c"]


def test_points_that_all_have_already_are_no_step(screen: QuizScreen) -> None:
    screen.panel.list.select("a", ["a", "c"])
    screen.of_several.set_points(1)
    assert steps(screen) == 0


def test_answers_are_shuffled_where_they_can_be(screen: QuizScreen) -> None:
    pane = select_all(screen)
    assert pane.form.shuffle_note.text() == "2 of 3 can be shuffled."
    pane.form.shuffle.click()
    assert shuffles(question(screen, "a")) == shuffles(question(screen, "c")) == {True}
    assert steps(screen) == 1
    screen.document.undo_stack.undo()
    assert not pane.form.shuffle.isChecked()
    screen.document.undo_stack.redo()
    assert pane.form.shuffle.checkState() == Qt.CheckState.Checked


def test_a_mixed_state_is_shown_and_a_click_turns_all_on(open_quiz: Open) -> None:
    shuffled = with_shuffle(choice("Which?", "leaf", "bark"), True)
    screen = open_quiz(*three_items(), Item.of(shuffled, id="d"))
    switch = select_all(screen).form.shuffle
    assert switch.checkState() == Qt.CheckState.PartiallyChecked
    switch.setFocus()
    QTest.keyClick(switch, Qt.Key.Key_Space)
    assert switch.checkState() == Qt.CheckState.Checked
    QTest.keyClick(switch, Qt.Key.Key_Space)
    assert switch.checkState() == Qt.CheckState.Unchecked
    assert shuffles(question(screen, "d")) == {False}


def test_what_has_no_answers_to_shuffle_says_so(open_quiz: Open) -> None:
    screen = open_quiz(Item.of(EssayQuestion.new()), Item.of(EssayQuestion.new()))
    form = select_all(screen).form
    assert not form.shuffle.isEnabled()
    assert form.shuffle_note.text() == "None of these has answers that can be shuffled."


def test_all_get_the_same_calculator(screen: QuizScreen) -> None:
    pane = select_all(screen)
    pane.form.calculator.setFocus()
    QTest.keyClick(pane.form.calculator, Qt.Key.Key_Down)
    assert {question(screen, one).calculator_type for one in "abc"} == {"basic"}
    assert steps(screen) == 1


def test_different_calculators_are_not_shown_as_one(screen: QuizScreen) -> None:
    screen.panel.list.select("a", ["a", "b"])
    screen.of_several.set_calculator("scientific")
    pane = select_all(screen)
    assert pane.form.calculator.currentIndex() == -1
    assert pane.form.calculator.placeholderText() == "Different ones"


def test_feedback_goes_where_there_is_none_yet_and_can_be_undone(screen: QuizScreen, qtbot: QtBot) -> None:
    give(screen, "b", "correct", "<p>Own</p>")
    pane = select_all(screen)
    pane.feedback_section.set_open(True)
    assert pane.feedback.notes["correct"].text() == "1 of 3 have their own."
    QTest.keyClicks(pane.feedback.fields["correct"].edit, "Well done")
    assert pane.feedback.put.text() == "Put into 2 questions"
    with qtbot.waitSignal(screen.commands.notices.shown) as told:
        pane.feedback.put.click()
    assert [correct(screen, one) for one in "abc"] == ["<p>Well done</p>", "<p>Own</p>", "<p>Well done</p>"]
    assert pane.feedback.put.text() == "All have their own already"
    notice = told.args[0] if told.args else None
    assert isinstance(notice, Notice)
    assert str(notice.message) == "Feedback put into 2 questions."
    assert notice.act is not None
    notice.act()
    assert [correct(screen, one) for one in "abc"] == [None, "<p>Own</p>", None]
    assert pane.feedback.fields["correct"].html == "<p>Well done</p>"


def test_feedback_takes_the_place_of_what_there_is(screen: QuizScreen) -> None:
    give(screen, "b", "correct", "<p>Own</p>")
    pane = select_all(screen)
    pane.feedback_section.set_open(True)
    QTest.keyClicks(pane.feedback.fields["correct"].edit, "Good")
    pane.feedback.everywhere.click()
    before = steps(screen)
    pane.feedback.put.click()
    assert {correct(screen, one) for one in "abc"} == {"<p>Good</p>"}
    assert steps(screen) == before + 1


def test_feedback_that_is_not_written_cannot_be_put_in(screen: QuizScreen) -> None:
    pane = select_all(screen)
    assert not pane.feedback.put.isEnabled()


def test_rows_that_only_canvas_can_change_stay_as_they_are(open_quiz: Open) -> None:
    screen = open_quiz(*three_items(), stimulus())
    row = screen.document.quiz.item("s")
    pane = select_all(screen)
    assert pane.count.text() == "3 questions selected"
    assert pane.pins.isVisible()
    pane.form.shuffle.click()
    screen.of_several.set_points(7)
    assert screen.document.quiz.item("s") is row


def test_many_questions_are_looked_at_beside_the_window(open_quiz: Open, qtbot: QtBot) -> None:
    made = [Item.of(choice(f"Question {n}?", "yes", "no")) for n in range(60)]
    screen = open_quiz(*(Item.stored(one.id, 1, "Item", one.document, one.summary) for one in made))
    pane = select_all(screen)
    assert pane.form.shuffle_note.text() == "Looking at 60 questions…"
    qtbot.waitUntil(lambda: pane.form.shuffle_note.text() == "All of them can be shuffled.")
    assert all(item.is_read for item in screen.document.quiz.items)


def test_points_are_set_without_reading_a_question(open_quiz: Open) -> None:
    made = [Item.of(choice(f"Question {n}?", "yes", "no")) for n in range(20)]
    screen = open_quiz(*(Item.stored(one.id, 1, "Item", one.document, one.summary) for one in made))
    ids = list(screen.document.quiz.places)
    screen.panel.list.select(ids[1], ids[1:])
    screen.of_several.set_points(4)
    assert not any(item.is_read for item in screen.document.quiz.items[2:])


@pytest.mark.parametrize("count", [2, 40])
def test_deleting_several_is_one_step_and_comes_back_at_one_stroke(open_quiz: Open, count: int) -> None:
    screen = open_quiz(*(Item.of(choice(f"Question {n}?", "yes", "no"), id=f"q{n}") for n in range(count)))
    select_all(screen).delete.click()
    assert screen.document.quiz.items == ()
    assert steps(screen) == 1
    screen.document.undo_stack.undo()
    assert len(screen.document.quiz.items) == count


def give(screen: QuizScreen, item_id: str, kind: str, html: str) -> None:
    screen.show_item(item_id)
    screen.panel.list.select(item_id)
    screen.of_several.put_feedback({kind: html}, True)


def correct(screen: QuizScreen, item_id: str) -> str | None:
    feedback = question(screen, item_id).feedback
    return feedback.correct if feedback is not None else None
