"""Bodies as forms, as the documents' own commands send them."""

import json
from urllib.parse import urlencode

import pytest

from app.sandbox.exchange import Json
from tests.support.core_client import Client

FORM = "application/x-www-form-urlencoded"
QUIZZES = "/api/quiz/v1/courses/1/quizzes"

ESSAY = [
    ("item[position]", "1"),
    ("item[points_possible]", "25.0"),
    ("item[properties]", "{}"),
    ("item[entry_type]", "Item"),
    ("item[entry][title]", "Question 1"),
    ("item[entry][feedback][correct]", "good job!"),
    ("item[entry][calculator_type]", "none"),
    ("item[entry][interaction_data][word_limit_enabled]", "false"),
    ("item[entry][item_body]", "<p>What is 3 ^ 6?</p>"),
    ("item[entry][interaction_type_slug]", "essay"),
    ("item[entry][scoring_data][value]", ""),
    ("item[entry][scoring_algorithm]", "None"),
]


def _sent(client: Client, method: str, path: str, pairs: list[tuple[str, str]]) -> Json:
    response = client.send(method, path, urlencode(pairs).encode(), content_type=FORM)
    assert response.status == 200, response.body
    return json.loads(response.body)


def test_the_essay_of_the_documents_is_taken(client: Client) -> None:
    item = _sent(client, "POST", QUIZZES + "/3/items", ESSAY)
    assert (item["points_possible"], item["position"]) == (25.0, 1)
    assert item["entry"]["interaction_data"] == {"word_limit_enabled": False}
    assert item["entry"]["feedback"] == {"correct": "good job!"}


def test_the_quiz_of_the_documents_is_taken(client: Client) -> None:
    settings = "quiz[quiz_settings]"
    pairs = [
        ("quiz[title]", "New quiz"),
        ("quiz[assignment_group_id]", "1"),
        ("quiz[points_possible]", "100.0"),
        ("quiz[due_at]", "2023-01-02T00:00:00Z"),
        (f"{settings}[calculator_type]", "scientific"),
        (f"{settings}[filters][ips]", '[["10.0.0.0","10.10.0.0"], ["12.0.0.0", "12.10.10.0"]]'),
        (f"{settings}[student_access_code]", "12345"),
        (f"{settings}[session_time_limit_in_seconds]", "7500"),
        (f"{settings}[multiple_attempts][multiple_attempts_enabled]", "true"),
        (f"{settings}[multiple_attempts][max_attempts]", "4"),
    ]
    kept = _sent(client, "POST", QUIZZES, pairs)["quiz_settings"]
    assert kept["filters"]["ips"][1] == ["12.0.0.0", "12.10.10.0"]
    assert (kept["student_access_code"], kept["session_time_limit_in_seconds"]) == ("12345", 7500)
    assert kept["multiple_attempts"] == {"multiple_attempts_enabled": True, "max_attempts": 4}


def test_lists_of_objects_are_read(client: Client) -> None:
    one, two = "11111111-1111-4111-8111-111111111111", "22222222-2222-4222-8222-222222222222"
    choices = "item[entry][interaction_data][choices][]"
    pairs = [("item[entry_type]", "Item"), ("item[entry][interaction_type_slug]", "multi-answer")]
    for place, key in enumerate((one, two), start=1):
        pairs += [(f"{choices}[id]", key), (f"{choices}[position]", str(place)), (f"{choices}[item_body]", "<p>a</p>")]
    pairs += [("item[entry][scoring_data][value][]", one), ("item[entry][item_body]", "<p>Which?</p>")]
    pairs += [("item[entry][scoring_algorithm]", "AllOrNothing")]
    entry = _sent(client, "POST", QUIZZES + "/3/items", pairs)["entry"]
    assert [choice["id"] for choice in entry["interaction_data"]["choices"]] == [one, two]
    assert entry["scoring_data"]["value"] == [one]


def test_publishing_by_form(client: Client) -> None:
    pairs = [("assignment[published]", "true")]
    assert _sent(client, "PUT", "/api/v1/courses/1/assignments/3", pairs)["published"] is True


@pytest.mark.parametrize("body", [b"{", b"[]", b'"text"', b"\xff"])
def test_broken_json_is_a_bad_request(client: Client, body: bytes) -> None:
    assert client.send("POST", QUIZZES, body, content_type="application/json").status == 400


@pytest.mark.parametrize(
    "body", [b"quiz[title]=a&quiz[title][b]=c", b"quiz=1&quiz[]=2", b"quiz[][a]=1", b"%5B%5D=1", b""]
)
def test_a_broken_form_never_breaks_the_server(client: Client, body: bytes) -> None:
    assert client.send("POST", QUIZZES, body, content_type=FORM).status in {400, 500}
