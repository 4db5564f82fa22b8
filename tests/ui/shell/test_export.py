"""A quiz goes out as a file, and what its format has no place for is shown before it is written."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.interchange.source import Source
from app.interchange.table import format_named, format_of
from app.ui.exporting.export_dialog import WRITTEN, ExportDialog
from app.ui.main_window import MainWindow
from tests.support.measure.every_type import as_many
from tests.support.quiz import three_items


@pytest.fixture
def dialog(window: MainWindow, quiz: Callable[..., str], qtbot: QtBot) -> ExportDialog:
    """The dialog over the open quiz Leaves, whose questions are worth more than GIFT can say."""
    window.open_quiz(quiz("Leaves"))
    assert window.pages.quiz is not None
    window.pages.quiz.document.insert_items([item.with_points(3) for item in three_items()], 0, "Add")
    window.commands["export"].trigger()
    made = next(one for one in window.findChildren(ExportDialog) if one.isVisible())
    qtbot.waitUntil(lambda: made.trial is not None)
    return made


def choose(dialog: ExportDialog, qtbot: QtBot, name: str) -> None:
    dialog.choose(name)
    qtbot.waitUntil(lambda: dialog.trial is not None)


def rows(dialog: ExportDialog) -> list[str]:
    return [dialog.list.item(row).text() for row in range(dialog.list.count())]


def test_every_format_that_is_written_is_offered(dialog: ExportDialog) -> None:
    offered = [dialog.formats.itemData(row) for row in range(dialog.formats.count())]
    assert offered == [one.name for one in WRITTEN]
    assert "quizwright" in offered


def test_our_own_file_loses_nothing(dialog: ExportDialog, qtbot: QtBot) -> None:
    choose(dialog, qtbot, "quizwright")
    assert dialog.said.text() == "Everything comes along."
    assert not dialog.list.isVisible()


def test_what_is_lost_is_named_question_by_question(dialog: ExportDialog, qtbot: QtBot) -> None:
    choose(dialog, qtbot, "gift")
    assert dialog.said.text() == "Something of 3 questions does not come along:"
    assert len(rows(dialog)) == 3
    assert rows(dialog)[0].startswith("1. ")
    assert "Points (3)." in rows(dialog)[0]


def test_a_question_that_loses_something_is_opened_from_the_list(
    window: MainWindow, dialog: ExportDialog, qtbot: QtBot
) -> None:
    choose(dialog, qtbot, "gift")
    dialog.list.itemActivated.emit(dialog.list.item(2))
    assert window.pages.quiz is not None
    assert window.pages.quiz.panel.list.current_id == "c"
    assert not dialog.isVisible()


def test_what_the_quiz_itself_loses_is_no_question(window: MainWindow, dialog: ExportDialog, qtbot: QtBot) -> None:
    page = window.pages.quiz
    assert page is not None
    page.document.edit_local(page.document.quiz.local.replaced(tags=("easy",)), "Tags")
    choose(dialog, qtbot, "qti")
    assert dialog.said.text() == "All questions come along, but not everything of the quiz itself:"
    assert rows(dialog)[0].startswith("Leaves\n")


def test_the_report_is_kept_as_a_text(window: MainWindow, dialog: ExportDialog, qtbot: QtBot, tmp_path: Path) -> None:
    choose(dialog, qtbot, "gift")
    window.files.exports.save_report(dialog, "Leaves", tmp_path / "report.txt")
    qtbot.waitUntil(lambda: window.notice_bar.isVisible())
    assert (tmp_path / "report.txt").read_text().startswith("Leaves (GIFT)\n  1")
    assert dialog.isVisible()


def test_canvas_is_said_to_lock_its_import(dialog: ExportDialog, qtbot: QtBot) -> None:
    choose(dialog, qtbot, "qti")
    assert "locks its import" in dialog.advice.text()


def test_nothing_is_written_while_nobody_knows_what_is_lost(dialog: ExportDialog) -> None:
    dialog.choose("gift")
    assert not dialog.write.isEnabled()


def test_the_file_is_written_and_the_format_remembered(
    window: MainWindow, dialog: ExportDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    choose(dialog, qtbot, "gift")
    window.files.exports.write(dialog, "Leaves", tmp_path / "leaves.gift")
    qtbot.waitUntil(lambda: window.notice_bar.isVisible())
    assert window.notice_bar.text.text() == "“Leaves” is in the file leaves.gift."
    assert format_of(Source.read(tmp_path / "leaves.gift")) is format_named("gift")
    window.commands["export"].trigger()
    again = next(one for one in window.findChildren(ExportDialog) if one.isVisible())
    assert again.form.name == "gift"
    qtbot.waitUntil(lambda: again.trial is not None)


def test_a_place_that_cannot_be_written_is_told_and_the_dialog_stays(
    window: MainWindow, dialog: ExportDialog, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "taken").mkdir()
    window.files.exports.write(dialog, "Leaves", tmp_path / "taken")
    qtbot.waitUntil(dialog.trouble.isVisible)
    assert "cannot be written" in dialog.trouble.words.text()


def test_a_picture_that_is_not_here_is_told(window: MainWindow, dialog: ExportDialog, qtbot: QtBot) -> None:
    page = window.pages.quiz
    assert page is not None
    item = page.document.quiz.items[0]
    lost = f'<p><img src="media:{"0" * 64}"></p>'
    page.document.settle_item(item.with_entry(item.entry.replaced(item_body=lost)))
    dialog.choose("quizwright")
    qtbot.waitUntil(dialog.trouble.isVisible)
    assert not dialog.write.isEnabled()


MANY = 1_500
"""So many take longer to look through than the bar waits, also on a fast machine."""


def test_a_long_look_shows_how_far_it_is_until_it_is_given_up(
    window: MainWindow, dialog: ExportDialog, qtbot: QtBot
) -> None:
    page = window.pages.quiz
    assert page is not None
    page.document.insert_items(as_many(MANY), 0, "Add")
    seen: list[int] = []
    dialog.bar.valueChanged.connect(seen.append)
    choose(dialog, qtbot, "qti")
    assert any(0 < done < MANY for done in seen)
    assert not dialog.bar.isVisible()
    dialog.choose("moodle")
    qtbot.waitUntil(dialog.bar.isVisible)
    dialog.reject()
    qtbot.waitUntil(lambda: not dialog.isVisible())
