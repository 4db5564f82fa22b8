"""Every answer that is no success becomes an error with words for a person."""

import pytest

from app.canvas import errors
from app.canvas.client import CanvasClient
from app.canvas.errors import CanvasError
from tests.support.scripted import TOKEN, Runner, ScriptedServer, Time, Wire

BEARER = 'Bearer realm="canvas-lms"'
RATE = b"403 Forbidden (Rate Limit Exceeded)\n"


async def me(client: CanvasClient) -> object:
    return await client.users.me()


async def create(client: CanvasClient) -> object:
    return await client.items.create("1", "2", {"entry_type": "Item"})


def said(text: str) -> dict[str, object]:
    return {"errors": [{"message": text}]}


READS = [
    (401, said("Invalid access token."), BEARER, errors.TokenRejected),
    (401, said("Revoked access token."), BEARER, errors.TokenRejected),
    (401, said("Expired access token."), "", errors.TokenExpired),
    (401, {"status": "unauthenticated", **said("user authorization required")}, BEARER, errors.TokenRejected),
    (401, said("Insufficient scopes on access token."), BEARER, errors.NotAllowed),
    (401, {"status": "unauthorized", **said("user not authorized")}, "", errors.NotAllowed),
    (403, {"status": "unauthorized", **said("user not authorized")}, "", errors.NotAllowed),
    (404, said("The specified resource does not exist."), "", errors.Gone),
    (410, said("gone"), "", errors.Gone),
    (400, said("title is missing"), "", errors.Invalid),
    (409, {"message": "exists"}, "", errors.Invalid),
    (422, {"errors": {"title": ["is blank"]}}, "", errors.Invalid),
    (429, said("slow down"), "", errors.Throttled),
    (500, said("An error occurred."), "", errors.ServerFailed),
    (408, {}, "", errors.ServerFailed),
]  # fmt: skip


@pytest.mark.parametrize(("status", "body", "challenge", "kind"), READS)
def test_a_refused_read_tells_what_happened_and_what_to_do(
    status: int, body: object, challenge: str, kind: type[CanvasError], server: ScriptedServer, wire: Wire, run: Runner
) -> None:
    extra = {"WWW_Authenticate": challenge} if challenge else {}
    server.answer(wire.json(body, status, X_Request_Context_Id="abc", **extra))
    with pytest.raises(kind) as raised:
        run(me)
    assert type(raised.value) is kind
    assert (raised.value.status, raised.value.support_id) == (status, "abc")
    assert str(raised.value.message)
    assert str(raised.value.hint)


WRITES = [
    (401, said("Invalid access token."), errors.TokenRejected),
    (403, said("no"), errors.NotAllowed),
    (404, said("no"), errors.Gone),
    (422, said("no"), errors.Invalid),
    (500, said("no"), errors.OutcomeUnknown),
    (502, said("no"), errors.OutcomeUnknown),
    (503, said("no"), errors.OutcomeUnknown),
    (504, said("no"), errors.OutcomeUnknown),
    (408, said("no"), errors.OutcomeUnknown),
    (303, said("no"), errors.OutcomeUnknown),
    (307, said("no"), errors.NotCanvas),
    (200, ["no object"], errors.OutcomeUnknown),
]


@pytest.mark.parametrize(("status", "body", "kind"), WRITES)
def test_a_refused_write_is_sent_once_and_says_whether_it_may_be_done(
    status: int, body: object, kind: type[CanvasError], server: ScriptedServer, wire: Wire, run: Runner
) -> None:
    extra = {"WWW_Authenticate": BEARER} if status == 401 else {}
    server.answer(wire.json(body, status, **extra))
    with pytest.raises(kind) as raised:
        run(create)
    assert type(raised.value) is kind
    assert getattr(raised.value, "outcome_unknown", False) is (kind is errors.OutcomeUnknown)
    assert len(server.asked) == 1


@pytest.mark.parametrize("status", [200, 400, 401, 403, 404])
def test_a_web_page_is_not_canvas(status: int, server: ScriptedServer, wire: Wire, run: Runner) -> None:
    server.answer(wire.body(b"<!DOCTYPE html><title>Log in</title>", status))
    with pytest.raises(errors.NotCanvas, match="is not Canvas"):
        run(me)
    assert len(server.asked) == 1


def test_a_web_page_after_a_write_leaves_the_outcome_open(server: ScriptedServer, wire: Wire, run: Runner) -> None:
    server.answer(wire.body(b"<html>Log in</html>"))
    with pytest.raises(errors.OutcomeUnknown):
        run(create)


def test_json_that_is_no_user_is_not_canvas(server: ScriptedServer, wire: Wire, run: Runner) -> None:
    for other in ({"hello": "world"}, [1, 2], "text", None):
        server.answer(wire.json(other))
        with pytest.raises(errors.NotCanvas):
            run(me)


def test_the_words_of_canvas_reach_the_person(server: ScriptedServer, wire: Wire, run: Runner) -> None:
    server.answer(wire.json(said("The property '#/value/0' did not match"), 400))
    with pytest.raises(errors.Invalid, match="The property '#/value/0' did not match") as raised:
        run(create)
    assert raised.value.words == "The property '#/value/0' did not match"


def test_a_server_that_repeats_the_token_does_not_get_it_shown(server: ScriptedServer, wire: Wire, run: Runner) -> None:
    server.answer(lambda asked: wire.json({"message": f"what is {asked.headers['authorization']}?"}, 400))
    with pytest.raises(errors.Invalid, match=r"what is Bearer …\?") as raised:
        run(create)
    assert TOKEN not in str(raised.value)


def test_a_rate_limit_without_end_is_told_and_nothing_was_done(
    server: ScriptedServer, wire: Wire, run: Runner, time: Time
) -> None:
    server.answer(wire.body(RATE, 403, content_type="text/plain"))
    with pytest.raises(errors.Throttled):
        run(create)
    assert len(server.asked) == 8
