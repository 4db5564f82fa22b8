"""The editor of multiple choice, with real keys and clicks."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.html.text import plain_text
from app.models.questions.choice import ChoiceQuestion
from app.ui.editors.choice import ChoiceEditor
from app.ui.fields.answer_row import AnswerRow
from tests.support.opened import Opened

Open = Callable[[ChoiceQuestion], Opened]
ALT = Qt.KeyboardModifier.AltModifier


def question(*texts: str) -> ChoiceQuestion:
    raw = [{"id": f"c{n}", "position": n, "item_body": text} for n, text in enumerate(texts, start=1)]
    made = ChoiceQuestion.new().replaced(item_body="<p>Which?</p>", interaction_data={"choices": raw})
    return made.with_right("c1")


def editor_of(opened: Opened) -> ChoiceEditor:
    assert isinstance(opened.editor, ChoiceEditor)
    return opened.editor


def value(opened: Opened) -> ChoiceQuestion:
    entry = opened.item.entry
    assert isinstance(entry, ChoiceQuestion)
    return entry


def texts(opened: Opened) -> list[str]:
    return [plain_text(choice.item_body or "") for choice in value(opened).choices]


def row(opened: Opened, place: int) -> AnswerRow:
    return editor_of(opened).rows.rows[place]


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def type_on(text: str) -> None:
    QTest.keyClicks(focused(), text)


@pytest.fixture
def two(opened: Open) -> Opened:
    made = opened(question("<p>root</p>", "<p>leaf</p>"))
    row(made, 0).text.setFocus()
    return made


def test_typing_an_answer_changes_it(two: Opened) -> None:
    QTest.keyClicks(row(two, 1).text.edit, "s")
    assert value(two).choices[1].item_body == "<p>leafs</p>"
    assert two.steps == ["Answer text"]


def test_a_burst_of_typing_is_one_step_and_undone_at_once(two: Opened) -> None:
    row(two, 0).text.edit.selectAll()
    QTest.keyClicks(row(two, 0).text.edit, "stem")
    assert two.steps == ["Answer text"]
    two.document.undo_stack.undo()
    assert texts(two) == ["root", "leaf"]
    assert row(two, 0).text.edit.texts() == ["root"]


def test_marking_another_answer_right(two: Opened) -> None:
    row(two, 1).mark.click()
    assert value(two).right == "c2"
    assert (row(two, 0).mark.isChecked(), row(two, 1).mark.isChecked()) == (False, True)


def test_a_click_on_the_right_answer_changes_nothing(two: Opened) -> None:
    row(two, 0).mark.click()
    assert (value(two).right, two.steps) == ("c1", [])


def test_enter_adds_the_next_answer_and_goes_there(two: Opened) -> None:
    QTest.keyClick(row(two, 0).text.edit, Qt.Key.Key_Return)
    type_on("bark")
    assert texts(two) == ["root", "bark", "leaf"]


def test_enter_goes_on_to_an_answer_that_is_still_empty(opened: Open) -> None:
    made = opened(question("", ""))
    row(made, 0).text.setFocus()
    type_on("root")
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    type_on("leaf")
    assert texts(made) == ["root", "leaf"]


def test_backspace_in_an_empty_answer_removes_it(opened: Open) -> None:
    made = opened(question("<p>root</p>", ""))
    row(made, 1).text.setFocus()
    QTest.keyClick(row(made, 1).text.edit, Qt.Key.Key_Backspace)
    assert texts(made) == ["root"]
    assert QApplication.focusWidget() is row(made, 0).text.edit


def test_alt_down_moves_the_answer_and_the_cursor_goes_along(two: Opened) -> None:
    edit = row(two, 0).text.edit
    QTest.keyClick(edit, Qt.Key.Key_Down, ALT)
    assert texts(two) == ["leaf", "root"]
    assert row(two, 1).text.edit is edit
    assert edit.hasFocus()
    QTest.keyClick(edit, Qt.Key.Key_Up, ALT)
    assert texts(two) == ["root", "leaf"]


def test_moving_an_answer_moves_its_place_in_the_tab_order(two: Opened) -> None:
    QTest.keyClick(row(two, 0).text.edit, Qt.Key.Key_Down, ALT)
    row(two, 0).remove.setFocus()
    QTest.keyClick(row(two, 0).remove, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is row(two, 1).mark


def test_the_grip_drags_an_answer(two: Opened) -> None:
    grip, below = row(two, 0).grip, row(two, 1)
    QTest.mousePress(grip, Qt.MouseButton.LeftButton)
    target = grip.mapFromGlobal(below.mapToGlobal(QPoint(5, below.height() - 2)))
    QTest.mouseMove(grip, target)
    QTest.mouseRelease(grip, Qt.MouseButton.LeftButton, pos=target)
    assert texts(two) == ["leaf", "root"]


def test_a_click_on_the_grip_moves_nothing(two: Opened) -> None:
    QTest.mouseClick(row(two, 0).grip, Qt.MouseButton.LeftButton)
    assert two.steps == []


def test_removing_the_right_answer_leaves_none_right(two: Opened) -> None:
    row(two, 0).remove.click()
    assert (texts(two), value(two).right) == (["leaf"], None)
    two.document.undo_stack.undo()
    assert (texts(two), value(two).right) == (["root", "leaf"], "c1")


def test_the_last_answer_can_go_and_come_back(opened: Open) -> None:
    made = opened(question("<p>root</p>"))
    row(made, 0).remove.click()
    editor_of(made).rows.add_button.click()
    assert texts(made) == [""]


def test_shuffling_shows_locks_and_a_lock_goes_with_its_answer(two: Opened) -> None:
    editor_of(two).options_section.set_open(True)
    assert not row(two, 1).lock.isVisible()
    editor_of(two).options.shuffle.click()
    row(two, 1).lock.click()
    assert value(two).shuffle.locked == (1,)
    QTest.keyClick(row(two, 1).text.edit, Qt.Key.Key_Up, ALT)
    assert value(two).shuffle.locked == (0,)
    assert editor_of(two).options_section.summary == "Shuffled, 1 locked"


def test_points_by_answer_show_a_column_of_points(two: Opened) -> None:
    editor_of(two).options.vary.click()
    assert [row(two, place).points.text() for place in (0, 1)] == ["1", "0"]
    row(two, 1).points.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClicks(row(two, 1).points, "0,5")
    assert value(two).points_of("c2") == 0.5
    assert value(two).scoring_algorithm == "VaryPointsByAnswer"


def test_feedback_for_one_answer(two: Opened) -> None:
    row(two, 1).feedback_button.click()
    type_on("No")
    assert dict(value(two).answer_feedback or {}) == {"c2": "<p>No</p>"}


def test_a_rich_answer_is_kept_and_can_still_be_moved_and_marked(opened: Open) -> None:
    rich = '<p>x<sup class="k">2</sup></p>'
    made = opened(question("<p>root</p>", rich))
    row(made, 1).mark.click()
    editor_of(made).rows.moved.emit("c2", 0)
    assert value(made).choices[0].item_body == rich
    assert row(made, 0).text.html == rich


def test_a_problem_stands_at_its_answer(opened: Open) -> None:
    made = opened(question("<p>root</p>", "<p>Root</p>"))
    assert row(made, 0).problem_texts == []
    assert "equal" in row(made, 1).problem_texts[0]


def test_a_new_question_is_not_reproached_for_being_empty(opened: Open) -> None:
    made = opened(ChoiceQuestion.new())
    QTest.keyClicks(editor_of(made).text.edit, "Which")
    assert made.document.problem_count(made.item.id) > 0
    assert row(made, 0).problem_texts == []


def test_a_new_question_tells_its_problems_where_one_is_asked_for(opened: Open) -> None:
    made = opened(ChoiceQuestion.new())
    made.editor.focus_field(f"choices/{value(made).choices[2].id}")
    assert row(made, 2).problem_texts != []


def test_focus_goes_to_the_answer_with_the_problem(two: Opened) -> None:
    two.editor.focus_field("choices/c2")
    assert QApplication.focusWidget() is row(two, 1).text.edit
    two.editor.focus_field("right")
    assert QApplication.focusWidget() is row(two, 0).mark


def test_every_control_has_a_name(two: Opened) -> None:
    for place in (0, 1):
        assert str(place + 1) in row(two, place).mark.accessibleName()
        assert all(str(place + 1) in stop.toolTip() for stop in (row(two, place).remove, row(two, place).lock))
