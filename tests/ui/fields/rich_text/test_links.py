"""Links: set, changed, taken away, and what is typed beside them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.ui.fields.rich_text.link_bar import LinkBar
from tests.support.author import CTRL, Author

LINK = '<p>see <a class="k" href="https://example.org/a">the page</a> now</p>'


def bar(author: Author) -> LinkBar:
    author.press(Qt.Key.Key_K, held=CTRL)
    made = author.field.parts.part("link")
    assert isinstance(made, LinkBar)
    assert made.isVisible()
    return made


def test_selected_words_become_a_link(author: Author) -> None:
    author.show("<p>see this</p>")
    author.mark("this")
    link = bar(author)
    QTest.keyClicks(link.address, "example.org")
    QTest.keyClick(link.address, Qt.Key.Key_Return)
    assert author.html == '<p>see <a href="https://example.org">this</a></p>'
    assert author.edit.hasFocus()


def test_a_link_without_words_shows_its_address(author: Author) -> None:
    link = bar(author)
    QTest.keyClicks(link.address, "https://example.org/x")
    link.done.click()
    assert author.html == '<p><a href="https://example.org/x">https://example.org/x</a></p>'


def test_another_address_keeps_the_other_attributes(author: Author) -> None:
    author.show(LINK)
    author.go("the")
    link = bar(author)
    assert (link.address.text(), link.text.text()) == ("https://example.org/a", "the page")
    QTest.keyClicks(link.address, "https://example.org/b")
    link.done.click()
    assert author.html == LINK.replace("/a", "/b", 1).replace("</b>", "</a>")


def test_a_link_is_taken_away_and_undone(author: Author) -> None:
    author.show(LINK)
    author.go("the")
    bar(author).remove.click()
    assert author.html == "<p>see the page now</p>"
    author.undo()
    assert author.html == LINK


def test_escape_changes_nothing(author: Author) -> None:
    author.show(LINK)
    author.go("the")
    link = bar(author)
    QTest.keyClicks(link.address, "zzz")
    QTest.keyClick(link.address, Qt.Key.Key_Escape)
    assert author.html == LINK
    assert not link.isVisible()


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd"])
def test_an_address_that_students_cannot_open_is_refused(author: Author, address: str) -> None:
    link = bar(author)
    QTest.keyClicks(link.address, address)
    assert link.problem.isVisible()
    assert not link.done.isEnabled()
    assert not link.open.isVisible()


def test_the_place_that_would_be_opened_is_named(author: Author) -> None:
    author.show(LINK)
    author.go("the")
    assert bar(author).open.text() == "Open example.org"


def test_what_is_typed_behind_a_link_is_no_part_of_it(author: Author) -> None:
    author.show('<p><a href="https://example.org">a</a></p>')
    author.go("a")
    author.type("b")
    assert author.html == '<p><a href="https://example.org">a</a>b</p>'


def test_enter_behind_a_link_goes_on_without_it(author: Author) -> None:
    author.show('<p><a href="https://example.org">a</a></p>')
    author.go("a")
    author.press(Qt.Key.Key_Return)
    author.type("b")
    assert author.html == '<p><a href="https://example.org">a</a></p><p>b</p>'
