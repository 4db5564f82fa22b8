"""Quizzes that are only on Canvas stand in grey in the library and are brought here, one or many; courses are kept."""

import io
from collections.abc import Iterator

import pytest
from PIL import Image
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.library.row import State
from app.session.tasks import Tasks
from app.ui.library.copies_dialog import CopiesDialog
from app.ui.library.place import Place
from app.ui.library.quiz_model import Column
from app.ui.main_window import MainWindow
from app.ui.standing import state
from app.ui.words import words
from tests.support.campus import COURSES, FIRST, SECOND, Campus, campus_of
from tests.support.coroutine import run_in_loop, until


@pytest.fixture
def campus(window: MainWindow) -> Iterator[Campus]:
    with campus_of(window) as made:
        for course in COURSES.values():  # the sandbox has a sample quiz
            for quiz in made.server.core.quizzes(course):
                made.server.core.delete_quiz(course, str(quiz["id"]))
        yield made


def open_course(campus: Campus, course: str = FIRST) -> None:
    assert campus.account is not None
    campus.window.library.places.open(Place("course", campus.account.id, COURSES[course]))


async def do(campus: Campus, action: str) -> str:
    """Trigger an action and wait for what the notice then says."""
    campus.window.notice_bar.clear()
    campus.window.commands[action].trigger()
    return await done(campus)


async def done(campus: Campus) -> str:
    courses = campus.window.canvas.courses
    await until(lambda: not courses.is_busy and campus.window.notice_bar.isVisible())
    return campus.window.notice_bar.text.text()


def rows(campus: Campus) -> dict[str, tuple[str, ...]]:
    """Title → the words of the other columns."""
    model = campus.window.library.table.rows
    columns = (Column.QUESTIONS, Column.STATE, Column.EDITED)
    return {
        row.title: tuple(str(model.index(place, column).data()) for column in columns)
        for place, row in enumerate(model.rows)
    }


def select(campus: Campus, *titles: str) -> None:
    table = campus.window.library.table
    table.clearSelection()
    flags = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
    for place, row in enumerate(table.rows.rows):
        if row.title in titles:
            table.selectionModel().select(table.rows.index(place, 0), flags)
            table.selectionModel().setCurrentIndex(
                table.rows.index(place, 0), QItemSelectionModel.SelectionFlag.NoUpdate
            )


def picture(campus: Campus) -> str:
    out = io.BytesIO()
    Image.new("RGB", (20, 10), "green").save(out, "PNG")
    return str(campus.server.core.add_media(out.getvalue()))


def add_there(campus: Campus, title: str, *texts: str, course: str = FIRST, with_picture: bool = False) -> str:
    """A quiz that somebody makes on Canvas."""
    core, place = campus.server.core, COURSES[course]
    quiz_id = str(core.add_quiz(place, {"title": title, "points_possible": float(len(texts or (1,)) + with_picture)}))
    for text in texts or ("Leaves breathe.",):
        entry = {
            "title": "",
            "item_body": f"<p>{text}</p>",
            "interaction_type_slug": "true-false",
            "interaction_data": {"true_choice": "True", "false_choice": "False"},
            "scoring_data": {"value": True},
            "scoring_algorithm": "Equivalence",
            "properties": {},
        }
        core.add_item(place, quiz_id, {"entry_type": "Item", "points_possible": 1, "entry": entry})
    if with_picture:
        spot = {
            "title": "",
            "item_body": "<p>Click.</p>",
            "interaction_type_slug": "hot-spot",
            "interaction_data": {"image_url": picture(campus), "hotspots_count": 1},
            "scoring_data": {
                "value": [{"id": 1, "type": "square", "coordinates": [{"x": 0, "y": 0}, {"x": 1, "y": 1}]}]
            },
            "scoring_algorithm": "HotSpot",
            "properties": {},
        }
        core.add_item(place, quiz_id, {"entry_type": "Item", "points_possible": 1, "entry": spot})
    return quiz_id


def test_a_quiz_that_is_only_on_canvas_stands_in_grey_and_says_so(campus: Campus, qapp: QApplication) -> None:
    async def scenario(tasks: Tasks) -> None:
        await campus.connect(tasks)
        add_there(campus, "Mosses")
        open_course(campus)
        assert campus.window.library.course_bar.look.isVisible()
        assert await do(campus, "refresh_course") == "1 quiz is only on Canvas."
        assert rows(campus) == {"Mosses": ("", "Only on Canvas", "Bring here")}
        assert campus.window.library.course_bar.text.text() == "1 quiz is only on Canvas."
        select(campus, "Mosses")
        enabled = {one: campus.window.commands[one].isEnabled() for one in ("bring_quizzes", "delete_quiz", "open")}
        assert enabled == {"bring_quizzes": True, "delete_quiz": False, "open": False}
        [row] = campus.window.library.selected_there
        assert state(row).role == "text_quiet"

    run_in_loop(qapp, scenario)


def test_enter_brings_what_is_selected_here_with_its_questions(campus: Campus, qapp: QApplication) -> None:
    async def scenario(tasks: Tasks) -> None:
        await campus.connect(tasks)
        add_there(campus, "Mosses", "Moss drinks.", "Moss is green.")
        add_there(campus, "Ferns", with_picture=True)
        add_there(campus, "Algae")
        open_course(campus)
        await do(campus, "refresh_course")
        select(campus, "Mosses", "Ferns")
        assert campus.window.library.course_bar.bring.text() == "Bring 2 here"
        campus.window.notice_bar.clear()
        QTest.keyClick(campus.window.library.table, Qt.Key.Key_Return)
        assert await done(campus) == "2 quizzes are here now, with 1 new picture."
        told = rows(campus)
        assert told["Mosses"][:2] == ("2", "On Canvas")
        assert told["Ferns"][:2] == ("2", "On Canvas")
        assert told["Algae"] == ("", "Only on Canvas", "Bring here")
        assert {seen.method for seen in campus.server.core.requests} == {"GET"}

    run_in_loop(qapp, scenario)


def test_the_words_bring_here_in_a_row_are_pressed_like_a_button(campus: Campus, qapp: QApplication) -> None:
    async def scenario(tasks: Tasks) -> None:
        await campus.connect(tasks)
        add_there(campus, "Mosses")
        open_course(campus)
        await do(campus, "refresh_course")
        table = campus.window.library.table
        campus.window.notice_bar.clear()
        rect = table.visualRect(table.rows.index(0, Column.EDITED))
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=rect.center())
        assert await done(campus) == "1 quiz is here now."

    run_in_loop(qapp, scenario)


def test_the_progress_says_which_and_how_far_and_cancel_keeps_what_is_here(campus: Campus, qapp: QApplication) -> None:
    async def scenario(tasks: Tasks) -> None:
        await campus.connect(tasks)
        for title in ("Algae", "Ferns", "Mosses"):
            add_there(campus, title)
        open_course(campus)
        bar, told = campus.window.library.course_bar, []

        def note(bringing: object) -> None:
            if bringing is not None:
                told.append((bar.text.text(), bar.progress.value(), bar.progress.maximum(), bar.stop.isVisible()))
                if len(told) == 2:
                    bar.stop.click()

        campus.window.canvas.courses.quizzes.progressed.connect(note)
        said = await do(campus, "bring_course")
        assert told[0] == ("“Algae” (1 of 3)", 0, 3, True)
        assert told[1][0].startswith("“Ferns” (2 of 3) · about ")
        assert said == "Stopped. 1 of 3 quizzes are here now. Bring them here again: it goes on from there."
        assert bar.bring.isVisible()
        assert not bar.stop.isVisible()
        assert await do(campus, "bring_course") == "3 quizzes are here now."
        assert sorted(row.title for row in campus.window.workspace.rows()) == ["Algae", "Ferns", "Mosses"]

    run_in_loop(qapp, scenario)


def test_a_quiz_that_was_deleted_here_comes_back_only_when_it_is_named(campus: Campus, qapp: QApplication) -> None:
    async def scenario(tasks: Tasks) -> None:
        await campus.connect(tasks)
        add_there(campus, "Mosses")
        open_course(campus)
        await do(campus, "bring_course")
        select(campus, "Mosses")
        campus.window.commands["delete_quiz"].trigger()
        await until(lambda: not campus.window.workspace.rows())
        await do(campus, "bring_course")
        assert campus.window.workspace.rows() == []
        assert rows(campus)["Mosses"][1] == "Only on Canvas"
        select(campus, "Mosses")
        await do(campus, "bring_quizzes")
        assert [row.title for row in campus.window.workspace.rows()] == ["Mosses"]

    run_in_loop(qapp, scenario)


def test_what_goes_wrong_is_told_with_what_is_here_and_what_is_left(campus: Campus, qapp: QApplication) -> None:
    async def scenario(tasks: Tasks) -> None:
        await campus.connect(tasks)
        for title in ("Algae", "Ferns"):
            add_there(campus, title)
        open_course(campus)

        def expire(bringing: object) -> None:
            if bringing is not None and bringing.done == 1:  # type: ignore[attr-defined]
                campus.server.core.set_fault("session-deadline", 1.0)

        campus.window.canvas.courses.quizzes.progressed.connect(expire)
        said = await do(campus, "bring_course")
        assert "has expired. 1 of 2 quizzes are here now." in said
        assert said.endswith("Sign in again, with a new token if need be: it goes on from there.")

    run_in_loop(qapp, scenario)


def test_a_course_that_is_kept_is_ready_for_off_line_with_its_pictures(campus: Campus, qapp: QApplication) -> None:
    async def scenario(tasks: Tasks) -> None:
        await campus.connect(tasks)
        add_there(campus, "Mosses", with_picture=True)
        add_there(campus, "Ferns")
        open_course(campus)
        bar = campus.window.library.course_bar
        campus.window.notice_bar.clear()
        QTest.keyClick(bar.keep, Qt.Key.Key_Space)
        assert await done(campus) == "2 quizzes are here now, with 1 new picture."
        assert bar.text.text() == "Ready for off-line: 2 quizzes, 1 picture"
        assert bar.keep.isChecked()
        assert not campus.window.commands["keep_course"].isEnabled()
        add_there(campus, "Algae")
        link = campus.links(next(row.id for row in campus.window.workspace.rows() if row.title == "Ferns"))[0]
        campus.edit_there(link, "Ferns are old.")
        assert await do(campus, "refresh_course") == "2 quizzes were brought in."
        assert bar.text.text() == "Ready for off-line: 3 quizzes, 1 picture"
        assert {row.state for row in campus.window.workspace.rows()} == {State.SYNCED}
        assert await do(campus, "release_course")
        assert bar.text.text() == "All quizzes of this course are on this computer."
        assert {seen.method for seen in campus.server.core.requests} == {"GET"}

    run_in_loop(qapp, scenario)


def test_a_look_at_a_course_says_what_changed_and_brings_nothing_in(campus: Campus, qapp: QApplication) -> None:
    async def scenario(tasks: Tasks) -> None:
        await campus.connect(tasks)
        quiz_id = campus.add_quiz("Leaves")
        link = await campus.send(quiz_id, FIRST)
        open_course(campus)
        before = len(campus.server.core.requests)
        assert await do(campus, "refresh_course") == "Nothing is new or changed on Canvas."
        campus.edit_there(link, "Do leaves breathe?")
        assert await do(campus, "refresh_course") == "1 quiz changed on Canvas."
        [row] = campus.window.workspace.rows()
        assert row.state is State.CHANGED_THERE
        assert "breathe?" not in str(campus.window.workspace.open(quiz_id).quiz.items[0].entry.wire())
        assert {seen.method for seen in campus.server.core.requests[before:]} == {"GET"}

    run_in_loop(qapp, scenario)


def test_a_copy_is_offered_as_a_link_and_never_linked_by_itself(campus: Campus, qapp: QApplication) -> None:
    async def scenario(tasks: Tasks) -> None:
        await campus.connect(tasks)
        quiz_id = campus.add_quiz("Leaves")
        await campus.send(quiz_id, FIRST)
        texts = ("Leaves breathe.", "Roots drink.", "Bark is alive.")
        add_there(campus, "Leaves, autumn", *texts, course=SECOND)
        open_course(campus, SECOND)
        said = await do(campus, "bring_course")
        assert said == "1 seems to be a copy of a quiz here."
        assert len(campus.links(quiz_id)) == 1
        [dialog] = campus.window.findChildren(CopiesDialog)
        shown = dialog.list.item(0)
        assert shown is not None
        assert shown.text() == "“Leaves, autumn”, here “Leaves”: 3 of 3 questions are the same"
        campus.window.notice_bar.clear()
        dialog.link.click()
        assert await done(campus) == "“Leaves” is linked. Its sync shows what differs."
        linked = campus.links(quiz_id)
        assert [link.course_id for link in linked] == [COURSES[FIRST], COURSES[SECOND]]
        plan = await campus.window.canvas.access.session.plan(linked[1])
        assert (plan.creates, plan.deletes, plan.updates, plan.brings) == ((), (), (), ())
        assert [one.unit for one in plan.conflicts] == ["title"]
        assert list(rows(campus)) == ["Leaves"], "a quiz of two courses stands in both"
        campus.window.notice_bar.undo()
        await until(lambda: len(campus.links(quiz_id)) == 1)

    run_in_loop(qapp, scenario)


def test_a_copy_can_come_as_a_quiz_of_its_own(campus: Campus, qapp: QApplication) -> None:
    async def scenario(tasks: Tasks) -> None:
        await campus.connect(tasks)
        await campus.send(campus.add_quiz("Leaves"), FIRST)
        add_there(campus, "Leaves", "Leaves breathe.", "Roots drink.", "Bark is alive.", course=SECOND)
        open_course(campus, SECOND)
        await do(campus, "bring_course")
        [dialog] = campus.window.findChildren(CopiesDialog)
        campus.window.notice_bar.clear()
        dialog.own.click()
        assert await done(campus) == "1 quiz is here now."
        assert [row.title for row in campus.window.workspace.rows()] == ["Leaves", "Leaves"]

    run_in_loop(qapp, scenario)


def test_every_word_of_the_bar_is_heard(campus: Campus, qapp: QApplication) -> None:
    async def scenario(tasks: Tasks) -> None:
        await campus.connect(tasks)
        add_there(campus, "Mosses")
        open_course(campus)
        await do(campus, "refresh_course")
        bar = campus.window.library.course_bar
        assert bar.text.accessibleName() == "1 quiz is only on Canvas."
        for part in (bar.bring, bar.keep):
            assert part.text()
            assert part.focusPolicy() & Qt.FocusPolicy.TabFocus
        index = campus.window.library.table.rows.index(0, Column.STATE)
        assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Only on Canvas"
        assert words(state(campus.window.library.table.rows.rows[0]).words) == "Only on Canvas"

    run_in_loop(qapp, scenario)
