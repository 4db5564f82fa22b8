"""Whole quizzes."""

from datetime import timedelta
from typing import Any

from hypothesis import strategies as st

from app.models.local import QuizLocal
from app.models.quiz import GradingType, NewQuiz, Quiz
from app.models.table import CREATABLE
from tests.support.strategies.items import items, points, rows
from tests.support.strategies.settings import loose_settings, moments, settings, written
from tests.support.strategies.words import anything_written, html, ids, words


@st.composite
def _dates(draw: st.DrawFn) -> dict[str, str]:
    """Dates in their order: unlocked, due, locked."""
    first = draw(moments)
    later = [first + timedelta(minutes=place * draw(st.integers(1, 50_000))) for place in range(3)]
    return dict(zip(("unlock_at", "due_at", "lock_at"), map(written, sorted(later)), strict=True))


@st.composite
def fields(draw: st.DrawFn, valid: bool = True) -> NewQuiz:
    """The fields of a quiz: such as Canvas takes if `valid`, else those of an unfinished one."""
    raw: dict[str, Any] = {"title": draw(words if valid else anything_written)}
    optional = {
        "instructions": html if valid else anything_written,
        "points_possible": points,
        "grading_type": st.sampled_from(list(GradingType)),
        "quiz_settings": settings() if valid else loose_settings(),
    }
    raw |= draw(st.fixed_dictionaries({}, optional=optional))
    return NewQuiz.model_validate(raw | (draw(_dates()) if draw(st.booleans()) else {}))


def quizzes(
    valid: bool = True, *, most: int = 5, slugs: tuple[str, ...] = CREATABLE, read_only: bool = False
) -> st.SearchStrategy[Quiz]:
    """Quizzes of at most `most` items of the types named.

    `valid` ones are taken by Canvas as they are; with `read_only` there are rows that only Canvas can write, too.
    """
    row = rows(valid) if read_only else items(valid, slugs)
    listed = st.lists(row, max_size=most, unique_by=lambda item: item.id)
    tags = st.lists(words, max_size=2).map(tuple)
    local = st.builds(lambda tags: QuizLocal(tags=tags) if tags else QuizLocal(), tags)
    return st.builds(Quiz, ids, fields(valid), listed.map(tuple), local)
