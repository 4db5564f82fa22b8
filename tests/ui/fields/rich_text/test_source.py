"""The source: shown, written, told what is wrong with it, and taken as one step."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.ui.fields.rich_text.source_pane import SourcePane
from tests.support.author import Author

HOSTILE = {
    "deep": "<div>" * 50_000 + "x" + "</div>" * 50_000,
    "wide": '<table><tr><td colspan="2000000000">x</td></tr></table>',
    "one word": "<p>" + "x" * 1_000_000 + "</p>",
    "tables": "<table><tr><td>" * 100 + "x" + "</td></tr></table>" * 100,
    "script": '<p>a</p><script>while(1){}</script><img src="file:///etc/passwd" onerror="x()">',
}


def pane(author: Author) -> SourcePane:
    made = author.field.parts.part("source")
    assert isinstance(made, SourcePane)
    return made


def open_pane(author: Author) -> SourcePane:
    author.edit.wanted.emit("source")
    return pane(author)


def test_the_source_is_edited_in_one_step(author: Author) -> None:
    author.show("<p>one</p>")
    source = open_pane(author)
    assert source.source.toPlainText() == "<p>one</p>"
    assert not author.edit.isVisible()
    source.source.selectAll()
    QTest.keyClicks(source.source, "<p id=a>two</p>")
    source.done.click()
    assert author.html == "<p id=a>two</p>"
    assert author.bursts == [False]
    assert author.edit.texts() == ["two"]
    assert author.edit.isVisible()


def test_cancel_changes_nothing(author: Author) -> None:
    author.show("<p>one</p>")
    source = open_pane(author)
    QTest.keyClicks(source.source, "zzz")
    source.cancel.click()
    assert author.html == "<p>one</p>"
    assert author.edit.isVisible()


def test_what_was_written_is_taken_when_the_question_is_left(author: Author) -> None:
    source = open_pane(author)
    QTest.keyClicks(source.source, "<p>x</p>")
    author.field.finish()
    assert author.html == "<p>x</p>"


def test_what_is_wrong_is_told_with_its_line(author: Author) -> None:
    source = open_pane(author)
    source.source.setPlainText("<p>a</p>\n<p><b>c</p>\n<script>x</script>")
    source.check()
    assert len(source.problems.texts) >= 2
    assert "Line 2" in source.problems.texts[0]
    QTest.mouseClick(source.problems.lines[0], Qt.MouseButton.LeftButton)
    assert source.source.textCursor().blockNumber() == 1


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_markup_opens_and_is_kept(author: Author, name: str) -> None:
    author.field.show_html(HOSTILE[name])
    author.field.finish()
    assert author.html == HOSTILE[name]
    assert author.values == []


@pytest.mark.parametrize("name", ["deep", "one word"])
def test_what_is_too_much_is_shown_as_source(author: Author, name: str) -> None:
    author.field.show_html(HOSTILE[name])
    assert author.field.is_source
    assert pane(author).note.isVisible()
    author.field.show_html("<p>x</p>")
    assert not author.field.is_source
    assert author.edit.isVisible()
