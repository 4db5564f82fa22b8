"""What goes to Canvas, what is sent again and what never is."""

import pytest

from app.canvas import errors
from app.canvas.client import CanvasClient
from app.canvas.patience import Patience
from tests.support.scripted import TOKEN, Reply, Runner, ScriptedServer, Time, Wire

USER = {"id": 7, "name": "Ann Author"}
RATE = b"403 Forbidden (Rate Limit Exceeded)\n"


async def me(client: CanvasClient) -> object:
    return await client.users.me()


async def create(client: CanvasClient) -> object:
    return await client.items.create("1", "2", {"entry_type": "Item"})


def test_a_request_says_who_asks_and_wants_ids_as_texts(server: ScriptedServer, wire: Wire, run: Runner) -> None:
    server.answer(wire.json(USER))
    run(me)
    headers = server.asked[0].headers
    assert headers["authorization"] == f"Bearer {TOKEN}"
    assert "application/json+canvas-string-ids" in headers["accept"]
    assert headers["user-agent"] == "Quizwright"
    assert "cookie" not in headers


def test_cookies_of_canvas_are_not_sent_back(server: ScriptedServer, wire: Wire, run: Runner) -> None:
    async def twice(client: CanvasClient) -> None:
        await client.users.me()
        await client.users.me()

    server.answer(wire.json(USER, Set_Cookie="_csrf=1; path=/"))
    run(twice)
    assert "cookie" not in server.asked[1].headers


@pytest.mark.parametrize("status", [500, 502, 503, 504])
def test_a_read_is_sent_again_after_a_failure(
    status: int, server: ScriptedServer, wire: Wire, run: Runner, time: Time
) -> None:
    server.answer(wire.body(b"<h1>Bad gateway</h1>", status), wire.json({}, status), wire.json(USER))
    run(me)
    assert len(server.asked) == 3
    assert 0 <= time.slept[0] <= 0.5
    assert 0 <= time.slept[1] <= 1


def losses(wire: Wire) -> dict[str, Reply]:
    whole = wire.json(USER)
    return {
        "reset": wire.reset(),
        "closed without a word": Reply(b"", then="close"),
        "cut in the headers": wire.cut(whole, 30),
        "cut in the body": wire.cut(whole, len(whole.raw) - 5),
        "half of the json": wire.body(b'{"id":7,"na', content_type="application/json"),
        "no http": Reply(b"SSH-2.0-OpenSSH\r\n\r\n", then="close"),
        "endless depth": wire.body(b"[" * 100_000, content_type="application/json"),
    }


@pytest.mark.parametrize("loss", sorted(losses(Wire())))
def test_a_read_survives_a_lost_answer(loss: str, server: ScriptedServer, wire: Wire, run: Runner) -> None:
    server.answer(losses(wire)[loss], wire.json(USER))
    run(me)
    assert len(server.asked) == 2


@pytest.mark.parametrize("loss", sorted(losses(Wire())))
def test_a_write_with_a_lost_answer_is_never_sent_again(
    loss: str, server: ScriptedServer, wire: Wire, run: Runner
) -> None:
    server.answer(losses(wire)[loss], wire.json({"id": "1"}))
    with pytest.raises(errors.OutcomeUnknown) as raised:
        run(create)
    assert raised.value.outcome_unknown
    assert len(server.asked) == 1


@pytest.mark.parametrize(("scenario", "kind"), [(me, errors.Unreachable), (create, errors.OutcomeUnknown)])
def test_an_answer_that_never_comes_is_given_up(
    scenario: object, kind: type[errors.CanvasError], server: ScriptedServer, wire: Wire, run: Runner
) -> None:
    server.answer(wire.silence())
    with pytest.raises(kind) as raised:
        run(me if scenario is me else create, Patience(tries=2, deadline=0.1))
    assert type(raised.value) is kind
    assert len(server.asked) == (2 if scenario is me else 1)


def test_a_drip_of_bytes_without_end_is_given_up(server: ScriptedServer, wire: Wire, run: Runner) -> None:
    server.answer(Reply(wire.json(USER).raw[:-3], then="hang"))
    with pytest.raises(errors.Unreachable, match="did not answer in time"):
        run(me, Patience(tries=1, deadline=0.1))


def test_a_closed_port_is_unreachable_and_nothing_of_a_write_was_sent(
    server: ScriptedServer, run: Runner, time: Time
) -> None:
    server.shutdown()
    server.server_close()
    with pytest.raises(errors.Unreachable, match="could not be reached") as raised:
        run(create)
    assert not raised.value.outcome_unknown
    assert len(time.slept) == 4


@pytest.mark.parametrize("status", [403, 429])
def test_a_write_refused_for_the_rate_limit_is_sent_again(
    status: int, server: ScriptedServer, wire: Wire, run: Runner
) -> None:
    refused = wire.body(RATE, status, content_type="text/plain")
    server.answer(refused, refused, wire.json({"id": "1"}))
    assert run(create) == {"id": "1"}
    assert len(server.asked) == 3


@pytest.mark.parametrize(
    ("retry_after", "least", "most"), [("7", 7, 7), ("9999999", 120, 120), ("-1", 0, 0.5), ("soon", 0, 0.5)]
)
def test_the_wait_that_canvas_asks_for_is_kept_to_two_minutes(
    retry_after: str, least: float, most: float, server: ScriptedServer, wire: Wire, run: Runner, time: Time
) -> None:
    server.answer(wire.json({}, 429, Retry_After=retry_after), wire.json(USER))
    run(me)
    assert least <= time.now <= most


def test_the_clock_of_canvas_may_be_a_day_off(server: ScriptedServer, wire: Wire, run: Runner, time: Time) -> None:
    tomorrow = {"Date": "Sat, 02 Jan 2040 00:00:00 GMT", "Retry_After": "Sat, 02 Jan 2040 00:00:20 GMT"}
    server.answer(wire.json({}, 429, **tomorrow), wire.json(USER))
    run(me)
    assert time.now == 20


def test_a_low_rest_of_the_rate_limit_pauses_the_next_request(
    server: ScriptedServer, wire: Wire, run: Runner, time: Time
) -> None:
    async def twice(client: CanvasClient) -> None:
        await client.users.me()
        await client.users.me()

    server.answer(wire.json(USER, X_Rate_Limit_Remaining="50.0"))
    run(twice)
    assert time.slept == [10.0]


def test_a_body_keeps_every_character_and_half_a_surrogate(server: ScriptedServer, wire: Wire, run: Runner) -> None:
    async def update(client: CanvasClient) -> object:
        return await client.quizzes.update("1", "2", {"title": "é 😀 \ud83d", "points_possible": 1.5})

    server.answer(wire.json({"id": "2"}))
    run(update)
    assert server.asked[0].json == {"quiz": {"title": "é 😀 \ud83d", "points_possible": 1.5}}
    assert server.asked[0].headers["content-type"] == "application/json"


def test_an_id_cannot_lead_to_another_path(server: ScriptedServer, wire: Wire, run: Runner) -> None:
    async def get(client: CanvasClient) -> object:
        return await client.quizzes.get("1", "../../../users/self?a=b")

    server.answer(wire.json({}))
    run(get)
    assert server.asked[0].target == "/api/quiz/v1/courses/1/quizzes/..%2F..%2F..%2Fusers%2Fself%3Fa%3Db"


@pytest.mark.parametrize("missing", ["", ".", ".."])
def test_a_missing_id_is_a_bug_and_no_request(missing: str, server: ScriptedServer, run: Runner) -> None:
    async def delete(client: CanvasClient) -> object:
        return await client.items.delete("1", "2", missing)

    with pytest.raises(ValueError, match="an id is missing"):
        run(delete)
    assert server.asked == []
