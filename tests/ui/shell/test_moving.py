"""The library goes to another computer from the window, comes back, and can only be read meanwhile."""

from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from app import paths
from app.library.library import Library
from app.library.moved_file import SUFFIX
from app.library.moving import hand_over
from app.models.quiz import NewQuiz
from app.session.edit import Edit
from app.session.save_status import SAVED
from app.ui.dialogs.preferences_dialog import PreferencesDialog
from app.ui.main_window import MainWindow
from app.ui.moving.journey_dialog import JourneyDialog
from tests.support.quiz import three_items


@pytest.fixture(autouse=True)
def _no_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "own_words_file", lambda: tmp_path / "words.txt")


def dialog(window: MainWindow, qtbot: QtBot) -> JourneyDialog:
    found: list[JourneyDialog] = []

    def look() -> bool:
        found[:] = [one for one in window.findChildren(JourneyDialog) if one.isVisible()]
        return bool(found)

    qtbot.waitUntil(look)
    return found[-1]


def moved(window: MainWindow, qtbot: QtBot, to: Path) -> JourneyDialog:
    """Go the whole way as a person does, but for the system's dialog."""
    window.commands["move_library"].trigger()
    shown = dialog(window, qtbot)
    window.late.moving.hand_over(shown, to)
    qtbot.waitUntil(lambda: shown.no.text() == "Close")
    return shown


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / f"all{SUFFIX}"


def test_a_moved_library_is_read_only_and_says_so(
    window: MainWindow, quiz: Callable[..., str], qtbot: QtBot, file: Path
) -> None:
    quiz_id = quiz("Leaves")
    window.open_quiz(quiz_id)
    document = window.workspace.open(quiz_id)
    document.insert_items(three_items(), 0, "Paste")
    shown = moved(window, qtbot, file)
    assert file.name in shown.said.text()
    shown.no.click()
    assert "Handed over to another computer" in window.status.text
    assert not window.commands["move_library"].isEnabled()
    assert window.commands["take_back"].isEnabled()
    with Library.open(file.parent / "other") as other:
        assert [row.title for row in other.quizzes()] == []
    window.open_quiz(quiz_id)
    page = window.pages.quiz
    assert page is not None
    assert len(page.document.quiz.items) == 3
    assert page.pane.editor is not None
    assert not page.pane.editor.isEnabled()
    assert page.pane.page.isEnabled()
    assert page.header.title.isReadOnly()


def test_nothing_of_a_moved_library_can_be_changed_and_the_reason_is_told(
    window: MainWindow, quiz: Callable[..., str], qtbot: QtBot, file: Path
) -> None:
    quiz_id = quiz("Leaves")
    moved(window, qtbot, file).no.click()
    window.open_quiz(quiz_id)
    document = window.workspace.open(quiz_id)
    before = document.quiz
    document.edit_fields(before.fields.replaced(title="Roots"), Edit("Title"))
    assert document.quiz is before
    assert "handed over" in window.notice_bar.text.text()
    window.show_home()
    window.library.select(quiz_id)
    window.commands["delete_quiz"].trigger()
    qtbot.waitUntil(lambda: "handed over" in window.notice_bar.text.text())
    assert window.close()


def test_it_can_be_taken_back(window: MainWindow, quiz: Callable[..., str], qtbot: QtBot, file: Path) -> None:
    quiz_id = quiz("Leaves")
    moved(window, qtbot, file).no.click()
    window.commands["take_back"].trigger()
    [box] = window.findChildren(QMessageBox)
    assert "kept twice" in box.informativeText()
    next(button for button in box.buttons() if button.text() == "Take it back").click()
    qtbot.waitUntil(lambda: not window.workspace.is_read_only)
    qtbot.waitUntil(lambda: window.commands["move_library"].isEnabled())
    assert window.workspace.status is SAVED
    window.open_quiz(quiz_id)
    assert window.pages.quiz is not None
    assert not window.pages.quiz.header.title.isReadOnly()


def test_a_moved_library_is_brought_in_and_its_accounts_are_to_be_connected(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, file: Path
) -> None:
    with Library.open(tmp_path / "there") as there:
        there.create_quiz(NewQuiz(title="Mosses"), three_items())
        with there.transaction() as db:
            db.execute("INSERT INTO account (id, kind, origin) VALUES ('a', 'canvas', 'https://uni.test')")
        hand_over(there, file, {"preferences": {"theme": "dark"}})
    window.late.moving.look(file)
    shown = dialog(window, qtbot)
    assert "1 quiz" in shown.said.text()
    shown.yes.click()
    qtbot.waitUntil(lambda: shown.no.text() == "Close")
    assert "1 quiz is new here." in shown.said.text()
    assert shown.yes.text() == "Connect to Canvas…"
    assert [row.title for row in window.workspace.rows()] == ["Mosses"]
    assert window.preferences._read()["theme"] == "dark"  # noqa: SLF001  (what is on disk)


def test_a_file_that_is_no_library_is_refused_in_words(window: MainWindow, qtbot: QtBot, file: Path) -> None:
    file.write_bytes(b"text")
    window.late.moving.look(file)
    shown = dialog(window, qtbot)
    assert "no library that was moved" in shown.trouble.words.text()
    assert not shown.yes.isVisible()
    shown.no.click()


def test_a_move_that_fails_leaves_the_window_as_it_was(
    window: MainWindow, quiz: Callable[..., str], qtbot: QtBot, tmp_path: Path
) -> None:
    quiz("Leaves")
    shown = moved(window, qtbot, tmp_path / "no such folder" / f"all{SUFFIX}")
    assert shown.trouble.isVisible()
    shown.no.click()
    assert not window.workspace.is_read_only
    assert window.commands["move_library"].isEnabled()


def test_a_move_is_given_up_by_escape(window: MainWindow, quiz: Callable[..., str], qtbot: QtBot, file: Path) -> None:
    quiz("Leaves")
    for number in range(3):
        window.workspace.library.take_media(bytes([number]), content_type="image/png")
    window.commands["move_library"].trigger()
    shown = dialog(window, qtbot)
    goes_on = Event()
    window.workspace.writer.submit(goes_on.wait)
    window.late.moving.hand_over(shown, file)
    QTest.keyClick(shown, Qt.Key.Key_Escape)
    goes_on.set()
    qtbot.waitUntil(lambda: not window.findChildren(JourneyDialog))
    assert not window.workspace.is_read_only
    assert not file.exists()


def test_the_ways_stand_in_the_preferences_and_at_the_first_start(window: MainWindow, qtbot: QtBot) -> None:
    window.commands["preferences"].trigger()
    [preferences] = window.findChildren(PreferencesDialog)
    assert [way.text() for way in preferences.ways] == [
        "Move this library to another computer…",
        "Import a moved library…",
    ]
    preferences.ways[1].click()
    qtbot.waitUntil(lambda: any(one.isVisible() for one in window.findChildren(QFileDialog)))
    for chooser in window.findChildren(QFileDialog):
        chooser.reject()
    assert "Import a moved library" in [way.text() for way in window.library.first_start.ways]
