"""Cut, copy, paste and moving by mouse: what was copied here comes back exactly, other markup is cleaned."""

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication

from app.ui.fields.rich_text.clipboard import OWN, move, paste_as_is
from tests.support.author import CTRL, SHIFT, Author

RICH = '<p class="k">one <span lang="fr">deux</span> <iframe src="https://example.org/v"></iframe> three</p>'


def clipboard(html: str = "", text: str = "") -> QMimeData:
    data = QMimeData()
    if html:
        data.setHtml(html)
    data.setText(text or html)
    return data


def copy(author: Author) -> None:
    author.press(Qt.Key.Key_C, held=CTRL)


def paste(author: Author) -> None:
    author.press(Qt.Key.Key_V, held=CTRL)


def test_copied_words_keep_their_attributes(author: Author) -> None:
    author.show(f"{RICH}<p>end</p>")
    author.mark("deux")
    copy(author)
    author.go("end")
    paste(author)
    assert author.html == f'{RICH}<p>end<span lang="fr">deux</span></p>'


def test_a_chip_is_copied_with_its_source(author: Author) -> None:
    author.show(f"{RICH}<p>end</p>")
    author.mark("\ufffc")
    copy(author)
    author.go("end")
    paste(author)
    assert author.html == f'{RICH}<p>end<iframe src="https://example.org/v"></iframe></p>'


def test_a_cut_is_one_step_and_pasting_puts_it_back(author: Author) -> None:
    author.show("<ul><li>one</li><li>two</li></ul><p>three</p>")
    author.mark_all()
    author.press(Qt.Key.Key_X, held=CTRL)
    assert author.html == ""
    paste(author)
    assert author.html == "<ul><li>one</li><li>two</li></ul><p>three</p>"
    assert author.bursts == [False, False]


def test_other_programs_get_words_and_markup(author: Author) -> None:
    author.show("<p>one</p><p><b>two</b><br>three</p>")
    author.mark_all()
    copy(author)
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == "one\ntwo\nthree"
    assert "<b>two</b>" in data.html()
    assert data.hasFormat(OWN)


def test_what_comes_from_elsewhere_is_cleaned(author: Author) -> None:
    author.edit.insertFromMimeData(clipboard('<p style="margin:0" onclick="x()">a <b>b</b><script>c</script></p>'))
    assert author.html in ("<p>a <strong>b</strong></p>", "<p>a <b>b</b></p>")


def test_pasted_lines_become_paragraphs(author: Author) -> None:
    author.edit.insertFromMimeData(clipboard(text="one\r\n two\n\nthree\n"))
    assert author.html == "<p>one</p><p>two</p><p>three</p>"


def test_pasting_as_plain_text_leaves_the_markup_out(author: Author) -> None:
    QGuiApplication.clipboard().setMimeData(clipboard("<h1>one</h1>", "one"))
    author.press(Qt.Key.Key_V, held=CTRL | SHIFT)
    assert author.html == "<p>one</p>"


def test_pasting_as_is_keeps_what_cannot_be_edited(author: Author) -> None:
    html = "<p>a</p><details><summary>b</summary>c</details>"
    paste_as_is(author.edit, clipboard(html))
    assert author.html == html


def test_a_paste_replaces_what_is_selected(author: Author) -> None:
    author.show("<p>one two three</p>")
    author.mark("two")
    author.edit.insertFromMimeData(clipboard(text="2"))
    assert author.html == "<p>one 2 three</p>"
    author.undo()
    assert author.html == "<p>one two three</p>"


MOVES = [("one ", "three", "two threeone"), ("three", "two", "one twothree")]


@pytest.mark.parametrize(("words", "target", "left"), MOVES)
def test_words_are_moved_by_the_mouse_in_one_step(author: Author, words: str, target: str, left: str) -> None:
    author.show("<p>one two three</p>")
    author.mark(words)
    place = author.edit.toPlainText().index(target) + len(target)
    move(author.edit, author.edit.createMimeDataFromSelection(), place)
    assert author.html == f"<p>{left}</p>"
    assert author.bursts == [False]
