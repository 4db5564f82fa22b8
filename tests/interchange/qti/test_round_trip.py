"""What is written for New Quizzes and read again is the same quiz."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.interchange.qti.write import write
from app.interchange.source import quietly
from app.models.item import Item
from app.models.quiz import NewQuiz, Quiz
from app.models.settings import QuizSettings
from app.models.settings_effective import effective
from app.models.table import CREATABLE
from tests.interchange.qti.carried import carried
from tests.interchange.qti.conftest import REFERENCE, again, media
from tests.support.strategies import hot_spot
from tests.support.strategies.items import points
from tests.support.strategies.questions import questions
from tests.support.strategies.quizzes import quizzes
from tests.support.strategies.words import ids

PLAIN = tuple(slug for slug in CREATABLE if slug != "hot-spot")


@pytest.mark.parametrize("slug", CREATABLE)
@given(data=st.data())
def test_a_question_is_the_same_after_export_and_import(slug: str, data: st.DataObject) -> None:
    kind = hot_spot.questions(st.just(REFERENCE)) if slug == "hot-spot" else questions((slug,))
    item = Item.of(data.draw(kind), points=data.draw(points), id=data.draw(ids))
    [found] = again(Quiz("q", NewQuiz(title="Exam"), (item,))).found
    assert found.item is not None
    assert found.item.id == item.id
    assert carried(found.item) == carried(item)
    assert not found.lost


@given(quizzes(slugs=PLAIN))
def test_title_dates_and_settings_are_the_same(quiz: Quiz) -> None:
    material = again(quiz)
    assert material.title == quiz.title.strip()
    for name in ("due_at", "lock_at", "unlock_at", "instructions"):
        assert getattr(material.fields, name) == (getattr(quiz.fields, name) or None)
    settings = quiz.fields.quiz_settings
    if settings is not None:
        assert _counting(material.fields.quiz_settings) == _counting(settings)


def _counting(settings: QuizSettings | None) -> dict[str, object]:
    """What counts of settings, without what is off anyway."""

    def thin(value: object) -> object:
        if isinstance(value, dict):
            return {key: part for key, row in value.items() if (part := thin(row)) not in (None, False, {}, [], "none")}
        return value

    thinned = thin(effective(settings or QuizSettings()).wire())
    assert isinstance(thinned, dict)
    return thinned


@given(quizzes(slugs=PLAIN))
def test_the_same_quiz_gives_the_same_bytes(quiz: Quiz) -> None:
    assert write(quiz, media, quietly).data == write(quiz, media, quietly).data
