"""Results in the window: a table that sorts and filters, essays marked by keyboard off-line, marks sent once."""

import csv
import time
from collections.abc import Iterator
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.library.results.marks import marks
from app.library.results.row import MarkState
from app.sandbox.classroom import Classroom
from app.sandbox.core import Seen
from app.sandbox.exchange import JsonObject
from app.sandbox.faults.before import MARKS_REFUSED
from app.session.results import CourseResults
from app.session.tasks import Tasks
from app.ui.fields.rich_text.page_text import PageText
from app.ui.library.place import Place
from app.ui.main_window import MainWindow
from app.ui.results.attempt_model import Column
from app.ui.results.forgetting import ask_forget
from app.ui.results.moment_text import moment_text
from app.ui.results.preview_dialog import PreviewDialog
from app.ui.results.results_screen import ResultsScreen
from tests.support.campus import FIRST, Campus, campus_of
from tests.support.coroutine import run_in_loop, until

NOW = 1_790_000_000.0
ESSAY: JsonObject = {
    "question_name": "Say", "question_type": "essay_question", "question_text": "<p>How do they?</p>",
    "points_possible": 5,
}  # fmt: skip


@pytest.fixture
def campus(window: MainWindow) -> Iterator[Campus]:
    with campus_of(window) as made:
        yield made


class Class:
    """A Classic quiz with one essay that ten students handed in, shown in the window."""

    def __init__(self, campus: Campus) -> None:
        self.campus = campus
        self.people = Classroom(campus.server.core)
        self.quiz = self.people.add_classic_quiz("1", "Leaves", [ESSAY])
        (self.question,) = self.people.question_ids(self.quiz)
        self.submissions = [self._handed_in(number) for number in range(10)]

    def _handed_in(self, number: int) -> str:
        student = self.people.add_student("1", f"Student {number}")
        return self.people.hand_in(self.quiz, student, {self.question: f"<p>So {number}.</p><p>And so.</p>"}, at=NOW)

    @property
    def page(self) -> ResultsScreen:
        return self.campus.window.canvas.results.page

    @property
    def puts(self) -> list[Seen]:
        return [seen for seen in self.campus.server.core.requests if seen.method == "PUT"]

    def refuse_the_fifth(self) -> None:
        """Canvas takes the marks of four attempts, refuses those of the fifth and takes the others."""
        core, results = self.campus.server.core, self.page.findChild(CourseResults)
        assert results is not None
        results.progressed.connect(lambda done, _: core.set_fault("marks-refused", float(done == 4)))

    @property
    def unsent(self) -> int:
        return len(marks(self.campus.window.workspace.reader.db))

    @property
    def kept(self) -> list[tuple[float | None, str | None]]:
        """The marks that are here."""
        return [(one.score, one.comment) for one in marks(self.campus.window.workspace.reader.db)]

    def points(self, number: int) -> float | None:
        """What Canvas has."""
        (past,) = self.people.submission(self.submissions[number])["past"]
        answer = past["data"][0]
        return None if answer["correct"] == "undefined" else float(answer["points"])

    async def show(self, tasks: Tasks) -> None:
        """The results of the quiz are here and shown."""
        await self.campus.connect(tasks)
        assert self.campus.account is not None
        self.campus.window.canvas.results.show(Place("course", self.campus.account.id, "1"))
        await until(lambda: self.page.list.count() > 1 and not self.page.busy)
        (item,) = [one for one in map(self.page.list.item, range(self.page.list.count())) if one.text() == "Leaves"]
        self.page.list.setCurrentItem(item)
        self.page.fetch.click()
        await until(lambda: self.page.of_quiz.table.model.rowCount() > 0 and not self.page.busy)


@pytest.fixture
def room(campus: Campus) -> Class:
    return Class(campus)


def focus() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def shown_names(page: ResultsScreen) -> list[str]:
    return [row.name for row in page.of_quiz.table.model.shown]


def test_ten_essays_are_marked_by_keyboard_off_line_and_sent_with_one_refusal(room: Class, qapp: QApplication) -> None:
    async def scenario(tasks: Tasks) -> None:
        await room.show(tasks)
        room.campus.server.core.set_fault("reset-before", 1)
        asked = len(room.campus.server.core.requests)
        room.page.of_quiz.table.view.setFocus()
        QTest.keyClick(room.page.of_quiz.table.view, Qt.Key.Key_Return)
        assert room.page.shows_attempt
        for number in range(10):
            assert room.page.of_quiz.marking.name.text() == f"{number}, Student"
            QTest.keyClicks(focus(), str(number % 6))
            QTest.keyClick(focus(), Qt.Key.Key_Return)
        await until(lambda: room.page.send.text() == "Send 10 marks")
        assert room.unsent == 10
        assert len(room.campus.server.core.requests) == asked
        room.campus.server.core.set_fault("reset-before", 0)
        room.refuse_the_fifth()
        room.page.send.click()
        await until(lambda: not room.page.busy and room.unsent == 1)
        puts = room.puts
        assert [seen.status for seen in puts] == [200] * 4 + [403] + [200] * 5
        assert len({seen.path for seen in puts}) == 10
        refused = room.submissions.index(puts[4].path.rpartition("/")[2])
        (kept,) = marks(room.campus.window.workspace.reader.db)
        assert (kept.submission_id, kept.score) == (room.submissions[refused], refused % 6)
        assert (kept.state, kept.told) == (MarkState.REFUSED, MARKS_REFUSED)
        assert [room.points(n) for n in range(10)] == [None if n == refused else n % 6 for n in range(10)]
        await until(lambda: room.page.send.text() == "Send 1 mark" and room.page.send.isEnabled())
        room.page.send.click()
        await until(lambda: not room.page.busy and room.unsent == 0)
        assert [room.points(n) for n in range(10)] == [n % 6 for n in range(10)]
        assert [seen.path for seen in room.puts[10:]] == [puts[4].path]

    run_in_loop(qapp, scenario)


def test_marks_of_a_student_who_left_the_course_stay_here_and_are_not_sent(room: Class, qapp: QApplication) -> None:
    async def scenario(tasks: Tasks) -> None:
        await room.show(tasks)
        room.page.of_quiz.table.opened.emit(room.page.of_quiz.table.model.shown[4])
        QTest.keyClicks(focus(), "4")
        await until(lambda: room.unsent == 1)
        room.people.remove_student("1", room.people.submission(room.submissions[4])["user"])
        room.page.send.click()
        await until(lambda: not room.page.busy)
        assert (room.puts, room.unsent) == ([], 1)

    run_in_loop(qapp, scenario)


def test_times_are_those_of_the_course_which_is_named(room: Class, qapp: QApplication) -> None:
    async def scenario(tasks: Tasks) -> None:
        await room.show(tasks)
        table = room.page.of_quiz.table
        assert table.summary.text().endswith("times of Etc/UTC")
        room.campus.note_zone(FIRST, "Asia/Kolkata")
        room.page.of_quiz.refresh()
        assert table.summary.text().endswith("times of Asia/Kolkata")
        handed_in = table.model.index(0, Column.HANDED_IN).data()
        assert handed_in == moment_text(table.model.shown[0].finished_at, ZoneInfo("Asia/Kolkata"))
        assert "19:4" in handed_in  # 14:14 in UTC

    run_in_loop(qapp, scenario)


def test_the_table_filters_sorts_and_goes_into_a_file(room: Class, qapp: QApplication, tmp_path: Path) -> None:
    async def scenario(tasks: Tasks) -> None:
        room.people.mark(room.submissions[3], 1, {room.question: {"score": 5}})
        await room.show(tasks)
        page = room.page
        said = "10 attempts · on average 0.5 of 5 points · 9 answers to mark · times of Etc/UTC"
        assert page.of_quiz.table.summary.text() == said
        page.of_quiz.table.view.sortByColumn(Column.SCORE, Qt.SortOrder.DescendingOrder)
        assert shown_names(page)[0] == "3, Student"
        page.of_quiz.table.waiting.click()
        assert len(shown_names(page)) == 9
        page.of_quiz.table.search.setText("7, st")
        assert shown_names(page) == ["7, Student"]
        page.of_quiz.write(tmp_path / "table.csv")
        rows = list(csv.reader((tmp_path / "table.csv").read_text("utf-8-sig").splitlines()))
        assert [row[1] for row in rows] == ["name", "7, Student"]

    run_in_loop(qapp, scenario)


def test_a_comment_is_kept_and_withdrawn_and_what_canvas_has_comes_back(room: Class, qapp: QApplication) -> None:
    async def scenario(tasks: Tasks) -> None:
        await room.show(tasks)
        room.page.of_quiz.table.opened.emit(room.page.of_quiz.table.model.shown[0])
        (answer,) = room.page.of_quiz.marking.answers
        QTest.keyClicks(focus(), "4")
        QTest.keyClick(focus(), Qt.Key.Key_Tab)
        while focus() is not answer.comment:
            QTest.keyClick(focus(), Qt.Key.Key_Tab)
        QTest.keyClicks(focus(), "Good.")
        await until(lambda: room.kept == [(4, "Good.")])
        assert answer.note.text() == "Not sent yet"
        answer.withdraw.click()
        await until(lambda: room.unsent == 0)
        await until(lambda: answer.points.text() == "")
        assert (answer.comment.toPlainText(), answer.note.text()) == ("", "Waits for points")

    run_in_loop(qapp, scenario)


def test_marks_that_are_not_sent_are_undone_and_done_again(room: Class, qapp: QApplication) -> None:
    async def scenario(tasks: Tasks) -> None:
        await room.show(tasks)
        window, marking = room.campus.window, room.page.of_quiz.marking
        room.page.of_quiz.table.opened.emit(room.page.of_quiz.table.model.shown[0])
        QTest.keyClicks(focus(), "4")
        marking.answers[0].comment.setFocus()
        QTest.keyClicks(focus(), "Good.")
        await until(lambda: room.kept == [(4, "Good.")])
        QTest.keyClick(focus(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        await until(lambda: room.kept == [(4, None)])
        assert marking.answers[0].comment.toPlainText() == ""
        window.commands["next_student"].trigger()
        QTest.keyClicks(focus(), "2")
        await until(lambda: room.unsent == 2)
        window.commands["undo"].trigger()
        window.commands["undo"].trigger()
        assert marking.name.text() == "0, Student"
        await until(lambda: room.kept == [])
        assert marking.answers[0].points.text() == ""
        assert not window.commands["undo"].isEnabled()
        window.commands["redo"].trigger()
        await until(lambda: room.kept == [(4, None)])
        room.page.send.click()
        await until(lambda: room.unsent == 0 and not room.page.busy)
        assert not window.commands["undo"].isEnabled()

    run_in_loop(qapp, scenario)


def test_an_essay_is_shown_as_it_was_written_and_does_nothing(campus: Campus, qapp: QApplication) -> None:
    async def scenario(tasks: Tasks) -> None:
        room = Class(campus)
        written = (
            "<p>A <strong>leaf</strong></p><ul><li>one</li></ul><script>x()</script><img src='https://e.test/a.png'>"
        )
        student = room.people.add_student("1", "Amy First")
        room.people.hand_in(room.quiz, student, {room.question: written}, at=NOW)
        await room.show(tasks)
        shown = room.page.of_quiz.table.model.shown
        room.page.of_quiz.table.opened.emit(next(row for row in shown if row.student_id == student))
        essay = next(one for one in room.page.of_quiz.marking.findChildren(PageText) if "leaf" in one.toPlainText())
        assert "x()" not in essay.toPlainText()
        cursor = essay.document().find("leaf")
        assert cursor.charFormat().font().bold()
        assert "one" in essay.toPlainText().splitlines()

    run_in_loop(qapp, scenario)


def test_what_somebody_else_marked_is_shown_and_sent_only_on_demand(room: Class, qapp: QApplication) -> None:
    async def scenario(tasks: Tasks) -> None:
        await room.show(tasks)
        room.page.of_quiz.table.opened.emit(room.page.of_quiz.table.model.shown[0])
        (answer,) = room.page.of_quiz.marking.answers
        QTest.keyClicks(focus(), "4")
        await until(lambda: room.unsent == 1)
        room.people.mark(room.submissions[0], 1, {room.question: {"score": 1, "comment": "Mine."}})
        room.page.of_quiz.marking.next.setFocus()
        room.page.send.click()
        await until(lambda: not answer.insist.isHidden() and not room.page.busy)
        assert answer.note.text() == "Somebody else marked it meanwhile: Canvas has 1 points, “Mine.”."
        assert (room.points(0), room.puts) == (1, [])
        answer.insist.click()
        await until(lambda: answer.note.text() == "Not sent yet" and not room.page.busy)
        room.page.send.click()
        await until(lambda: room.unsent == 0 and not room.page.busy)
        assert room.points(0) == 4

    run_in_loop(qapp, scenario)


def test_keys_go_to_the_next_student_and_back_to_the_table(room: Class, qapp: QApplication) -> None:
    async def scenario(tasks: Tasks) -> None:
        await room.show(tasks)
        room.page.of_quiz.table.opened.emit(room.page.of_quiz.table.model.shown[0])
        commands = room.campus.window.commands
        assert commands["next_student"].isEnabled()
        commands["next_student"].trigger()
        assert room.page.of_quiz.marking.name.text() == "1, Student"
        commands["last_student"].trigger()
        assert (room.page.of_quiz.marking.name.text(), room.page.of_quiz.marking.before.isEnabled()) == (
            "0, Student",
            False,
        )
        QTest.keyClick(room.page.of_quiz.marking, Qt.Key.Key_Escape)
        assert not room.page.shows_attempt
        assert not commands["next_student"].isEnabled()

    run_in_loop(qapp, scenario)


def test_an_attempt_under_way_is_counted_down_and_asked_for_politely(room: Class, qapp: QApplication) -> None:
    async def scenario(tasks: Tasks) -> None:
        room.people.change_quiz(room.quiz, time_limit=30)
        student = room.people.add_student("1", "Zoe")
        room.people.begin(room.quiz, student, at=time.time())
        await room.show(tasks)
        row = next(row for row in room.page.of_quiz.table.model.shown if row.student_id == student)
        room.page.of_quiz.table.opened.emit(row)
        watch = room.page.of_quiz.marking.watch
        await until(lambda: "0:29:5" in watch.text())
        asked = sum(seen.path.endswith("/time") for seen in room.campus.server.core.requests)
        first = watch.text()
        await until(lambda: watch.text() != first)
        assert sum(seen.path.endswith("/time") for seen in room.campus.server.core.requests) == asked == 1
        room.page.of_quiz.marking.back.click()
        assert not watch.watches

    run_in_loop(qapp, scenario)


def test_a_preview_is_begun_timed_and_handed_in(room: Class, qapp: QApplication) -> None:
    async def scenario(tasks: Tasks) -> None:
        room.people.change_quiz(room.quiz, time_limit=30, access_code="moss")
        await room.show(tasks)
        room.page.of_quiz.table.preview.click()
        (dialog,) = room.page.findChildren(PreviewDialog)
        room.campus.server.core.set_fault("forbidden", 1)
        dialog.begin.click()
        await until(lambda: "does not allow" in dialog.note.text() and dialog.begin.isEnabled())
        assert not dialog.hand_in.isEnabled()
        room.campus.server.core.set_fault("forbidden", 0)
        dialog.code.setText("moss")
        dialog.begin.click()
        await until(lambda: "0:29:5" in dialog.watch.text())
        dialog.hand_in.click()
        await until(lambda: dialog.note.text().startswith("Handed in"))
        assert not dialog.watch.watches
        rows = room.campus.server.core.state.rows("classic_submissions")
        assert [row["past"][0]["finished_at"] is not None for _, row in rows if row["user"] == "1"] == [True]

    run_in_loop(qapp, scenario)


def test_results_are_deleted_after_a_question(room: Class, qapp: QApplication) -> None:
    async def scenario(tasks: Tasks) -> None:
        await room.show(tasks)
        window = room.campus.window
        box = ask_forget(window.workspace, window.notices, window)
        next(button for button in box.buttons() if button.text() == "Delete results").click()
        database = window.workspace.reader.db
        await until(lambda: database.execute("SELECT count(*) FROM attempt").get == 0)

    run_in_loop(qapp, scenario)
