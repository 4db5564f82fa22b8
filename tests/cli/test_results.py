"""Results from the command line, with a sandbox over real HTTP: read, marked off-line, sent once, forgotten."""

import csv
import time
import zipfile
from pathlib import Path
from typing import Any

import apsw
import pytest

from app.library.automatic_backup import back_up_database
from app.library.database import FILE
from app.library.library import Library
from app.library.results.forgetting import forget_old_results
from app.models.results.safe_csv import csv_text, safe, safe_again
from app.sandbox.classroom import Classroom
from app.sandbox.exchange import JsonObject
from app.sandbox.server import SandboxServer
from tests.cli.conftest import CommandLine, Ended

NOW = 1_790_000_000.0
ESSAY: JsonObject = {
    "question_name": "Say", "question_type": "essay_question", "question_text": "<p>How do they?</p>",
    "points_possible": 5,
}  # fmt: skip


class Room:
    """A Classic quiz of two essays that some students handed in; its results are here."""

    def __init__(self, cli: CommandLine, server: SandboxServer, students: int = 2) -> None:
        self.cli, self.server = cli, server
        self.people = Classroom(server.core)
        self.quiz = self.people.add_classic_quiz("1", "Leaves", [ESSAY, ESSAY], time_limit=30)
        self.first, self.second = self.people.question_ids(self.quiz)
        self.submissions = []
        for number in range(students):
            student = self.people.add_student("1", f"Student {number:02}")
            answers = {self.first: f"<p>So {number}.</p>", self.second: "=1+1"}
            self.submissions.append(self.people.hand_in(self.quiz, student, answers, at=NOW))
        assert self.on("submissions").code == 0

    @property
    def where(self) -> list[str]:
        return ["--course", "1", "--classic", self.quiz]

    def on(self, command: str, *words: str) -> Ended:
        """A command about the quiz, with Canvas."""
        return self.cli.on(self.server, command, *self.where, *words)

    def keep(self, number: int, *words: str) -> Ended:
        """Mark without sending."""
        return self.cli("score", *self.where, "--submission", self.submissions[number], "--keep", *words, "--json")

    def send(self) -> Ended:
        return self.cli.on(self.server, "score", "--send")

    def points(self, number: int) -> list[Any]:
        """What Canvas has for the two answers."""
        (past,) = self.people.submission(self.submissions[number])["past"]
        return [None if answer["correct"] == "undefined" else answer["points"] for answer in past["data"]]

    @property
    def puts(self) -> int:
        return sum(seen.method == "PUT" for seen in self.server.core.requests)


@pytest.fixture
def room(cli: CommandLine, server: SandboxServer) -> Room:
    return Room(cli, server)


def test_attempts_come_with_their_answers_and_stay_for_off_line(room: Room) -> None:
    document = room.on("submissions", "--answers").json
    assert (document["title"], document["kind"], document["points"]) == ("Leaves", "classic", 10)
    assert [(one["name"], one["state"], one["waiting"]) for one in document["attempts"]] == [
        ("00, Student", "pending_review", 2), ("01, Student", "pending_review", 2)]  # fmt: skip
    answer = document["attempts"][0]["answers"][0]
    assert (answer["asked"], answer["text"], answer["possible"], answer["points"]) == ("How do they?", "So 0.", 5, None)
    room.server.stop()
    assert room.cli.json("submissions", *room.where, "--offline", "--answers") == document


def test_marks_are_kept_off_line_and_sent_once(room: Room) -> None:
    kept = room.keep(0, "--points", f"{room.first}=4", "--comment", f"{room.first}=Good.", "--fudge", "-1")
    assert (kept.code, len(kept.json["unsent"])) == (0, 2)
    shown = room.cli.json("submissions", *room.where, "--offline", "--answers")["attempts"][0]
    assert (shown["unsent"], shown["answers"][0]["unsent"]["score"]) == (2, 4)
    assert room.puts == 0
    sent = room.send()
    assert (sent.code, sent.json["sent"], sent.json["unsent"], room.puts) == (0, 1, [], 1)
    assert room.points(0) == [4, None]
    assert room.cli.json("submissions", *room.where, "--offline")["attempts"][0]["score"] == 3
    assert (room.send().json["sent"], room.puts) == (0, 1)


def test_only_what_changed_is_sent(room: Room) -> None:
    room.keep(0, "--points", f"{room.first}=4", "--points", f"{room.second}=2")
    room.send()
    room.people.mark(room.submissions[0], 1, {room.first: {"score": 1}})
    room.keep(0, "--points", f"{room.first}=4", "--comment", f"{room.second}=Why?")
    assert room.send().json["sent"] == 1
    assert room.points(0) == [1, 2]


def test_a_mark_whose_answer_was_lost_is_not_sent_again(room: Room) -> None:
    room.keep(0, "--points", f"{room.first}=4")
    room.server.core.set_fault("reset-after-commit", 1)
    assert room.send().code == 4
    room.server.core.set_fault("reset-after-commit", 0)
    puts = room.puts
    again = room.send()
    assert (again.code, again.json["there"], again.json["unsent"], room.puts) == (0, 1, [], puts)
    assert room.points(0) == [4, None]


def test_one_refusal_stops_nothing_else_and_is_told(cli: CommandLine, server: SandboxServer) -> None:
    room = Room(cli, server, students=10)
    for number in range(10):
        room.keep(number, "--points", f"{room.first}={number % 6}")
    room.people.remove_student("1", room.people.submission(room.submissions[4])["user"])
    ended = room.send()
    assert (ended.code, ended.json["sent"], ended.json["refused"]) == (4, 9, 1)
    (left,) = ended.json["unsent"]
    assert (left["submission"], left["state"]) == (room.submissions[4], "refused")
    assert [room.points(number)[0] for number in range(10) if number != 4] == [n % 6 for n in range(10) if n != 4]


def test_what_somebody_else_marked_meanwhile_is_left_to_the_person(room: Room) -> None:
    room.keep(0, "--points", f"{room.first}=4")
    room.people.mark(room.submissions[0], 1, {room.first: {"score": 1}})
    ended = room.send()
    assert (ended.code, ended.json["changed_there"], room.puts) == (3, 1, 0)
    assert room.points(0) == [1, None]
    assert room.cli.json("score", *room.where, "--submission", room.submissions[0], "--drop")["unsent"] == []


def test_points_that_canvas_would_refuse_and_unknown_questions_are_told_at_once(room: Room) -> None:
    below = room.keep(0, "--points", f"{room.first}=-1")
    assert (below.code, "below 0" in below.err) == (2, True)
    assert room.keep(0, "--points", "999=1").code == 2
    assert room.keep(0, "--points", "nothing").code == 2
    assert room.keep(0, "--attempt", "7", "--fudge", "1").code == 2


def test_the_table_is_safe_against_formulas(room: Room, tmp_path: Path) -> None:
    room.people.hand_in(room.quiz, room.people.add_student("1", "=HYPERLINK(1) X"), {}, at=NOW)
    assert room.on("submissions", "--csv", str(tmp_path / "scores.csv")).code == 0
    rows = list(csv.reader((tmp_path / "scores.csv").read_text("utf-8-sig").splitlines()))
    assert rows[0][3] == "name"
    assert all(not cell.startswith("=") for row in rows for cell in row)


@pytest.mark.parametrize(
    ("cell", "written"),
    [("=1+1", "'=1+1"), ("-1.5", "-1.5"), ("-x", "'-x"), (" @x", "' @x"), ("+1", "'+1"), ("Anna", "Anna"), (2.0, "2"),
     (None, ""), ("\tx", "'\tx")],
)  # fmt: skip
def test_a_cell_never_becomes_a_formula(cell: str | float | None, written: str) -> None:
    assert safe(cell) == written


def test_a_file_of_somebody_else_is_made_safe() -> None:
    assert safe_again('name,say\r\n"=a","b, c"\r\n') == csv_text([("name", "say"), ("=a", "b, c")])


def test_scores_of_a_new_quiz_are_read(cli: CommandLine, server: SandboxServer, synced: str) -> None:
    canvas_id = cli.json("show", synced)["quiz"]["canvas_id"]
    Classroom(server.core).sit(canvas_id, "2", state="pending_review", score=1.5, submitted_at=NOW)
    attempts = cli.on(server, "submissions", synced).json["attempts"]
    assert [one["score"] for one in attempts if one["student"] == "2"] == [1.5]


def test_students_are_given_more_and_it_is_remembered(room: Room) -> None:
    sam = ["--course", "1", "--student", "2"]
    ended = room.cli.on(room.server, "extend", *sam, "--minutes", "15", "--attempts", "1", "--classic", room.quiz)
    assert (ended.code, ended.json["sent"]) == (0, 1)
    (one,) = ended.json["given"]
    assert (one["name"], one["fields"], one["state"]) == (
        "Student, Sam",
        {"extra_time": 15, "extra_attempts": 1},
        "sent",
    )
    course = room.cli.on(room.server, "accommodate", *sam, "--minutes", "30")
    assert (course.code, room.people.accommodation("1", "", "2")) == (0, {"extra_time": 30})


def test_what_a_student_cannot_be_given_before_the_quiz_is_opened_waits(
    cli: CommandLine, server: SandboxServer, synced: str
) -> None:
    quiz, people = cli.json("show", synced)["quiz"]["canvas_id"], Classroom(server.core)
    wanted = ["--course", "1", "--student", "2", "--quiz", quiz, "--attempts", "1"]
    first = cli.on(server, "accommodate", *wanted)
    assert (first.code, first.json["later"], first.json["given"][0]["state"]) == (1, 1, "later")
    people.sit(quiz, "2")
    second = cli.on(server, "accommodate", "--course", "1")
    assert (second.code, second.json["sent"], second.json["given"][0]["state"]) == (0, 1, "sent")
    assert people.accommodation("1", quiz, "2") == {"extra_attempts": 1}


@pytest.mark.parametrize(
    "words",
    [
        ["extend", "--minutes", "10081"],
        ["extend", "--attempts", "1001"],
        ["extend", "--from-now", "5", "--from-end", "5"],
        ["accommodate", "--attempts", "1"],
        ["accommodate", "--in-progress", "--quiz", "3"],
        ["extend"],
    ],
)
def test_what_goes_beyond_the_limits_is_wrong_use(cli: CommandLine, server: SandboxServer, words: list[str]) -> None:
    command, *rest = words
    assert cli.on(server, command, "--course", "1", "--student", "2", *rest).code == 2


def posts(server: SandboxServer) -> int:
    return sum(seen.method == "POST" for seen in server.core.requests)


@pytest.mark.parametrize("command", [["extend", "--minutes", "15"], ["accommodate", "--minutes", "15"]])
def test_many_students_go_in_one_request(room: Room, command: list[str]) -> None:
    ann, before = room.people.add_student("1", "Ann Ash"), posts(room.server)
    ended = room.cli.on(room.server, *command, "--course", "1", "--student", "2", "--student", ann)
    assert (ended.code, ended.json["sent"], posts(room.server) - before) == (0, 2, 1)


@pytest.mark.parametrize("command", [["extend", "--minutes", "15"], ["accommodate", "--minutes", "15"]])
def test_a_student_whom_canvas_does_not_know_stops_nobody_else(room: Room, command: list[str]) -> None:
    ann = room.people.add_student("1", "Ann Ash")
    people = [word for student in ("2", "4711", ann) for word in ("--student", student)]
    ended = room.cli.on(room.server, *command, "--course", "1", *people)
    assert (ended.code, ended.json["sent"], ended.json["refused"]) == (4, 2, 1)
    assert {one["student"]: one["state"] for one in ended.json["given"]} == {
        "2": "sent",
        "4711": "refused",
        ann: "sent",
    }


def test_of_many_students_only_those_who_have_not_opened_the_quiz_wait(
    cli: CommandLine, server: SandboxServer, synced: str
) -> None:
    quiz, people = cli.json("show", synced)["quiz"]["canvas_id"], Classroom(server.core)
    ann = people.add_student("1", "Ann Ash")
    people.sit(quiz, ann)
    both = ["--student", "2", "--student", ann]
    ended = cli.on(server, "accommodate", "--course", "1", *both, "--quiz", quiz, "--attempts", "1")
    assert {one["student"]: one["state"] for one in ended.json["given"]} == {"2": "later", ann: "sent"}
    assert people.accommodation("1", quiz, ann) == {"extra_attempts": 1}


def test_fewer_choices_are_given_and_taken_back(room: Room) -> None:
    wanted = ["accommodate", "--course", "1", "--student", "2"]
    assert room.cli.on(room.server, *wanted, "--fewer-choices").code == 0
    assert room.people.accommodation("1", "", "2") == {"reduce_choices_enabled": True}
    assert room.cli.on(room.server, *wanted, "--all-choices").code == 0
    assert room.people.accommodation("1", "", "2") == {"reduce_choices_enabled": False}


def test_what_canvas_takes_of_a_request_is_told_student_by_student(
    cli: CommandLine, server: SandboxServer, synced: str
) -> None:
    quiz, people = cli.json("show", synced)["quiz"]["canvas_id"], Classroom(server.core)
    ann = people.add_student("1", "Ann Ash")
    people.sit(quiz, ann, state="in_progress")
    both, before = ["--student", "2", "--student", ann], posts(server)
    ended = cli.on(server, "accommodate", "--course", "1", *both, "--minutes", "5", "--in-progress")
    assert {one["student"]: one["state"] for one in ended.json["given"]} == {"2": "refused", ann: "sent"}
    assert posts(server) - before == 1


def test_an_end_whose_answer_was_lost_is_never_moved_twice(room: Room) -> None:
    student = room.people.submission(room.submissions[0])["user"]
    wanted = ["--course", "1", "--student", student, "--classic", room.quiz, "--from-end", "10"]
    room.server.core.set_fault("reset-after-commit", 1)
    assert room.cli.on(room.server, "extend", *wanted).code == 4
    room.server.core.set_fault("reset-after-commit", 0)
    posts = sum(seen.method == "POST" for seen in room.server.core.requests)
    again = room.cli.on(room.server, "extend", "--course", "1")
    assert (again.code, again.json["given"][0]["state"]) == (4, "refused")
    assert "Look at the time" in again.json["given"][0]["told"]
    assert sum(seen.method == "POST" for seen in room.server.core.requests) == posts


def test_a_report_is_fetched_and_safe(cli: CommandLine, server: SandboxServer, synced: str, tmp_path: Path) -> None:
    canvas_id = cli.json("show", synced)["quiz"]["canvas_id"]
    item = cli.json("show", synced)["items"][0]["canvas_id"]
    answers = {item: {"text": "=1+1", "points": 1}}
    Classroom(server.core).sit(canvas_id, "2", state="complete", score=1.0, submitted_at=NOW, answers=answers)
    ended = cli.on(server, "report", synced, "--type", "students", "--to", str(tmp_path / "students.csv"))
    assert ended.code == 0
    assert "'=1+1" in (tmp_path / "students.csv").read_text("utf-8-sig")


def test_names_and_marks_go_with_one_command_also_out_of_backups(room: Room) -> None:
    folder = room.cli.folder / room.cli.library
    with Library.open(folder) as library:
        backup = back_up_database(library.db, folder, NOW)
    room.keep(0, "--points", f"{room.first}=4")
    assert room.cli("forget").code == 2
    assert room.cli.json("forget", "--unsent-too") == {"quizzes": 1, "marks": 1, "given": 0, "left": []}
    for path in (folder / FILE, backup):
        assert b"Student" not in path.read_bytes()
    kept = apsw.Connection(str(backup))
    assert kept.pragma("integrity_check") == "ok"
    kept.close()


def test_names_stay_out_of_a_backup_unless_they_are_asked_for(room: Room) -> None:
    room.keep(0, "--points", f"{room.first}=4")
    copy = room.cli.folder / "copy.zip"
    ended = room.cli("backup", str(copy))
    assert (ended.code, "1 mark that is not on Canvas yet is not in the backup" in ended.err) == (0, True)
    with zipfile.ZipFile(copy) as whole:
        assert b"00, Student" not in whole.read(FILE)
    document = room.cli.json("backup", str(copy), "--with-students")
    with zipfile.ZipFile(copy) as whole:
        assert b"00, Student" in whole.read(FILE)
    assert (document["results_left_out"], document["marks_left_out"]) == (0, 0)
    room.cli.library = "other"
    room.cli("restore", str(copy))
    assert room.cli.json("forget", "--unsent-too")["marks"] == 1


def test_names_go_out_of_what_a_restore_kept_aside_and_a_damaged_one_is_told(room: Room) -> None:
    copy, folder = room.cli.folder / "copy.zip", room.cli.folder / room.cli.library
    room.cli("backup", str(copy))
    assert room.cli("restore", str(copy)).code == 0
    (aside,) = folder.glob(f"replaced-*/{FILE}")
    assert b"00, Student" in aside.read_bytes()
    assert room.cli.json("forget")["left"] == []
    assert b"00, Student" not in aside.read_bytes()
    aside.write_bytes(b"00, Student" * 1000)
    ended = room.cli("forget")
    assert ended.code == 1
    assert str(aside) in ended.err


def test_results_go_by_themselves_after_the_days_that_are_preferred(room: Room) -> None:
    folder = room.cli.folder / room.cli.library
    clock = time.time
    with Library.open(folder, clock=lambda: clock() + 29 * 86400) as library:
        assert forget_old_results(library, 30) == 0
    with Library.open(folder, clock=lambda: clock() + 31 * 86400) as library:
        assert forget_old_results(library, 30) == 1
        assert library.db.execute("SELECT count(*) FROM attempt").get == 0


def test_marks_that_are_not_sent_are_never_forgotten_by_themselves(room: Room) -> None:
    room.keep(0, "--points", f"{room.first}=4")
    clock = time.time
    with Library.open(room.cli.folder / room.cli.library, clock=lambda: clock() + 99 * 86400) as library:
        assert forget_old_results(library, 30) == 0
