"""Files and pasted lists are reviewed on a page of the window, and what is ticked comes in with one undo."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.interchange.source import quietly
from app.interchange.table import format_named
from app.library.native_file import read_native
from app.models.questions.choice import ChoiceQuestion
from app.paths import resources
from app.ui.dialogs.picker import Picker
from app.ui.importing.columns_dialog import ColumnsDialog
from app.ui.importing.importable import file_filter
from app.ui.importing.review_list import PLACE
from app.ui.importing.review_screen import ReviewScreen
from app.ui.main_window import MainWindow
from tests.support.clipboard import on_clipboard
from tests.support.quiz import three_items

GIFT = """
Which gas do leaves take up? {=carbon dioxide ~oxygen}

Match. {=root -> water#deep =leaf -> light}

Broken { =a ~b

The sun is a star. {T}
"""
LIST = "1. Which one?\na. this\n*b. that\n\n2. Which other?\n*a. this\nb. that\n"
Make = Callable[..., str]
Review = Callable[..., ReviewScreen]


@pytest.fixture
def review(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> Review:
    """Bring in files with these names and texts, and wait for the page of the review."""

    def bring_in(**texts: str) -> ReviewScreen:
        files = [tmp_path / name.replace("_", ".") for name in texts]
        for file, text in zip(files, texts.values(), strict=True):
            file.write_text(text)
        window.bring_in(files)
        return shown(window, qtbot)

    return bring_in


@pytest.fixture
def page(window: MainWindow, quiz: Make) -> str:
    """The quiz Leaves is open at b, of the questions a, b and c."""
    quiz_id = quiz("Leaves")
    window.open_quiz(quiz_id)
    assert window.pages.quiz is not None
    window.pages.quiz.document.insert_items(three_items(), 0, "Add")
    window.pages.quiz.panel.list.select("b")
    return quiz_id


def shown(window: MainWindow, qtbot: QtBot) -> ReviewScreen:
    qtbot.waitUntil(
        lambda: window.pages.currentWidget() is window.files.imports.page and window.files.imports.page.body.isVisible()
    )
    return window.files.imports.page


def titles(window: MainWindow) -> list[str]:
    return sorted(row.title for row in window.workspace.rows())


def words(window: MainWindow, quiz_id: str) -> list[str]:
    return [item.summary.first_words for item in window.workspace.open(quiz_id).quiz.items]


def row_of(screen: ReviewScreen, place: tuple[int, ...]) -> int:
    return next(row for row in range(screen.list.count()) if tuple(screen.list.item(row).data(PLACE)) == place)


def test_a_file_becomes_a_new_quiz_of_what_is_ticked_and_undo_takes_it_back(
    window: MainWindow, qtbot: QtBot, review: Review
) -> None:
    screen = review(exam_gift=GIFT)
    assert screen.account.text() == "4 questions: 2 whole, 1 with losses, 1 refused."
    assert screen.start.text() == "Import 3 questions"
    screen.list.setCurrentRow(0)
    QTest.keyClick(screen.list, Qt.Key.Key_Space)
    assert screen.start.text() == "Import 2 questions"
    screen.into.title.setText("Plants")
    screen.start.click()
    qtbot.waitUntil(lambda: window.notice_bar.undoes)
    assert window.notice_bar.text.text() == "Imported as the new quiz “Plants”."
    assert window.pages.document is not None
    assert words(window, window.pages.document.id) == ["Match.", "The sun is a star."]
    window.commands["undo"].trigger()
    qtbot.waitUntil(lambda: titles(window) == [])
    assert window.pages.currentWidget() is window.library


def test_what_was_lost_stands_under_the_question(review: Review) -> None:
    screen = review(exam_gift=GIFT)
    screen.list.setCurrentRow(1)
    assert screen.view.lines.text == "Lost: Feedback of single pairs."


def test_what_was_refused_is_shown_with_its_reason_and_its_source(review: Review) -> None:
    screen = review(exam_gift=GIFT)
    screen.list.setCurrentRow(2)
    assert screen.view.note.source.toPlainText().strip() == "Broken { =a ~b"
    assert "braces" in screen.view.note.lines.text
    QTest.keyClick(screen.list, Qt.Key.Key_Space)
    assert screen.start.text() == "Import 3 questions"


def test_a_question_that_is_here_already_is_named_and_both_are_shown(
    window: MainWindow, qtbot: QtBot, review: Review
) -> None:
    screen = review(first_gift=GIFT)
    screen.start.click()
    qtbot.waitUntil(lambda: window.notice_bar.undoes)
    screen = review(second_gift="The sun is a star. {T}")
    assert screen.view.lines.text == "The same as question 3 of “first”: The sun is a star."
    assert screen.review.count == 1
    assert screen.view.question.source.text().startswith("second.gift")
    assert screen.view.other.isVisible()
    assert screen.view.other.source.text() == "Question 3 of “first”"


def test_several_files_are_one_review_and_a_bad_one_is_named(window: MainWindow, qtbot: QtBot, review: Review) -> None:
    screen = review(exam_gift=GIFT, letter_txt="Dear all,\n", list_txt=LIST)
    screen.list.setCurrentRow(row_of(screen, (1,)))
    assert screen.view.note.title.text() == "letter.txt"
    screen.list.setCurrentRow(row_of(screen, (0, 0)))
    QTest.keyClick(screen.list, Qt.Key.Key_Space)
    assert screen.start.text() == "Import 2 questions"
    screen.tick_all.click()
    screen.start.click()
    qtbot.waitUntil(lambda: window.notice_bar.undoes)
    assert window.notice_bar.text.text() == "Imported as 2 new quizzes."
    assert titles(window) == ["exam", "list"]
    window.commands["undo"].trigger()
    qtbot.waitUntil(lambda: titles(window) == [])


def test_several_files_can_become_one_quiz(window: MainWindow, qtbot: QtBot, review: Review) -> None:
    screen = review(exam_gift=GIFT, list_txt=LIST)
    screen.into.where.setCurrentIndex(1)
    screen.into.where.activated.emit(1)
    screen.into.title.setText("All of it")
    screen.start.click()
    qtbot.waitUntil(lambda: window.notice_bar.undoes)
    assert titles(window) == ["All of it"]
    assert window.pages.document is not None
    assert len(window.pages.document.quiz.items) == 5


def test_questions_go_into_a_quiz_that_is_looked_for(
    window: MainWindow, qtbot: QtBot, review: Review, quiz: Make
) -> None:
    quiz_id = quiz("Leaves")
    screen = review(list_txt=LIST)
    screen.into.where.activated.emit(_index_of(screen, "A quiz that is here…"))
    picker = next(one for one in window.findChildren(Picker) if one.isVisible())
    QTest.keyClicks(picker.line, "leav")
    QTest.keyClick(picker.line, Qt.Key.Key_Return)
    assert screen.into.where.currentText() == "“Leaves”, at its end"
    screen.start.click()
    qtbot.waitUntil(lambda: window.notice_bar.undoes)
    assert words(window, quiz_id) == ["Which one?", "Which other?"]


def _index_of(screen: ReviewScreen, text: str) -> int:
    index = screen.into.where.findText(text)
    screen.into.where.setCurrentIndex(index)
    return index


def test_a_single_file_without_questions_is_told_and_the_page_stays(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, page: str
) -> None:
    (tmp_path / "letter.txt").write_text("Dear all,\n")
    window.bring_in([tmp_path / "letter.txt"])
    qtbot.waitUntil(lambda: "letter.txt" in window.notice_bar.text.text())
    assert window.pages.document is not None


def test_escape_leads_back_and_nothing_was_brought_in(window: MainWindow, review: Review) -> None:
    screen = review(exam_gift=GIFT)
    QTest.keyClick(screen.list, Qt.Key.Key_Escape)
    assert window.pages.currentWidget() is window.library
    assert titles(window) == []


def test_a_pasted_list_goes_below_the_open_question_with_one_undo(window: MainWindow, qtbot: QtBot, page: str) -> None:
    QGuiApplication.clipboard().setText(LIST)
    assert window.pages.quiz is not None
    QTest.keyClick(window.pages.quiz.panel.list, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    screen = shown(window, qtbot)
    assert screen.into.where.currentText() == "“Leaves”, below question 2"
    QTest.keyClick(screen.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.notice_bar.undoes)
    ids = [item.id for item in window.workspace.open(page).quiz.items]
    assert (ids[:2], ids[4:]) == (["a", "b"], ["c"])
    assert window.pages.quiz is not None
    assert window.workspace.open(page).undo_stack.undoText() == "Import 2 questions"
    window.commands["undo"].trigger()
    assert [item.id for item in window.workspace.open(page).quiz.items] == ["a", "b", "c"]
    window.commands["redo"].trigger()
    assert words(window, page)[2:4] == ["Which one?", "Which other?"]


def test_a_pasted_list_with_formatting_keeps_its_coloured_key(window: MainWindow, qtbot: QtBot, page: str) -> None:
    html = "<p>1. Which one?</p><p>a. this</p><p><span style='background:yellow'>b. that</span></p>"
    on_clipboard("1. Which one?\na. this\nb. that", html)
    window.commands["paste_questions"].trigger()
    screen = shown(window, qtbot)
    QTest.keyClick(screen.list, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.notice_bar.undoes)
    question = window.workspace.open(page).quiz.items[2].entry
    assert isinstance(question, ChoiceQuestion)
    assert [one.item_body for one in question.choices if one.id == question.right] == ["<p>that</p>"]


def test_a_clipboard_without_questions_is_told(window: MainWindow, qtbot: QtBot, page: str) -> None:
    QGuiApplication.clipboard().setText("Dear all, please come.")
    window.commands["paste_questions"].trigger()
    qtbot.waitUntil(lambda: window.notice_bar.isVisible())
    assert window.notice_bar.text.text().startswith("The clipboard holds no list of questions.")
    assert window.pages.quiz is not None


def test_the_report_is_kept_as_a_text(window: MainWindow, qtbot: QtBot, review: Review, tmp_path: Path) -> None:
    screen = review(exam_gift=GIFT)
    assert screen.report.isVisible()
    window.files.imports.save_report(tmp_path / "report.txt")
    qtbot.waitUntil(lambda: window.notice_bar.isVisible())
    assert "line 4: Feedback of single pairs." in (tmp_path / "report.txt").read_text()


def test_a_report_can_be_kept_though_nothing_was_lost(
    window: MainWindow, qtbot: QtBot, review: Review, tmp_path: Path
) -> None:
    assert review(list_txt=LIST).report.isVisible()
    window.files.imports.save_report(tmp_path / "report.txt")
    qtbot.waitUntil(lambda: window.notice_bar.isVisible())
    assert "2 questions, all of them whole." in (tmp_path / "report.txt").read_text()


def test_a_report_that_cannot_be_written_is_told(
    window: MainWindow, qtbot: QtBot, review: Review, tmp_path: Path
) -> None:
    review(exam_gift=GIFT)
    (tmp_path / "taken").mkdir()
    window.files.imports.save_report(tmp_path / "taken")
    qtbot.waitUntil(lambda: "cannot be written" in window.notice_bar.text.text())


@pytest.mark.parametrize(
    ("name", "taken"), [("exam.gift", True), ("list.TXT", True), ("old.doc", True), ("cat.png", False)]
)
def test_files_of_known_endings_can_be_dropped(window: MainWindow, tmp_path: Path, name: str, taken: bool) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / name))])
    enter = QDragEnterEvent(
        QPoint(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    enter.ignore()
    window.dragEnterEvent(enter)
    assert enter.isAccepted() == taken


def test_a_dropped_file_may_go_into_the_open_quiz(window: MainWindow, qtbot: QtBot, tmp_path: Path, page: str) -> None:
    (tmp_path / "exam.gift").write_text(GIFT)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "exam.gift"))])
    drop = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    window.dropEvent(drop)
    screen = shown(window, qtbot)
    assert screen.into.where.currentText() == "A new quiz"
    assert screen.into.where.findText("“Leaves”, at its end") > 0


def test_every_format_that_is_read_is_offered_when_a_file_is_chosen() -> None:
    assert "*.gift" in file_filter().split(";;")[0]
    assert any(row.startswith("Quizwright (*.quizwright)") for row in file_filter().split(";;"))


def test_a_picture_is_seen_before_it_is_in_the_library(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    native = read_native(resources() / "sample.quizwright")
    form = format_named("qti")
    data = form.written(native.quiz, lambda name: native.media[name.removeprefix("media:")], quietly).data
    (tmp_path / "sample.zip").write_bytes(data)
    window.bring_in([tmp_path / "sample.zip"])
    screen = shown(window, qtbot)
    kinds = [screen.review.found(place).item for place in screen.review.places]
    spot = next(row for row, item in enumerate(kinds) if item is not None and item.summary.type == "hot-spot")
    screen.list.setCurrentRow(spot)
    qtbot.waitUntil(lambda: screen.view.question.picture.is_drawn)
    reference = f"media:{next(iter(screen.review.files[0].materials[0].media))}"
    assert window.workspace.shelf.path_of(reference) is None
    screen.start.click()
    qtbot.waitUntil(lambda: window.notice_bar.undoes)
    assert window.workspace.shelf.path_of(reference) is not None


def test_f6_walks_through_the_review(window: MainWindow, review: Review) -> None:
    screen = review(exam_gift=GIFT)
    window.commands["next_area"].trigger()
    assert QApplication.focusWidget() is screen.into.where


def test_many_questions_are_read_beside_the_window(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    path = tmp_path / "bank.gift"
    path.write_text(many(1_500))
    window.bring_in([path])
    assert window.pages.currentWidget() is window.library, "nothing was waited for"
    qtbot.waitUntil(lambda: window.files.imports.page.review.count == 1_500, timeout=20_000)


def test_a_reading_that_is_given_up_brings_nothing(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "bank.gift").write_text(many(3_000))
    (tmp_path / "small.gift").write_text("Sun? {T}")
    window.bring_in([tmp_path / "bank.gift"])
    window.files.imports.page.stop.click()
    window.bring_in([tmp_path / "small.gift"])
    qtbot.waitUntil(lambda: window.files.imports.page.review.count > 0, timeout=20_000)
    assert window.files.imports.page.review.count == 1


def many(count: int) -> str:
    return "\n\n".join(f"Which number is {n}? {{={n} ~{n + 1}}}" for n in range(count))


TABLE = "Nr;Vraag;Goed;Fout\n1;Capital?;Oslo;Rome\n2;Colour?;red;blue\n"


def test_what_the_columns_of_a_table_are_is_asked_and_remembered(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    (tmp_path / "one.csv").write_text(TABLE)
    (tmp_path / "two.csv").write_text(TABLE.replace("Oslo", "Bern"))
    window.bring_in([tmp_path / "one.csv"])
    qtbot.waitUntil(lambda: any(one.isVisible() for one in window.findChildren(ColumnsDialog)))
    dialog = next(one for one in window.findChildren(ColumnsDialog) if one.isVisible())
    assert not dialog.read.isEnabled()
    for place, role in ((1, "question"), (2, "key"), (3, "answer")):
        dialog.boxes[place].setCurrentIndex(dialog.boxes[place].findData(role))
        dialog.boxes[place].activated.emit(0)
    dialog.read.click()
    screen = shown(window, qtbot)
    assert screen.account.text() == "2 questions, all of them whole."
    assert screen.columns.isVisible()
    QTest.keyClick(screen.list, Qt.Key.Key_Escape)
    window.bring_in([tmp_path / "two.csv"])
    assert shown(window, qtbot).account.text() == "2 questions, all of them whole."


def test_a_table_without_a_row_of_names_is_read_whole(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "bare.csv").write_text(TABLE.split("\n", 1)[1])
    window.bring_in([tmp_path / "bare.csv"])
    qtbot.waitUntil(lambda: any(one.isVisible() for one in window.findChildren(ColumnsDialog)))
    dialog = next(one for one in window.findChildren(ColumnsDialog) if one.isVisible())
    for place, role in ((1, "question"), (2, "key"), (3, "answer")):
        dialog.pick(place, role)
    dialog.bare.click()
    dialog.read.click()
    assert shown(window, qtbot).account.text() == "2 questions, all of them whole."


def test_columns_that_were_guessed_can_be_changed(window: MainWindow, qtbot: QtBot, review: Review) -> None:
    screen = review(exam_csv="Question,A,B,Answer,Notes\nWhich?,x,y,B,z\n")
    assert "Notes" in str(screen.review.files[0].materials[0].lost[0])
    screen.columns.click()
    dialog = next(one for one in window.findChildren(ColumnsDialog) if one.isVisible())
    dialog.pick(4, "feedback")
    dialog.read.click()
    qtbot.waitUntil(lambda: bool(screen.review.files) and not screen.review.files[0].materials[0].lost)
    feedback = screen.review.files[0].materials[0].items[0].entry.wire()["feedback"]
    assert feedback["neutral"] == "<p>z</p>"
