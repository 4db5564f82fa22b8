"""Checks of the questions of a quiz together: where their right answers stand, feedback that nobody sees."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import exp, log
from typing import Final

from app.checks.fix import settings_fix
from app.checks.glance import Glance, glance
from app.checks.likeness import Kind, Likeness
from app.checks.problem import Problem, hint, warning
from app.message import message
from app.models.quiz import NewQuiz, Quiz
from app.models.settings import QuizSettings, ResultView

FEWEST: Final = 8
"""Of fewer questions nobody can tell a habit from chance."""
UNLIKELY: Final = 0.01
"""Chance would put so many right answers into any one place less often than this."""


@dataclass(frozen=True, slots=True)
class Habit:
    """Answer `place` is right in `count` of `total` multiple choices whose answers stand still."""

    place: int
    count: int
    total: int


@dataclass(frozen=True, slots=True)
class Together:
    """What the questions of a quiz come to: a habit, and how many of them have feedback."""

    habit: Habit | None = None
    with_feedback: int = 0


def together(glances: Iterable[Glance]) -> Together:
    """Look at all questions of a quiz."""
    seen = tuple(glances)
    return Together(_habit([one for one in seen if one.right]), sum(one.has_feedback for one in seen))


def together_problems(fields: NewQuiz, all_questions: Together) -> Iterator[Problem]:
    """Right answers in one place while nothing is shuffled; feedback that the settings hide."""
    settings = fields.quiz_settings or QuizSettings()
    habit = all_questions.habit
    if habit is not None and not settings.shuffle_answers:
        words = message(
            "In {count} of {total} multiple choice questions answer {place} is the right one.",
            count=habit.count,
            total=habit.total,
            place=habit.place,
        )
        fix = settings_fix(message("Shuffle the answers"), lambda old: old.replaced(shuffle_answers=True))
        advice = message("Students may notice: move some of them, or shuffle the answers.")
        yield hint("shuffle_answers", "right-answers-in-one-place", words, advice, fix)
    if all_questions.with_feedback:
        yield from _of_hidden_feedback(settings.result_view_settings or ResultView(), all_questions.with_feedback)


def twin_problem(kind: Kind, number: int) -> Problem:
    """What is said of a question that is like the one with this number."""
    if kind == "same":
        words = message("This is the same question as question {number}.", number=number)
        return warning("item_body", "same-question", words, message("Change or delete one of them."))
    words = message("This is nearly the same question as question {number}.", number=number)
    return hint("item_body", "nearly-same-question", words, message("Keep both if that is meant."))


def twin_problems(quiz: Quiz) -> dict[str, Problem]:
    """Item id → what is said of a question that is like an earlier one."""
    likeness, found = Likeness(), {}
    for item in quiz.items:
        wording = glance(item).wording
        twin = likeness.find(item.id, wording) if wording is not None else None
        if twin is not None:
            found[item.id] = twin_problem(twin[0], quiz.places[twin[1]] + 1)
    return found


def _habit(questions: Sequence[Glance]) -> Habit | None:
    """The place that is right so often that chance would hardly do it."""
    if len(questions) < FEWEST:
        return None
    place, count = Counter(one.right for one in questions).most_common(1)[0]
    chance = sum(1 / one.choices for one in questions if one.choices >= place) / len(questions)
    places = max(one.choices for one in questions)
    if places * _at_most_likely(count / len(questions), chance, len(questions)) >= UNLIKELY:
        return None
    return Habit(place, count, len(questions))


def _at_most_likely(share: float, chance: float, total: int) -> float:
    """A bound of how likely at least this `share` of `total` is, where `chance` is the mean of all of them.

    W. Hoeffding, Probability inequalities for sums of bounded random variables (1963), theorem 1; it holds also where
    the questions have different numbers of answers.
    """
    if share <= chance:
        return 1
    surprise = share * log(share / chance) + ((1 - share) * log((1 - share) / (1 - chance)) if share < 1 else 0)
    return exp(-total * surprise)


def _of_hidden_feedback(view: ResultView, count: int) -> Iterator[Problem]:
    if not view.result_view_restricted or (view.display_items and view.display_item_feedback):
        return
    words = message(
        "{count} question has feedback, but students do not see it.",
        plural="{count} questions have feedback, but students do not see it.",
        count=count,
    )
    field = "display_item_feedback" if view.display_items else "display_items"
    advice = message("Let them see “The questions” and “Feedback”, or keep it for yourself.")
    fix = settings_fix(message("Show the feedback"), _with_feedback_shown)
    yield warning(field, "hidden-feedback", words, advice, fix)


def _with_feedback_shown(settings: QuizSettings) -> QuizSettings:
    view = settings.result_view_settings or ResultView()
    shown = view.replaced(display_items=True, display_item_feedback=True)
    return settings.replaced(result_view_settings=shown)
