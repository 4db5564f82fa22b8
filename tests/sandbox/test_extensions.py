"""Extensions, accommodations, reports: limits that cut, partial success, progress that takes time (1.10 to 1.12)."""

import time
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from app.sandbox.classroom import Classroom
from app.sandbox.exchange import JsonObject
from app.sandbox.report import SECONDS
from app.sandbox.server import SandboxServer
from tests.support.core_client import Client

COURSE = "/api/v1/courses/2"
NEW = "/api/quiz/v1/courses/1"


class Room:
    """A second course with two classic quizzes and one student."""

    def __init__(self, server: SandboxServer, http: httpx.Client) -> None:
        self.server, self.http = server, http
        self.people = Classroom(server.core)
        self.anna = self.people.add_student("2", "Anna Berg")
        self.timed = self.people.add_classic_quiz("2", "Timed", [], time_limit=20)
        self.free = self.people.add_classic_quiz("2", "Free", [])

    def post(self, path: str, body: object, *, student: bool = False) -> tuple[int, Any]:
        token = self.server.student_token if student else self.server.token
        answer = self.http.post(path, json=body, headers={"Authorization": f"Bearer {token}"})
        return answer.status_code, answer.json()

    def extended(self, **extension: object) -> list[JsonObject]:
        body = {"quiz_extensions": [{"user_id": int(self.anna), **extension}]}
        status, answer = self.post(f"{COURSE}/quiz_extensions", body)
        assert status == 200, answer
        return list(answer["quiz_extensions"])


@pytest.fixture
def room(server: SandboxServer) -> Iterator[Room]:
    with httpx.Client(base_url=server.url) as http:
        yield Room(server, http)


def test_an_extension_reaches_every_classic_quiz_of_the_course(room: Room) -> None:
    made = room.extended(extra_time=15, extra_attempts=1, manually_unlocked="true")
    assert [str(one["quiz_id"]) for one in made] == [room.timed, room.free]
    assert all((one["extra_time"], one["extra_attempts"], one["manually_unlocked"]) == (15, 1, True) for one in made)


def test_numbers_beyond_the_limits_are_cut(room: Room) -> None:
    made = room.extended(extra_time=-99_999, extra_attempts=5000)[0]
    assert (made["extra_time"], made["extra_attempts"]) == (10_080, 1000)


def test_an_end_moves_only_for_who_writes_a_timed_quiz(room: Room) -> None:
    now = time.time()
    assert room.extended(extend_from_now=30)[0]["end_at"] is None
    key = room.people.begin(room.timed, room.anna, at=now)
    room.extended(extend_from_end_at=10)
    assert room.people.submission(key)["end_at"] == now + 1800
    room.extended(extend_from_now=60, extend_from_end_at=10)
    assert room.people.submission(key)["end_at"] == pytest.approx(now + 3600, abs=30)
    room.extended(extend_from_now=-5)
    assert room.people.submission(key)["end_at"] == pytest.approx(now + 3600, abs=30)


def test_extensions_are_refused_as_a_whole(room: Room) -> None:
    missing = {"status": "bad_request", "message": "missing required key :quiz_extensions"}
    assert room.post(f"{COURSE}/quiz_extensions", {"user_id": 1}) == (400, missing)
    body = {"quiz_extensions": [{"user_id": int(room.anna), "extra_time": 5}, {"user_id": 999}]}
    assert room.post(f"{COURSE}/quiz_extensions", body)[0] == 404
    assert not [row for _, row in room.server.core.state.rows("classic_submissions") if row["user"] == room.anna]
    words = "you are not allowed to change extension settings for these submissions"
    body = {"quiz_extensions": [{"user_id": 2, "extra_time": 5}]}
    refused = (403, {"status": "forbidden", "message": words})
    assert room.post("/api/v1/courses/1/quiz_extensions", body, student=True) == refused


def test_one_quiz_has_extensions_of_its_own(room: Room) -> None:
    body = {"quiz_extensions": [{"user_id": int(room.anna), "extra_attempts": 2}]}
    status, answer = room.post(f"{COURSE}/quizzes/{room.free}/extensions", body)
    assert (status, [str(one["quiz_id"]) for one in answer["quiz_extensions"]]) == (200, [room.free])


def test_accommodations_are_taken_student_by_student(room: Room) -> None:
    other = int(room.people.add_student("1", "Ada Other"))
    body = [{"user_id": 2, "extra_time": 30}, {"user_id": other, "apply_to_in_progress_quiz_sessions": True}]
    status, answer = room.post(f"{NEW}/accommodations", body)
    assert (status, answer["message"], answer["successful"]) == (200, "Accommodations processed", [{"user_id": 2}])
    words = "User is not in any in-progress quiz sessions for course 1"
    assert answer["failed"] == [{"user_id": other, "error": words}]
    assert room.people.accommodation("1", "", "2") == {"extra_time": 30}


def test_an_unknown_student_stops_the_whole_call(room: Room) -> None:
    body = [{"user_id": 2, "extra_time": 30}, {"user_id": 998}]
    assert room.post(f"{NEW}/accommodations", body) == (404, {"error": "Users with IDs 998 were not found"})
    assert room.people.accommodation("1", "", "2") == {}


def test_a_quiz_knows_only_those_who_opened_it(room: Room) -> None:
    quiz = room.server.core.add_quiz("1", {"title": "New"})
    path, body = f"{NEW}/quizzes/{quiz}/accommodations", [{"user_id": 2, "extra_time": 30, "extra_attempts": 1}]
    refused = {"error": "Users with IDs 2 are not participants in this assignment"}
    assert room.post(path, body) == (404, refused)
    room.people.sit(quiz, "2")
    assert room.post(path, body)[1]["successful"] == [{"user_id": 2}]
    assert room.post(path, [{"user_id": 2, "extra_time": 20_000}])[1]["failed"][0]["user_id"] == 2
    assert room.post(path, {"user_id": 2})[0] == 400


def test_a_report_takes_its_time_and_lies_behind_a_signed_address(client: Client) -> None:
    people = Classroom(client.core)
    people.sit("3", "2", state="complete", score=5.0, submitted_at=client.clock.now)
    body = {"quiz_report": {"report_type": "student_analysis", "format": "csv"}}
    progress = client.json("POST", f"{NEW}/quizzes/3/reports", body)["progress"]
    assert (progress["workflow_state"], progress["completion"], "results" in progress) == ("queued", 0, False)
    client.json("POST", f"{NEW}/quizzes/3/reports", body, status=409)
    client.clock.now += SECONDS * 0.7
    path = f"/api/v1/progress/{progress['id']}"
    assert client.json("GET", path)["workflow_state"] == "running"
    client.clock.now += SECONDS
    done = client.json("GET", path)
    assert (done["workflow_state"], done["completion"]) == ("completed", 100)
    assert done["results"]["url"].startswith(client.core.site.storage)


@pytest.mark.parametrize("wrong", [{"report_type": "x", "format": "csv"}, {"report_type": "item_analysis"}, {}])
def test_a_report_of_an_unknown_kind_is_refused(client: Client, wrong: JsonObject) -> None:
    client.json("POST", f"{NEW}/quizzes/3/reports", {"quiz_report": wrong}, status=400)


def test_a_report_may_fail(client: Client) -> None:
    client.core.set_fault("report-fails", 1)
    body = {"quiz_report": {"report_type": "item_analysis", "format": "json"}}
    progress = client.json("POST", f"{NEW}/quizzes/3/reports", body)["progress"]
    client.clock.now += 2 * SECONDS
    assert client.json("GET", f"/api/v1/progress/{progress['id']}")["workflow_state"] == "failed"


def test_students_are_listed_and_a_new_quiz_has_scores(client: Client) -> None:
    names = [one["name"] for one in client.json("GET", "/api/v1/courses/1/users?enrollment_type[]=student")]
    assert "Sam Student" in names
    assert client.json("GET", "/api/v1/courses/1/users?enrollment_type[]=teacher") == []
    Classroom(client.core).sit("3", "2", state="pending_review", score=4.5, submitted_at=client.clock.now)
    rows = client.json("GET", "/api/v1/courses/1/assignments/3/submissions?include[]=user")
    sam = next(row for row in rows if row["user_id"] == 2)
    assert (sam["submission_type"], sam["score"], sam["workflow_state"]) == ("basic_lti_launch", 4.5, "pending_review")
    assert sum(row["workflow_state"] == "unsubmitted" for row in rows) == len(rows) - 1
