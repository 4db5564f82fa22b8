"""What is written for text2qti and read again is the same question, or what is not the same is told."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.html.text import plain_text
from app.interchange.source import Source, quietly
from app.interchange.text2qti.markdown import html_of, markdown_of
from app.interchange.text2qti.read import read
from app.interchange.text2qti.write import write
from app.models.item import Item
from app.models.quiz import NewQuiz, Quiz
from tests.interchange.seen import seen
from tests.support.strategies.items import items, rows
from tests.support.strategies.words import html

FULL = ("true-false", "choice", "multi-answer", "essay", "file-upload")


def _again(item: Item) -> tuple[Item | None, list[str]]:
    made = write(Quiz("q", NewQuiz(title="Bees"), (item,)), lambda _: b"", quietly)
    [material] = read(Source("bees.md", made.data))
    lost = [str(loss.what) for loss in made.losses]
    if made.missing:
        assert not material.found
        assert lost
        return None, lost
    [found] = material.found
    assert found.item is not None or lost
    return found.item, lost


@pytest.mark.parametrize("slug", FULL)
@given(data=st.data())
def test_a_question_is_the_same_after_export_and_import(slug: str, data: st.DataObject) -> None:
    item = data.draw(items(slugs=(slug,)))
    after, lost = _again(item)
    assert after is not None
    if not lost:
        assert seen(after, lost) == seen(item, lost)


@given(rows(valid=False))
def test_drafts_and_what_is_no_question_are_written_or_named(item: Item) -> None:
    _again(item)


@given(html)
@example("<p>1. one</p>")
@example("<p># - + &gt; *a* _b_ [c](d) `e` $f$ \\g !</p>")
@example("<p>- a</p>")
@example("<p>=</p>")
@example("<ul><li>a</li></ul>")
def test_a_rich_text_is_the_same_in_markdown(text: str) -> None:
    again = html_of(markdown_of(text))
    assert plain_text(again) == plain_text(text)
    assert again.startswith(text[:3])


@given(items(valid=False))
def test_the_same_quiz_gives_the_same_bytes(item: Item) -> None:
    quiz = Quiz("q", NewQuiz(title="Bees"), (item,))
    assert write(quiz, lambda _: b"", quietly).data == write(quiz, lambda _: b"", quietly).data
