"""Every API sends the method, path and body of its document, and gives back what came."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime

import pytest

from app.canvas.client import CanvasClient
from app.canvas.courses import Course
from app.canvas.errors import Invalid, NotCanvas, OutcomeUnknown, Unchanged
from app.canvas.users import User
from tests.support.scripted import Asked, Reply, Runner, ScriptedServer, Time, Wire

QUIZ = {"title": "Bees"}
ITEM = {"entry_type": "Item", "points_possible": 1}
WHOLE = "include%5B%5D=overrides&override_assignment_dates=false"
SUMMARY = "/api/v1/courses/1/assignments/2/submission_summary"
GROUP = {"name": "Quizzes"}
Act = Callable[[CanvasClient], Awaitable[object]]

ACTS: dict[str, tuple[Act, object]] = {
    "GET /api/quiz/v1/courses/1/quizzes/2": (lambda c: c.quizzes.get("1", "2"), None),
    "POST /api/quiz/v1/courses/1/quizzes": (lambda c: c.quizzes.create("1", QUIZ), {"quiz": QUIZ}),
    "PATCH /api/quiz/v1/courses/1/quizzes/2": (lambda c: c.quizzes.update("1", "2", QUIZ), {"quiz": QUIZ}),
    "DELETE /api/quiz/v1/courses/1/quizzes/2": (lambda c: c.quizzes.delete("1", "2"), None),
    "GET /api/quiz/v1/courses/1/quizzes/2/items/3": (lambda c: c.items.get("1", "2", "3"), None),
    "POST /api/quiz/v1/courses/1/quizzes/2/items": (lambda c: c.items.create("1", "2", ITEM), {"item": ITEM}),
    "PATCH /api/quiz/v1/courses/1/quizzes/2/items/3": (lambda c: c.items.update("1", "2", "3", ITEM), {"item": ITEM}),
    "DELETE /api/quiz/v1/courses/1/quizzes/2/items/3": (lambda c: c.items.delete("1", "2", "3"), None),
    "POST /api/v1/courses/1/assignment_groups": (lambda c: c.assignment_groups.create("1", GROUP), GROUP),
    f"GET {SUMMARY}": (lambda c: c.assignments.submission_summary("1", "2"), None),
    f"GET /api/v1/courses/1/assignments/2?{WHOLE}": (lambda c: c.assignments.get("1", "2"), None),
}  # fmt: skip


@pytest.mark.parametrize("asked", sorted(ACTS))
def test_an_act_is_one_request_and_gives_the_raw_object(
    asked: str, server: ScriptedServer, wire: Wire, run: Runner
) -> None:
    act, body = ACTS[asked]
    server.answer(wire.json({"id": "2", "newer_than_us": [None, 1.50]}))
    assert run(act) == {"id": "2", "newer_than_us": [None, 1.5]}
    assert [f"{one.method} {one.target}" for one in server.asked] == [asked]
    assert (server.asked[0].json if server.asked[0].body else None) == body


LISTS: dict[str, Act] = {
    "/api/quiz/v1/courses/1/quizzes": lambda c: c.quizzes.list("1"),
    "/api/quiz/v1/courses/1/quizzes/2/items": lambda c: c.items.list("1", "2"),
    "/api/v1/courses/1/assignment_groups": lambda c: c.assignment_groups.list("1"),
    "/api/v1/courses/1/assignments": lambda c: c.assignments.list("1"),
}


@pytest.mark.parametrize("path", sorted(LISTS))
def test_a_list_is_read_whole_in_its_order(path: str, server: ScriptedServer, wire: Wire, run: Runner) -> None:
    server.answer(wire.json([{"id": "9"}], Link=f'<{server.url}/2>; rel="next"'), wire.json([{"id": "3"}]))
    assert run(LISTS[path]) == ({"id": "9"}, {"id": "3"})
    assert server.asked[0].target == f"{path}?per_page=100"


def test_a_deletion_may_be_answered_with_nothing(server: ScriptedServer, wire: Wire, run: Runner) -> None:
    server.answer(Reply(b"HTTP/1.1 204 No Content\r\n\r\n"))
    assert run(lambda client: client.items.delete("1", "2", "3")) == {}


def test_the_owner_of_the_token(server: ScriptedServer, wire: Wire, run: Runner) -> None:
    server.answer(wire.json({"id": 10000000000007, "name": "Ann Author"}))
    assert run(lambda client: client.users.me()) == User("10000000000007", "Ann Author")
    assert server.asked[0].target == "/api/v1/users/self"


def test_courses_of_every_authoring_role_come_once(server: ScriptedServer, wire: Wire, run: Runner) -> None:
    term = {"id": 1, "name": "Autumn"}
    biology = {"id": 5, "name": "Biology", "course_code": "BIO", "term": term, "workflow_state": "unpublished"}
    server.answer(
        wire.json([biology, {"id": 6, "access_restricted_by_date": True}]), wire.json([biology]), wire.json([])
    )
    assert run(lambda client: client.courses.list()) == (Course("5", "Biology", "BIO", "Autumn", published=False),)
    assert [asked.target.partition("&")[0] for asked in server.asked] == [
        f"/api/v1/courses?enrollment_type={role}" for role in ("teacher", "ta", "designer")
    ]


def test_a_course_ends_with_its_term_unless_it_has_an_end_of_its_own(
    server: ScriptedServer, wire: Wire, run: Runner
) -> None:
    term = {"id": 1, "name": "Autumn", "end_at": "2026-02-01T00:00:00Z"}
    rows = [
        {"id": 5, "name": "Biology", "term": term},
        {"id": 6, "name": "Botany", "term": term, "end_at": "2026-01-01T00:00:00Z"},
        {"id": 7, "name": "Zoology", "term": {"id": 2, "name": "Default Term", "end_at": None}, "end_at": "soon"},
    ]
    server.answer(wire.json(rows), wire.json([]), wire.json([]))
    ends = [course.ends_at for course in run(lambda client: client.courses.list())]
    assert ends == [datetime(2026, 2, 1, tzinfo=UTC).timestamp(), datetime(2026, 1, 1, tzinfo=UTC).timestamp(), None]


def test_a_picture_address_that_is_none_is_not_canvas(server: ScriptedServer, wire: Wire, run: Runner) -> None:
    for body in ({}, {"url": None}, {"url": "javascript:x"}, {"url": "https://u:p@store/x"}):
        server.answer(wire.json(body))
        with pytest.raises(NotCanvas):
            run(lambda client: client.items.media_upload_url("1", "2"))


async def publish(client: CanvasClient) -> object:
    return await client.assignments.publish("1", "2", published=True)


async def unpublish(client: CanvasClient) -> object:
    return await client.assignments.publish("1", "2", published=False)


def test_publishing_is_sent_alone_and_looked_at(server: ScriptedServer, wire: Wire, run: Runner) -> None:
    server.answer(wire.json({"id": "2"}), wire.json({"id": "2", "published": True}))
    assert run(publish) == {"id": "2", "published": True}
    assert [asked.method for asked in server.asked] == ["PUT", "GET"]
    assert server.asked[0].json == {"assignment": {"published": True}}
    assert server.asked[0].path == "/api/v1/courses/1/assignments/2"


@pytest.mark.parametrize(("act", "stays"), [(publish, False), (unpublish, True)])
def test_a_canvas_that_only_says_yes_is_found_out(
    act: Act, stays: bool, server: ScriptedServer, wire: Wire, run: Runner
) -> None:
    server.answer(wire.json({"id": "2", "published": stays}))
    with pytest.raises(Unchanged, match="unpublished" if act is publish else "published"):
        run(act)


def test_a_refusal_to_unpublish_tells_canvas_words(server: ScriptedServer, wire: Wire, run: Runner) -> None:
    server.answer(wire.json({"errors": {"published": [{"message": "Can't unpublish"}]}}, 400))
    with pytest.raises(Invalid, match="published: Can't unpublish"):
        run(unpublish)
    assert len(server.asked) == 1


def test_a_lost_answer_to_publishing_is_settled_by_the_look(server: ScriptedServer, wire: Wire, run: Runner) -> None:
    server.answer(wire.reset(), wire.json({"id": "2", "published": True}))
    assert run(publish) == {"id": "2", "published": True}
    server.answer(wire.reset(), wire.json({"id": "2", "published": False}))
    with pytest.raises(OutcomeUnknown):
        run(publish)


def test_an_object_without_an_id_is_kept_in_a_list(server: ScriptedServer, wire: Wire, run: Runner) -> None:
    server.answer(wire.json([{"title": "a"}, {"title": "b"}]))
    assert run(LISTS["/api/v1/courses/1/assignments"]) == ({"title": "a"}, {"title": "b"})


def test_a_failing_server_stops_a_list_with_its_error(
    server: ScriptedServer, wire: Wire, run: Runner, time: Time
) -> None:
    def refuse(asked: Asked) -> Reply:
        return wire.json({"errors": [{"message": "no"}]}, 404 if "quizzes" in asked.path else 500)

    server.answer(refuse)
    with pytest.raises(Exception, match="does not exist on Canvas"):
        run(LISTS["/api/quiz/v1/courses/1/quizzes"])
    assert time.slept == []
