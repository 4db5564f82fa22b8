"""The token goes to the origin of Canvas and to no other, whatever redirects say."""

import pytest

from app.canvas.client import CanvasClient
from app.canvas.errors import CanvasError, NotCanvas, Redirected
from tests.support.scripted import TOKEN, Runner, ScriptedServer, Wire

CODES = [301, 302, 303, 307, 308]
ELSEWHERE = {
    "another port": "{other}/api/v1/users/self",
    "another name of this computer": "http://localhost:{port}/api/v1/users/self",
    "another scheme": "https://127.0.0.1:{port}/api/v1/users/self",
    "no scheme": "//127.0.0.2:{port}/api/v1/users/self",
}


async def me(client: CanvasClient) -> object:
    return await client.users.me()


async def create(client: CanvasClient) -> object:
    return await client.items.create("1", "2", {"entry_type": "Item"})


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("where", sorted(ELSEWHERE))
@pytest.mark.parametrize("scenario", [me, create])
def test_no_other_origin_sees_a_request(
    code: int,
    where: str,
    scenario: object,
    server: ScriptedServer,
    other_server: ScriptedServer,
    wire: Wire,
    run: Runner,
) -> None:
    other_server.answer(wire.json({"id": 1}))
    target = ELSEWHERE[where].format(other=other_server.url, port=server.server_address[1])
    server.answer(wire.json({}, code, Location=target))
    with pytest.raises(CanvasError):
        run(me if scenario is me else create)
    assert other_server.asked == []
    assert len(server.asked) == 1


@pytest.mark.parametrize("code", CODES)
def test_a_read_follows_one_redirect_within_the_origin(
    code: int, server: ScriptedServer, wire: Wire, run: Runner
) -> None:
    server.answer(wire.json({}, code, Location="/api/v1/users/7?a=1"), wire.json({"id": 7, "name": "Ann"}))
    run(me)
    assert [asked.target for asked in server.asked] == ["/api/v1/users/self", "/api/v1/users/7?a=1"]
    assert server.asked[1].headers["authorization"] == f"Bearer {TOKEN}"


def test_a_second_redirect_is_not_followed(server: ScriptedServer, wire: Wire, run: Runner) -> None:
    server.answer(wire.json({}, 302, Location="/login"))
    with pytest.raises(NotCanvas):
        run(me)
    assert len(server.asked) == 2


def test_a_redirect_to_the_login_page_is_not_canvas(server: ScriptedServer, wire: Wire, run: Runner) -> None:
    server.answer(wire.body(b"", 302, Location="/login"), wire.body(b"<html>Log in</html>"))
    with pytest.raises(NotCanvas):
        run(me)


@pytest.mark.parametrize("code", [301, 302, 307, 308])
def test_a_write_is_never_redirected(code: int, server: ScriptedServer, wire: Wire, run: Runner) -> None:
    server.answer(wire.json({}, code, Location="/api/v1/other"))
    with pytest.raises(NotCanvas):
        run(create)
    assert len(server.asked) == 1


def test_a_moved_canvas_tells_its_new_address(server: ScriptedServer, wire: Wire, run: Runner) -> None:
    server.answer(wire.json({}, 301, Location="https://uni.instructure.com/api/v1/users/self?token=x"))
    with pytest.raises(Redirected, match=r"https://uni\.instructure\.com/api/v1/users/self") as raised:
        run(me)
    assert raised.value.target == "https://uni.instructure.com/api/v1/users/self"


@pytest.mark.parametrize("location", ["", "https://[broken", "javascript:alert(1)", "file:///etc/passwd"])
def test_a_redirect_to_nowhere_is_an_error_for_a_person(
    location: str, server: ScriptedServer, wire: Wire, run: Runner
) -> None:
    server.answer(wire.json({}, 302, Location=location))
    with pytest.raises(CanvasError):
        run(me)
