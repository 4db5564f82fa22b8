"""Students in the window: “Anna: time and a half” in minutes, prepared off-line, sent once, told student by student."""

from collections.abc import Iterator

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.sandbox.classroom import Classroom
from app.session.tasks import Tasks
from app.ui.library.place import Place
from app.ui.main_window import MainWindow
from app.ui.results.results_screen import ResultsScreen
from app.ui.results.students_page import StudentsPage
from tests.support.campus import Campus, campus_of
from tests.support.coroutine import run_in_loop, until


@pytest.fixture
def campus(window: MainWindow) -> Iterator[Campus]:
    with campus_of(window) as made:
        yield made


class Room:
    """Two New Quizzes of 45 and 90 minutes and a Classic one; Anna is selected."""

    def __init__(self, campus: Campus) -> None:
        self.campus = campus
        self.people = Classroom(campus.server.core)
        self.anna = self.people.add_student("1", "Anna Berg")
        self.short, self.long = (self._quiz(title, minutes) for title, minutes in (("Short", 45), ("Long", 90)))
        self.classic = self.people.add_classic_quiz("1", "Leaves", [], time_limit=30)

    def _quiz(self, title: str, minutes: int) -> str:
        settings = {"has_time_limit": True, "session_time_limit_in_seconds": minutes * 60}
        return self.campus.server.core.add_quiz("1", {"title": title, "quiz_settings": settings})

    @property
    def page(self) -> ResultsScreen:
        return self.campus.window.canvas.results.page

    @property
    def students(self) -> StudentsPage:
        return self.page.students

    async def show(self, tasks: Tasks) -> None:
        await self.campus.connect(tasks)
        assert self.campus.account is not None
        self.campus.window.canvas.results.show(Place("course", self.campus.account.id, "1"))
        await until(lambda: self.page.list.count() > 3 and not self.page.busy)
        self.page.list.setCurrentRow(0)
        names = [self.students.list.item(row).text() for row in range(self.students.list.count())]
        self.students.list.setCurrentRow(names.index("Berg, Anna"))

    async def send(self) -> None:
        self.page.send.click()
        await until(lambda: not self.page.busy)

    async def says(self, *lines: str) -> None:
        """What is known of Anna, the newest first."""
        await until(lambda: [line.text() for line in self.students.known.lines] == list(lines))


@pytest.fixture
def room(campus: Campus) -> Room:
    return Room(campus)


def test_time_and_a_half_is_computed_shown_and_sent_and_waits_where_a_quiz_was_not_opened(
    room: Room, qapp: QApplication
) -> None:
    async def scenario(tasks: Tasks) -> None:
        await room.show(tasks)
        shown = room.students.total.text().splitlines()
        assert "Short: 45 + 23 = 68 minutes" in shown
        assert "Long: 90 + 45 = 135 minutes" in shown
        room.students.give_time.click()
        await room.says("Long: 22 extra minutes · Not sent yet", "All New Quizzes: 23 extra minutes · Not sent yet")
        assert room.people.accommodation("1", "", room.anna) == {}
        assert room.page.send.text() == "Send 2 changes"
        await room.send()
        later = "Long: 22 extra minutes · To be sent when the student has opened the quiz"
        await room.says(later, "All New Quizzes: 23 extra minutes · Sent")
        assert room.people.accommodation("1", "", room.anna) == {"extra_time": 23}
        room.people.sit(room.long, room.anna)
        await room.send()
        await room.says("Long: 22 extra minutes · Sent", "All New Quizzes: 23 extra minutes · Sent")
        assert room.people.accommodation("1", room.long, room.anna) == {"extra_time": 22}

    run_in_loop(qapp, scenario)


def test_classic_quizzes_get_minutes_attempts_and_a_door_and_a_withdrawn_one_is_not_sent(
    room: Room, qapp: QApplication
) -> None:
    async def scenario(tasks: Tasks) -> None:
        await room.show(tasks)
        page = room.students
        assert not page.give_classic.isEnabled()
        page.classic.setCurrentIndex(page.classic.findData(room.classic))
        QTest.keyClicks(page.minutes, "15")
        QTest.keyClicks(page.attempts, "1")
        page.unlock.click()
        page.give_classic.click()
        said = "Leaves: 15 extra minutes, 1 extra attempt, let in although locked"
        await room.says(f"{said} · Not sent yet")
        await room.send()
        await room.says(f"{said} · Sent")
        QTest.keyClicks(page.attempts, "2")
        page.give_classic.click()
        await until(lambda: len(page.known.buttons) == 1)
        page.known.buttons[0].click()
        await room.says(f"{said} · Sent")

    run_in_loop(qapp, scenario)


def test_another_factor_takes_the_place_of_the_one_that_was_not_sent(room: Room, qapp: QApplication) -> None:
    async def scenario(tasks: Tasks) -> None:
        await room.show(tasks)
        room.students.give_time.click()
        await until(lambda: len(room.students.known.lines) == 2)
        room.students.share.factor.show_key("200")
        room.students.give_time.click()
        await room.says("Long: 45 extra minutes · Not sent yet", "All New Quizzes: 45 extra minutes · Not sent yet")

    run_in_loop(qapp, scenario)


def test_any_share_of_the_time_is_typed_beside_the_four_with_a_name(room: Room, qapp: QApplication) -> None:
    async def scenario(tasks: Tasks) -> None:
        await room.show(tasks)
        share = room.students.share
        assert (share.number.text(), share.factor.currentText()) == ("150", "Time and a half")
        share.number.selectAll()
        QTest.keyClicks(share.number, "180")
        assert share.factor.currentText() == "Another share"
        shown = room.students.total.text().splitlines()
        assert {"Short: 45 + 36 = 81 minutes", "Long: 90 + 72 = 162 minutes"} <= set(shown)
        room.students.give_time.click()
        await room.says("Long: 36 extra minutes · Not sent yet", "All New Quizzes: 36 extra minutes · Not sent yet")
        await room.send()
        assert room.people.accommodation("1", "", room.anna) == {"extra_time": 36}
        share.number.selectAll()
        QTest.keyClicks(share.number, "125")
        assert share.factor.currentText() == "Time and a quarter"

    run_in_loop(qapp, scenario)


def test_extra_attempts_in_a_new_quiz_wait_until_it_was_opened_and_can_be_taken_back(
    room: Room, qapp: QApplication
) -> None:
    async def scenario(tasks: Tasks) -> None:
        await room.show(tasks)
        form = room.students.new_attempts
        titles = [form.quiz.itemText(row) for row in range(form.quiz.count())]
        assert {"Short", "Long"} <= set(titles)
        assert "Leaves" not in titles
        assert not form.give.isEnabled()
        form.quiz.show_key(room.long)
        QTest.keyClicks(form.attempts, "2")
        form.give.click()
        await room.says("Long: 2 extra attempts · Not sent yet")
        await room.send()
        await room.says("Long: 2 extra attempts · To be sent when the student has opened the quiz")
        room.people.sit(room.long, room.anna)
        await room.send()
        await room.says("Long: 2 extra attempts · Sent")
        assert room.people.accommodation("1", room.long, room.anna) == {"extra_attempts": 2}
        assert form.quiz.currentText() == "Long"
        QTest.keyClicks(form.attempts, "0")
        form.give.click()
        await until(lambda: len(room.students.known.lines) == 2)
        await room.send()
        assert room.people.accommodation("1", room.long, room.anna) == {"extra_attempts": 0}

    run_in_loop(qapp, scenario)


def test_fewer_wrong_answers_are_given_for_the_course_and_taken_back_in_one_quiz(
    room: Room, qapp: QApplication
) -> None:
    async def scenario(tasks: Tasks) -> None:
        await room.show(tasks)
        form = room.students.fewer
        assert form.quiz.currentText() == "All New Quizzes"
        form.give.click()
        await room.says("All New Quizzes: fewer wrong answers · Not sent yet")
        await room.send()
        await room.says("All New Quizzes: fewer wrong answers · Sent")
        assert room.people.accommodation("1", "", room.anna) == {"reduce_choices_enabled": True}
        room.people.sit(room.long, room.anna)
        form.quiz.show_key(room.long)
        form.answers.show_key("all")
        form.give.click()
        await room.says("Long: all answers again · Not sent yet", "All New Quizzes: fewer wrong answers · Sent")
        await room.send()
        assert room.people.accommodation("1", room.long, room.anna) == {"reduce_choices_enabled": False}

    run_in_loop(qapp, scenario)
