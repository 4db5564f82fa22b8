"""What is written as a Word document and read again is the same question, or what is not the same is told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.interchange.maker import Answer, choice, essay, multi_answer
from app.interchange.material import Found
from app.interchange.source import Source, quietly
from app.interchange.table import format_of
from app.interchange.word.read import read
from app.interchange.word.write import write
from app.models.item import Item
from app.models.questions.choice import ChoiceQuestion
from app.models.questions.multi_answer import MultiAnswerQuestion
from app.models.quiz import NewQuiz, Quiz
from tests.interchange.qti.conftest import PICTURE, REFERENCE, media
from tests.interchange.word.carried import carried, seen
from tests.support.strategies.items import items, rows

CARRIED = (
    *("choice", "multi-answer", "true-false", "matching", "categorization", "ordering", "rich-fill-blank", "numeric"),
    *("essay", "file-upload"),
)


def _again(*items: Item) -> tuple[list[Found], list[str], frozenset[str]]:
    made = write(Quiz("q", NewQuiz(title="Bees / wasps"), items), media, quietly)
    source = Source("bees.docx", made.data)
    assert format_of(source).name == "word"
    [material] = read(source)
    assert material.title == "Bees / wasps"
    assert len(material.found) == len(items) - len(made.missing)
    return list(material.found), [str(loss.what) for loss in made.losses], made.missing


@pytest.mark.parametrize("slug", CARRIED)
@given(data=st.data())
def test_a_question_is_the_same_after_export_and_import(slug: str, data: st.DataObject) -> None:
    item = data.draw(items(slugs=(slug,)))
    [found], lost, missing = _again(item)
    assert not missing
    assert found.item is not None
    assert carried(found.item, lost) == carried(item, lost)


@given(rows(valid=False))
def test_drafts_and_what_is_no_question_are_written_or_named(item: Item) -> None:
    made = write(Quiz("q", NewQuiz(title="Bees"), (item,)), media, quietly)
    [material] = read(Source("bees.docx", made.data))
    assert len(material.found) <= 1
    assert material.found or made.losses


@given(items(valid=False))
def test_the_same_quiz_gives_the_same_bytes(item: Item) -> None:
    quiz = Quiz("q", NewQuiz(title="Bees"), (item,))
    assert write(quiz, media, quietly).data == write(quiz, media, quietly).data


@pytest.mark.parametrize("slug", ["formula", "hot-spot"])
@given(data=st.data())
def test_what_a_list_has_no_lines_for_is_named(slug: str, data: st.DataObject) -> None:
    item = data.draw(items(slugs=(slug,)))
    found, lost, missing = _again(item)
    assert not found
    assert missing == {item.id}
    assert lost == ["A list of questions has no such question: it is not in the file."]


NASTY = (
    *("1. one", "a. one", "*one", "**one", "Answer: b", "Points: 7", "(7 points) one", "Type: E", "~ one", "- one"),
    *("Answers:", "____ one", "\u2060one", "one=two", "3", "true"),
)
"""Words that mean something in a list that somebody typed."""


@pytest.mark.parametrize("words", NASTY)
def test_words_that_look_like_signs_are_words(words: str) -> None:
    stem = f"<p>{words}</p><p>{words}</p>"
    answers = [Answer(f"<p>{words}</p><p>{words}</p>"), Answer(f"<p>{words}!</p>", 1), Answer(f"<p>{words}?</p>", 1)]
    several, _ = multi_answer(stem, answers, partial=False)
    single, _ = choice(stem, answers[:2])
    before = (Item.of(several, points=1), Item.of(single, points=3), Item.of(essay(stem), points=0))
    found, lost, _ = _again(*before)
    assert not lost
    for one, item in zip(found, before, strict=True):
        assert one.item is not None
        assert carried(one.item, lost) == carried(item, lost)


def test_where_every_answer_is_right_every_answer_is_right_again() -> None:
    made, _ = multi_answer("<p>Which?</p>", [Answer("<p>a</p>", 1), Answer("<p>b</p>", 1)], partial=False)
    [found], _, _ = _again(Item.of(made, points=1))
    assert found.item is not None
    assert isinstance(found.item.entry, MultiAnswerQuestion)
    assert len(found.item.entry.right) == 2


def test_bold_answers_are_bold_and_no_key() -> None:
    made, _ = choice("<p>Which?</p>", [Answer("<p><strong>a</strong></p>"), Answer("<p>b</p>", 1)])
    [found], lost, _ = _again(Item.of(made, points=1))
    assert found.item is not None
    question = found.item.entry
    assert isinstance(question, ChoiceQuestion)
    assert [one.id == question.right for one in question.choices] == [False, True]
    assert carried(found.item, lost) == carried(Item.of(made, points=1), lost)


def test_pictures_equations_tables_and_lines_come_back() -> None:
    stem = (
        f"<p>Look:<br>there <img src='{REFERENCE}' alt='A box'> and \\(\\frac{{a}}{{b}}\\)</p>"
        "<table><tbody><tr><td>1</td><td>A</td></tr><tr><td>2</td><td>B</td></tr></tbody></table><p>Which?</p>"
    )
    made, _ = choice(stem, [Answer(f"<p><img src='{REFERENCE}' alt=''></p>", 1), Answer("<p>\\(x\\)</p>")])
    quiz = Quiz("q", NewQuiz(title="T"), (Item.of(made, points=1),))
    assert isinstance(made, ChoiceQuestion)
    written = write(quiz, media, quietly)
    assert not written.losses
    [material] = read(Source("t.docx", written.data))
    assert list(material.media.values()) == [PICTURE]
    [found] = material.found
    assert not found.lost
    assert found.item is not None
    question = found.item.entry
    assert isinstance(question, ChoiceQuestion)
    assert seen(question.item_body) == seen(stem)
    assert [seen(one.item_body) for one in question.choices] == [seen(one.item_body) for one in made.choices]


def test_a_picture_that_is_shown_smaller_is_told() -> None:
    item = Item.of(essay(f"<p><img src='{REFERENCE}' alt='' width='10' height='8'></p>"), points=1)
    _, lost, _ = _again(item)
    assert lost == ["The size and the place of a picture."]
