"""The first state of a sandbox: people, tokens, two courses, the sample quiz in one of them."""

from app.sandbox.authentication import issue
from app.sandbox.call import stamp
from app.sandbox.classic.sample import TITLE as CLASSIC_TITLE
from app.sandbox.classic.sample import add_class
from app.sandbox.entry import response_type
from app.sandbox.exchange import JsonObject
from app.sandbox.media import Media
from app.sandbox.picture import sample_picture
from app.sandbox.presigned import upload_path
from app.sandbox.sample import INSTRUCTIONS, SETTINGS, TITLE, sample_rows
from app.sandbox.state import State
from app.sandbox.storage import Storage

_COURSES = (("1", "Botany", "BOT 101", "America/New_York"), ("2", "Cell biology", "BIO 220", "Europe/Berlin"))
_CLASSIC: JsonObject = {
    "name": CLASSIC_TITLE, "description": None, "points_possible": 5.0, "grading_type": "points",
    "due_at": None, "lock_at": None, "unlock_at": None, "published": True, "is_quiz_assignment": True,
    "is_quiz_lti_assignment": False, "submission_types": ["online_quiz"], "has_submitted_submissions": True,
    "overrides": [], "frozen_attributes": [],
}  # fmt: skip
_PAPER: JsonObject = {
    **_CLASSIC, "name": "Herbarium project", "points_possible": 50.0, "is_quiz_assignment": False,
    "submission_types": ["online_upload"], "has_submitted_submissions": False,
}  # fmt: skip


def seeded(instance: str, media: Media, now: float) -> State:
    """A fresh sandbox with the given identity."""
    state = State()
    state.put("meta", "instance", {"value": instance})
    _add_people(state)
    for key, name, code, zone in _COURSES:
        state.put("courses", key, {"id": key, "name": name, "course_code": code, "time_zone": zone})
        for title in ("Quizzes", "Assignments"):
            _add_group(state, key, title)
    _add_assignments(state, now)
    _add_sample(state, media, now)
    return state


def _add_people(state: State) -> None:
    teacher = {"id": "1", "name": "Robin Teacher", "sortable_name": "Teacher, Robin", "role": "teacher"}
    colleague = {"id": "3", "name": "Kim Colleague", "sortable_name": "Colleague, Kim", "role": "teacher"}
    student = {"id": "2", "name": "Sam Student", "sortable_name": "Student, Sam", "role": "student"}
    state.put("people", "1", {**teacher, "courses": ["1", "2"]})
    state.put("people", "2", {**student, "courses": ["1"]})
    state.put("people", "3", {**colleague, "courses": ["1", "2"]})
    tokens = {"teacher": issue(state, "1", "teacher"), "student": issue(state, "2", "student")}
    for condition in ("expired", "revoked", "unscoped"):
        tokens[condition] = issue(state, "1", condition, condition)
    state.put("meta", "tokens", tokens)


def _add_group(state: State, course: str, name: str) -> None:
    key = state.next_id("group")
    position = 1 + sum(row["course"] == course for _, row in state.rows("groups"))
    row = {"id": key, "course": course, "name": name, "position": position, "group_weight": 0.0}
    state.put("groups", key, row)


def _add_assignments(state: State, now: float) -> None:
    add_class(state, "1", classic_assignment(), now)
    paper = {**_PAPER, "course": "1", "assignment_group_id": "2"}
    state.put("assignments", state.next_id("assignment"), paper)


def classic_assignment() -> JsonObject:
    """What the assignment of a classic quiz says, but for its name and points."""
    return {name: value for name, value in _CLASSIC.items() if name != "points_possible"} | {"assignment_group_id": "2"}


def _add_sample(state: State, media: Media, now: float) -> None:
    path = upload_path(state)
    Storage(state, media).keep(path, sample_picture(), "image/png")
    rows = sample_rows(path)
    key = state.next_id("assignment")
    dates: JsonObject = {"due_at": None, "lock_at": None, "unlock_at": None, "grading_type": "points"}
    total = sum(float(row["points_possible"]) for row in rows)
    fields: JsonObject = {
        "title": TITLE,
        "instructions": INSTRUCTIONS,
        "assignment_group_id": "1",
        "points_possible": total,
    }
    fields |= {**dates, "quiz_settings": SETTINGS}
    row = {"course": "1", "fields": fields, "published": False, "submissions": False, "created_at": stamp(now)}
    state.put("quizzes", key, row)
    ids = [state.next_id("item") for _ in rows]
    for item, values in zip(ids, rows, strict=True):
        state.put("items", item, _item(state, key, ids, values, now))
    state.put("orders", key, {"items": [[item, place] for place, item in enumerate(ids, start=1)]})


def _item(state: State, quiz: str, ids: list[str], values: JsonObject, now: float) -> JsonObject:
    entry = values["entry"]
    if values["entry_type"] == "Item":
        made = {"id": state.next_id("entry"), "created_at": stamp(now), "updated_at": stamp(now)}
        entry = {**made, "user_response_type": response_type(entry), **entry}
    stimulus = ids[values["stimulus"]] if "stimulus" in values else ""
    plain = {"quiz": quiz, "entry_type": values["entry_type"], "points_possible": values["points_possible"]}
    return {**plain, "entry": entry, "properties": values.get("properties", {}), "stimulus": stimulus, "extra": {}}
