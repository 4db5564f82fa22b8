"""Things that happen on the server while a client is at work; they stay."""

import re
from collections.abc import Callable

from app.sandbox.authentication import bearer, expire
from app.sandbox.exchange import JsonObject, Request
from app.sandbox.item import order_of
from app.sandbox.position import Positions, added
from app.sandbox.state import State

_ITEMS = re.compile(r"/api/quiz/v1/courses/\d+/quizzes/(\d+)/items")
_HOLOGRAM: JsonObject = {"title": "A row of a future kind", "scene": {"depth": 3}}
_FUTURE: JsonObject = {
    "title": "A question of a future kind", "item_body": "<p>Turn the model.</p>", "calculator_type": "none",
    "interaction_type_slug": "turn-model", "interaction_data": {"model": "cell", "axes": ["x", "y"]},
    "properties": {}, "scoring_data": {"value": {"x": 90}}, "scoring_algorithm": "Turned", "feedback": {},
    "answer_feedback": {},
}  # fmt: skip


def _expire(state: State, request: Request, now: float) -> None:
    token = bearer(request)
    if token is not None and state.row("tokens", token) is not None:
        expire(state, token, now)


def _add_unknown(state: State, request: Request, _: float) -> None:
    """Two rows of kinds that no document names, once for each quiz."""
    match = _ITEMS.fullmatch(request.path)
    quiz = match.group(1) if match else ""
    if state.row("quizzes", quiz) is None or state.row("meta", f"unknown/{quiz}") is not None:
        return
    state.put("meta", f"unknown/{quiz}", {"value": True})
    for entry_type, entry in (("Hologram", _HOLOGRAM), ("Item", _FUTURE)):
        key = state.next_id("item")
        row = {"quiz": quiz, "entry_type": entry_type, "points_possible": 1.0, "entry": {**entry, "id": key}}
        state.put("items", key, {**row, "properties": {}, "stimulus": "", "extra": {}})
        state.put("orders", quiz, {"items": added(order_of(state, quiz), key, None, Positions.INSERT)})


def _hand_in(state: State, request: Request, _: float) -> None:
    _set_quiz(state, request, published=True, submissions=True)


def _unpublish(state: State, request: Request, _: float) -> None:
    """What Canvas refuses once students have handed in does not happen."""
    _set_quiz(state, request, published=False)


def _set_quiz(state: State, request: Request, **flags: bool) -> None:
    match = _ITEMS.fullmatch(request.path)
    quiz = match.group(1) if match else ""
    row = state.row("quizzes", quiz)
    if row is not None and not row["submissions"]:
        state.put("quizzes", quiz, {**row, **flags})


EVENTS: dict[str, Callable[[State, Request, float], None]] = {
    "session-deadline": _expire,
    "quiz-unpublished": _unpublish,
    "students-hand-in": _hand_in,
    "unknown-entry-type": _add_unknown,
}
