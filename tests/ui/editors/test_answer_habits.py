"""The habits that every list of rich answers has, in each of its editors."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from app.html.text import plain_text
from app.models.item import Item
from app.models.question import Question
from app.models.questions.choice import ChoiceQuestion
from app.models.questions.choices import Choice, ChoicesQuestion
from app.models.questions.multi_answer import MultiAnswerQuestion
from app.models.questions.ordering import OrderingQuestion
from app.ui.editors.choices import ChoicesEditor
from app.ui.editors.ordering import OrderingEditor
from app.ui.fields.answer_row import AnswerRow
from tests.support.clipboard import on_clipboard
from tests.support.opened import Opened

Open = Callable[[Question], Opened]
CONTROL = Qt.KeyboardModifier.ControlModifier
CLIPBOARDS = Path(__file__).parents[2] / "html" / "clipboards"
KINDS = (ChoiceQuestion, MultiAnswerQuestion, OrderingQuestion)


def rows(opened: Opened) -> list[AnswerRow]:
    assert isinstance(opened.editor, ChoicesEditor | OrderingEditor)
    return opened.editor.rows.rows


def bodies(opened: Opened) -> list[str | None]:
    entry = opened.item.entry
    assert isinstance(entry, ChoicesQuestion | OrderingQuestion)
    return [one.item_body for one in entry.choices]


def texts(opened: Opened) -> list[str]:
    return [plain_text(body or "") for body in bodies(opened)]


@pytest.fixture(params=KINDS, ids=lambda kind: kind.slug)
def answers(request: pytest.FixtureRequest, opened: Open) -> Callable[..., Opened]:
    def open_with(*written: str) -> Opened:
        return opened(request.param.new().with_choices(tuple(Choice.new(text) for text in written)))

    return open_with


def paste(opened: Opened, place: int) -> None:
    rows(opened)[place].text.setFocus()
    QTest.keySequence(rows(opened)[place].text.edit, QKeySequence(QKeySequence.StandardKey.Paste))


def control_enter(opened: Opened, place: int, held: Qt.KeyboardModifier = CONTROL) -> None:
    rows(opened)[place].text.setFocus()
    QTest.keyClick(rows(opened)[place].text.edit, Qt.Key.Key_Return if held == CONTROL else Qt.Key.Key_Enter, held)


def test_pasted_lines_fill_the_empty_answers_below_and_make_more(answers: Callable[..., Opened]) -> None:
    made = answers("", "", "<p>stem</p>")
    on_clipboard("root\n\n leaf & bark \r\nbud")
    paste(made, 0)
    assert bodies(made) == ["<p>root</p>", "<p>leaf &amp; bark</p>", "<p>bud</p>", "<p>stem</p>"]
    assert QApplication.focusWidget() is rows(made)[2].text.edit
    assert made.steps == ["Paste answers"]


def test_an_answer_that_is_written_keeps_its_text_above_the_pasted_ones(answers: Callable[..., Opened]) -> None:
    made = answers("<p>stem</p>", "<p>sap</p>")
    on_clipboard("root\nleaf")
    paste(made, 0)
    assert texts(made) == ["stem", "root", "leaf", "sap"]


def test_an_answer_that_is_selected_whole_gives_way(answers: Callable[..., Opened]) -> None:
    made = answers("<p>stem</p>", "<p>sap</p>")
    rows(made)[0].text.edit.selectAll()
    on_clipboard("root\nleaf")
    paste(made, 0)
    assert texts(made) == ["root", "leaf", "sap"]


def test_undo_takes_all_pasted_answers_away_at_once(answers: Callable[..., Opened]) -> None:
    made = answers("", "")
    on_clipboard("root\nleaf\nbud")
    paste(made, 1)
    made.document.undo_stack.undo()
    assert texts(made) == ["", ""]


def test_each_item_of_a_list_from_word_is_an_answer(answers: Callable[..., Opened]) -> None:
    made = answers("", "")
    on_clipboard("whatever", (CLIPBOARDS / "word_list.html").read_text("utf-8"))
    paste(made, 0)
    assert len(texts(made)) > 2
    assert all(text and "<li" not in (body or "") for text, body in zip(texts(made), bodies(made), strict=True))


def test_one_line_is_pasted_into_the_answer(answers: Callable[..., Opened]) -> None:
    made = answers("<p>leaf</p>", "")
    on_clipboard("let")
    paste(made, 0)
    assert texts(made) == ["leaflet", ""]


def test_lines_pasted_into_a_list_within_an_answer_stay_there(answers: Callable[..., Opened]) -> None:
    made = answers("<ul><li>leaf</li></ul>", "")
    on_clipboard("root\nbud")
    paste(made, 0)
    assert len(texts(made)) == 2


def test_the_rows_of_one_question_stand_where_they_are_for_the_next(answers: Callable[..., Opened]) -> None:
    made = answers("<p>a</p>", "<p>b</p>", "<p>c</p>")
    first = rows(made)
    entry = made.item.entry
    assert isinstance(entry, ChoicesQuestion | OrderingQuestion)
    for count in (2, 3, 1, 3):  # each time with ids of its own
        other = entry.with_choices(tuple(Choice.new(f"<p>{number}</p>") for number in range(count)))
        made.editor.show_item(Item.of(other), ())
        assert rows(made) == first[:count]
        assert [plain_text(row.text.html) for row in rows(made)] == [str(number) for number in range(count)]


def test_control_enter_marks_the_answer_right(opened: Open) -> None:
    made = opened(ChoiceQuestion.new().with_choices((Choice.new("<p>a</p>"), Choice.new("<p>b</p>"))))
    for _ in range(2):
        control_enter(made, 1)
        assert [row.mark.isChecked() for row in rows(made)] == [False, True]
    assert made.steps == ["Right answer"]


def test_control_enter_marks_one_more_answer_and_takes_it_back(opened: Open) -> None:
    made = opened(MultiAnswerQuestion.new().with_choices((Choice.new("<p>a</p>"), Choice.new("<p>b</p>"))))
    for place in (0, 1, 0):
        control_enter(made, place, CONTROL | Qt.KeyboardModifier.KeypadModifier)
    assert [row.mark.isChecked() for row in rows(made)] == [False, True]
    assert texts(made) == ["a", "b"]


def test_control_enter_changes_nothing_where_no_answer_is_marked(opened: Open) -> None:
    made = opened(OrderingQuestion.new())
    control_enter(made, 0)
    assert made.steps == []


def test_a_click_on_the_grip_opens_the_ways_to_move(answers: Callable[..., Opened]) -> None:
    made = answers("<p>a</p>", "<p>b</p>", "<p>c</p>")
    QTest.mouseClick(rows(made)[0].grip, Qt.MouseButton.LeftButton, pos=QPoint(3, 3))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [act.text().partition("\t")[0] for act in menu.actions()] == ["Move up", "Move down"]
    menu.actions()[1].trigger()
    menu.close()
    assert texts(made) == ["b", "a", "c"]
