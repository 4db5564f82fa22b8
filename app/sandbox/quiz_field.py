"""The plain fields of a quiz: what is allowed, and the form in which the server keeps them."""

from collections.abc import Callable

from app.sandbox.exchange import Json, JsonObject
from app.sandbox.quiz_settings import parsed_date
from app.sandbox.refusal import bad_field
from app.sandbox.rich_text import tidied
from app.sandbox.schema import finite
from app.sandbox.state import State

GRADING_TYPES = ("pass_fail", "percent", "letter_grade", "gpa_scale", "points")
LONGEST_TITLE = 255


def title(value: Json) -> str:
    if not isinstance(value, str) or not value.strip():
        raise bad_field("title", "title can't be blank")
    if len(value) > LONGEST_TITLE:
        raise bad_field("title", f"title is too long (maximum is {LONGEST_TITLE} characters)")
    return value


def points(value: Json) -> float:
    """The points of a quiz or item: a number above 0 ("Must be positive")."""
    number = finite(value) if isinstance(value, int | float) and not isinstance(value, bool) else None
    if number is None:
        raise bad_field("points_possible", "points_possible is not a number")
    if number <= 0:
        raise bad_field("points_possible", "points_possible must be greater than 0")
    return number


def moment(name: str) -> Callable[[Json], str | None]:
    """A date with an offset in, the same moment in UTC out; null or empty clears it."""

    def stored(value: Json) -> str | None:
        if value is None or value == "":
            return None
        parsed = parsed_date(value)
        if parsed is None:
            raise bad_field(name, f"{name} is not a valid datetime")
        return parsed.strftime("%Y-%m-%dT%H:%M:%SZ")

    return stored


def _grading_type(value: Json) -> str:
    if value not in GRADING_TYPES:
        raise bad_field("grading_type", "grading_type does not have a valid value")
    return str(value)


def _instructions(value: Json) -> str | None:
    if value is not None and not isinstance(value, str):
        raise bad_field("instructions", "instructions is not a string")
    return tidied(value) if value else value


_FIELDS: dict[str, Callable[[Json], Json]] = {
    "title": title,
    "points_possible": points,
    "due_at": moment("due_at"),
    "lock_at": moment("lock_at"),
    "unlock_at": moment("unlock_at"),
    "grading_type": _grading_type,
    "instructions": _instructions,
}


def group_id(state: State, course: str, value: Json) -> str:
    """The id of an assignment group of this course."""
    row = state.row("groups", str(value))
    if isinstance(value, bool) or row is None or row["course"] != course:
        raise bad_field("assignment_group_id", "assignment_group_id does not name a group of this course")
    return str(value)


def stored_fields(sent: JsonObject) -> JsonObject:
    """The plain fields among `sent`, as they are kept; a missing field is left out."""
    return {name: store(sent[name]) for name, store in _FIELDS.items() if name in sent}
