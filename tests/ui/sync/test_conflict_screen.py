"""Both sides of a conflict beside each other, and what is kept of them."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.models.questions.hot_spot import HotSpotQuestion
from app.ui.editors.choice import ChoiceEditor
from app.ui.editors.question import QuestionEditor
from app.ui.main_window import MainWindow
from app.ui.quiz.quiz_screen import QuizScreen
from app.ui.sync.conflict_screen import ConflictScreen
from app.ui.theme import control_height
from tests.support.torn import CHOICE, SPOT, TEXT

CONTROL = Qt.KeyboardModifier.ControlModifier


def texts(screen: ConflictScreen) -> tuple[str, str]:
    detail = screen.detail
    return detail.mine.toPlainText(), detail.theirs.toPlainText()


def test_the_status_bar_counts_them_and_leads_there(window: MainWindow) -> None:
    assert "6 conflicts" in window.status.text
    window.status.conflict_wanted.emit()
    page = window.canvas.conflict_page
    assert window.pages.currentWidget() is page
    assert page.count.text() == "6 conflicts to decide"
    assert page.list.hasFocus()
    assert window.windowTitle().startswith("Leaves and light")


def test_the_library_counts_them(window: MainWindow) -> None:
    assert window.workspace.rows()[0].conflicts == 6


def test_a_bar_stands_at_the_field_and_leads_to_its_conflict(window: MainWindow) -> None:
    page = window.pages.quiz
    assert page is not None
    assert [line.words.text() for line in page.conflicts.of_quiz.lines] == ["Canvas has another version: title"]
    page.show_item(TEXT)
    assert said(page) == ["Canvas has another version: points", "Canvas has another version: question text"]
    page.show_item(CHOICE)
    assert said(page) == ["Canvas has another version: answers"]
    page.show_item(TEXT)
    assert len(said(page)) == 2
    page.pane.conflict_lines[0].compare.click()
    current = window.canvas.conflict_page.list.current
    assert current is not None
    assert (current.conflict.item_id, current.conflict.unit) == (TEXT, "points")


def test_a_bar_stands_right_above_its_field(window: MainWindow, qtbot: QtBot) -> None:
    page = window.pages.quiz
    assert page is not None
    page.show_item(TEXT)
    editor = page.pane.editor
    assert isinstance(editor, QuestionEditor)
    points, text = page.pane.conflict_lines
    qtbot.waitUntil(lambda: top(points, editor) < top(editor.header, editor))
    assert top(editor.header, editor) < top(text, editor) < top(editor.text, editor)
    page.show_item(CHOICE)
    choice = page.pane.editor
    assert isinstance(choice, ChoiceEditor)
    qtbot.waitUntil(lambda: top(choice.text, choice) < top(page.pane.conflict_lines[0], choice))
    assert top(page.pane.conflict_lines[0], choice) < top(choice.rows, choice)


def said(page: QuizScreen) -> list[str]:
    return [line.words.text() for line in page.pane.conflict_lines]


def top(part: QWidget, page: QWidget) -> int:
    return part.mapTo(page, QPoint(0, 0)).y()


def test_words_that_only_one_side_has_are_marked(screen: ConflictScreen) -> None:
    screen.list.choose(TEXT, "item_body")
    assert texts(screen) == ("Leaves breathe by day and by night.", "Leaves respire by day.")
    assert screen.detail.mine.marked == ["breathe", "and by night"]
    assert screen.detail.theirs.marked == ["respire"]


def test_answers_are_lines_with_the_right_one_marked(screen: ConflictScreen) -> None:
    screen.list.choose(CHOICE, "answers")
    assert texts(screen) == ("○ root\n○ leaf\n✓ bark", "○ stem\n✓ leaf\n○ bark")
    assert screen.detail.mine.marked == ["root", "○", "✓"]
    assert screen.detail.theirs.marked == ["stem", "✓", "○"]


def test_points_and_the_title_of_the_quiz_are_words_too(screen: ConflictScreen) -> None:
    screen.list.choose(TEXT, "points")
    assert texts(screen) == ("3", "5")
    screen.list.choose("", "title")
    assert texts(screen) == ("Leaves and light", "Leaves and water")
    assert not screen.choices.both.isVisible()


def test_a_hot_spot_shows_both_regions_on_one_picture(screen: ConflictScreen, qtbot: QtBot) -> None:
    screen.list.choose(SPOT, "answers")
    sides = screen.detail.pictures.picture.sides
    assert [(side.name, side.dash > 0, len(side.regions)) for side in sides] == [
        ("Mine", False, 1),
        ("Canvas's", True, 1),
    ]
    assert screen.detail.pictures.other_picture.isHidden()
    qtbot.waitUntil(lambda: screen.detail.pictures.picture.grab().toImage().pixelColor(3, 3).green() > 80)


def test_taking_canvas_s_goes_on_to_the_next_and_ctrl_z_brings_mine_back(
    window: MainWindow, screen: ConflictScreen, qtbot: QtBot
) -> None:
    screen.list.choose(TEXT, "item_body")
    screen.choices.canvas.click()
    document = screen.document
    assert document is not None
    assert document.quiz.item(TEXT).summary.first_words == "Leaves respire by day."
    assert screen.count.text() == "5 conflicts to decide"
    assert window.notice_bar.text.text() == "Canvas's is taken."
    qtbot.waitUntil(lambda: window.workspace.rows()[0].conflicts == 5)
    QTest.keyClick(screen, Qt.Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: screen.count.text() == "6 conflicts to decide")
    assert document.quiz.item(TEXT).summary.first_words == "Leaves breathe by day and by night."
    qtbot.waitUntil(lambda: window.workspace.rows()[0].conflicts == 6)


def test_both_are_kept_in_two_questions(screen: ConflictScreen) -> None:
    screen.list.choose(SPOT, "answers")
    screen.choices.both.click()
    document = screen.document
    assert document is not None
    mine, theirs = (item.entry for item in document.quiz.items[2:])
    assert isinstance(mine, HotSpotQuestion)
    assert isinstance(theirs, HotSpotQuestion)
    assert mine.picture == theirs.picture
    assert mine.stored_regions != theirs.stored_regions


def test_all_are_decided_by_one_button_and_what_is_left_is_the_sync(screen: ConflictScreen, qtbot: QtBot) -> None:
    screen.choices.all_mine.click()
    assert screen.list.count() == 0
    assert screen.nothing.isVisible()
    assert screen.sync.hasFocus()
    document = screen.document
    assert document is not None
    document.undo_stack.undo()
    qtbot.waitUntil(lambda: screen.list.count() == 6)


def test_by_keyboard_alone(screen: ConflictScreen) -> None:
    walked = []
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
        QTest.keyClick(screen.list, key)
        assert screen.list.current is not None
        walked.append(screen.list.current.conflict.unit)
    assert walked == ["points", "item_body"]
    reached = []
    for _ in range(8):
        QTest.keyClick(QApplication.focusWidget() or screen, Qt.Key.Key_Tab)
        reached.append(QApplication.focusWidget())
    assert [button in reached for button in screen.choices.buttons] == [True] * 5
    screen.choices.mine.setFocus()
    QTest.keyClick(screen.choices.mine, Qt.Key.Key_Space)
    assert screen.list.count() == 5
    assert screen.list.hasFocus()


def test_where_there_is_no_room_beside_it_the_list_is_one_line(screen: ConflictScreen, qtbot: QtBot) -> None:
    screen.parts.setMaximumWidth(15 * control_height())
    qtbot.waitUntil(lambda: screen.parts.is_narrow)
    screen.enter()
    assert screen.focusWidget() is screen.parts.line
    row = screen.list.currentRow()
    assert screen.parts.line.currentIndex() == row
    QTest.keyClick(screen.parts.line, Qt.Key.Key_Down)
    assert screen.list.currentRow() == screen.parts.line.currentIndex() == row + 1
    assert screen.areas()[0] is screen.parts.line


def test_back_leads_to_the_question(window: MainWindow, screen: ConflictScreen) -> None:
    screen.list.choose(CHOICE, "answers")
    screen.back.click()
    assert window.pages.quiz is not None
    assert window.pages.quiz.panel.list.current_id == CHOICE
