"""Whatever is sent, the sandbox answers; it never breaks."""

import json
from collections.abc import Callable, Iterator
from copy import deepcopy

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.sandbox.exchange import Json
from app.sandbox.questions.table import KINDS
from tests.support.core_client import Questions

VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-3, 9)
    | st.floats()
    | st.text(max_size=8)
    | st.sampled_from(
        ["<p>`a`</p>", "\ud800", 10**400, "1*10^99999", "9" * 400, "2026-13-01", "0001-01-01T00:00:00+09:00"]
    ),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["id", "value", "x"]), inner),
    max_leaves=4,
)
STATUSES = {200, 400, 422, 500}


def _places(value: Json, way: tuple[Json, ...] = ()) -> Iterator[tuple[Json, ...]]:
    """The ways to everything inside a JSON value."""
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, part in inside:
        yield (*way, key)
        yield from _places(part, (*way, key))


def _with(value: Json, way: tuple[Json, ...], part: Json) -> Json:
    changed = deepcopy(value)
    place = changed
    for step in way[:-1]:
        place = place[step]
    place[way[-1]] = part
    return changed


@given(st.data(), st.sampled_from(sorted(KINDS)), VALUES)
@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_a_question_with_anything_anywhere_is_answered(
    ask: Callable[..., Questions], data: st.DataObject, slug: str, value: Json
) -> None:
    questions = ask()
    good = {"item": {"entry_type": "Item", "points_possible": 1, "position": 1, "entry": questions.entry(slug)}}
    created = questions.client.json("POST", questions.path, good)
    broken = _with(good, data.draw(st.sampled_from(list(_places(good)))), value)
    headers = {"content_type": "application/json"}
    for method, path in (("POST", questions.path), ("PATCH", f"{questions.path}/{created['id']}")):
        response = questions.client.send(method, path, json.dumps(broken).encode(), **headers)
        assert response.status in STATUSES
        assert questions.client.send("GET", questions.path).status == 200


SETTINGS = {
    "filters": {"ips": [["10.0.0.1", "10.0.0.2"]]},
    "multiple_attempts": {"multiple_attempts_enabled": True, "max_attempts": 2},
    "result_view_settings": {"result_view_restricted": True, "show_item_responses_at": None},
    "session_time_limit_in_seconds": 60,
}
QUIZ = {
    "quiz": {"title": "a", "points_possible": 1, "due_at": None, "assignment_group_id": 1, "quiz_settings": SETTINGS}
}


@given(st.sampled_from(list(_places(QUIZ))), VALUES)
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_a_quiz_with_anything_anywhere_is_answered(
    ask: Callable[..., Questions], way: tuple[Json, ...], value: Json
) -> None:
    client = ask().client
    body = json.dumps(_with(QUIZ, way, value)).encode()
    for method, path in (("POST", "/api/quiz/v1/courses/1/quizzes"), ("PATCH", "/api/quiz/v1/courses/1/quizzes/3")):
        assert client.send(method, path, body, content_type="application/json").status in STATUSES
    assert client.send("GET", "/api/quiz/v1/courses/1/quizzes").status == 200


@given(st.text(max_size=20), st.text(max_size=30))
@settings(max_examples=100, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_address_is_answered(ask: Callable[..., Questions], path: str, query: str) -> None:
    client = ask().client
    for start in ("/", "/courses/", "/api/v1/courses/", "/api/quiz/v1/courses/1/quizzes/3/items?page="):
        assert client.send("GET", f"{start}{path}?{query}").status in {200, 404}
