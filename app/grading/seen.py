"""What students see of their result (New Quizzes API, ResultViewSettings; canvas-facts 5.1)."""

from dataclasses import dataclass
from datetime import UTC, datetime

from app.message import Message, message
from app.models.settings import CorrectnessQualifier, ResponseQualifier, ResultView
from app.models.settings_effective import counts


@dataclass(frozen=True, slots=True)
class Seen:
    """Which parts of a result are shown."""

    points: bool = True
    possible: bool = True
    items: bool = True
    responses: bool = True
    correctness: bool = True
    answers: bool = True
    feedback: bool = True

    def told(self) -> tuple[tuple[Message, bool], ...]:
        """Each part by its name, and whether it is shown."""
        return tuple(zip(_PARTS, self._flags, strict=True))

    @property
    def _flags(self) -> tuple[bool, ...]:
        parts = (self.points, self.possible, self.items, self.responses, self.correctness, self.answers)
        return (*parts, self.feedback)


EVERYTHING = Seen()
_PARTS = (
    message("the points they got"),
    message("the points they could get"),
    message("the questions"),
    message("their responses"),
    message("what was right"),
    message("the right answers"),
    message("the feedback"),
)


def seen(view: ResultView | None, now: float, *, is_last: bool) -> Seen:
    """What is shown of an attempt at a moment, in epoch seconds; `is_last` says that no attempt is left after it."""
    if view is None or not view.result_view_restricted:
        return EVERYTHING
    responses = _is_on(view, "display_item_response") and _is_due(
        view.display_item_response_qualifier,
        (ResponseQualifier.AFTER_LAST_ATTEMPT, ResponseQualifier.ONCE_AFTER_LAST_ATTEMPT),
        is_last,
    )
    responses = responses and _is_within(now, view.show_item_responses_at, view.hide_item_responses_at)
    correctness = responses and _is_on(view, "display_item_response_correctness")
    correctness = correctness and _is_due(
        view.display_item_response_correctness_qualifier, (CorrectnessQualifier.AFTER_LAST_ATTEMPT,), is_last
    )
    correctness = correctness and _is_within(
        now, view.show_item_response_correctness_at, view.hide_item_response_correctness_at
    )
    return Seen(
        points=_is_on(view, "display_points_awarded"),
        possible=_is_on(view, "display_points_possible"),
        items=_is_on(view, "display_items"),
        responses=responses,
        correctness=correctness,
        answers=correctness and _is_on(view, "display_item_correct_answer"),
        feedback=_is_on(view, "display_item_feedback"),
    )


def _is_on(view: ResultView, field: str) -> bool:
    return bool(getattr(view, field)) and counts(view, field)


def _is_due(qualifier: str | None, late: tuple[str, ...], is_last: bool) -> bool:
    return qualifier not in late or is_last


def _is_within(now: float, start: str | None, end: str | None) -> bool:
    begins, ends = _moment(start), _moment(end)
    return (begins is None or now >= begins) and (ends is None or now < ends)


def _moment(text: str | None) -> float | None:
    try:
        instant = datetime.fromisoformat(text) if text else None
    except ValueError:
        return None
    return None if instant is None else (instant if instant.tzinfo else instant.replace(tzinfo=UTC)).timestamp()
