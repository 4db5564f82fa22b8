"""New Quizzes: list, show, create, update, delete (`new-quizzes.txt`)."""

from app.sandbox.call import Call, stamp
from app.sandbox.exchange import Answer, JsonObject
from app.sandbox.paging import bookmarked
from app.sandbox.quiz_field import group_id, stored_fields
from app.sandbox.quiz_settings import changed_settings
from app.sandbox.refusal import crashed, missing, not_found
from app.sandbox.state import State

_EMPTY: JsonObject = {
    "title": "Unnamed Quiz", "instructions": None, "assignment_group_id": None, "points_possible": 0.0,
    "due_at": None, "lock_at": None, "unlock_at": None, "grading_type": "points", "quiz_settings": None,
}  # fmt: skip
_READ_ONLY = frozenset({"id", "published", "quiz_settings", "assignment_group_id"})


def quiz_of(call: Call) -> JsonObject:
    """The row of the quiz that the path names, in the course that the path names."""
    row = call.state.row("quizzes", call.path["quiz"])
    if row is None or row["course"] != call.path["course"]:
        raise not_found()
    return row


def shown_quiz(key: str, row: JsonObject, *, extras: bool = False) -> JsonObject:
    """A NewQuiz object; `extras` shows the settings that real answers carry beyond the documents."""
    settings = row["fields"]["quiz_settings"]
    if extras and settings:
        attempts = {**(settings.get("multiple_attempts") or {}), "build_on_last_attempt": False}
        results = {"display_correct_answer_at": None, "hide_correct_answer_at": None}
        results |= settings.get("result_view_settings") or {}
        settings = {**settings, "multiple_attempts": attempts, "result_view_settings": results}
    return {"id": key, **row["fields"], "quiz_settings": settings, "published": row["published"]}


def _shown(call: Call, key: str, row: JsonObject) -> JsonObject:
    return shown_quiz(key, row, extras="settings-extras" in call.switches)


def quiz_keys(state: State, course: str) -> list[str]:
    """The ids of a course's quizzes, oldest first."""
    return [key for key, row in state.rows("quizzes") if row["course"] == course]


def list_quizzes(call: Call) -> Answer:
    keys = sorted(quiz_keys(call.state, call.path["course"]), key=int)
    table = call.state.tables["quizzes"]
    return bookmarked(call, [[int(key)] for key in keys], lambda place: _shown(call, keys[place], table[keys[place]]))


def show_quiz(call: Call) -> Answer:
    return Answer(200, _shown(call, call.path["quiz"], quiz_of(call)))


def create_quiz(call: Call) -> Answer:
    sent = _sent(call)
    course = call.path["course"]
    group = sent.get("assignment_group_id") or first_group(call.state, course)
    fields = {**_fields(call, sent, None), "assignment_group_id": group_id(call.state, course, group)}
    key = call.state.next_id("assignment")
    row = new_quiz_row(call.state, course, fields, call.now)
    call.state.put("quizzes", key, row)
    call.state.put("orders", key, {"items": []})
    return Answer(200, _shown(call, key, row))


def new_quiz_row(state: State, course: str, fields: JsonObject, now: float) -> JsonObject:
    """The row of a quiz that was just made, not published."""
    fields = {**_EMPTY, "assignment_group_id": first_group(state, course), **fields}
    return {"course": course, "fields": fields, "published": False, "submissions": False, "created_at": stamp(now)}


def update_quiz(call: Call) -> Answer:
    row, sent = quiz_of(call), _sent(call)
    changed = _fields(call, sent, row["fields"]["quiz_settings"])
    if sent.get("assignment_group_id") is not None:
        changed["assignment_group_id"] = group_id(call.state, row["course"], sent["assignment_group_id"])
    row = {**row, "fields": {**row["fields"], **changed}}
    call.state.put("quizzes", call.path["quiz"], row)
    return Answer(200, _shown(call, call.path["quiz"], row))


def delete_quiz(call: Call) -> Answer:
    row = quiz_of(call)
    remove_quiz(call.state, call.path["quiz"])
    return Answer(200, _shown(call, call.path["quiz"], row))


def remove_quiz(state: State, key: str) -> None:
    """Drop a quiz with its items."""
    for pair in state.tables["orders"][key]["items"]:
        state.drop("items", pair[0])
    state.drop("orders", key)
    state.drop("quizzes", key)


def _sent(call: Call) -> JsonObject:
    quiz = call.parameters().get("quiz")
    if isinstance(quiz, str):
        raise crashed()
    if not isinstance(quiz, dict) or not quiz:
        raise missing("quiz")
    return quiz


def _fields(call: Call, sent: JsonObject, settings: JsonObject | None) -> JsonObject:
    fields = stored_fields(sent)
    if "quiz_settings" in sent:
        drop = "drop-ips" in call.switches
        fields["quiz_settings"] = changed_settings(settings, sent["quiz_settings"], drop_ips=drop)
    if "drop-unknown" not in call.switches:
        fields |= {key: value for key, value in sent.items() if key not in _EMPTY and key not in _READ_ONLY}
    return fields


def first_group(state: State, course: str) -> str | None:
    """The group that a quiz goes to where none is named."""
    return next((key for key, row in state.rows("groups") if row["course"] == course), None)
