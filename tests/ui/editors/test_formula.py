"""The editor of formula questions."""

from collections.abc import Callable
from random import Random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit

from app.models.questions.formula import FormulaQuestion, Variable
from app.ui.editors.formula import FormulaEditor
from tests.support.opened import Opened

Open = Callable[[FormulaQuestion], Opened]
CONTROL = Qt.KeyboardModifier.ControlModifier


def editor_of(opened: Opened) -> FormulaEditor:
    assert isinstance(opened.editor, FormulaEditor)
    return opened.editor


def value(opened: Opened) -> FormulaQuestion:
    entry = opened.item.entry
    assert isinstance(entry, FormulaQuestion)
    return entry


def rows(opened: Opened) -> list[tuple[str, ...]]:
    return [(*(str(one.value) for one in row.inputs or ()), str(row.output)) for row in value(opened).solutions]


@pytest.fixture
def twice(opened: Open) -> Opened:
    question = FormulaQuestion.new().replaced(item_body="<p>Twice `x`?</p>").with_formula("2x")
    made = opened(question.with_variables((Variable.new("x"),)))
    editor_of(made).random = Random(1)
    return made


def test_solutions_are_generated_and_fit_at_once(twice: Opened) -> None:
    editor_of(twice).solutions.generate.click()
    assert len(rows(twice)) == 10
    assert all(float(result) == 2 * int(x) for x, result in rows(twice))
    assert twice.document.problem_count(twice.item.id) == 0
    assert twice.steps == ["Generate solutions"]


def test_the_number_of_solutions_is_kept_while_the_formula_is_still_written(twice: Opened) -> None:
    table = editor_of(twice).solutions
    table.count.selectAll()
    QTest.keyClicks(table.count, "4")
    QTest.keyClicks(editor_of(twice).formula.line, "+1")
    assert table.count.text() == "4"
    table.generate.click()
    assert len(rows(twice)) == 4


def test_other_decimals_generate_them_anew(twice: Opened) -> None:
    table = editor_of(twice).solutions
    table.generate.click()
    table.decimals.selectAll()
    QTest.keyClicks(table.decimals, "0")
    assert all("." not in result for _, result in rows(twice))


def test_a_variable_of_the_text_is_taken_by_a_button(twice: Opened) -> None:
    editor = editor_of(twice)
    assert not editor.from_stem.isVisible()
    editor.text.edit.selectAll()
    QTest.keyClicks(editor.text.edit, "Add `x` and `y2`")
    editor.from_stem.click()
    assert [variable.name for variable in value(twice).variables] == ["x", "y2"]
    assert not editor.from_stem.isVisible()


def test_a_range_is_typed_and_a_variable_added_by_enter(twice: Opened) -> None:
    row = editor_of(twice).variables.rows[0]
    for field, text in ((row.least, "0,5"), (row.most, "2"), (row.decimals, "1")):
        field.selectAll()
        QTest.keyClicks(field, text)
    QTest.keyClick(row.name, Qt.Key.Key_Return)
    focused = QApplication.focusWidget()
    assert isinstance(focused, QLineEdit)
    QTest.keyClicks(focused, "y")
    x, y = value(twice).variables
    assert (x.min, x.max, x.precision, y.name) == ("0.5", "2", 1, "y")


def test_the_place_of_an_error_is_told_while_typing(twice: Opened) -> None:
    line = editor_of(twice).formula.line
    line.end(False)
    QTest.keyClicks(line, " + sqr(x)")
    found = [str(one.message) for one in twice.document.problems(twice.item.id) if one.field == "formula"]
    assert found == ['The formula is wrong at sign 6: There is no function "sqr".']


def test_a_function_is_put_where_the_cursor_is(twice: Opened) -> None:
    line = editor_of(twice).formula
    line.line.setCursorPosition(0)
    next(action for action in line.functions.menu().actions() if action.text() == "sqrt(…)").trigger()
    QTest.keyClicks(line.line, "4")
    assert value(twice).formula == "sqrt(4)2x"


def test_a_result_that_is_typed_over_is_marked_and_told(twice: Opened) -> None:
    table = editor_of(twice).solutions
    table.generate.click()
    table.model.setData(table.model.index(2, 1), "7")
    assert rows(twice)[2][1] == "7"
    assert table.model.data(table.model.index(2, 1)) == "≠ 7"
    assert [one.rule for one in twice.document.problems(twice.item.id)] == ["wrong-solution"]


def test_a_table_is_pasted_from_a_spreadsheet(twice: Opened) -> None:
    table = editor_of(twice).solutions
    table.generate.click()
    QGuiApplication.clipboard().setText("1\t2,0\n3\t6\n")
    table.table.setCurrentIndex(table.model.index(9, 0))
    table.table.setFocus()
    QTest.keyClick(table.table, Qt.Key.Key_V, CONTROL)
    assert rows(twice)[9:] == [("1", "2.0"), ("3", "6")]
    QTest.keyClick(table.table, Qt.Key.Key_Delete, CONTROL)
    assert len(rows(twice)) == 10


def test_nothing_is_generated_while_the_formula_is_wrong(twice: Opened) -> None:
    line = editor_of(twice).formula.line
    line.selectAll()
    QTest.keyClicks(line, "2*")
    editor_of(twice).solutions.generate.click()
    assert rows(twice) == []


def test_margin_and_its_kind(twice: Opened) -> None:
    margin = editor_of(twice).margin
    margin.number.selectAll()
    QTest.keyClicks(margin.number, "0,5")
    margin.kind.setCurrentIndex(1)
    margin.kind.activated.emit(1)
    assert (value(twice).margin.margin, value(twice).margin.margin_type) == ("0.5", "percent")


def test_undo_takes_the_generated_solutions_away(twice: Opened) -> None:
    editor_of(twice).solutions.generate.click()
    twice.document.undo_stack.undo()
    assert rows(twice) == []
    assert not editor_of(twice).solutions.table.isVisible()
