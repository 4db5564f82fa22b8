"""Core resources around quizzes: the own user, courses, assignment groups (`canvas-facts.md` 1.8)."""

from app.sandbox.call import Call
from app.sandbox.exchange import Answer, Json, JsonObject
from app.sandbox.paging import numbered
from app.sandbox.refusal import bad_parameter, not_found, unauthorized

_STRING_IDS = "application/json+canvas-string-ids"


def core_id(call: Call, key: str | None) -> int | str | None:
    """An id as core shows it: a number, or text where the client asks for text."""
    if key is None:
        return None
    return key if call.request.headers.get("accept", "").startswith(_STRING_IDS) else int(key)


def show_self(call: Call) -> Answer:
    person = call.person
    names = {"name": person["name"], "short_name": person["name"], "sortable_name": person["sortable_name"]}
    return Answer(200, {"id": core_id(call, person["id"]), **names, "locale": None, "time_zone": "Etc/UTC"})


def _role_of(call: Call, course: JsonObject) -> str | None:
    return "teacher" if call.teaches else "student" if course["id"] in call.person["courses"] else None


def _shown(call: Call, course: JsonObject) -> JsonObject:
    role = _role_of(call, course) or ""
    enrollment = {"type": role, "role": f"{role.title()}Enrollment", "enrollment_state": "active"}
    shown: JsonObject = {
        "id": core_id(call, course["id"]),
        "name": course["name"],
        "course_code": course["course_code"],
        "workflow_state": "available",
        "end_at": course.get("end_at"),
        "time_zone": course.get("time_zone", "Etc/UTC"),
        "account_id": core_id(call, "1"),
        "enrollments": [{**enrollment, "user_id": core_id(call, call.person["id"])}],
    }
    if ("include[]", "term") in call.request.arguments():
        shown["term"] = {"id": core_id(call, "1"), "name": "Default Term", "start_at": None, "end_at": None}
    return shown


def list_courses(call: Call) -> Answer:
    wanted = call.request.argument("enrollment_type")
    roles = {course["id"]: _role_of(call, course) for _, course in call.state.rows("courses")}
    mine = [key for key, role in roles.items() if role is not None and wanted in (None, role)]
    return numbered(call, [_shown(call, call.state.tables["courses"][key]) for key in mine])


def course_of(call: Call) -> JsonObject:
    """The course that the path names; it must be there and the person in it."""
    course = call.state.row("courses", call.path["course"])
    if course is None:
        raise not_found()
    if _role_of(call, course) is None:
        raise unauthorized()
    return course


def show_course(call: Call) -> Answer:
    return Answer(200, _shown(call, course_of(call)))


def _shown_group(call: Call, group: JsonObject) -> JsonObject:
    shown = {key: group[key] for key in ("name", "position", "group_weight")}
    rest: JsonObject = {"sis_source_id": None, "integration_data": {}, "rules": {}}
    return {"id": core_id(call, group["id"]), **shown, **rest}


def _groups(call: Call) -> list[JsonObject]:
    rows = [row for _, row in call.state.rows("groups") if row["course"] == call.path["course"]]
    return sorted(rows, key=lambda row: int(row["position"]))


def list_groups(call: Call) -> Answer:
    return numbered(call, [_shown_group(call, group) for group in _groups(call)])


def create_group(call: Call) -> Answer:
    """The body is flat; a wrapped `assignment_group` is silently ignored, and the group gets the default name."""
    sent = call.parameters()
    name = sent.get("name") or "Assignments"
    if not isinstance(name, str):
        raise bad_parameter("name is not a string")
    places = [int(group["position"]) for group in _groups(call)]
    key = call.state.next_id("group")
    row = {"id": key, "course": call.path["course"], "name": name, "position": max(places, default=0) + 1}
    row["group_weight"] = _weight(sent.get("group_weight"))
    call.state.put("groups", key, row)
    return Answer(200, _shown_group(call, row))


def _weight(value: Json) -> float:
    try:
        return float(value or 0)
    except (TypeError, ValueError) as error:
        raise bad_parameter("group_weight is not a number") from error
