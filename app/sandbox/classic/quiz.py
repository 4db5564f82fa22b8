"""Classic quizzes and their rows: the quiz, its questions, and the assignment that stands for it in the gradebook."""

from app.sandbox.call import Call
from app.sandbox.course import core_id
from app.sandbox.exchange import Answer, JsonObject
from app.sandbox.paging import numbered
from app.sandbox.refusal import not_found
from app.sandbox.state import State

NEW: JsonObject = {
    "title": "Unnamed Quiz", "time_limit": None, "allowed_attempts": 1, "scoring_policy": "keep_highest",
    "access_code": None, "locked": False, "module_locked": False, "ip_denied": False, "lockdown": False,
    "cant_go_back": False, "questions": [],
}  # fmt: skip
"""A quiz without limits. `time_limit` is in minutes; `allowed_attempts` -1 is without limit."""

_HIDDEN = frozenset({"course", "assignment", "questions", "module_locked", "ip_denied", "lockdown"})


def add_classic_quiz(state: State, course: str, fields: JsonObject, assignment: JsonObject) -> str:
    """Make a classic quiz with its assignment; gives the id of the quiz, which is not that of the assignment."""
    key, column = state.next_id("classic"), state.next_id("assignment")
    questions = [{"id": state.next_id("classic question"), **one} for one in fields.get("questions", [])]
    row = {**NEW, **fields, "questions": questions, "course": course, "assignment": column}
    total = sum(float(question["points_possible"]) for question in questions)
    state.put("classics", key, row)
    values = {"name": row["title"], "points_possible": total, **assignment, "course": course, "quiz_id": key}
    state.put("assignments", column, values)
    return key


def classic_of(call: Call) -> JsonObject:
    """The classic quiz that the path names; a New Quiz is not one."""
    row = call.state.row("classics", call.path["quiz"])
    if row is None or row["course"] != call.path["course"]:
        raise not_found()
    return row


def points_of(quiz: JsonObject) -> float:
    """What all its questions are worth."""
    return sum(float(question["points_possible"]) for question in quiz["questions"])


def shown_classic(call: Call, key: str, quiz: JsonObject) -> JsonObject:
    """A Quiz object of core."""
    shown = {name: value for name, value in quiz.items() if name not in _HIDDEN}
    ids = {"id": core_id(call, key), "assignment_id": core_id(call, quiz["assignment"])}
    return {**shown, **ids, "points_possible": points_of(quiz), "question_count": len(quiz["questions"])}


def list_questions(call: Call) -> Answer:
    """The questions of a quiz; those of a submission are the same here, since no quiz changes once it is taken."""
    quiz = classic_of(call)
    ids = {"quiz_id": core_id(call, call.path["quiz"])}
    rows = enumerate(quiz["questions"], start=1)
    shown = [{**row, **ids, "id": core_id(call, row["id"]), "position": place} for place, row in rows]
    return numbered(call, shown)
