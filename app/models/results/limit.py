"""How far Canvas goes with extensions and accommodations, and what is wrong with one that goes further.

Classic quizzes cut a greater number without a word (Course Quiz Extensions API; `canvas-facts.md` 1.10), so that what
a person is told and what a student gets would differ: it is refused here. Plain numbers, so that no model is loaded.
"""

from app.message import Message, message

MOST_ATTEMPTS = 1000
MOST_MINUTES = 10_080
MOST_EXTENSION = 1440
MOST_PEOPLE = 100
"""Students in one request: our own choice, so that one answer stays small."""


def attempts_problem(attempts: int | None) -> Message | None:
    """What is wrong with a number of extra attempts."""
    if attempts is None or 0 <= attempts <= MOST_ATTEMPTS:
        return None
    return message("Extra attempts must be between 0 and {most}, not {number}.", most=MOST_ATTEMPTS, number=attempts)


def time_problem(minutes: int | None) -> Message | None:
    """What is wrong with a number of extra minutes."""
    if minutes is None or 0 <= minutes <= MOST_MINUTES:
        return None
    return message(
        "Extra time must be between 0 and {most} minutes (a week), not {number}.", most=MOST_MINUTES, number=minutes
    )


def end_problem(from_now: int | None, from_end: int | None) -> Message | None:
    """What is wrong with moving the end of an attempt under way: one way of two, and a day at most."""
    if from_now is not None and from_end is not None:
        return message("An attempt is extended either from now or from its end, not both.")
    minutes = from_end if from_now is None else from_now
    if minutes is None or 1 <= minutes <= MOST_EXTENSION:
        return None
    return message(
        "An attempt is extended by 1 to {most} minutes (a day), not {number}.", most=MOST_EXTENSION, number=minutes
    )


def score_problem(score: float | None) -> Message | None:
    """What is wrong with the points of one answer: Canvas takes none below 0 (Manual Scoring appendix)."""
    if score is None or 0 <= score < float("inf"):
        return None
    return message("Points for an answer cannot be below 0: {number}.", number=f"{score:g}")
