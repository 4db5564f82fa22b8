"""The window around the pages: keys, notices, the status that tells the truth, closing."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel
from pytestqt.qtbot import QtBot

from app.grading.table import grade
from app.library.library import Library
from app.message import message
from app.session.edit import Edit
from app.session.save_status import SAVED, SAVING, SaveKind, SaveStatus
from app.ui.actions import ACTIONS, MENUS
from app.ui.editors.hot_spot import HotSpotEditor
from app.ui.fields.icon_label import IconLabel
from app.ui.main_window import MainWindow
from app.ui.wiring import work
from tests.support.graded import hot_spot
from tests.support.ovals import ovals_read_as

Make = Callable[..., str]
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def dialog(window: MainWindow) -> QDialog:
    """The dialog that is open."""
    return next(found for found in window.findChildren(QDialog) if found.isVisible())


def test_every_action_does_something(window: MainWindow) -> None:
    assert {row.id for row in ACTIONS} == set(work(window))


def test_every_menu_entry_is_an_action() -> None:
    known = {row.id for row in ACTIONS} | {""}
    assert all(action_id in known for menu in MENUS for action_id in menu.ids)


def test_no_keys_are_given_twice_on_one_page() -> None:
    pairs = [(key, row.when) for row in ACTIONS for key in row.keys]
    keys_of_all = [key for key, when in pairs if when == "always"]
    assert len(set(pairs)) == len(pairs)
    assert not set(keys_of_all) & {key for key, when in pairs if when != "always"}


def test_ctrl_s_says_that_it_is_saved(window: MainWindow) -> None:
    QTest.keyClick(window, Qt.Key.Key_S, CTRL)
    assert window.notice_bar.text.text() == "Already saved on this computer"


def test_ctrl_n_makes_a_quiz_in_the_library_and_asks_for_a_type_in_a_quiz(
    window: MainWindow, qtbot: QtBot, quiz: Make
) -> None:
    quiz()
    QTest.keyClick(window, Qt.Key.Key_N, CTRL)
    qtbot.waitUntil(lambda: window.pages.quiz is not None)
    QTest.keyClick(window, Qt.Key.Key_N, CTRL)
    assert window.pages.quiz is not None
    assert window.pages.quiz.panel.types.isVisible()
    assert len(window.workspace.rows()) == 2


def test_the_keyboard_is_in_the_list_of_questions_once_a_quiz_is_opened(
    window: MainWindow, qtbot: QtBot, quiz: Make
) -> None:
    window.open_quiz(quiz("Leaves"))
    page = window.pages.quiz
    assert page is not None
    page.add_question("true-false")
    window.show_home()
    window.open_quiz(quiz("Stems"))
    page = window.pages.quiz
    assert page is not None
    assert page.panel.list.hasFocus()


def test_ctrl_z_undoes_in_the_open_quiz(window: MainWindow, quiz: Make) -> None:
    window.open_quiz(quiz("Leaves"))
    page = window.pages.quiz
    assert page is not None
    page.add_question("true-false")
    QTest.keyClick(window, Qt.Key.Key_Z, CTRL)
    assert page.document.quiz.items == ()
    QTest.keyClick(window, Qt.Key.Key_Y, CTRL)
    assert len(page.document.quiz.items) == 1


def test_undo_waits_in_the_library(window: MainWindow, quiz: Make) -> None:
    window.open_quiz(quiz("Leaves"))
    assert window.pages.quiz is not None
    window.pages.quiz.add_question("true-false")
    window.show_home()
    assert not window.commands["undo"].isEnabled()


def test_a_quiz_comes_back_as_it_was_left(window: MainWindow, quiz: Make) -> None:
    quiz_id = quiz("Leaves")
    window.open_quiz(quiz_id)
    left = window.pages.quiz
    window.show_home()
    window.open_quiz(quiz_id)
    assert window.pages.quiz is left


def test_f6_walks_the_areas_and_comes_back(window: MainWindow, quiz: Make) -> None:
    window.library.enter(quiz("Leaves"))
    seen = []
    for _ in range(3):
        QTest.keyClick(window, Qt.Key.Key_F6)
        seen.append(QApplication.focusWidget())
    assert seen == [window.library.bar.search, window.library.places, window.library.table]


def test_f11_gives_a_picture_the_window_and_is_off_where_there_is_none(window: MainWindow, quiz: Make) -> None:
    window.open_quiz(quiz("Leaves"))
    page = window.pages.quiz
    assert page is not None
    page.add_question("essay")
    assert not window.commands["fill_window"].isEnabled()
    page.add_question("hot-spot")
    assert window.commands["fill_window"].isEnabled()
    for shown in (True, False):
        QTest.keyClick(window, Qt.Key.Key_F11)
        assert page.full.isVisible() is shown
        assert page.header.isVisible() is not shown


def test_f6_reaches_the_notice(window: MainWindow, quiz: Make) -> None:
    window.library.enter(quiz("Leaves"))
    window.notices.tell(message("Deleted."), message("Undo"), lambda: None)
    QTest.keyClick(window, Qt.Key.Key_F6)
    assert window.notice_bar.act.hasFocus()


def test_a_notice_goes_with_the_next_action(window: MainWindow, quiz: Make) -> None:
    window.open_quiz(quiz("Leaves"))
    page = window.pages.quiz
    assert page is not None
    page.add_question("true-false")
    page.commands.delete()
    assert window.notice_bar.isVisible()
    page.add_question("choice")
    assert not window.notice_bar.isVisible()


def test_the_status_says_what_is_true(window: MainWindow, qtbot: QtBot, quiz: Make) -> None:
    window.open_quiz(quiz("Leaves"))
    page = window.pages.quiz
    assert page is not None
    page.add_question("true-false")
    assert words_of(window).startswith("Saving…")
    qtbot.waitUntil(lambda: words_of(window).startswith("Saved on this computer"))
    assert "problem" in words_of(window)


def words_of(window: MainWindow) -> str:
    """What the status bar says."""
    return window.status.text


@pytest.mark.parametrize("status", [SAVED, SAVING, SaveStatus(SaveKind.FAILED, message("Not saved: the disk is full"))])
def test_each_status_has_words_and_a_mark(window: MainWindow, status: SaveStatus) -> None:
    window.status.show_status(status)
    assert words_of(window) == str(status.message)
    mark = window.status.findChild(IconLabel)
    assert mark is not None
    assert mark.isVisible()


@pytest.mark.parametrize("kind", [SaveKind.FAILED, SaveKind.READ_ONLY])
def test_a_long_status_is_read_to_its_end(window: MainWindow, qtbot: QtBot, kind: SaveKind) -> None:
    window.resize(900, 600)
    path = "/home/robin/Documents/" + "Autumn term/" * 12 + "library.sqlite"
    said = message('There is no space left on the disk of "{path}". Free some space and try again.', path=path)
    window.status.show_status(SaveStatus(kind, said))
    label = next(label for label in window.status.findChildren(QLabel) if label.text() == str(said))
    two_lines = 2 * label.fontMetrics().height()
    qtbot.waitUntil(lambda: label.width() > 600 and label.height() >= label.heightForWidth(label.width()) >= two_lines)
    assert window.width() == 900


def test_problems_of_the_settings_are_counted_with_those_of_questions(window: MainWindow, quiz: Make) -> None:
    window.open_quiz(quiz("Leaves"))
    page = window.pages.quiz
    assert page is not None
    before = page.document.quiz.fields
    page.document.edit_fields(before.replaced(points_possible=0), Edit("Points of the quiz"))
    assert "1 problem" in words_of(window)
    page.document.undo_stack.undo()
    assert "problem" not in words_of(window)


def test_the_number_of_problems_leads_to_one(window: MainWindow, quiz: Make) -> None:
    window.open_quiz(quiz("Leaves"))
    page = window.pages.quiz
    assert page is not None
    page.add_question("choice")
    page.add_question("true-false")
    before = page.panel.list.current_id
    window.status.problem_wanted.emit()
    assert page.panel.list.current_id != before


def test_go_to_quiz_finds_by_words_in_any_order(window: MainWindow, quiz: Make) -> None:
    quiz("Anatomy of the heart")
    quiz("Hamlet")
    QTest.keyClick(window, Qt.Key.Key_O, CTRL)
    picker = dialog(window)
    QTest.keyClicks(picker.line, "heart ana")  # type: ignore[attr-defined]
    QTest.keyClick(picker.line, Qt.Key.Key_Return)  # type: ignore[attr-defined]
    assert window.windowTitle().startswith("Anatomy")


def test_the_palette_offers_what_can_be_done_now(window: MainWindow, quiz: Make) -> None:
    quiz("Leaves")
    QTest.keyClick(window, Qt.Key.Key_P, CTRL | SHIFT)
    picker = dialog(window)
    offered = [picker.list.item(row).text() for row in range(picker.list.count())]  # type: ignore[attr-defined]
    assert any(text.startswith("New quiz") for text in offered)
    assert not any(text.startswith("Add question") for text in offered)


@pytest.mark.parametrize("action", ["keys", "about", "preferences"])
def test_help_and_preferences_open_and_close(window: MainWindow, action: str) -> None:
    window.commands[action].trigger()
    shown = dialog(window)
    QTest.keyClick(shown, Qt.Key.Key_Escape)
    assert not shown.isVisible()


def test_a_theme_that_is_chosen_is_kept(window: MainWindow, tmp_path: Path) -> None:
    window.commands["preferences"].trigger()
    box = dialog(window).theme  # type: ignore[attr-defined]
    box.setCurrentIndex(box.findData("dark"))
    box.activated.emit(box.currentIndex())
    assert json.loads((tmp_path / "preferences.json").read_text())["theme"] == "dark"


def test_the_other_reading_of_ovals_is_one_switch_away_for_all_who_read_them(
    window: MainWindow, quiz: Make, qtbot: QtBot
) -> None:
    window.open_quiz(quiz("Heart"))
    page = window.pages.quiz
    assert page is not None
    spot = hot_spot(("oval", [(0.3, 0.5), (0.301, 0.9)]))
    page.document.insert_items((spot,), 0, "Add")
    page.show_item(spot.id)
    editor = page.pane.editor
    assert isinstance(editor, HotSpotEditor)
    with ovals_read_as("corners"):
        before = editor.drawer.board.regions[0].shape.bounds
        assert "hard-to-hit" in {problem.rule for problem in page.document.problems(spot.id)}
        window.commands["preferences"].trigger()
        box = dialog(window).oval_reading  # type: ignore[attr-defined]
        box.setCurrentIndex(box.findData("centre-size"))
        box.activated.emit(box.currentIndex())
        assert editor.drawer.board.regions[0].shape.bounds.width > 50 * before.width
        qtbot.waitUntil(lambda: page.document.problem_count(spot.id) == 1)  # no picture, and nothing else
        assert grade(spot, {"x": 0.3, "y": 0.2}).right


def test_the_window_remembers_its_size(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    window.resize(1000, 650)
    with qtbot.waitSignal(window.closed):
        window.close()
    assert json.loads((tmp_path / "preferences.json").read_text())["window"]


def test_closing_puts_the_last_key_on_disk(window: MainWindow, quiz: Make, library: Library) -> None:
    quiz_id = quiz("Leaves")
    window.open_quiz(quiz_id)
    assert window.pages.quiz is not None
    QTest.keyClicks(window.pages.quiz.header.title, "!")
    window.close()
    assert "!" in library.reader().open_quiz(quiz_id).quiz.title
