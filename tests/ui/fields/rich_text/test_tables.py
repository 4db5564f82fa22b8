"""Tables: inserted, written in, and changed by rows and columns."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.ui.fields.rich_text.table_acts import ACTS
from app.ui.fields.rich_text.table_bar import TableBar
from tests.support.author import Author

TABLE = "<p>before</p><table><tbody><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></tbody></table>"
MERGED = '<table><tbody><tr><td colspan="2">a</td></tr><tr><td>c</td><td>d</td></tr></tbody></table>'


def test_a_table_of_some_size_is_inserted_and_written_in(author: Author) -> None:
    author.edit.wanted.emit("table")
    bar = author.field.parts.part("table")
    assert isinstance(bar, TableBar)
    bar.rows.setValue(2)
    bar.columns.setValue(2)
    bar.header.setChecked(False)
    bar.insert.click()
    QTest.keyClicks(author.edit, "x")
    assert author.html.count("<td") == 4
    assert "x</td>" in author.html


def test_typing_in_a_cell_leaves_the_others_alone(author: Author) -> None:
    author.show(TABLE)
    author.go("d")
    author.type("!")
    assert author.html == TABLE.replace("<td>d", "<td>d!")
    author.undo()
    assert author.html == TABLE


@pytest.mark.parametrize(("name", "texts"), [
    ("row-above", ["before", "a", "b", "", "", "c", "d"]),
    ("row-below", ["before", "a", "b", "c", "d", "", ""]),
    ("column-before", ["before", "", "a", "b", "", "c", "d"]),
    ("column-after", ["before", "a", "", "b", "c", "", "d"]),
    ("no-row", ["before", "a", "b"]),
    ("no-column", ["before", "b", "d"]),
    ("no-table", ["before"]),
])  # fmt: skip
def test_rows_and_columns(author: Author, name: str, texts: list[str]) -> None:
    author.show(TABLE)
    author.go("c")
    ACTS[name].act(author.edit)
    assert author.edit.texts() == texts
    author.undo()
    assert author.html == TABLE
    assert author.edit.texts() == ["before", "a", "b", "c", "d"]


def test_the_first_row_becomes_a_heading(author: Author) -> None:
    author.show(TABLE)
    author.go("c")
    ACTS["header"].act(author.edit)
    assert author.html.count("<th") - author.html.count("<thead") == 2


def test_backspace_at_the_start_of_a_cell_stays_in_it(author: Author) -> None:
    author.show(TABLE)
    author.go("d", after=False)
    author.press(Qt.Key.Key_Backspace)
    assert author.html == TABLE


def test_enter_in_a_cell_makes_a_line_in_it(author: Author) -> None:
    author.show(TABLE)
    author.go("d")
    author.press(Qt.Key.Key_Return)
    author.type("e")
    assert author.edit.texts() == ["before", "a", "b", "c", "d", "e"]
    author.undo()
    assert author.html == TABLE


def test_merged_cells_are_kept_as_they_came(author: Author) -> None:
    author.show(f"<p>x</p>{MERGED}")
    author.go("x")
    author.type("y")
    assert author.html == f"<p>xy</p>{MERGED}"


def test_two_tables_in_a_row_and_nothing_else(author: Author) -> None:
    html = TABLE.removeprefix("<p>before</p>") * 2
    author.show(html)
    assert author.html == html
    assert author.edit.texts() == ["a", "b", "c", "d"] * 2
    author.show("")
    assert author.edit.toPlainText() == ""


def test_a_paragraph_is_written_behind_a_table(author: Author) -> None:
    author.show(TABLE)
    author.press(Qt.Key.Key_End, held=Qt.KeyboardModifier.ControlModifier)
    author.type("after")
    assert author.html == f"{TABLE}<p>after</p>"
