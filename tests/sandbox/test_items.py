"""Creating, changing and deleting items."""

from collections.abc import Callable

import pytest

from app.sandbox.exchange import Json
from tests.support.core_client import Client, Questions

SAMPLE = "/api/quiz/v1/courses/1/quizzes/3/items"


def test_an_item_is_shown_as_it_was_created(questions: Questions) -> None:
    created = questions.create("essay")
    assert questions.client.json("GET", f"{questions.path}/{created['id']}") == created
    assert questions.all() == [created]
    assert isinstance(created["id"], str)
    assert (created["position"], created["points_possible"]) == (1, 2.0)
    assert (created["status"], created["stimulus_quiz_entry_id"], created["properties"]) == ("mutable", "", {})


@pytest.mark.parametrize(
    "missing", ["item_body", "interaction_type_slug", "interaction_data", "scoring_data", "scoring_algorithm"]
)
def test_what_a_create_must_have_is_named(questions: Questions, missing: str) -> None:
    entry = questions.entry("essay")
    del entry[missing]
    assert questions.send(entry, status=400) == {"errors": [{"message": f"{missing} is missing"}]}


@pytest.mark.parametrize(
    ("item", "status"),
    [
        ({"points_possible": 0}, 400),
        ({"points_possible": -1}, 400),
        ({"points_possible": "2"}, 400),
        ({"position": 0}, 400),
        ({"position": "1"}, 400),
        ({"entry": "{}"}, 500),
        ({"entry": None}, 400),
    ],
)
def test_a_bad_parameter_is_refused(questions: Questions, item: Json, status: int) -> None:
    body = {"item": {"entry_type": "Item", "points_possible": 1, "entry": questions.entry("essay"), **item}}
    questions.client.json("POST", questions.path, body, status=status)
    assert questions.all() == []


@pytest.mark.parametrize("block", ["interaction_data", "scoring_data", "properties", "feedback"])
def test_json_sent_as_text_crashes_the_server(questions: Questions, block: str) -> None:
    answer = questions.send({**questions.entry("essay"), block: "{}"}, status=500)
    assert answer["errors"][0]["error_code"] == "internal_server_error"


@pytest.mark.parametrize("kind", ["Stimulus", "BankEntry", "Bank", "item"])
def test_other_entry_types_are_a_bad_request_in_plain_text(questions: Questions, kind: str) -> None:
    body = {"item": {"entry_type": kind, "entry": questions.entry("essay")}}
    response = questions.client.send("POST", questions.path, body)
    assert (response.status, response.body) == (400, b"Bad Request")
    assert response.headers["Content-Type"].startswith("text/plain")


def test_the_sample_quiz_has_rows_that_can_only_be_read(client: Client) -> None:
    rows = {row["entry_type"]: row for row in client.json("GET", SAMPLE)}
    assert set(rows) == {"Item", "Stimulus", "BankEntry", "Bank"}
    for kind in ("Stimulus", "BankEntry", "Bank"):
        address = f"{SAMPLE}/{rows[kind]['id']}"
        assert client.send("PATCH", address, {"item": {"points_possible": 3}}).status == 400
        assert client.send("DELETE", address).status == 400
    assert rows["Bank"]["properties"] == {"sample_num": 5}


def test_every_question_of_the_sample_quiz_would_be_taken(client: Client) -> None:
    quiz = client.core.add_quiz("1")
    for row in client.json("GET", SAMPLE):
        if row["entry_type"] == "Item":
            body = {"item": {"entry_type": "Item", "entry": row["entry"], "points_possible": row["points_possible"]}}
            client.json("POST", f"/api/quiz/v1/courses/1/quizzes/{quiz}/items", body)


def test_camel_case_is_read_and_snake_case_answered(questions: Questions) -> None:
    entry = questions.entry("choice")
    for choice in entry["interaction_data"]["choices"]:
        choice["itemBody"] = choice.pop("item_body")
    entry["properties"] = {
        "shuffleRules": {"choices": {"toLock": [0], "shuffled": True}},
        "varyPointsByAnswer": True,
    }
    created = questions.send(entry)["entry"]
    assert created["interaction_data"]["choices"][0]["item_body"] == "<p>a</p>"
    assert created["properties"]["shuffle_rules"]["choices"]["to_lock"] == [0]


def test_the_camel_case_switch_answers_the_blocks_in_camel_case(ask: Callable[..., Questions]) -> None:
    questions = ask(faults={"camel-case": 1})
    created = questions.create("choice")["entry"]
    assert "itemBody" in created["interaction_data"]["choices"][0]
    assert created["properties"]["varyPointsByAnswer"] is True
    assert questions.send(created)["entry"]["interaction_data"] == created["interaction_data"]


def test_keys_that_nobody_knows_are_kept_unless_the_server_drops_them(ask: Callable[..., Questions]) -> None:
    unknown = {"interaction_data": {"rce": True, "new": 1}, "tone": "kind"}
    kept = ask().create("essay", **unknown)["entry"]
    dropped = ask(faults={"drop-unknown": 1}).create("essay", **unknown)["entry"]
    assert (kept["tone"], kept["interaction_data"]["new"]) == ("kind", 1)
    assert "tone" not in dropped
    assert dropped["interaction_data"]["new"] == 1


def test_what_only_the_server_writes_is_ignored(questions: Questions) -> None:
    made = {"id": "77", "created_at": "1999-01-01T00:00:00Z", "user_response_type": "Odd"}
    item: Json = {"id": "99", "stimulus_quiz_entry_id": "3", "entry_editable": False}
    created = questions.send({**questions.entry("essay"), **made}, **item)
    assert created["id"] != "99"
    assert (created["stimulus_quiz_entry_id"], created["entry_editable"]) == ("", True)
    assert created["entry"]["user_response_type"] == "Text"
    assert created["entry"]["created_at"] > "2020"


def test_a_patch_changes_what_it_names(questions: Questions) -> None:
    created = questions.create("true-false")
    questions.client.clock.now += 60
    patched = questions.patch(created["id"], {"points_possible": 4.5, "entry": {"title": "New"}})
    assert (patched["points_possible"], patched["entry"]["title"]) == (4.5, "New")
    assert patched["entry"]["scoring_data"] == created["entry"]["scoring_data"]
    assert patched["entry"]["updated_at"] > created["entry"]["updated_at"] == created["entry"]["created_at"]


@pytest.mark.parametrize(
    ("item", "status"),
    [
        ({"entry": {"interaction_type_slug": "essay"}}, 422),
        ({"entry": {"scoring_data": {"value": "yes"}}}, 422),
        ({"entry": {"item_body": ""}}, 422),
        ({"entry": {"calculator_type": "abacus"}}, 400),
        ({"entry": {"feedback": {"correct": 1}}}, 422),
        ({"entry_type": "Bank"}, 400),
        ({"points_possible": 0}, 400),
        ({}, 400),
    ],
)
def test_a_bad_patch_changes_nothing(questions: Questions, item: Json, status: int) -> None:
    created = questions.create("true-false")
    response = questions.client.send("PATCH", f"{questions.path}/{created['id']}", {"item": item})
    assert response.status == status
    assert questions.all() == [created]


def test_a_deleted_item_is_answered_once_and_then_gone(questions: Questions) -> None:
    created = questions.create("essay")
    address = f"{questions.path}/{created['id']}"
    assert questions.client.json("DELETE", address) == created
    for method in ("GET", "DELETE"):
        answer = questions.client.json(method, address, status=404)
        assert answer == {"errors": [{"message": "The specified resource does not exist."}]}


def test_an_item_is_not_found_in_another_quiz(questions: Questions) -> None:
    created = questions.create("essay")
    questions.client.json("GET", f"{SAMPLE}/{created['id']}", status=404)


def test_submissions_leave_texts_and_points_to_change(questions: Questions) -> None:
    created = questions.create("choice")
    questions.client.core.set_submissions(questions.path.split("/")[-2])
    choices = [{**choice, "item_body": "<p>new</p>"} for choice in created["entry"]["interaction_data"]["choices"]]
    entry = {"item_body": "<p>New</p>", "interaction_data": {"choices": choices}}
    assert questions.patch(created["id"], {"points_possible": 9, "entry": entry})["status"] == "immutable"
    questions.patch(created["id"], {"entry": {"scoring_data": {"value": choices[1]["id"]}}}, status=422)
    questions.client.json("DELETE", f"{questions.path}/{created['id']}", status=422)
