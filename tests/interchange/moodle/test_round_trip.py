"""What is written for Moodle and read again is the same question, or what is not the same is told."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.interchange.moodle.name import is_made
from app.interchange.moodle.read import read
from app.interchange.moodle.write import write
from app.interchange.source import Source, quietly
from app.models.item import Item
from app.models.question import Question
from app.models.questions.numeric import NumericQuestion
from app.models.questions.numeric_interval import taken_by
from app.models.questions.rich_fill_blank import RichFillBlankQuestion
from app.models.questions.true_false import TrueFalseQuestion
from app.models.quiz import NewQuiz, Quiz
from tests.interchange.seen import seen
from tests.support.strategies.items import items, rows

FULL = ("true-false", "choice", "multi-answer", "matching", "ordering", "numeric", "essay", "file-upload")


def _quiz(*items: Item) -> Quiz:
    return Quiz("q", NewQuiz(title="Bees / wasps"), items)


def _again(item: Item) -> tuple[Item | None, list[str]]:
    made = write(_quiz(item), lambda _: b"", quietly)
    [material] = read(Source("bees.xml", made.data))
    assert material.title == "Bees / wasps"
    lost = [str(loss.what) for loss in made.losses]
    if made.missing:
        assert not material.found
        assert lost
        return None, lost
    [found] = material.found
    assert found.refused is None
    return found.item, lost


@pytest.mark.parametrize("slug", FULL)
@given(data=st.data())
def test_a_question_is_the_same_after_export_and_import(slug: str, data: st.DataObject) -> None:
    item = data.draw(items(slugs=(slug,)))
    after, lost = _again(item)
    assert after is not None
    assert seen(after, lost) == seen(item, lost)


@given(items(slugs=("rich-fill-blank",)))
def test_blanks_come_back_in_their_places(item: Item) -> None:
    after, lost = _again(item)
    assert after is not None
    before = item.entry
    assert isinstance(before, RichFillBlankQuestion)
    assert isinstance(after.entry, RichFillBlankQuestion)
    assert len(after.entry.blanks) == len(before.blanks)
    pairs = zip(before.blanks, after.entry.blanks, strict=True)
    assert lost or all(_blank(one, before) == _blank(two, after.entry) for one, two in pairs)


def _blank(blank: Any, question: RichFillBlankQuestion) -> tuple[object, ...]:  # noqa: ANN401
    words = [one.item_body for one in blank.choices]
    bank = sorted(str(one.item_body) for one in question.word_bank) if blank.answer_type == "wordbank" else []
    return (blank.answer_type, blank.algorithm, blank.shown, blank.accepted, words, bank)


@given(rows(valid=False))
def test_drafts_and_what_is_no_question_are_written_or_named(item: Item) -> None:
    _again(item)


@given(items(valid=False))
def test_the_same_quiz_gives_the_same_bytes(item: Item) -> None:
    assert write(_quiz(item), lambda _: b"", quietly).data == write(_quiz(item), lambda _: b"", quietly).data


@given(items(slugs=("numeric",)))
def test_the_same_numbers_are_right(item: Item) -> None:
    after, lost = _again(item)
    assert after is not None
    assert isinstance(item.entry, NumericQuestion)
    assert isinstance(after.entry, NumericQuestion)
    before, now = ([taken_by(one) for one in entry.answers] for entry in (item.entry, after.entry))
    assert before == now or any("so many digits" in one for one in lost)


def test_a_name_that_repeats_the_text_is_no_label() -> None:
    question = Question(interaction_type_slug="essay", item_body="<p>Why do bees dance at noon?</p>")
    assert is_made("Why do bees dance at noon?", question.item_body or "", question)
    assert is_made("Why do bees dance at...", question.item_body or "", question)
    assert not is_made("Why", question.item_body or "", question)


@pytest.mark.parametrize("name", ["a<?>a", "a < b > c", "1<2", "<![CDATA[x", "a<M>a", "Q & A", "a &amp; b"])
def test_a_name_with_signs_of_markup_stays(name: str) -> None:
    question = TrueFalseQuestion.new().replaced(title=name, item_body="<p>aa</p>").with_right(True)
    after, _ = _again(Item.of(question))
    assert after is not None
    assert after.summary.title == name
