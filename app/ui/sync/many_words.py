"""What is told of several quizzes that are synced in one go: a line for each, and a letter for all."""

from collections.abc import Sequence

from app.message import Message, message
from app.session.many_syncs import OneOfMany
from app.sync.letter import result_sentences, sentences, warnings
from app.sync.step import Plan
from app.sync.stopped import cancelled
from app.ui.theme import Role
from app.ui.words import words

Mark = tuple[str, Role]
"""The icon of a row, and its colour."""


def line(one: OneOfMany) -> str:
    """What would be done with a quiz, what was done, or what is wrong."""
    if one.error is not None:
        return "\n".join(words(part) for part in (one.error.message, one.error.hint) if part is not None)
    if one.link is None:
        said = [message("In no course yet")]
    elif one.stopped and one.outcome is not None:
        said = [cancelled(one.outcome), *one.outcome.notes]
    elif one.outcome is not None:
        said = [*result_sentences(one.outcome), *_left(one)]
    elif one.plan is not None:
        said = [*sentences(one.plan), *_brakes(one.plan), *warnings(one.plan)]
    else:
        said = [message("Not looked at yet")]
    return " ".join(map(words, said))


def _brakes(plan: Plan) -> list[Message]:
    """So many deletions are confirmed where each of them is seen."""
    found = [brake for brake in (plan.brake, plan.brake_here) if brake is not None]
    return [*found, message("To confirm that, show this quiz.")] if found else []


def mark(one: OneOfMany) -> Mark:
    """How it stands, at a glance."""
    if one.error is not None:
        return ("circle-x", "danger")
    if one.link is None:
        return ("circle", "text_quiet")
    told = one.outcome or one.plan
    if told is None:
        return ("clock", "text_quiet")
    if told.conflicts:
        return ("triangle-alert", "danger")
    if told.held or one.stopped:
        return ("circle-alert", "warning")
    return ("refresh-cw", "accent") if one.does_anything else ("circle-check", "good")


def letter_of_plan(many: Sequence[OneOfMany], ticked: int) -> str:
    """What a sync of those that are ticked would be, and what is not part of it."""
    said = [
        _count(ticked, "1 quiz will be synced.", "{count} quizzes will be synced."),
        _count(
            sum(one.plan is not None and not one.does_anything and not _open(one) for one in many),
            "1 is the same on both sides.",
            "{count} are the same on both sides.",
        ),
        _count(sum(_open(one) for one in many), "1 needs you.", "{count} need you."),
        _count(sum(one.link is None for one in many), "1 is in no course yet.", "{count} are in no course yet."),
        _troubles(many, "1 could not be looked at.", "{count} could not be looked at."),
    ]
    return " ".join(words(one) for one in said if one is not None) or words(message("Nothing is ticked."))


def letter_of_result(many: Sequence[OneOfMany]) -> str:
    """What was done, and what is left to the person."""
    done = [one for one in many if one.outcome is not None and not one.stopped]
    said = [
        _count(len(done), "1 quiz was synced.", "{count} quizzes were synced."),
        _count(sum(_open(one) for one in many), "1 needs you.", "{count} need you."),
        _troubles(many, "1 could not be synced.", "{count} could not be synced."),
        message("The rest waits for the next sync.") if any(one.stopped for one in many) else None,
    ]
    return " ".join(words(one) for one in said if one is not None) or words(message("Nothing was synced."))


def _open(one: OneOfMany) -> bool:
    """Whether something waits for the person."""
    told = one.outcome or one.plan
    return told is not None and bool(told.conflicts or told.held)


def _left(one: OneOfMany) -> list[Message]:
    assert one.outcome is not None
    conflicts, held = len(one.outcome.conflicts), len(one.outcome.held)
    said = [
        _count(conflicts, "1 conflict to decide.", "{count} conflicts to decide."),
        _count(held, "1 thing stays here.", "{count} things stay here."),
    ]
    return [part for part in said if part is not None]


def _troubles(many: Sequence[OneOfMany], one: str, more: str) -> Message | None:
    return _count(sum(quiz.error is not None for quiz in many), one, more)


def _count(count: int, one: str, many: str) -> Message | None:
    return message(one, plural=many, count=count) if count else None
