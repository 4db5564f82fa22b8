"""Every fault does what its line in the table says, and luck can be repeated."""

import json
from collections.abc import Callable

import pytest

from app.sandbox.exchange import Delivery, Json, Response
from app.sandbox.faults.after import AFTER
from app.sandbox.faults.before import BEFORE
from app.sandbox.faults.content import CONTENT
from app.sandbox.faults.draw import UnknownFault
from app.sandbox.faults.event import EVENTS
from app.sandbox.faults.table import FAULTS, Stage
from tests.support.core_client import Client, Questions

QUIZZES = "/api/quiz/v1/courses/2/quizzes"
SAMPLE = "/api/quiz/v1/courses/1/quizzes/3"
BODY = {"quiz": {"title": "Cells"}}


def _create(client: Client) -> Response:
    return client.send("POST", QUIZZES, BODY)


def _titles(client: Client) -> list[str]:
    return [quiz["title"] for quiz in client.core.quizzes("2")]


def test_every_fault_of_the_table_is_carried_out() -> None:
    tables = {Stage.BEFORE: {*BEFORE}, Stage.AFTER: {*AFTER}, Stage.CONTENT: {*CONTENT}, Stage.EVENT: {*EVENTS}}
    for stage, names in tables.items():
        assert names == {name for name, fault in FAULTS.items() if fault.stage is stage}


def test_an_unknown_fault_or_probability_is_refused(client: Client) -> None:
    for name, probability in (("earthquake", 1.0), ("login-page", 2.0), ("login-page", -0.1)):
        with pytest.raises(UnknownFault):
            client.core.set_fault(name, probability)


@pytest.mark.parametrize(
    ("fault", "statuses"),
    [
        ("error-before", {500, 502, 503, 504}),
        ("throttle-403", {403}),
        ("throttle-429", {429}),
        ("retry-after-absurd", {429}),
        ("forbidden", {403}),
        ("unauthorized-mid", {401}),
        ("login-page", {200}),
        ("redirect-cross-origin", {307}),
        ("redirect-downgrade", {307}),
        ("quiz-locked", {403}),
        ("invalid-422", {422}),
    ],
)
def test_a_fault_before_the_deed_leaves_nothing(client: Client, fault: str, statuses: set[int]) -> None:
    client.core.set_fault(fault, 1)
    assert {_create(client).status for _ in range(20)} <= statuses
    assert _titles(client) == []
    client.core.set_fault(fault, 0)
    assert _create(client).status == 200


@pytest.mark.parametrize(
    ("fault", "delivery", "statuses"),
    [
        ("error-after-commit", Delivery.WHOLE, {500, 502, 504}),
        ("reset-after-commit", Delivery.RESET, {200}),
        ("timeout-after-commit", Delivery.SILENCE, {200}),
        ("truncated-body", Delivery.TRUNCATED, {200}),
        ("slow-drip", Delivery.DRIP, {200}),
        ("not-json", Delivery.WHOLE, {200}),
    ],
)
def test_a_fault_after_the_deed_leaves_it_done(
    client: Client, fault: str, delivery: Delivery, statuses: set[int]
) -> None:
    client.core.set_fault(fault, 1)
    response = _create(client)
    assert response.delivery is delivery
    assert response.status in statuses
    assert _titles(client) == ["Cells"]


def test_a_body_that_is_no_json_says_that_it_is(client: Client) -> None:
    client.core.set_fault("not-json", 1)
    response = _create(client)
    assert response.headers["Content-Type"].startswith("application/json")
    with pytest.raises(json.JSONDecodeError):
        json.loads(response.body)


def test_a_login_page_comes_with_200(client: Client) -> None:
    client.core.set_fault("login-page", 1)
    response = client.send("GET", QUIZZES)
    assert (response.status, response.headers["Content-Type"]) == (200, "text/html; charset=utf-8")


def test_redirects_name_another_origin(client: Client) -> None:
    client.core.set_fault("redirect-cross-origin", 1)
    response = client.send("GET", QUIZZES + "?per_page=2")
    assert (response.status, response.headers["Location"]) == (
        302,
        client.core.site.storage + QUIZZES + "?per_page=2",
    )


def test_a_late_write_lands_after_some_requests(client: Client) -> None:
    client.core.set_fault("late-commit", 1)
    assert _create(client).status == 504
    assert _titles(client) == []
    for _ in range(5):
        client.send("GET", "/api/v1/users/self")
    assert _titles(client) == ["Cells"]
    assert not client.core.expects_late_writes


def test_a_late_write_lands_by_the_clock(client: Client) -> None:
    client.core.set_fault("late-commit", 1)
    _create(client)
    client.clock.now += 0.6
    client.core.tick()
    assert _titles(client) == ["Cells"]


def test_a_late_write_is_part_of_the_state(client: Client) -> None:
    client.core.set_fault("late-commit", 1)
    _create(client)
    assert len(json.loads(json.dumps(client.core.dump()))["late"]) == 1


def test_a_quiz_that_is_there_is_gone_for_one_request(client: Client) -> None:
    client.core.set_fault("quiz-gone", 1)
    assert client.send("GET", SAMPLE + "/items").status == 404
    assert client.send("GET", "/api/quiz/v1/courses/1/quizzes").status == 200


def test_items_are_refused_as_immutable(questions: Questions) -> None:
    created = questions.create("essay")
    questions.client.core.set_fault("immutable", 1)
    questions.patch(created["id"], {"points_possible": 3}, status=422)
    assert questions.all() == [created]


def test_the_token_expires_for_good(client: Client) -> None:
    client.core.set_fault("session-deadline", 1)
    assert client.send("GET", QUIZZES).status == 401
    client.core.set_fault("session-deadline", 0)
    assert client.json("GET", QUIZZES, status=401)["errors"][0]["message"] == "Expired access token."
    client.core.renew_token(client.core.token())
    assert client.send("GET", QUIZZES).status == 200


def test_rows_of_unknown_kinds_appear_once_and_stay(client: Client) -> None:
    client.core.set_fault("unknown-entry-type", 1)
    rows = client.json("GET", SAMPLE + "/items?per_page=100")
    assert client.json("GET", SAMPLE + "/items?per_page=100") == rows
    hologram, future = rows[-2:]
    assert (hologram["entry_type"], future["entry"]["interaction_type_slug"]) == ("Hologram", "turn-model")
    assert client.json("GET", f"{SAMPLE}/items/{future['id']}") == future
    assert client.send("PATCH", f"{SAMPLE}/items/{future['id']}", {"item": {"entry": {"properties": {}}}}).status == 400


def _page(client: Client, fault: str, page: str) -> tuple[list[str], str]:
    client.core.set_fault(fault, 1)
    response = client.send("GET", SAMPLE + "/items" + page)
    return [row["id"] for row in json.loads(response.body)], response.headers.get("Link", "")


SECOND = "?per_page=3&page=bookmark:WzMsIDNd"


def test_the_next_page_can_be_the_page_itself(client: Client) -> None:
    _, link = _page(client, "link-loop", "?per_page=3")
    current, following = (next(part for part in link.split(",") if rel in part) for rel in ("current", "next"))
    assert current.partition(">")[0] == following.partition(">")[0]


def test_a_later_page_can_repeat_rows(client: Client) -> None:
    assert _page(client, "repeated-page", "?per_page=3")[0] == ["1", "2", "3"]
    assert _page(client, "repeated-page", SECOND)[0] == ["4", "5", "6", "4"]


def test_a_row_can_move_between_pages(client: Client) -> None:
    seen = {tuple(_page(client, "item-moved-between-pages", SECOND)[0]) for _ in range(40)}
    assert ("5", "6") in seen
    assert ("4", "4", "5", "6") in seen
    assert all(set(ids) <= {"4", "5", "6"} for ids in seen)


def test_a_list_can_be_empty(client: Client) -> None:
    assert _page(client, "empty-list", "") == ([], "")
    assert len(client.core.items("1", "3")) == 9


def _item(client: Client, fault: str) -> Json:
    client.core.set_fault(fault, 1)
    return client.json("GET", SAMPLE + "/items")[1]


def test_answers_can_have_extra_missing_and_null_fields(make: Callable[..., Client]) -> None:
    plain, extra = make().json("GET", SAMPLE + "/items")[1], _item(make(), "extra-fields")
    missing, null = _item(make(), "missing-fields"), _item(make(), "null-fields")
    assert extra["sandbox_revision"] == extra["entry"]["sandbox_revision"] == 7
    assert "status" in plain
    assert "status" not in missing
    assert "properties" not in missing
    assert missing["entry"]["feedback"] == plain["entry"]["feedback"]
    assert (plain["properties"], null["properties"], null["entry"]["calculator_type"]) == ({}, None, None)


def test_ids_can_be_numbers(client: Client) -> None:
    item = _item(client, "int-ids")
    assert (item["id"], item["stimulus_quiz_entry_id"]) == (2, 1)
    assert client.json("GET", "/api/quiz/v1/courses/1/quizzes")[0]["assignment_group_id"] == 1


def test_the_date_can_be_a_day_off(client: Client) -> None:
    right = client.send("GET", QUIZZES).headers["Date"]
    client.core.set_fault("wrong-date", 1)
    dates = {client.send("GET", QUIZZES).headers["Date"][:7] for _ in range(20)}
    assert right[:7] not in dates
    assert len(dates) == 2


def test_points_of_zero_can_be_allowed(questions: Questions) -> None:
    questions.client.core.set_fault("zero-points", 1)
    assert questions.send(questions.entry("essay"), points_possible=0)["points_possible"] == 0.0


def _statuses(client: Client) -> list[int]:
    return [client.send("GET", "/api/v1/users/self").status for _ in range(60)]


def test_the_same_seed_has_the_same_luck(make: Callable[..., Client]) -> None:
    faults = {"error-before": 0.3, "throttle-429": 0.2}
    assert _statuses(make(seed=7, faults=faults)) == _statuses(make(seed=7, faults=faults))
    assert _statuses(make(seed=7, faults=faults)) != _statuses(make(seed=8, faults=faults))


def test_one_fault_does_not_change_the_luck_of_another(make: Callable[..., Client]) -> None:
    alone = _statuses(make(seed=7, faults={"throttle-429": 0.2}))
    beside = _statuses(make(seed=7, faults={"throttle-429": 0.2, "wrong-date": 0.5}))
    assert alone == beside
    assert 429 in alone


def test_students_hand_in_while_a_client_looks(client: Client) -> None:
    client.core.set_fault("students-hand-in", 1.0)
    rows = client.json("GET", f"{SAMPLE}/items")
    assert {row["status"] for row in rows} == {"immutable"}
    assert client.core.assignment("3")["has_submitted_submissions"] is True


def test_a_quiz_is_unpublished_while_a_client_looks(client: Client) -> None:
    client.core.set_published("3", published=True)
    client.core.set_fault("quiz-unpublished", 1.0)
    client.json("GET", f"{SAMPLE}/items")
    assert client.json("GET", SAMPLE)["published"] is False
