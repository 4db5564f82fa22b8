"""Assignments: every New Quiz is one; publishing goes through here (`canvas-facts.md` 1.8)."""

from app.sandbox.call import Call
from app.sandbox.course import core_id
from app.sandbox.exchange import Answer, JsonObject
from app.sandbox.paging import numbered
from app.sandbox.quiz_field import group_id, moment, points, title
from app.sandbox.refusal import bad_field, bad_parameter, missing, not_found

_DATES = ("due_at", "lock_at", "unlock_at")


def _shown(call: Call, key: str) -> JsonObject:
    quiz = call.state.row("quizzes", key)
    row = call.state.tables["assignments"][key] if quiz is None else assignment_values(quiz)
    course = call.path["course"]
    address = f"{call.site.canvas}/courses/{course}/assignments/{key}"
    shown = {
        **row,
        "id": core_id(call, key),
        "course_id": core_id(call, course),
        "assignment_group_id": core_id(call, row["assignment_group_id"]),
        "html_url": address,
        "unpublishable": not row["has_submitted_submissions"],
        "has_overrides": bool(row["overrides"]),
        "only_visible_to_overrides": False,
        "workflow_state": "published" if row["published"] else "unpublished",
    }
    if ("include[]", "overrides") not in call.request.arguments():
        del shown["overrides"]
    return shown


def assignment_values(quiz: JsonObject) -> JsonObject:
    """What an assignment tells of its quiz."""
    fields = quiz["fields"]
    same = ("points_possible", "grading_type", "assignment_group_id", *_DATES)
    return {
        "name": fields["title"],
        "description": fields["instructions"],
        **{name: fields[name] for name in same},
        "published": quiz["published"],
        "is_quiz_assignment": False,
        "is_quiz_lti_assignment": True,
        "submission_types": ["external_tool"],
        "external_tool_tag_attributes": {"url": "https://sandbox.quiz-lti.invalid/lti/launch", "new_tab": False},
        "frozen_attributes": ["submission_types"],
        "has_submitted_submissions": quiz["submissions"],
        "overrides": quiz.get("overrides", []),
    }


def _keys(call: Call) -> list[str]:
    course = call.path["course"]
    tables = (call.state.rows("quizzes"), call.state.rows("assignments"))
    return sorted((key for rows in tables for key, row in rows if row["course"] == course), key=int)


def list_assignments(call: Call) -> Answer:
    return numbered(call, [_shown(call, key) for key in _keys(call)])


def known_assignment(call: Call) -> str:
    """The id in the path, of an assignment that there is."""
    key = call.path["assignment"]
    if key not in _keys(call):
        raise not_found()
    return key


def show_assignment(call: Call) -> Answer:
    return Answer(200, _shown(call, known_assignment(call)))


def sum_up(call: Call) -> Answer:
    """How many of the course's students handed it in (Submissions API, "Submission Summary")."""
    key = known_assignment(call)
    quiz = call.state.row("quizzes", key) or {}
    handed_in = int(quiz.get("handed_in", 1)) if quiz.get("submissions") else 0
    people = [row for _, row in call.state.rows("people")]
    students = sum(row["role"] == "student" and call.path["course"] in row["courses"] for row in people)
    return Answer(200, {"graded": handed_in, "ungraded": 0, "not_submitted": max(0, students - handed_in)})


def update_assignment(call: Call) -> Answer:
    key, sent = known_assignment(call), call.parameters().get("assignment")
    if not isinstance(sent, dict) or not sent:
        raise missing("assignment")
    if "publish-alone" in call.switches and "published" in sent and len(sent) > 1:
        raise bad_parameter("published cannot be changed together with other attributes")
    if "assignment_overrides" in sent:
        raise bad_parameter("assignment_overrides cannot be written here")
    if call.state.row("quizzes", key) is None:
        _update_other(call, key, sent)
    else:
        _update_quiz(call, key, sent)
    return Answer(200, _shown(call, key))


def _published(sent: JsonObject, *, before: bool, submissions: bool) -> bool:
    after = sent.get("published", before)
    if not isinstance(after, bool):
        raise bad_field("published", "published is not a boolean")
    if before and not after and submissions:
        raise bad_field("published", "Can't unpublish if there are student submissions")
    return after


def _update_quiz(call: Call, key: str, sent: JsonObject) -> None:
    row = call.state.tables["quizzes"][key]
    published = _published(sent, before=row["published"], submissions=row["submissions"])
    fields = {**row["fields"], **_fields(call, sent)}
    call.state.put("quizzes", key, {**row, "fields": fields, "published": published})


def _update_other(call: Call, key: str, sent: JsonObject) -> None:
    row = call.state.tables["assignments"][key]
    published = _published(sent, before=row["published"], submissions=row["has_submitted_submissions"])
    call.state.put("assignments", key, {**row, "published": published})


def _fields(call: Call, sent: JsonObject) -> JsonObject:
    fields: JsonObject = {name: moment(name)(sent[name]) for name in _DATES if name in sent}
    if "name" in sent:
        fields["title"] = title(sent["name"])
    if "points_possible" in sent:
        fields["points_possible"] = points(sent["points_possible"])
    if "assignment_group_id" in sent:
        fields["assignment_group_id"] = group_id(call.state, call.path["course"], sent["assignment_group_id"])
    return fields
