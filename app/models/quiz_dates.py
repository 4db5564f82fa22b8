"""The dates of a quiz: those of the quiz itself, and those from which students see their results."""

from collections.abc import Mapping
from typing import Final

from app.message import Message, message
from app.models.quiz import NewQuiz
from app.models.settings import QuizSettings, ResultView

_OF_QUIZ: Final = {
    "unlock_at": message("Available from"),
    "due_at": message("Due"),
    "lock_at": message("Available until"),
}
_OF_RESULTS: Final = {
    "show_item_responses_at": message("Responses from"),
    "hide_item_responses_at": message("Responses until"),
    "show_item_response_correctness_at": message("Right or wrong from"),
    "hide_item_response_correctness_at": message("Right or wrong until"),
}
DATES: Final[Mapping[str, Message]] = {**_OF_QUIZ, **_OF_RESULTS}
"""Every date that can be written, by its field, with what a person calls it."""


def dates_of(fields: NewQuiz) -> dict[str, str]:
    """The dates that are set, by their field."""
    view = _view(fields)
    found = {name: getattr(fields, name) for name in _OF_QUIZ}
    found |= {name: getattr(view, name) for name in _OF_RESULTS if view is not None}
    return {name: stamp for name, stamp in found.items() if stamp}


def with_dates(fields: NewQuiz, dates: Mapping[str, str | None]) -> NewQuiz:
    """The same fields with these dates."""
    changed = fields.replaced(**{name: stamp for name, stamp in dates.items() if name in _OF_QUIZ})
    inner = {name: stamp for name, stamp in dates.items() if name in _OF_RESULTS}
    if not inner:
        return changed
    settings = changed.quiz_settings or QuizSettings()
    view = (settings.result_view_settings or ResultView()).replaced(**inner)
    return changed.replaced(quiz_settings=settings.replaced(result_view_settings=view))


def _view(fields: NewQuiz) -> ResultView | None:
    return fields.quiz_settings.result_view_settings if fields.quiz_settings is not None else None
