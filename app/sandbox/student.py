"""The people of a course, and what they handed in of one assignment (`canvas-facts.md` 1.9, at its end)."""

from app.sandbox.call import Call
from app.sandbox.course import core_id
from app.sandbox.exchange import Answer, JsonObject
from app.sandbox.paging import numbered


def shown_person(call: Call, row: JsonObject) -> JsonObject:
    """A User object."""
    names = {"name": row["name"], "sortable_name": row["sortable_name"], "short_name": row["name"]}
    return {"id": core_id(call, row["id"]), **names}


def students_of(call: Call) -> list[JsonObject]:
    """The students of the course by name."""
    people = (row for _, row in call.state.rows("people"))
    found = [row for row in people if row["role"] == "student" and call.path["course"] in row["courses"]]
    return sorted(found, key=lambda row: str(row["sortable_name"]))


def list_users(call: Call) -> Answer:
    """The people of a course, of the kinds that `enrollment_type[]` names."""
    wanted = {value for name, value in call.request.arguments() if name == "enrollment_type[]"}
    rows = students_of(call) if not wanted or "student" in wanted else []
    return numbered(call, [shown_person(call, row) for row in rows])
