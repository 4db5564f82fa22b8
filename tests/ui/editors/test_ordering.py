"""The editor of ordering."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.html.text import plain_text
from app.models.questions.choices import Choice
from app.models.questions.ordering import OrderingQuestion
from app.ui.editors.ordering import OrderingEditor
from tests.support.opened import Opened

Open = Callable[[OrderingQuestion], Opened]


def editor_of(opened: Opened) -> OrderingEditor:
    assert isinstance(opened.editor, OrderingEditor)
    return opened.editor


def value(opened: Opened) -> OrderingQuestion:
    entry = opened.item.entry
    assert isinstance(entry, OrderingQuestion)
    return entry


def texts(opened: Opened) -> list[str]:
    return [plain_text(one.item_body or "") for one in value(opened).choices]


@pytest.fixture
def numbers(opened: Open) -> Opened:
    question = OrderingQuestion.new().replaced(item_body="<p>Smallest first</p>")
    choices = tuple(
        Choice(id=id, item_body=f"<p>{text}</p>") for id, text in (("a", "one"), ("b", "two"), ("c", "six"))
    )
    return opened(question.with_choices(choices))


def test_moving_an_answer_changes_the_right_order_alone(numbers: Opened) -> None:
    edit = editor_of(numbers).rows.rows[2].text.edit
    QTest.keyClick(edit, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    data, scoring = value(numbers).interaction_data, value(numbers).scoring_data
    assert data is not None
    assert scoring is not None
    assert (list(data.choices or {}), scoring.value) == (["a", "b", "c"], ("a", "c", "b"))
    assert numbers.steps == ["Move answer"]


def test_answers_are_typed_added_and_removed(numbers: Opened) -> None:
    rows = editor_of(numbers).rows
    QTest.keyClick(rows.rows[2].text.edit, Qt.Key.Key_Return)
    QTest.keyClicks(rows.rows[3].text.edit, "ten")
    rows.rows[0].remove.click()
    assert texts(numbers) == ["two", "six", "ten"]


def test_answers_have_no_mark(numbers: Opened) -> None:
    assert not editor_of(numbers).rows.rows[0].mark.isVisible()


def test_labels_are_shown_to_students_only_while_there_is_one(numbers: Opened) -> None:
    options = editor_of(numbers).options
    QTest.keyClicks(options.top, "Smallest")
    assert (value(numbers).labels.top_label, value(numbers).labels.include_labels) == ("Smallest", True)
    options.top.selectAll()
    QTest.keyClick(options.top, Qt.Key.Key_Delete)
    assert value(numbers).labels.include_labels is False


def test_answers_in_a_line(numbers: Opened) -> None:
    editor_of(numbers).options.paragraph.click()
    assert value(numbers).labels.display_answers_paragraph is True
    assert editor_of(numbers).options_section.summary == "In a line, no labels"


def test_an_empty_answer_is_told_at_its_row(numbers: Opened) -> None:
    edit = editor_of(numbers).rows.rows[1].text.edit
    edit.selectAll()
    QTest.keyClick(edit, Qt.Key.Key_Delete)
    assert editor_of(numbers).rows.rows[1].problem_texts == ["Answer 2 is empty. Write it or remove it."]
