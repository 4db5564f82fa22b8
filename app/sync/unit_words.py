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
    "tags": message("tags"),
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
_PARTS = {
    "result_view_restricted": message("restricted"),
    "display_points_awarded": message("points they got"),
    "display_points_possible": message("points they could get"),
    "display_items": message("the questions"),
    "display_item_response": message("their responses"),
    "display_item_response_qualifier": message("when they see their responses"),
    "show_item_responses_at": message("responses from"),
    "hide_item_responses_at": message("responses until"),
    "display_item_response_correctness": message("whether they were right"),
    "display_item_response_correctness_qualifier": message("when they see whether they were right"),
    "show_item_response_correctness_at": message("right or wrong from"),
    "hide_item_response_correctness_at": message("right or wrong until"),
    "display_item_correct_answer": message("the right answers"),
    "display_item_feedback": message("feedback"),
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


def part_name(unit: str) -> Message | None:
    """Which part of what its name says a unit is; None where that is the whole."""
    return _PARTS.get(unit.rpartition("/")[2])
