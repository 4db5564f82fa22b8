"""Units in the person's words."""

from app.message import Message, message
from app.sync.unit import ANSWERS, OTHER

_NAMES = {
    "points": message("points"),
    "points_possible": message("points"),
    "title": message("title"),
    "item_body": message("question text"),
    "calculator_type": message("calculator"),
    "instructions": message("instructions"),
    "entry": message("content"),
    "feedback/neutral": message("general feedback"),
    "feedback/correct": message("feedback for a right answer"),
    "feedback/incorrect": message("feedback for a wrong answer"),
    "due_at": message("due date"),
    "unlock_at": message("first day"),
    "lock_at": message("last day"),
    "grading_type": message("what the gradebook shows"),
    "settings/time_limit": message("time limit"),
    "settings/access_code": message("access code"),
    "settings/addresses": message("addresses from which it can be taken"),
    "settings/one_at_a_time": message("questions on a page"),
    "settings/shuffle_answers": message("shuffled answers"),
    "settings/shuffle_questions": message("shuffled questions"),
    "settings/calculator_type": message("calculator"),
    "settings/multiple_attempts/limit": message("number of attempts"),
    "settings/multiple_attempts/waiting": message("wait between attempts"),
    "settings/multiple_attempts/score_to_keep": message("score that is kept"),
    ANSWERS: message("answers"),
    OTHER: message("details"),
}
_ATTEMPTS = message("attempts")
_RESULTS = message("what students see afterwards")
_SETTINGS = message("settings")


def unit_name(unit: str) -> Message:
    """What a unit is about."""
    if unit.startswith("settings/result_view_settings/"):
        return _RESULTS
    if unit.startswith("settings/multiple_attempts/"):
        return _NAMES.get(unit, _ATTEMPTS)
    return _NAMES.get(unit, _SETTINGS)
