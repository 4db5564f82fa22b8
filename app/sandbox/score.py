"""What the gradebook has of an assignment: of a New Quiz its scores, of a classic quiz the answers as well."""

from app.sandbox.assignment import known_assignment
from app.sandbox.call import Call, stamp
from app.sandbox.classic.shown import shown_submission
from app.sandbox.course import core_id
from app.sandbox.exchange import Answer, JsonObject
from app.sandbox.paging import numbered
from app.sandbox.student import shown_person, students_of


def list_scores(call: Call) -> Answer:
    """One Submission for each student of the course, handed in or not."""
    key = known_assignment(call)
    rows = numbered(call, students_of(call))
    quiz = next((quiz for quiz, row in call.state.rows("classics") if row["assignment"] == key), None)
    shown = _of_new_quiz if quiz is None else _of_classic_quiz
    included = {value for name, value in call.request.arguments() if name == "include[]"}
    values = [shown(call, key if quiz is None else quiz, student, included) for student in rows.value]
    return Answer(200, values, rows.headers)


def _of_new_quiz(call: Call, quiz: str, student: JsonObject, included: set[str]) -> JsonObject:
    row = call.state.row("sittings", f"{quiz}/{student['id']}") or {"state": "unsubmitted", "score": None}
    handed_in = row["state"] not in {"unsubmitted", "in_progress"}
    score = row["score"] if handed_in else None
    shown = {
        "id": core_id(call, f"{quiz}{int(student['id']):04}"),
        "user_id": core_id(call, student["id"]),
        "assignment_id": core_id(call, quiz),
        "submission_type": "basic_lti_launch" if handed_in else None,
        "workflow_state": row["state"] if handed_in else "unsubmitted",
        "attempt": row.get("attempt", 1) if handed_in else None,
        "score": score,
        "grade": None if score is None else f"{score:g}",
        "submitted_at": stamp(row["submitted_at"]) if handed_in else None,
        "late": False,
        "missing": False,
        "excused": None,
    }
    return {**shown, "user": shown_person(call, student)} if "user" in included else shown


def _of_classic_quiz(call: Call, quiz: str, student: JsonObject, included: set[str]) -> JsonObject:
    rows = call.state.rows("classic_submissions")
    found = next(((key, row) for key, row in rows if row["quiz"] == quiz and row["user"] == student["id"]), None)
    values = call.state.tables["classics"][quiz]
    key, row = found or (f"{quiz}{int(student['id']):04}", _nothing(student))
    shown = shown_submission(call, key, row, values, history="submission_history" in included)
    return {**shown, "user": shown_person(call, student)} if "user" in included else shown


def _nothing(student: JsonObject) -> JsonObject:
    return {"user": student["id"], "past": [], "attempt": 0, "state": "settings_only"}
