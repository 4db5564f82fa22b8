"""“Use in another course…” in the window: dates are seen and edited, the copy is shown as a sync before it is sent."""

from collections.abc import Iterator
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QDate, QDateTime, QTime, QTimeZone
from PySide6.QtWidgets import QApplication

from app.models.item import Item
from app.models.quiz import NewQuiz
from app.session.tasks import Tasks
from app.ui.another_course.copy_dialog import CopyDialog
from app.ui.main_window import MainWindow
from app.ui.settings.rows import MomentEdit
from tests.support.campus import COURSES, FIRST, SECOND, Campus, campus_of
from tests.support.coroutine import run_in_loop, until

DUE = "2026-10-31T03:59:00Z"
"""A minute before midnight in New York; the clocks go back in the night after."""


@pytest.fixture
def campus(window: MainWindow) -> Iterator[Campus]:
    with campus_of(window) as made:
        for number, zone in (("1", "America/New_York"), ("2", "Europe/Berlin")):
            row = made.server.core.state.tables["courses"][number]
            made.server.core.state.put("courses", number, {**row, "time_zone": zone})
        yield made


def dated(campus: Campus, title: str, **fields: str) -> str:
    """A quiz with dates, and a stimulus before its questions."""
    made = campus.add_quiz(title)
    library = campus.window.workspace.library
    quiz = library.open_quiz(made).quiz
    stimulus = Item.from_wire({"entry_type": "Stimulus", "entry": {"title": "Read"}}, id=f"stimulus {title}")
    after = quiz.with_fields(NewQuiz.model_validate({"title": title, **fields})).with_items((stimulus, *quiz.items))
    library.save(after, before=quiz, what="Dates", problem_counts={})
    return made


async def asked(campus: Campus, *ids: str) -> CopyDialog:
    """The dialog with the second course chosen."""
    dialog = campus.window.canvas.copies.ask(ids)
    await until(dialog.copy.isEnabled)
    names = [dialog.course.itemText(row) for row in range(dialog.course.count())]
    dialog.course.setCurrentIndex(next(row for row, name in enumerate(names) if name.startswith(SECOND)))
    await until(lambda: dialog.there is not None and dialog.there.zone == ZoneInfo("Europe/Berlin"))
    return dialog


def test_dates_are_moved_edited_and_sent_only_after_the_plan(campus: Campus, qapp: QApplication) -> None:
    async def scenario(tasks: Tasks) -> None:
        await campus.connect(tasks)
        made = dated(campus, "Leaves", due_at=DUE, unlock_at="2026-10-19T12:00:00Z")
        await campus.link(made, FIRST)
        dialog = await asked(campus, made)
        dialog.weeks.setValue(1)
        after = [one.after for one in dialog.dates.dates()[made]]
        assert after == ["2026-10-26T07:00:00Z", "2026-11-06T22:59:00Z"]
        assert dialog.first.date() == QDate(2026, 10, 26)
        edit = dialog.dates.cellWidget(1, 3)
        assert isinstance(edit, MomentEdit)
        edit.setDateTime(QDateTime(QDate(2026, 11, 9), QTime(8, 0), QTimeZone(b"Europe/Berlin")))
        dialog.copy.click()
        page = campus.window.canvas.sync_page
        await until(lambda: page.start.isVisible() and not page.busy)
        assert campus.server.core.quizzes(COURSES[SECOND]) == []
        page.start.click()
        await until(lambda: page.again.isVisible() and not page.start.isVisible() and not page.busy)
        (quiz,) = campus.server.core.quizzes(COURSES[SECOND])
        assert (quiz["title"], quiz["unlock_at"], quiz["due_at"]) == (
            "Leaves", "2026-10-26T07:00:00Z", "2026-11-09T07:00:00Z")  # fmt: skip
        assert [link.course_id for link in campus.links(made)] == [COURSES[FIRST]]

    run_in_loop(qapp, scenario)


def test_the_first_day_moves_several_quizzes_together_and_tells_what_stays(campus: Campus, qapp: QApplication) -> None:
    async def scenario(tasks: Tasks) -> None:
        await campus.connect(tasks)
        early = dated(campus, "Early", due_at="2026-10-20T12:00:00Z")
        late = dated(campus, "Late", due_at="2026-10-28T12:00:00Z")
        dialog = await asked(campus, early, late)
        dialog.first.setDate(QDate(2027, 1, 12))
        moved = {quiz: one.after for quiz, (one,) in dialog.dates.dates().items()}
        assert {quiz: stamp[:10] for quiz, stamp in moved.items() if stamp} == {early: "2027-01-12", late: "2027-01-20"}
        told = [dialog.left.item(row).text() for row in range(dialog.left.count())]
        assert told == [f"{title} · Question 1: A stimulus or a draw from a bank can only be made on Canvas itself."
                        for title in ("Early", "Late")]  # fmt: skip
        dialog.copy.click()
        page = campus.window.canvas.many_page
        await until(lambda: campus.window.pages.currentWidget() is page and not page.busy)
        assert page.table.rowCount() == 2

    run_in_loop(qapp, scenario)


def test_nothing_is_copied_before_the_chosen_course_is_known(campus: Campus, qapp: QApplication) -> None:
    async def scenario(tasks: Tasks) -> None:
        await campus.connect(tasks)
        dialog = await asked(campus, dated(campus, "Leaves", due_at=DUE))
        dialog.course.setCurrentIndex(1 - dialog.course.currentIndex())
        assert not dialog.copy.isEnabled()
        await until(dialog.copy.isEnabled)
        assert dialog.there is not None
        assert str(dialog.there.zone) == "America/New_York"

    run_in_loop(qapp, scenario)


def test_without_a_course_it_says_what_to_do(window: MainWindow) -> None:
    dialog = CopyDialog(["Leaves"], window)
    dialog.show_courses([], [])
    dialog.open()
    assert not dialog.copy.isEnabled()
    assert "Connect to Canvas" in dialog.note.text()


def test_its_buttons_stay_in_a_window_that_is_lower_than_its_words(window: MainWindow) -> None:
    dialog = CopyDialog(["Leaves"], window)
    dialog.show_courses([], [])
    dialog.open()
    dialog.note.setText("Connect to Canvas first. " * 1000)
    dialog.part.make_room()
    dialog.grab()
    assert dialog.height() <= window.height()
    assert dialog.rect().contains(dialog.buttons.geometry())
