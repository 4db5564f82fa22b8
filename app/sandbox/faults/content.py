"""Answers that are odd in what they say: other fields, other pages, other headers."""

from collections.abc import Callable
from dataclasses import replace
from random import Random

from app.sandbox.exchange import Answer, Json, JsonObject, Request

_IDS = frozenset({"id", "assignment_group_id", "stimulus_quiz_entry_id"})
_WITHOUT_WEIGHT = frozenset({
    "status", "entry_editable", "properties", "stimulus_quiz_entry_id", "feedback", "answer_feedback",
    "user_response_type", "created_at", "updated_at", "calculator_type", "title", "instructions", "due_at",
    "lock_at", "unlock_at",
})  # fmt: skip
_NEUTRAL = (None, "", "none")
_DAY = 86400


def _mapped(answer: Answer, change: Callable[[JsonObject], JsonObject]) -> Answer:
    """The answer with every quiz, item and entry changed; other answers are left."""
    value = answer.value
    if isinstance(value, list):
        return replace(answer, value=[_changed(row, change) for row in value])
    return replace(answer, value=_changed(value, change))


def _changed(row: Json, change: Callable[[JsonObject], JsonObject]) -> Json:
    if not isinstance(row, dict) or "id" not in row:
        return row
    after = change(row)
    if isinstance(row.get("entry"), dict):
        after["entry"] = change(row["entry"])
    return after


def _empty(key: str, value: Json) -> bool:
    """Whether a key says nothing: the documents let null, empty and missing mean the same there."""
    return key in _WITHOUT_WEIGHT and (value in _NEUTRAL or value in ({}, []))


def _extra(row: JsonObject) -> JsonObject:
    return {**row, "sandbox_revision": 7, "sandbox_origin": {"tool": None, "tags": ["a", "b"]}}


def _without(row: JsonObject) -> JsonObject:
    kept = ("status", "entry_editable", "user_response_type", "created_at", "updated_at")
    return {key: value for key, value in row.items() if not _empty(key, value) and key not in kept}


def _nulled(row: JsonObject) -> JsonObject:
    return {key: None if _empty(key, value) else value for key, value in row.items()}


def _numbered(row: JsonObject) -> JsonObject:
    return {key: int(value) if key in _IDS and str(value).isdigit() else value for key, value in row.items()}


def _link_loop(request: Request, answer: Answer, _: Random) -> Answer:
    link = answer.headers.get("Link", "")
    current = link.partition(">")[0]
    kept = [part for part in link.split(",") if 'rel="next"' not in part]
    return replace(answer, headers={**answer.headers, "Link": ",".join([*kept, f'{current}>; rel="next"'])})


def _pages_on(request: Request) -> bool:
    return (request.argument("page") or "first") not in {"first", "1"}


def _repeated(request: Request, answer: Answer, _: Random) -> Answer:
    """A later page shows its first rows twice, as a list does into which somebody inserts."""
    if not _pages_on(request) or not answer.value:
        return answer
    return replace(answer, value=[*answer.value, *answer.value[: max(1, len(answer.value) // 2)]])


def _moved(request: Request, answer: Answer, luck: Random) -> Answer:
    """A row of a later page is missed, or comes twice."""
    if not _pages_on(request) or not answer.value:
        return answer
    place = luck.randrange(len(answer.value))
    rows = list(answer.value)
    rows[place : place + 1] = [] if luck.random() < 0.5 else [rows[place], rows[place]]
    return replace(answer, value=rows)


def _emptied(_: Request, answer: Answer, __: Random) -> Answer:
    kept = {key: value for key, value in answer.headers.items() if key != "Link"}
    return replace(answer, value=[], headers=kept)


def _wrong_date(_: Request, answer: Answer, luck: Random) -> Answer:
    return replace(answer, headers={**answer.headers, "X-Sandbox-Skew": str(luck.choice((-_DAY, _DAY)))})


CONTENT: dict[str, Callable[[Request, Answer, Random], Answer]] = {
    "link-loop": _link_loop,
    "repeated-page": _repeated,
    "item-moved-between-pages": _moved,
    "empty-list": _emptied,
    "extra-fields": lambda _, answer, __: _mapped(answer, _extra),
    "missing-fields": lambda _, answer, __: _mapped(answer, _without),
    "null-fields": lambda _, answer, __: _mapped(answer, _nulled),
    "int-ids": lambda _, answer, __: _mapped(answer, _numbered),
    "wrong-date": _wrong_date,
}
