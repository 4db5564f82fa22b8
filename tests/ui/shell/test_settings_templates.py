"""Settings are saved under a name and given to many quizzes at once; every act can be taken back."""

from collections.abc import Callable
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QInputDialog
from pytestqt.qtbot import QtBot

from app.models.quiz import NewQuiz
from app.models.settings_template import Group
from app.session.edit import Edit
from app.ui.main_window import MainWindow
from app.ui.templates.apply_dialog import ApplyDialog
from app.ui.templates.manage_dialog import ManageDialog
from app.ui.templates.save_dialog import SaveDialog

EXAM = {"has_time_limit": True, "session_time_limit_in_seconds": 3600, "require_student_access_code": True,
        "student_access_code": "tulip"}  # fmt: skip

D = TypeVar("D", bound=QDialog)
Shown = Callable[[type[D]], D]


@pytest.fixture
def shown(window: MainWindow, qtbot: QtBot) -> Callable[[type[QDialog]], QDialog]:
    """The dialog of a kind that is open now."""

    def shown(kind: type[QDialog]) -> QDialog:
        def found() -> list[QDialog]:
            return [one for one in window.findChildren(kind) if one.isVisible()]

        qtbot.waitUntil(lambda: bool(found()))
        return found()[0]

    return shown


@pytest.fixture
def exam(window: MainWindow, quiz: Callable[..., str], shown: Shown[SaveDialog], qtbot: QtBot) -> str:
    """The template Exam with a time limit, saved from the settings screen of the quiz Final."""
    quiz_id = quiz("Final")
    document = window.workspace.open(quiz_id)
    document.edit_fields(NewQuiz.model_validate({"title": "Final", "quiz_settings": EXAM}), Edit("Settings"))
    window.open_quiz(quiz_id)
    assert window.pages.quiz is not None
    window.pages.quiz.turn_to("settings")
    assert window.pages.quiz.parts.settings is not None
    window.pages.quiz.parts.settings.save_template.click()
    dialog = shown(SaveDialog)
    QTest.keyClicks(dialog.name, "Exam")
    QTest.keyClick(dialog.name, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.notice_bar.text.text() == "Template “Exam” saved.")
    window.show_home()
    return quiz_id


def settings(window: MainWindow, quiz_id: str) -> dict[str, object]:
    return window.workspace.reader.open_quiz(quiz_id).quiz.fields.wire().get("quiz_settings") or {}


def test_usual_settings_are_ticked_and_the_access_code_is_chosen_by_hand(
    window: MainWindow, exam: str, shown: Shown[SaveDialog]
) -> None:
    window.open_quiz(exam)
    window.commands["save_template"].trigger()
    dialog = shown(SaveDialog)
    ticked = {group for group, box in dialog.groups.items() if box.isChecked()}
    assert ticked == {Group.TIME, Group.TAKING, Group.ATTEMPTS, Group.RESULTS}
    assert not dialog.save.isEnabled()
    assert "tulip" not in dialog.note.text()
    dialog.groups[Group.CODE].click()
    assert "“tulip” is kept in the template" in dialog.note.text()


def test_a_template_goes_to_the_selected_quizzes_and_ctrl_z_takes_it_back_from_all(
    window: MainWindow, quiz: Callable[..., str], exam: str, shown: Shown[ApplyDialog], qtbot: QtBot
) -> None:
    ids = [quiz("Leaves"), quiz("Roots")]
    before = [settings(window, quiz_id) for quiz_id in ids]
    window.library.table.selectAll()
    window.commands["apply_template"].trigger()
    dialog = shown(ApplyDialog)
    assert dialog.apply.text() == "Apply to 3 quizzes"
    assert dialog.changes.text() == "2 quizzes will change: time limit. 1 has it already."
    QTest.keyClick(dialog.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.notice_bar.text.text() == "Template “Exam” applied to 2 quizzes.")
    for quiz_id in ids:
        assert settings(window, quiz_id)["session_time_limit_in_seconds"] == 3600
        assert "student_access_code" not in settings(window, quiz_id)
    window.commands["undo"].trigger()
    qtbot.waitUntil(lambda: window.notice_bar.text.text() == "The earlier settings are back.")
    assert [settings(window, quiz_id) for quiz_id in ids] == before


def test_the_settings_screen_applies_one_to_its_quiz_as_an_undo_step(
    window: MainWindow, quiz: Callable[..., str], exam: str, shown: Shown[ApplyDialog], qtbot: QtBot
) -> None:
    quiz_id = quiz("Leaves")
    window.open_quiz(quiz_id)
    page = window.pages.quiz
    assert page is not None
    page.turn_to("settings")
    assert page.parts.settings is not None
    page.parts.settings.apply_template.click()
    dialog = shown(ApplyDialog)
    assert dialog.changes.text() == "Will change: time limit."
    dialog.apply.click()
    qtbot.waitUntil(lambda: page.document.undo_stack.undoText() == "Apply template “Exam”")
    assert page.parts.settings.rows["has_time_limit"].isVisible()
    window.notice_bar.clear()
    window.commands["undo"].trigger()
    assert page.document.quiz.fields.quiz_settings is None


def test_a_quiz_that_has_the_settings_already_needs_none(
    window: MainWindow, exam: str, shown: Shown[ApplyDialog]
) -> None:
    window.open_quiz(exam)
    window.commands["apply_template"].trigger()
    dialog = shown(ApplyDialog)
    assert dialog.changes.text() == "It has them already."
    assert not dialog.apply.isEnabled()


def test_without_a_template_the_dialog_says_where_to_make_one(
    window: MainWindow, quiz: Callable[..., str], shown: Shown[ApplyDialog]
) -> None:
    window.open_quiz(quiz("Leaves"))
    window.commands["apply_template"].trigger()
    dialog = shown(ApplyDialog)
    assert dialog.sets.text().startswith("There is no template yet.")
    assert not dialog.apply.isEnabled()


def test_saving_under_the_same_name_replaces_and_the_undo_gives_the_old_one_back(
    window: MainWindow, quiz: Callable[..., str], exam: str, shown: Shown[SaveDialog], qtbot: QtBot
) -> None:
    window.open_quiz(quiz("Leaves"))
    window.commands["save_template"].trigger()
    dialog = shown(SaveDialog)
    QTest.keyClicks(dialog.name, "exam")
    assert dialog.save.text() == "Replace template"
    dialog.save.click()
    qtbot.waitUntil(lambda: window.notice_bar.text.text() == "Template “Exam” replaced.")
    window.commands["undo"].trigger()
    window.open_quiz(exam)
    window.commands["apply_template"].trigger()
    apply = window.findChild(ApplyDialog)
    qtbot.waitUntil(lambda: window.findChild(ApplyDialog) is not None)
    apply = window.findChild(ApplyDialog)
    assert isinstance(apply, ApplyDialog)
    assert apply.changes.text() == "It has them already."


def test_templates_are_renamed_and_deleted_with_undo(
    window: MainWindow, exam: str, shown: Callable[[type[QDialog]], QDialog], qtbot: QtBot
) -> None:
    window.commands["manage_templates"].trigger()
    dialog = shown(ManageDialog)
    assert isinstance(dialog, ManageDialog)
    QTest.keyClick(dialog.list, Qt.Key.Key_F2)
    asked = dialog.findChild(QInputDialog)
    assert isinstance(asked, QInputDialog)
    asked.setTextValue("Final exam")
    asked.accept()
    qtbot.waitUntil(lambda: dialog.list.item(0).text() == "Final exam")
    dialog.delete.click()
    qtbot.waitUntil(lambda: dialog.list.count() == 0)
    assert dialog.notice_bar.text.text() == "Template “Final exam” deleted. Quizzes keep their settings."
    dialog.notice_bar.act.click()
    qtbot.waitUntil(lambda: dialog.list.count() == 1)


def test_two_templates_cannot_have_one_name(window: MainWindow, exam: str, shown: Shown[ManageDialog]) -> None:
    window.commands["manage_templates"].trigger()
    dialog = shown(ManageDialog)
    other = dialog.list.template
    assert other is not None
    dialog.take_name(type(other)("other", "Quick", other.fields), "EXAM")
    assert dialog.notice_bar.text.text() == "There is a template “EXAM” already."
