"""What is written for Canvas Classic: read again it is the same question, or what is not the same is told."""

import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.interchange.format import Written
from app.interchange.maker import categorization, ordering
from app.interchange.material import Material
from app.interchange.qti.classic import read
from app.interchange.qti.package import Package
from app.interchange.qti.write_classic import write
from app.interchange.source import Source, quietly
from app.interchange.table import format_of
from app.models.item import Item
from app.models.questions.choice import ChoiceQuestion
from app.models.questions.choices import Choice
from app.models.questions.formula import FormulaQuestion
from app.models.questions.hot_spot import HotSpotQuestion
from app.models.questions.matching import MatchingQuestion
from app.models.questions.numeric import NumericQuestion, PreciseAnswer
from app.models.quiz import NewQuiz, Quiz
from app.models.settings import QuizSettings
from app.models.table import CREATABLE
from tests.interchange.qti.classic_carried import carried
from tests.interchange.qti.conftest import media
from tests.support.strategies.items import items
from tests.support.strategies.quizzes import quizzes

CARRIED = tuple(slug for slug in CREATABLE if slug != "hot-spot")


def _written(*items: Item) -> Written:
    return write(Quiz("q", NewQuiz(title="Bees"), items), media, quietly)


def _again(written: Written) -> Material:
    source = Source("bees.zip", written.data)
    assert format_of(source).name == "qti-classic"
    [material] = read(source)
    assert all((one.item is None) == (one.refused is not None) for one in material.found)
    return material


def _told(written: Written) -> list[str]:
    return [str(one.what) for one in written.losses]


def _xml(written: Written) -> str:
    package = Package(Source("bees.zip", written.data))
    [name] = [one for one in package.documents if one.startswith("g") and "meta" not in one]
    return package.read(name).decode()


@pytest.mark.parametrize("slug", CARRIED)
@given(data=st.data())
def test_a_question_is_the_same_after_export_and_import(slug: str, data: st.DataObject) -> None:
    item = data.draw(items(slugs=(slug,)))
    written = _written(item)
    [found] = _again(written).found
    assert found.item is not None
    assert not found.lost
    lost = _told(written)
    assert carried(found.item, lost) == carried(item, lost)


@given(quizzes(slugs=CARRIED, valid=False, read_only=True))
def test_drafts_and_rows_that_are_no_questions_are_written_or_named(quiz: Quiz) -> None:
    written = write(quiz, media, quietly)
    [material] = read(Source("bees.zip", written.data))
    assert len(material.found) == len(quiz.items) - len(written.missing)
    assert len(written.losses) >= len(written.missing)


@given(quizzes(slugs=CARRIED, valid=False))
def test_the_same_quiz_gives_the_same_bytes(quiz: Quiz) -> None:
    assert write(quiz, media, quietly).data == write(quiz, media, quietly).data


def test_hot_spots_are_named_and_not_in_the_file() -> None:
    spot = Item.of(HotSpotQuestion.new(), points=1)
    written = _written(spot)
    assert written.missing == {spot.id}
    assert _told(written) == ["This format has no such question: it is not in the file."]


def test_ordering_and_categories_become_matching_and_that_is_told() -> None:
    rows = Item.of(ordering("<p>Sort</p>", ["<p>One</p>", "<p>Two</p>"]), points=1)
    places = Item.of(categorization("<p>Where?</p>", [("bee", "insect"), ("oak", "tree"), ("fog", "")]), points=1)
    written = _written(rows, places)
    assert _told(written) == [
        "Its type: it is a matching question there, each place with its row.",
        "Its type: it is a matching question there, each answer with its category.",
        "Answers that belong into no category.",
    ]
    first, second = (item.entry for item in _again(written).items)
    assert isinstance(first, MatchingQuestion)
    assert [(pair.prompt, pair.answer) for pair in first.pairs] == [("1", "One"), ("2", "Two")]
    assert isinstance(second, MatchingQuestion)
    assert [(pair.prompt, pair.answer) for pair in second.pairs] == [("bee", "insect"), ("oak", "tree")]


def test_feedback_is_shown_by_conditions_of_what_was_chosen() -> None:
    choices = (Choice.new("<p>a</p>"), Choice.new("<p>b</p>"))
    question = ChoiceQuestion.new().with_choices(choices).with_right(choices[0].id)
    question = question.with_feedback("correct", "<p>Yes</p>").with_answer_feedback(choices[1].id, "<p>No</p>")
    xml = _xml(_written(Item.of(question, points=1)))
    assert re.findall(r'linkrefid="([^"]*)"', xml) == ["correct_fb", f"{choices[1].id}_fb"]
    order = [xml.index(name) for name in ("</presentation>", "<resprocessing>", "</resprocessing>", "<itemfeedback")]
    assert all(one < two for one, two in pairwise(order))


def test_numbers_have_their_bounds_and_variables_their_brackets() -> None:
    number = NumericQuestion.new().with_answers((PreciseAnswer.new("2.50", "1"),))
    formula = FormulaQuestion.new().replaced(item_body="<p>What is `x`?</p>").with_formula("x")
    written = _written(Item.of(number, points=1), Item.of(formula, points=1))
    xml = _xml(written)
    assert re.findall(r"<(var\w+) ", xml)[:3] == ["varequal", "vargt", "varlte"]
    assert "precisiontype" not in xml
    assert "calculator_type" not in xml
    assert any(one.startswith("The precision of a number") for one in _told(written))


def test_settings_that_classic_has_come_back_and_the_others_are_told() -> None:
    settings = QuizSettings(has_time_limit=True, session_time_limit_in_seconds=1_800, calculator_type="basic")
    written = write(Quiz("q", NewQuiz(title="Bees", quiz_settings=settings)), media, quietly)
    assert _told(written) == ["Settings that Classic quizzes do not have (calculator type)."]
    again = _again(written).fields.quiz_settings
    assert again is not None
    assert again.session_time_limit_in_seconds == 1_800
