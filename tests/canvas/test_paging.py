"""Whole lists, and lists that are none."""

import pytest

from app.canvas.client import CanvasClient
from app.canvas.errors import Garbled, NotCanvas, Redirected, ServerFailed
from tests.support.scripted import TOKEN, Asked, Reply, Runner, ScriptedServer, Time, Wire

FIRST = "/api/quiz/v1/courses/1/quizzes/2/items"


async def listed(client: CanvasClient) -> list[object]:
    return [item["id"] for item in await client.items.list("1", "2")]


def test_a_list_without_link_is_complete(server: ScriptedServer, wire: Wire, run: Runner) -> None:
    server.answer(wire.json([{"id": "1"}, {"id": "2"}]))
    assert run(listed) == ["1", "2"]
    assert server.asked[0].target == f"{FIRST}?per_page=100"


def test_next_pages_are_asked_for_as_canvas_names_them(server: ScriptedServer, wire: Wire, run: Runner) -> None:
    def page(asked: Asked) -> Reply:
        return wire.json([{"id": "1"}], Link=f'<{server.url}/odd/path?page=bookmark:WyJ4Il0,y>; rel="next"')

    server.answer(page, wire.json([{"id": "2"}]))
    assert run(listed) == ["1", "2"]
    assert server.asked[1].target == "/odd/path?page=bookmark:WyJ4Il0,y"
    assert server.asked[1].headers["authorization"] == f"Bearer {TOKEN}"


def test_a_next_page_may_be_named_by_its_path(server: ScriptedServer, wire: Wire, run: Runner) -> None:
    server.answer(wire.json([{"id": "1"}], Link='</2?page=2>; rel="next"'), wire.json([{"id": "2"}]))
    assert run(listed) == ["1", "2"]
    assert server.asked[1].target == "/2?page=2"


def test_an_item_that_slipped_to_the_next_page_comes_once(server: ScriptedServer, wire: Wire, run: Runner) -> None:
    link = f'<{server.url}/2>; rel="next"'
    server.answer(wire.json([{"id": "1"}, {"id": 2}], Link=link), wire.json([{"id": "2"}, {"id": "3"}]))
    assert run(listed) == ["1", 2, "3"]


def test_a_page_that_fails_is_asked_again_and_the_list_is_complete(
    server: ScriptedServer, wire: Wire, run: Runner, time: Time
) -> None:
    link = f'<{server.url}/2>; rel="next"'
    server.answer(wire.json([{"id": "1"}], Link=link), wire.json({}, 502), wire.json([{"id": "2"}]))
    assert run(listed) == ["1", "2"]


def test_a_list_with_a_missing_page_is_no_list(server: ScriptedServer, wire: Wire, run: Runner) -> None:
    server.answer(wire.json([{"id": "1"}], Link=f'<{server.url}/2>; rel="next"'), wire.json({}, 502))
    with pytest.raises(ServerFailed):
        run(listed)


def test_a_loop_of_pages_is_refused(server: ScriptedServer, wire: Wire, run: Runner) -> None:
    server.answer(wire.json([{"id": "1"}], Link=f'<{server.url}/again>; rel="next"'))
    with pytest.raises(Garbled):
        run(listed)
    assert len(server.asked) == 2


@pytest.mark.parametrize("where", ["{other}/2", "https://127.0.0.1:{port}/2", "http://u:p@127.0.0.1:{port}/2"])
def test_a_next_page_elsewhere_is_refused(
    where: str, server: ScriptedServer, other_server: ScriptedServer, wire: Wire, run: Runner
) -> None:
    target = where.format(other=other_server.url, port=server.server_address[1])
    server.answer(wire.json([{"id": "1"}], Link=f'<{target}>; rel="next"'))
    with pytest.raises(Redirected):
        run(listed)
    assert len(server.asked) == 1
    assert other_server.asked == []


@pytest.mark.parametrize("page", [{"errors": []}, "text", None, [1, 2], [["id"]]])
def test_what_is_no_list_of_objects_is_not_canvas(
    page: object, server: ScriptedServer, wire: Wire, run: Runner
) -> None:
    server.answer(wire.json(page))
    with pytest.raises(NotCanvas):
        run(listed)
