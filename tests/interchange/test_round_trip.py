"""Every format that is written, with every type: what is written is read again, and the same quiz gives the same bytes.

`WHOLE` is the table of the design (interchange.md, "Which format carries what"): on its cells marked F the words, the
answers and the key are the same whatever else is lost; on all others every difference stands in the report.
"""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.html.text import plain_text
from app.interchange.format import Format
from app.interchange.source import Source, quietly
from app.interchange.table import EVERY_TYPE, FORMATS, format_of
from app.models.item import Item
from app.models.question import Question
from app.models.questions.categorization import CategorizationQuestion
from app.models.questions.choice import ChoiceQuestion
from app.models.questions.formula import FormulaQuestion
from app.models.questions.matching import MatchingQuestion
from app.models.questions.multi_answer import MultiAnswerQuestion
from app.models.questions.numeric import NumericQuestion
from app.models.questions.numeric_interval import taken_by
from app.models.questions.ordering import OrderingQuestion
from app.models.questions.rich_fill_blank import RichFillBlankQuestion
from app.models.questions.true_false import TrueFalseQuestion
from app.models.quiz import NewQuiz, Quiz
from tests.interchange.qti.conftest import PICTURE, REFERENCE
from tests.support.strategies import hot_spot
from tests.support.strategies.items import points
from tests.support.strategies.questions import questions
from tests.support.strategies.words import ids

_CHOSEN = ("true-false", "choice", "multi-answer")
WHOLE = {
    "quizwright": EVERY_TYPE,
    "qti": EVERY_TYPE,
    "qti-classic": (*_CHOSEN, "matching", "numeric", "formula", "essay", "file-upload"),
    "moodle": (*_CHOSEN, "matching", "ordering", "numeric", "essay"),
    "gift": (*_CHOSEN, "matching", "numeric"),
    "text2qti": (*_CHOSEN, "essay", "file-upload"),
    "word": (*_CHOSEN, "matching", "ordering", "categorization", "numeric", "essay", "file-upload"),
}
_OF_THE_KEY = ("The right answer: in", "One right answer of several", "A category without an answer")
"""What is told of an answer or a key by name."""
WRITTEN = [one for one in FORMATS if one.write is not None]


@pytest.mark.parametrize("slug", EVERY_TYPE)
@pytest.mark.parametrize("form", WRITTEN, ids=lambda form: form.name)
@given(data=st.data())
def test_what_is_written_is_read_again_or_told(form: Format, slug: str, data: st.DataObject) -> None:
    kind = hot_spot.questions(st.just(REFERENCE)) if slug == "hot-spot" else questions((slug,))
    item = Item.of(data.draw(kind), points=data.draw(points), id=data.draw(ids))
    quiz = Quiz("q", NewQuiz(title="Bees"), (item,))
    written = form.written(quiz, lambda _: PICTURE, quietly)
    assert form.written(quiz, lambda _: PICTURE, quietly).data == written.data
    lost = [str(loss.what) for loss in written.losses]
    if written.missing:
        assert lost
        assert slug not in WHOLE[form.name]
        return
    source = Source(f"bees{form.endings[0]}", written.data)
    assert format_of(source).name.removesuffix("-classic") == form.name.removesuffix("-classic")
    [found] = (one for material in form.material(source) for one in material.found)
    assert found.item is not None
    if (slug in WHOLE[form.name] and not any(one.startswith(_OF_THE_KEY) for one in lost)) or not lost:
        assert essence(found.item) == essence(item)


def essence(item: Item) -> list[Any]:
    """Type, words, answers and key, without format."""
    question = item.entry
    assert isinstance(question, Question)
    body = question.body if isinstance(question, RichFillBlankQuestion) else question.item_body
    return [question.interaction_type_slug, _words(body), *_answers(question)]


def _answers(question: Question) -> Iterator[Any]:
    match question:
        case ChoiceQuestion():
            yield [(_words(one.item_body), one.id == question.right) for one in question.choices]
        case MultiAnswerQuestion():
            yield [(_words(one.item_body), one.id in question.right) for one in question.choices]
        case TrueFalseQuestion():
            yield question.right
        case MatchingQuestion():
            yield [(_words(pair.prompt), _words(pair.answer)) for pair in question.pairs]
            yield sorted(map(_words, question.distractors))
        case OrderingQuestion():
            yield [_words(one.item_body) for one in question.choices]
        case CategorizationQuestion():
            for category in question.categories:
                yield _words(category.item_body), [_words(one.item_body) for one in question.answers_of(category.id)]
        case RichFillBlankQuestion():
            yield len(question.blanks)
        case NumericQuestion():
            yield [one and (one.least, one.most) for one in map(taken_by, question.answers)]
        case FormulaQuestion():
            yield question.formula


def _words(html: str | None) -> str:
    return " ".join(plain_text(html or "").split())
