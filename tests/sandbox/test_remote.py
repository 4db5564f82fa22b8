"""Edits from the other side, and what tests look at."""

import json

import pytest

from app.sandbox.core import Sandbox
from app.sandbox.state import State
from tests.support.core_client import Client, Questions


def test_an_edit_from_elsewhere_is_seen_through_the_api(questions: Questions) -> None:
    created = questions.create("choice")
    core, quiz = questions.client.core, questions.path.split("/")[-2]
    core.edit_item("1", quiz, created["id"], {"points_possible": 7.0, "entry": {"item_body": "<p>Edited<br/>"}})
    seen = questions.all()[0]
    assert (seen["points_possible"], seen["entry"]["item_body"]) == (7.0, "<p>Edited<br></p>")
    assert seen["entry"]["interaction_data"] == created["entry"]["interaction_data"]


def test_rows_can_be_added_moved_and_deleted_from_elsewhere(questions: Questions) -> None:
    core, quiz = questions.client.core, questions.path.split("/")[-2]
    question = core.add_item("1", quiz, {"entry": questions.entry("hot-spot"), "points_possible": 2.0})
    bank = core.add_item("1", quiz, {"entry_type": "Bank", "entry": {"title": "Anatomy"}}, position=1)
    assert [item["id"] for item in questions.all()] == [bank, question]
    core.move_item("1", quiz, question, 1)
    assert [item["id"] for item in questions.all()] == [question, bank]
    core.delete_item("1", quiz, bank)
    assert [item["id"] for item in core.items("1", quiz)] == [question]


def test_quizzes_can_be_edited_and_deleted_from_elsewhere(client: Client) -> None:
    client.core.edit_quiz("1", "3", {"title": "Leaves", "quiz_settings": {"shuffle_answers": True}})
    quiz = client.core.quizzes("1")[0]
    assert (quiz["title"], quiz["quiz_settings"]["has_time_limit"]) == ("Leaves", True)
    client.core.delete_quiz("1", "3")
    assert client.core.quizzes("1") == []


def test_what_is_looked_at_cannot_be_changed_by_looking(client: Client) -> None:
    client.core.items("1", "3")[1]["entry"]["title"] = "spoilt"
    assert client.core.items("1", "3")[1]["entry"]["title"] == "Site of the Calvin cycle"


def test_a_quiz_of_another_course_is_no_quiz_of_this_one(client: Client) -> None:
    with pytest.raises(KeyError):
        client.core.items("2", "3")


def test_requests_are_remembered_without_their_secrets(client: Client) -> None:
    client.send("GET", "/api/v1/courses?access_token=secret")
    client.core.set_fault("reset-before", 1)
    client.send("POST", "/api/quiz/v1/courses/1/quizzes", {"quiz": {"title": "a"}})
    assert client.core.requests == [("GET", "/api/v1/courses", 200), ("POST", "/api/quiz/v1/courses/1/quizzes", 0)]


def test_a_dumped_state_goes_on_where_it_was(questions: Questions) -> None:
    created = questions.create("essay")
    dumped = json.loads(json.dumps(questions.client.core.dump()))
    core = Sandbox(State.load(dumped), clock=questions.client.clock)
    client = Client(core, questions.client.clock, core.token())
    assert client.json("GET", f"{questions.path}/{created['id']}") == created
    assert Questions(client, questions.path, questions.examples).create("essay")["id"] != created["id"]


def test_the_same_requests_give_the_same_answers(client: Client, questions: Questions) -> None:
    first, second = Sandbox(clock=client.clock), Sandbox(clock=client.clock)
    assert first.dump() == second.dump()
    assert questions.client.core.state.instance == first.state.instance
