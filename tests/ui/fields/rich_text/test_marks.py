"""Marks of words: put on and taken off with keys, and what is left of them."""

import pytest
from PySide6.QtCore import Qt

from tests.support.author import CTRL, SHIFT, Author

KEYS = {
    "strong": (Qt.Key.Key_B, CTRL),
    "em": (Qt.Key.Key_I, CTRL),
    "u": (Qt.Key.Key_U, CTRL),
    "del": (Qt.Key.Key_X, CTRL | SHIFT),
    "sub": (Qt.Key.Key_Comma, CTRL),
    "sup": (Qt.Key.Key_Period, CTRL),
    "code": (Qt.Key.Key_E, CTRL),
}
each = pytest.mark.parametrize("name", KEYS)


def press(author: Author, name: str) -> None:
    key, held = KEYS[name]
    author.press(key, held=held)


@each
def test_a_key_marks_what_is_selected(author: Author, name: str) -> None:
    author.show("<p>one two three</p>")
    author.mark("two")
    press(author, name)
    assert author.html == f"<p>one <{name}>two</{name}> three</p>"


@each
def test_the_same_key_twice_leaves_no_residue(author: Author, name: str) -> None:
    html = '<p class="x">one <i>two</i> &eacute;</p>\n<p>other</p>'
    author.show(html)
    author.mark_all()
    press(author, name)
    assert author.html != html or name == "em"
    press(author, name)
    press(author, name)
    press(author, name)
    assert author.html in (html, html.replace("<i>", "").replace("</i>", "").replace("&eacute;", "é"))


@each
def test_undo_gives_the_same_bytes(author: Author, name: str) -> None:
    html = "<p>one&nbsp;two</p><!-- x --><p id=a>caf&eacute;</p>"
    author.show(html)
    author.mark_all()
    press(author, name)
    author.undo()
    assert author.html == html


@each
def test_a_bare_cursor_types_on_with_the_mark(author: Author, name: str) -> None:
    author.type("a")
    press(author, name)
    author.type("b")
    press(author, name)
    author.type("c")
    assert author.html == f"<p>a<{name}>b</{name}>c</p>"


def test_each_command_is_a_step_of_its_own_and_typing_is_one(author: Author) -> None:
    author.type("abc")
    author.mark("b")
    press(author, "strong")
    press(author, "em")
    assert author.bursts == [True, True, True, False, False]


def test_a_mark_over_several_blocks(author: Author) -> None:
    author.show("<h2>one</h2><ul><li>two</li></ul>")
    author.mark_all()
    press(author, "strong")
    assert author.html == "<h2><strong>one</strong></h2><ul><li><strong>two</strong></li></ul>"


def test_marks_that_nobody_knows_stay(author: Author) -> None:
    author.show('<p><span lang="fr" class="k">oui</span> non</p>')
    author.mark("oui")
    press(author, "strong")
    assert '<span lang="fr" class="k">' in author.html
    press(author, "strong")
    assert author.html == '<p><span lang="fr" class="k">oui</span> non</p>'


def test_subscript_takes_the_place_of_superscript(author: Author) -> None:
    author.show("<p>x<sup>2</sup></p>")
    author.mark("2")
    press(author, "sub")
    assert author.html == "<p>x<sub>2</sub></p>"


def test_clear_formatting_keeps_the_link(author: Author) -> None:
    author.show('<p><strong>a</strong> <a href="https://example.org"><em>b</em></a></p>')
    author.mark_all()
    author.press(Qt.Key.Key_Backslash, held=CTRL)
    assert author.html == '<p>a <a href="https://example.org">b</a></p>'
