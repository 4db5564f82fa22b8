"""Quiz submissions of the sandbox over HTTP: every status and message of the table (canvas-facts 1.9)."""

from collections.abc import Callable, Iterator
from typing import Any

import httpx
import pytest

from app.sandbox.classroom import Classroom
from app.sandbox.exchange import JsonObject
from app.sandbox.server import SandboxServer

NOW = 1_790_000_000.0
QUESTIONS: list[JsonObject] = [
    {
        "question_name": "Green",
        "question_type": "multiple_choice_question",
        "question_text": "<p>Why?</p>",
        "points_possible": 2,
        "answers": [{"id": 1, "text": "reflection", "weight": 100}, {"id": 2, "text": "paint", "weight": 0}],
    },
    {"question_name": "Say", "question_type": "essay_question", "question_text": "<p>How?</p>", "points_possible": 5},
]
NOT_FOUND = {"errors": [{"message": "The specified resource does not exist."}]}
UNAUTHORIZED = {"status": "unauthorized", "errors": [{"message": "user not authorized to perform that action"}]}
Send = Callable[..., httpx.Response]


class Room:
    """A classic quiz on a served sandbox, asked by a teacher, or by the student Sam (id 2)."""

    def __init__(self, server: SandboxServer, http: httpx.Client) -> None:
        self.server, self.http = server, http
        self.people = Classroom(server.core)
        self.quiz = self.people.add_classic_quiz("1", "Leaves", QUESTIONS, time_limit=30, allowed_attempts=2)
        self.first, self.essay = self.people.question_ids(self.quiz)

    def send(self, method: str, path: str, body: object = None, *, student: bool = False, quiz: str = "") -> Any:  # noqa: ANN401
        """The status and the JSON of an answer."""
        token = self.server.student_token if student else self.server.token
        address = f"/api/v1/courses/1/quizzes/{quiz or self.quiz}{path}"
        answer = self.http.request(method, address, json=body, headers={"Authorization": f"Bearer {token}"})
        return answer.status_code, answer.json()

    def one(self, method: str, path: str, body: object = None, *, student: bool = False) -> Any:  # noqa: ANN401
        """The only submission of an answer that must be 200."""
        status, answer = self.send(method, path, body, student=student)
        assert status == 200, answer
        return answer["quiz_submissions"][0]

    def handed_in(self, text: str = "<p>So.</p>", answer: str = "reflection") -> str:
        """Sam hands in; gives the id of the submission."""
        return self.people.hand_in(self.quiz, "2", {self.first: answer, self.essay: text}, at=NOW)


@pytest.fixture
def room(server: SandboxServer) -> Iterator[Room]:
    with httpx.Client(base_url=server.url) as http:
        yield Room(server, http)


def flat(status: str, message: str) -> JsonObject:
    return {"status": status, "message": message}


def test_a_new_quiz_has_no_submissions_here(room: Room) -> None:
    new_quiz = room.server.core.add_quiz("1", {"title": "New"})
    asked = [("GET", "/submissions"), ("POST", "/submissions"), ("GET", "/submission"), ("PUT", "/submissions/1")]
    for method, path in asked:
        assert room.send(method, path, {}, quiz=f"9{new_quiz}") == (404, NOT_FOUND)


def test_a_teacher_sees_everybody_with_what_is_included(room: Room) -> None:
    key = room.handed_in()
    status, answer = room.send("GET", "/submissions?include[]=user&include[]=submission&include[]=quiz")
    assert status == 200
    assert answer["meta"] == {"primaryCollection": "quiz_submissions"}
    (shown,) = answer["quiz_submissions"]
    assert (str(shown["id"]), shown["workflow_state"], shown["score"]) == (key, "pending_review", 2.0)
    assert (shown["quiz_points_possible"], shown["attempts_left"], shown["time_spent"]) == (7, 1, 60)
    assert [user["name"] for user in answer["users"]] == ["Sam Student"]
    assert [quiz["title"] for quiz in answer["quizzes"]] == ["Leaves"]
    assert [row["workflow_state"] for row in answer["submissions"]] == ["pending_review"]


def test_a_list_comes_in_pages(room: Room) -> None:
    for number in range(3):
        user = room.people.add_student("1", f"Student {number}")
        room.people.hand_in(room.quiz, user, {}, at=NOW)
    token = {"Authorization": f"Bearer {room.server.token}"}
    answer = room.http.get(f"/api/v1/courses/1/quizzes/{room.quiz}/submissions?per_page=2", headers=token)
    assert len(answer.json()["quiz_submissions"]) == 2
    assert len(room.http.get(answer.links["next"]["url"], headers=token).json()["quiz_submissions"]) == 1


def test_a_student_sees_the_attempt_under_way_alone_else_all_that_were_handed_in(room: Room) -> None:
    room.handed_in()
    room.handed_in()
    status, answer = room.send("GET", "/submissions", student=True)
    assert [(one["attempt"], one["workflow_state"]) for one in answer["quiz_submissions"]] == [
        (1, "pending_review"), (2, "pending_review")]  # fmt: skip
    room.people.change_quiz(room.quiz, allowed_attempts=-1)
    room.one("POST", "/submissions", {}, student=True)
    _, answer = room.send("GET", "/submissions", student=True)
    assert [(one["attempt"], one["workflow_state"]) for one in answer["quiz_submissions"]] == [(3, "untaken")]
    assert status == 200


def test_the_own_submission_is_one_or_none(room: Room) -> None:
    assert room.send("GET", "/submission", student=True) == (200, {"quiz_submissions": []})
    key = room.handed_in()
    assert str(room.one("GET", "/submission", student=True)["id"]) == key
    assert str(room.one("GET", "/submissions/self", student=True)["id"]) == key


def test_one_submission_is_shown_with_an_earlier_attempt_on_request(room: Room) -> None:
    room.handed_in(answer="paint")
    key = room.handed_in()
    assert room.one("GET", f"/submissions/{key}")["score"] == 2
    assert room.one("GET", f"/submissions/{key}?attempt=1")["score"] == 0
    gone = flat("not_found", "unable to find a submission with that attempt")
    assert room.send("GET", f"/submissions/{key}?attempt=7") == (404, gone)
    assert room.send("GET", "/submissions/987") == (404, NOT_FOUND)


def test_a_student_has_no_right_to_another_ones(room: Room) -> None:
    other = room.people.add_student("1", "Ada Other")
    key = room.people.hand_in(room.quiz, other, {}, at=NOW)
    assert room.send("GET", f"/submissions/{key}", student=True) == (401, UNAUTHORIZED)
    assert room.send("GET", f"/submissions/{key}/time", student=True) == (401, UNAUTHORIZED)


@pytest.mark.parametrize(
    ("fields", "status", "name", "message"),
    [
        ({"module_locked": True}, 400, "bad_request", "you are not allowed to participate in this quiz"),
        ({"locked": True}, 400, "bad_request", "quiz is locked"),
        ({"access_code": "moss"}, 403, "forbidden", "invalid access code"),
        ({"ip_denied": True}, 403, "forbidden", "IP address denied"),
        ({"allowed_attempts": 0}, 409, "conflict", "a quiz submission already exists"),
        ({"cant_go_back": True}, 501, "not_implemented", "that type of quizzes is not supported yet"),
        ({"lockdown": True}, 403, "forbidden", "this quiz requires the lockdown browser"),
    ],
)
def test_beginning_is_refused(room: Room, fields: JsonObject, status: int, name: str, message: str) -> None:
    room.people.change_quiz(room.quiz, **fields)
    assert room.send("POST", "/submissions", {}, student=True) == (status, flat(name, message))


def test_who_teaches_previews_and_who_learns_takes_part(room: Room) -> None:
    refused = flat("forbidden", "you are not allowed to participate in this quiz")
    assert room.send("POST", "/submissions", {}) == (403, refused)
    refused = flat("forbidden", "you are not allowed to preview this quiz")
    assert room.send("POST", "/submissions", {"preview": True}, student=True) == (403, refused)
    preview = room.one("POST", "/submissions", {"preview": True})
    assert (preview["workflow_state"], bool(preview["validation_token"])) == ("preview", True)
    done = {"attempt": preview["attempt"], "validation_token": preview["validation_token"]}
    assert room.one("POST", f"/submissions/{preview['id']}/complete", done)["finished_at"] is not None
    assert room.send("GET", "/submissions")[1]["quiz_submissions"] == []


def test_an_attempt_under_way_is_in_the_way_of_another(room: Room) -> None:
    begun = room.one("POST", "/submissions", {}, student=True)
    conflict = flat("conflict", "a quiz submission already exists")
    assert room.send("POST", "/submissions", {}, student=True) == (409, conflict)
    _, time = room.send("GET", f"/submissions/{begun['id']}/time")
    assert time["end_at"] == begun["end_at"]
    assert 1790 <= time["time_left"] <= 1800


@pytest.mark.parametrize(
    ("changes", "status", "name", "message"),
    [
        ({"validation_token": "wrong"}, 403, "forbidden", "invalid token"),
        ({"attempt": None}, 400, "bad_request", "invalid attempt"),
        ({"attempt": 1}, 400, "bad_request", "attempt 1 can not be modified"),
        ({"access_code": "wrong"}, 403, "forbidden", "invalid access code"),
    ],
)
def test_handing_in_is_refused(room: Room, changes: JsonObject, status: int, name: str, message: str) -> None:
    room.people.change_quiz(room.quiz, access_code="moss")
    room.handed_in()
    begun = room.one("POST", "/submissions", {"access_code": "moss"}, student=True)
    right = {"attempt": 2, "validation_token": begun["validation_token"], "access_code": "moss"}
    path = f"/submissions/{begun['id']}/complete"
    assert room.send("POST", path, {**right, **changes}, student=True) == (status, flat(name, message))
    assert room.one("POST", path, right, student=True)["workflow_state"] == "pending_review"
    again = flat("bad_request", "quiz submission is already complete")
    assert room.send("POST", path, right, student=True) == (400, again)


def test_nobody_hands_in_for_another_and_a_denied_address_counts_at_the_end_too(room: Room) -> None:
    begun = room.one("POST", "/submissions", {}, student=True)
    path, body = f"/submissions/{begun['id']}/complete", {"attempt": 1, "validation_token": begun["validation_token"]}
    refused = flat("forbidden", "you are not allowed to complete this quiz submission")
    assert room.send("POST", path, body) == (403, refused)
    room.people.change_quiz(room.quiz, ip_denied=True)
    assert room.send("POST", path, body, student=True) == (403, flat("forbidden", "IP address denied"))


def marks(**one: object) -> JsonObject:
    return {"quiz_submissions": [{"attempt": 1, **one}]}


def test_marks_are_given_and_what_is_null_stays(room: Room) -> None:
    path = f"/submissions/{room.handed_in()}"
    shown = room.one("PUT", path, marks(questions={room.essay: {"score": 4, "comment": "Good."}}))
    assert (shown["score"], shown["workflow_state"]) == (6, "complete")
    null = {room.essay: {"score": None, "comment": None}}
    assert room.one("PUT", path, marks(fudge_points=-1.5, questions=null))["score"] == 4.5
    assert room.one("PUT", path, marks(fudge_points=None))["fudge_points"] == -1.5
    (past,) = room.people.submission(path.rpartition("/")[2])["past"]
    assert past["data"][1]["more_comments"] == "Good."
    room.one("PUT", path, marks(questions={room.essay: {"comment": ""}}))
    (past,) = room.people.submission(path.rpartition("/")[2])["past"]
    assert (past["data"][1]["more_comments"], past["data"][1]["points"]) == ("", 4.0)


def test_an_empty_list_of_marks_changes_nothing_and_only_the_first_one_counts(room: Room) -> None:
    path = f"/submissions/{room.handed_in()}"
    assert room.one("PUT", path, {"quiz_submissions": []})["score"] == 2
    both = {"quiz_submissions": [{"attempt": 1, "fudge_points": 1}, {"attempt": 1, "fudge_points": 9}]}
    assert room.one("PUT", path, both)["score"] == 3


@pytest.mark.parametrize(
    ("body", "status", "name", "message"),
    [
        ({}, 400, "bad_request", "missing required key :quiz_submissions"),
        ({"quiz_submissions": {"attempt": 1}}, 400, "bad_request", "missing required key :quiz_submissions"),
        ({"quiz_submissions": [{}]}, 400, "bad_request", "invalid attempt"),
        ({"quiz_submissions": [{"attempt": 7}]}, 400, "bad_request", "invalid attempt"),
        ({"quiz_submissions": [{"attempt": 2}]}, 400, "bad_request", "quiz submission attempt must be complete"),
        (marks(questions={"1": {"score": "much"}}), 400, "bad_request", "question score must be an unsigned decimal"),
    ],
)
def test_marks_are_refused(room: Room, body: JsonObject, status: int, name: str, message: str) -> None:
    path = f"/submissions/{room.handed_in()}"
    room.one("POST", "/submissions", {}, student=True)
    assert room.send("PUT", path, body) == (status, flat(name, message))


def test_a_student_gives_no_marks(room: Room) -> None:
    refused = flat("forbidden", "you are not allowed to update scores for this quiz submission")
    assert room.send("PUT", f"/submissions/{room.handed_in()}", marks(), student=True) == (403, refused)


def test_looking_at_the_list_hands_in_what_is_overdue(room: Room) -> None:
    room.people.begin(room.quiz, "2", at=NOW - 1e7, answers={room.first: "reflection"})
    (before,) = room.send("GET", "/submissions")[1]["quiz_submissions"]
    assert (before["workflow_state"], before["overdue_and_needs_submission"]) == ("untaken", True)
    (after,) = room.send("GET", "/submissions")[1]["quiz_submissions"]
    assert (after["workflow_state"], after["overdue_and_needs_submission"]) == ("pending_review", False)


def test_the_gradebook_has_the_answers_of_every_attempt(room: Room) -> None:
    room.handed_in()
    token = {"Authorization": f"Bearer {room.server.token}"}
    rows = room.http.get("/api/v1/courses/1/assignments?per_page=100", headers=token).json()
    (assignment,) = [row["id"] for row in rows if str(row.get("quiz_id")) == room.quiz]
    path = f"/api/v1/courses/1/assignments/{assignment}/submissions?include[]=submission_history&per_page=100"
    sam = next(row for row in room.http.get(path, headers=token).json() if row["user_id"] == 2)
    assert [answer["text"] for answer in sam["submission_history"][0]["submission_data"]] == [
        "reflection", "<p>So.</p>"]  # fmt: skip


def test_the_practice_canvas_has_a_submission_in_every_state(server: SandboxServer) -> None:
    states = {row["state"] for _, row in server.core.state.rows("classic_submissions")}
    assert states == {"pending_review", "untaken", "settings_only"}
