"""The Quiz service as far as its document can be read (`canvas-facts.md` 5.5): 18 operations, a raw token, own errors.

It is served beside Canvas, under paths that Canvas itself has not.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from app.sandbox.exchange import Answer, Json, JsonObject, Request
from app.sandbox.parameters import body_parameters
from app.sandbox.refusal import Refusal
from app.sandbox.state import State

_SHARD = 10**13
"""A global id is its shard times this, and the local id (`canvas-facts.md` 1.6)."""
_FIRST = re.compile(
    r"/api/(?:banks|content_exports|courses|items|quiz_clone_jobs|quiz_sessions|quiz_sync_jobs)(?:/.*)?"
)
_SECOND = re.compile(r"/api/(?:quizzes|stimuli)(?:/.*)?")


@dataclass(frozen=True, slots=True)
class ServiceCall:
    """A request of somebody whose token is good; `ids` are those of the path."""

    state: State
    request: Request
    ids: tuple[str, ...]
    now: float

    @property
    def sent(self) -> JsonObject:
        return body_parameters(self.request)

    def listed(self, name: str) -> list[str]:
        """The values of `name[]` in the query."""
        return [value for key, value in self.request.arguments() if key == f"{name}[]"]


def is_service(path: str) -> bool:
    """Whether the service answers here and not Canvas."""
    return bool(_FIRST.fullmatch(path) or _SECOND.fullmatch(path))


def answer_service(state: State, request: Request, switches: frozenset[str], now: float) -> Answer:
    """Answer a request to the service."""
    if "unknown-host" in switches:
        raise _refused(404, "Unknown host", "ActiveRecord::RecordNotFound")
    _check_token(state, request)
    for method, pattern, handler in _ROUTES:
        found = re.fullmatch(pattern, request.path)
        if found and method == request.method:
            return handler(ServiceCall(state, request, found.groups(), now))
    raise _refused(404, "Not found", "ActionController::RoutingError")


def _check_token(state: State, request: Request) -> None:
    """The token as it is; with Bearer it is no JWT any more."""
    sent = request.headers.get("authorization", "")
    if sent.lower().startswith("bearer "):
        raise _refused(401, "Invalid segment encoding", "JWT::DecodeError")
    row = state.row("tokens", sent)
    is_good = row is not None and row["state"] == "good"
    person = state.row("people", str(row["person"])) if row is not None and is_good else None
    if person is None or person["role"] != "teacher":
        raise _refused(401, "Signature verification failed", "JWT::VerificationError")


def _refused(status: int, message: str, kind: str) -> Refusal:
    return Refusal(Answer(status, {"error": message, "errors": [{"error_type": kind, "message": message}]}))


def _missing() -> Refusal:
    return _refused(404, "Not found", "ActiveRecord::RecordNotFound")


def _banks(_call: ServiceCall) -> Answer:
    """The sandbox's person has no banks of her own."""
    return Answer(200, [])


def _export(call: ServiceCall) -> Answer:
    row = {"export_settings": call.sent.get("export_settings"), "workflow_state": "created"}
    return _kept(call, "content export", row)


def _kept(call: ServiceCall, kind: str, row: JsonObject, key: str = "") -> Answer:
    key = key or call.state.next_id(kind)
    call.state.put("service", f"{kind}/{key}", row)
    return Answer(201, {"id": key, **row})


def _create_course(call: ServiceCall) -> Answer:
    key = str(call.sent.get("canvas_id") or "")
    if not key.isdecimal():
        raise _refused(422, "Canvas can't be blank", "ActiveRecord::RecordInvalid")
    return _kept(call, "course", {"canvas_id": key}, key)


def _course(call: ServiceCall) -> JsonObject:
    row = call.state.row("service", f"course/{call.ids[0]}")
    if row is None:
        raise _missing()
    return row


def _update_course(call: ServiceCall) -> Answer:
    row = {**_course(call), **call.sent}
    call.state.put("service", f"course/{call.ids[0]}", row)
    return Answer(200, row)


def _delete_course(call: ServiceCall) -> Answer:
    row = _course(call)
    call.state.drop("service", f"course/{call.ids[0]}")
    return Answer(200, row)


def _associate_courses(call: ServiceCall) -> Answer:
    row = {**(call.state.row("service", f"course/{call.ids[0]}") or {"canvas_id": call.ids[0]})}
    row["course_ids"] = [str(one) for one in _list(call.sent.get("course_ids"))]
    call.state.put("service", f"course/{call.ids[0]}", row)
    return Answer(200, row)


def _associate_quizzes(call: ServiceCall) -> Answer:
    """A local id becomes the global one of the shard that the course's id names."""
    shard = int(call.ids[0]) // _SHARD
    quizzes = [int(one) for one in _list(call.sent.get("quiz_ids"))]
    known = [one if one >= _SHARD or not shard else shard * _SHARD + one for one in quizzes]
    return Answer(200, {"canvas_id": call.ids[0], "quiz_ids": [str(one) for one in known]})


def _list(value: Json) -> list[Json]:
    return value if isinstance(value, list) else []


def _shareable(call: ServiceCall) -> Answer:
    ids = call.sent.get("ids")
    if not isinstance(ids, list) or not ids:
        raise _refused(400, "param is missing or the value is empty: ids", "ActionController::ParameterMissing")
    return Answer(200, {"shareable": True, "ids": [str(one) for one in ids]})


def _clone_many(call: ServiceCall) -> Answer:
    ids = call.sent.get("quiz_ids")
    if not isinstance(ids, list) or not ids:
        raise _refused(422, "quiz_ids is invalid", "ActiveRecord::RecordInvalid")
    _check_quizzes(call, ids)
    return _kept(call, "clone jobs", {"quiz_ids": [str(one) for one in ids], "workflow_state": "created"})


def _sync_many(call: ServiceCall) -> Answer:
    """All or nothing: one that is missing stops it."""
    ids = _list(call.sent.get("quiz_ids"))
    _check_quizzes(call, ids)
    return _kept(call, "sync jobs", {"quiz_ids": [str(one) for one in ids], "version": call.sent.get("version", 1)})


def _clone(call: ServiceCall) -> Answer:
    _check_quizzes(call, [call.ids[0]])
    return _kept(call, "clone job", {"quiz_id": call.ids[0], "bank_share_job": None, "workflow_state": "created"})


def _check_quizzes(call: ServiceCall, ids: list[Json]) -> None:
    if any(call.state.row("quizzes", str(one)) is None for one in ids):
        raise _missing()


def _sessions(call: ServiceCall) -> Answer:
    """All of them in one page."""
    quiz, wanted = call.request.argument("quiz_id"), set(call.listed("ids"))
    rows = [(key, row) for key, row in call.state.rows("sittings") if quiz in (None, str(row["quiz"]))]
    shown = [_session(call, key, row) for key, row in rows]
    return Answer(200, [one for one in shown if not wanted or one["id"] in wanted])


def _session(call: ServiceCall, key: str, row: JsonObject) -> JsonObject:
    changes = call.state.row("service", f"session/{session_id(key)}") or {}
    return {"id": session_id(key), "quiz_id": str(row["quiz"]), "user_id": str(row["user"]), "status": row["state"],
            "elapsed": 0, "previous_elapsed": 0, **changes}  # fmt: skip


def session_id(key: str) -> str:
    """The id of the session of a quiz and a student (`3/2`)."""
    quiz, _, user = key.partition("/")
    return f"{int(quiz)}{int(user):04}"


def _found(call: ServiceCall) -> JsonObject:
    rows = ((key, row) for key, row in call.state.rows("sittings"))
    found = next((_session(call, key, row) for key, row in rows if session_id(key) == call.ids[0]), None)
    if found is None:
        raise _missing()
    return found


def _update_session(call: ServiceCall) -> Answer:
    """The access code is made void unless it is asked not to be."""
    session, sent = _found(call), call.sent
    keeps = sent.get("disable_ac_invalidation") in (True, "true")
    changes = {name: value for name, value in sent.items() if name != "disable_ac_invalidation"}
    row = {**changes, "access_code_valid": keeps}
    call.state.put("service", f"session/{call.ids[0]}", row)
    return Answer(200, {**session, **row})


def _time(call: ServiceCall) -> Answer:
    session = _found(call)
    return Answer(200, {"id": call.ids[0], "elapsed": session["previous_elapsed"] + session["elapsed"]})


def _events(call: ServiceCall) -> Answer:
    """Events of a session that is over change nothing: it was handed in by itself and cannot be gone on with."""
    session = _found(call)
    return Answer(
        200, {"accepted": session["status"] == "in_progress", "resumable": session["status"] == "in_progress"}
    )


def _responses(call: ServiceCall) -> Answer:
    _found(call)
    rows = (row for key, row in call.state.rows("sittings") if session_id(key) == call.ids[0])
    answers: JsonObject = next((row["answers"] for row in rows), {})
    return Answer(200, [{"item_id": item, "response": answer} for item, answer in answers.items()])


def _stimuli(call: ServiceCall) -> Answer:
    """A page of those whose title has the text, with how many there are in a header."""
    text = (call.request.argument("filter") or "").casefold()
    items = ((key, row) for key, row in call.state.rows("items") if row["entry_type"] == "Stimulus")
    found = [{"id": key, "title": row["entry"].get("title") or ""} for key, row in items]
    found = [one for one in found if text in one["title"].casefold()]
    page, size = (_whole(call.request.argument(name), other) for name, other in (("page", 1), ("per_page", 50)))
    return Answer(200, found[(page - 1) * size : page * size], {"total": str(len(found))})


def _whole(text: str | None, otherwise: int) -> int:
    return int(text) if text is not None and text.isdecimal() and int(text) > 0 else otherwise


_ID = r"(\d+)"
_ROUTES: tuple[tuple[str, str, Callable[[ServiceCall], Answer]], ...] = (
    ("GET", "/api/banks/batch_show", _banks),
    ("POST", "/api/content_exports", _export),
    ("POST", "/api/courses", _create_course),
    ("DELETE", f"/api/courses/{_ID}", _delete_course),
    ("PUT", f"/api/courses/{_ID}", _update_course),
    ("PATCH", f"/api/courses/{_ID}/associate_courses", _associate_courses),
    ("PATCH", f"/api/courses/{_ID}/associate_quizzes", _associate_quizzes),
    ("POST", "/api/items/check_shareability", _shareable),
    ("POST", "/api/quiz_clone_jobs/create_batch", _clone_many),
    ("GET", "/api/quiz_sessions", _sessions),
    ("PATCH", f"/api/quiz_sessions/{_ID}", _update_session),
    ("GET", f"/api/quiz_sessions/{_ID}/time", _time),
    ("POST", f"/api/quiz_sessions/{_ID}/quiz_session_response_events", _events),
    ("GET", f"/api/quiz_sessions/{_ID}/session_item_responses", _responses),
    ("POST", "/api/quiz_sync_jobs/create_batch", _sync_many),
    ("POST", f"/api/quizzes/{_ID}/quiz_clone_jobs", _clone),
    ("POST", "/api/stimuli/check_shareability", _shareable),
    ("GET", "/api/stimuli", _stimuli),
)
