"""The own user, courses and assignment groups, and who may see them."""

import json

import pytest

from tests.support.core_client import Client

COURSES = "/api/v1/courses"


def test_a_teacher_sees_two_courses(client: Client) -> None:
    courses = client.json("GET", COURSES + "?enrollment_type=teacher")
    assert [(course["id"], course["course_code"]) for course in courses] == [(1, "BOT 101"), (2, "BIO 220")]
    assert client.json("GET", COURSES + "?enrollment_type=student") == []


def test_core_ids_become_text_on_request(client: Client) -> None:
    response = client.send("GET", COURSES + "/2", accept="application/json+canvas-string-ids")
    assert json.loads(response.body)["id"] == "2"


def test_a_student_sees_one_course_and_no_quiz(client: Client) -> None:
    client.token = client.core.token("student")
    assert [course["name"] for course in client.json("GET", COURSES)] == ["Botany"]
    assert client.json("GET", "/api/v1/users/self")["name"] == "Sam Student"
    response = client.send("GET", "/api/quiz/v1/courses/1/quizzes")
    assert response.status == 401
    assert json.loads(response.body)["status"] == "unauthorized"
    assert "WWW-Authenticate" not in response.headers


@pytest.mark.parametrize(
    ("kind", "message"),
    [
        ("expired", "Expired access token."),
        ("revoked", "Revoked access token."),
        ("unscoped", "Insufficient scopes on access token."),
        (None, "Invalid access token."),
    ],
)
def test_a_dead_token_is_challenged(client: Client, kind: str | None, message: str) -> None:
    client.token = client.core.token(kind) if kind else "wrong"
    response = client.send("GET", COURSES)
    assert (response.status, json.loads(response.body)) == (401, {"errors": [{"message": message}]})
    assert response.headers["WWW-Authenticate"] == 'Bearer realm="canvas-lms"'


def test_no_token_is_told_apart(client: Client) -> None:
    client.token = None
    body = {"status": "unauthenticated", "errors": [{"message": "user authorization required"}]}
    assert client.json("GET", COURSES, status=401) == body


def test_an_unknown_address_is_not_found(client: Client) -> None:
    for path in (COURSES + "/3", COURSES + "/1/item_banks", "/api/quiz/v1/courses/9/quizzes", "/api/nothing"):
        client.json("GET", path, status=404)


def test_a_group_is_created_from_a_flat_body(client: Client) -> None:
    created = client.json("POST", COURSES + "/2/assignment_groups", {"name": "Exams", "group_weight": 40})
    assert (created["name"], created["group_weight"], created["position"]) == ("Exams", 40.0, 3)
    groups = client.json("GET", COURSES + "/2/assignment_groups")
    assert [group["name"] for group in groups] == ["Quizzes", "Assignments", "Exams"]


def test_a_wrapped_group_is_silently_ignored(client: Client) -> None:
    body = {"assignment_group": {"name": "Exams"}}
    assert client.json("POST", COURSES + "/2/assignment_groups", body)["name"] == "Assignments"
