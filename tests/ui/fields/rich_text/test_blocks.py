"""Lists, headings, quotes and code, written with keys."""

import pytest
from PySide6.QtCore import Qt

from app.ui.fields.rich_text.command import COMMANDS
from tests.support.author import CTRL, SHIFT, Author

ENTER, BACK = Qt.Key.Key_Return, Qt.Key.Key_Backspace
SEVERAL = '<p>one</p><h2>two</h2>\n<ul class="k"><li>three</li><li>four</li></ul><blockquote><p>five</p></blockquote>'


def run(author: Author, name: str) -> None:
    next(one for one in COMMANDS if one.id == name).act(author.edit)


def test_a_list_is_written_with_keys(author: Author) -> None:
    author.press(Qt.Key.Key_8, held=CTRL | SHIFT)
    author.type("one")
    author.press(ENTER)
    author.type("two")
    author.press(ENTER, ENTER)
    author.type("after")
    assert author.html == "<ul><li>one</li><li>two</li></ul><p>after</p>"


def test_an_item_is_put_deeper_and_out_again(author: Author) -> None:
    author.show("<ol><li>one</li><li>two</li></ol>")
    author.go("two")
    author.press(Qt.Key.Key_M, held=CTRL)
    assert author.html == "<ol><li>one<ol><li>two</li></ol></li></ol>"
    author.press(Qt.Key.Key_M, held=CTRL | SHIFT)
    assert author.html == "<ol><li>one</li><li>two</li></ol>"


def test_backspace_at_the_start_of_an_item_leaves_the_list(author: Author) -> None:
    author.show("<p>zero</p><ul><li>one</li></ul>")
    author.go("one", after=False)
    author.press(BACK)
    assert author.html == "<p>zero</p><p>one</p>"


def test_backspace_joins_paragraphs(author: Author) -> None:
    author.show("<p>one</p><p><b>two</b></p>")
    author.go("two", after=False)
    author.press(BACK)
    assert author.html == "<p>one<b>two</b></p>"


def test_delete_joins_paragraphs(author: Author) -> None:
    author.show("<p>one</p><p>two</p>")
    author.go("one")
    author.press(Qt.Key.Key_Delete)
    assert author.html == "<p>onetwo</p>"


def test_enter_behind_a_heading_goes_on_with_a_paragraph(author: Author) -> None:
    author.show("<h2>one</h2>")
    author.go("one")
    author.press(ENTER)
    author.type("two")
    assert author.html == "<h2>one</h2><p>two</p>"


def test_enter_in_the_middle_splits_and_an_id_stays_once(author: Author) -> None:
    author.show('<p id="a" class="b">onetwo</p>')
    author.go("one")
    author.press(ENTER)
    assert author.html == '<p id="a" class="b">one</p><p class="b">two</p>'


def test_enter_in_code_is_a_line_and_the_second_one_leaves_it(author: Author) -> None:
    author.show("<pre>a</pre>")
    author.go("a")
    author.press(ENTER)
    author.type("b")
    author.press(ENTER, ENTER)
    author.type("c")
    assert author.html == "<pre>a\nb</pre><p>c</p>"


def test_deleting_over_several_blocks_keeps_both_ends(author: Author) -> None:
    author.show(SEVERAL)
    text = author.edit.toPlainText()
    cursor = author.edit.textCursor()
    cursor.setPosition(text.index("e\n") if "e\n" in text else 2)
    cursor.setPosition(text.index("our"), cursor.MoveMode.KeepAnchor)
    author.edit.setTextCursor(cursor)
    author.press(BACK)
    assert author.edit.texts()[0] in ("onour", "oour")
    assert author.html.endswith("<blockquote><p>five</p></blockquote>")


def test_typing_over_several_blocks_replaces_them(author: Author) -> None:
    author.show(SEVERAL)
    author.mark_all()
    author.type("x")
    assert author.edit.texts() == ["x"]


@pytest.mark.parametrize(
    "name", ["ul", "ol", "quote", "heading-2", "heading-0", "align-center", "indent", "outdent", "clear"]
)
def test_undo_of_a_command_gives_the_same_bytes(author: Author, name: str) -> None:
    author.show(SEVERAL)
    author.mark_all()
    run(author, name)
    author.undo_all()
    assert author.html == SEVERAL


@pytest.mark.parametrize("name", ["ul", "ol", "quote", "heading-3"])
def test_a_command_twice_leaves_no_residue(author: Author, name: str) -> None:
    html = "<p>caf&eacute;</p><p>two</p>"
    author.show(html)
    author.mark_all()
    run(author, name)
    assert author.html != html
    run(author, name)
    assert author.html == html


def test_undo_of_typing_in_a_list_leaves_the_other_items_alone(author: Author) -> None:
    author.show(SEVERAL)
    author.go("three")
    author.type("x")
    author.press(ENTER)
    author.type("y")
    author.undo_all()
    assert author.html == SEVERAL
    assert author.edit.texts() == ["one", "two", "three", "four", "five"]
