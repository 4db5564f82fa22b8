"""The quiz screen: list, editor and document work as one."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from app.models.item import Item
from app.models.questions.choice import ChoiceQuestion
from app.models.settings import QuizSettings
from app.session.edit import Edit
from app.session.notice import Notices
from app.ui.editors.choice import ChoiceEditor
from app.ui.editors.question import QuestionEditor
from app.ui.editors.table import EDITORS
from app.ui.quiz.quiz_screen import QuizScreen
from tests.support.quiz import NO_PAST, choice, stimulus, three_items
from tests.support.shelf import Shelf

Open = Callable[..., QuizScreen]


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def editor(screen: QuizScreen) -> QuestionEditor:
    assert isinstance(screen.pane.editor, QuestionEditor)
    return screen.pane.editor


def words(screen: QuizScreen) -> list[str]:
    return [item.summary.first_words for item in screen.document.quiz.items]


def test_typing_shows_in_the_list_at_once(screen: QuizScreen) -> None:
    QTest.keyClicks(editor(screen).text.edit, " Say")
    rows = screen.panel.list.rows
    assert rows.data(rows.index(0)) == "Which is green? Say"


def test_an_editor_is_made_once_and_used_again(screen: QuizScreen) -> None:
    first = editor(screen)
    screen.show_item("b")
    assert editor(screen) is not first
    assert not first.isVisible()
    screen.show_item("c")
    assert editor(screen) is first
    assert editor(screen).text.edit.texts() == ["Which is deep?"]


def test_items_made_out_of_the_open_one_stand_below_it_as_one_step(screen: QuizScreen, qtbot: QtBot) -> None:
    before = words(screen)
    made = (Item.of(choice("Which is new?", "shoot"), id="d"), Item.of(choice("And which?", "bud"), id="e"))
    with qtbot.waitSignal(screen.commands.notices.shown) as told:
        editor(screen).items_made.emit(made, "Make two")
    assert words(screen) == [before[0], "Which is new?", "And which?", *before[1:]]
    assert screen.panel.list.current_id == "d"
    assert str(told.args[0].message) == "2 questions added below."
    assert screen.document.undo_stack.undoText() == "Make two"
    told.args[0].act()
    assert words(screen) == before


def test_typing_before_and_after_a_switch_are_two_steps(screen: QuizScreen) -> None:
    QTest.keyClicks(editor(screen).text.edit, "x")
    screen.show_item("c")
    screen.show_item("a")
    QTest.keyClicks(editor(screen).text.edit, "y")
    assert screen.document.undo_stack.count() == 2


def test_leaving_a_field_ends_its_burst(screen: QuizScreen) -> None:
    editor(screen).text.edit.setFocus()
    QTest.keyClicks(editor(screen).text.edit, "x")
    editor(screen).header.label.setFocus()
    editor(screen).text.edit.setFocus()
    QTest.keyClicks(editor(screen).text.edit, "y")
    assert screen.document.undo_stack.count() == 2


def test_an_undo_that_touches_another_question_opens_it(screen: QuizScreen) -> None:
    QTest.keyClicks(editor(screen).text.edit, "x")
    screen.show_item("c")
    screen.document.undo_stack.undo()
    assert screen.panel.list.current_id == "a"
    assert editor(screen).text.edit.texts() == ["Which is green?"]


def test_an_undo_keeps_the_cursor_in_its_field(screen: QuizScreen) -> None:
    edit = editor(screen).text.edit
    edit.setFocus()
    QTest.keyClicks(edit, "x")
    screen.document.undo_stack.undo()
    assert QApplication.focusWidget() is edit
    QTest.keyClicks(edit, "y")
    assert words(screen)[0] == "Which is green?y"


@pytest.mark.parametrize("slug", list(EDITORS))
def test_a_question_is_added_below_the_open_one_and_typed_at_once(screen: QuizScreen, slug: str) -> None:
    screen.add_question(slug)
    QTest.keyClicks(focused(), "New")
    assert words(screen) == ["Which is green?", "New", "Leaves breathe.", "Which is deep?"]
    assert screen.document.quiz.items[1].summary.type == slug


def test_the_list_of_types_is_filtered_by_typing(screen: QuizScreen, qtbot: QtBot) -> None:
    screen.panel.add.click()
    types = screen.panel.types
    qtbot.waitUntil(types.isVisible)
    QTest.keyClicks(types.filter, "false")
    QTest.keyClick(types.filter, Qt.Key.Key_Return)
    assert not types.isVisible()
    assert screen.document.quiz.items[1].summary.type == "true-false"


def test_arrows_walk_through_the_types_that_are_shown(screen: QuizScreen) -> None:
    screen.panel.open_types()
    types = screen.panel.types
    QTest.keyClick(types.filter, Qt.Key.Key_Down)
    assert types.types.currentRow() == 1
    QTest.keyClick(types.filter, Qt.Key.Key_Up)
    QTest.keyClick(types.filter, Qt.Key.Key_Return)
    assert screen.document.quiz.items[1].summary.type == next(iter(EDITORS))


def test_escape_closes_the_types_and_adds_nothing(screen: QuizScreen) -> None:
    screen.panel.open_types()
    QTest.keyClick(screen.panel.types.filter, Qt.Key.Key_Escape)
    assert not screen.panel.types.isVisible()
    assert len(words(screen)) == 3


def test_an_empty_quiz_has_the_one_button_that_fills_it(open_quiz: Open) -> None:
    screen = open_quiz()
    assert screen.side.currentWidget() is screen.side.empty
    screen.side.empty.add.click()
    QTest.keyClick(screen.panel.types.filter, Qt.Key.Key_Return)
    assert screen.side.currentWidget() is screen.pane
    assert len(words(screen)) == 1


def test_the_title_is_edited_in_place(screen: QuizScreen) -> None:
    screen.header.title.setFocus()
    screen.header.title.selectAll()
    QTest.keyClicks(screen.header.title, "Trees")
    QTest.keyClick(screen.header.title, Qt.Key.Key_Return)
    assert screen.document.quiz.title == "Trees"
    assert QApplication.focusWidget() is screen.panel.list
    screen.document.undo_stack.undo()
    assert screen.header.title.text() == "Leaves"


def test_the_undo_button_names_what_it_undoes(screen: QuizScreen) -> None:
    QTest.keyClicks(editor(screen).text.edit, "x")
    undo = screen.header.undo
    assert "Question text" in undo.defaultAction().text()
    undo.click()
    assert words(screen)[0] == "Which is green?"


def test_sync_takes_in_what_is_under_way(screen: QuizScreen, qtbot: QtBot) -> None:
    with qtbot.waitSignal(screen.sync_wanted) as wanted:
        screen.header.sync.click()
    assert wanted.args == ["q", ()]
    screen.header.set_unsent(3)
    assert "3" in screen.header.sync.text()


def test_several_questions_get_the_same_points_in_one_step(screen: QuizScreen) -> None:
    screen.panel.list.select("a", ["a", "c"])
    assert screen.side.currentWidget() is screen.side.selection
    screen.side.selection.form.points.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClicks(screen.side.selection.form.points, "3")
    assert [item.points for item in screen.document.quiz.items] == [3, 2, 3]
    screen.document.undo_stack.undo()
    assert [item.points for item in screen.document.quiz.items] == [1, 2, 1]


def test_a_problem_in_the_list_leads_to_its_field(open_quiz: Open) -> None:
    screen = open_quiz(Item.of(choice("Which?", "leaf", "leaf")))
    assert screen.pane.problems.isVisible()
    screen.pane.problems.section.set_open(True)
    screen.pane.problems.buttons[0].click()
    made = editor(screen)
    assert isinstance(made, ChoiceEditor)
    assert QApplication.focusWidget() is made.rows.rows[1].text.edit


def test_the_next_problem_is_found_in_another_question(open_quiz: Open) -> None:
    screen = open_quiz(*three_items(), Item.of(ChoiceQuestion.new(), id="d"))
    screen.document.problems("d")
    screen.next_problem()
    assert screen.panel.list.current_id == "d"


def test_where_there_is_no_room_the_parts_of_the_quiz_are_icons_that_say_their_names(screen: QuizScreen) -> None:
    tabs = screen.header.tabs
    screen.header.resize(1200, screen.header.height())
    assert (tabs.tabText(3), tabs.tabToolTip(3)) == ("History", "")
    screen.header.resize(520, screen.header.height())
    assert [(tabs.tabText(n), tabs.tabToolTip(n)) for n in (0, 3)] == [("", "Questions"), ("", "History")]
    assert not tabs.tabIcon(3).isNull()
    assert tabs.accessibleTabName(3) == "History"


def test_the_next_problem_of_a_quiz_with_sound_questions_is_in_its_settings(screen: QuizScreen) -> None:
    set_fields(screen, points_possible=0, quiz_settings=QuizSettings(require_student_access_code=True))
    assert screen.header.tabs.tabText(1) == "Settings · 2"
    for name in ("points_possible", "student_access_code", "points_possible"):
        screen.next_problem()
        assert screen.parts.settings is not None
        assert QApplication.focusWidget() is screen.parts.settings.rows[name].first


def test_the_next_problem_leads_through_questions_and_settings_and_round_again(open_quiz: Open) -> None:
    screen = open_quiz(*(Item.of(choice("", str(n), "b"), id=item_id) for n, item_id in enumerate("ab")))
    set_fields(screen, points_possible=0)
    for item_id in "ab":
        screen.document.problems(item_id)
    seen = []
    for _ in range(4):
        screen.next_problem()
        at_settings = screen.parts.currentWidget() is screen.parts.settings
        seen.append("settings" if at_settings else screen.panel.list.current_id)
    assert seen == ["b", "settings", "a", "b"]


def test_the_settings_say_nothing_once_they_are_right(screen: QuizScreen) -> None:
    set_fields(screen, points_possible=0)
    set_fields(screen, points_possible=None)
    assert screen.header.tabs.tabText(1) == "Settings"
    screen.next_problem()
    assert screen.parts.settings is None


def test_the_title_of_a_quiz_without_questions_is_typed_in_one_step(open_quiz: Open) -> None:
    screen = open_quiz()
    screen.header.title.setFocus()
    QTest.keyClicks(screen.header.title, "Roots")
    assert screen.document.undo_stack.count() == 1


def test_a_missing_title_is_told_at_the_title(screen: QuizScreen) -> None:
    set_fields(screen, title="")
    assert screen.header.tabs.tabText(1) == "Settings"
    assert "The quiz has no title." in screen.header.title.toolTip()
    screen.next_problem()
    assert QApplication.focusWidget() is screen.header.title
    QTest.keyClicks(screen.header.title, "Leaves")
    assert screen.header.title.toolTip() == ""


def set_fields(screen: QuizScreen, **fields: object) -> None:
    screen.document.edit_fields(screen.document.quiz.fields.replaced(**fields), Edit("Settings"))


def test_problems_go_when_they_are_solved(open_quiz: Open) -> None:
    screen = open_quiz(Item.of(choice("Which?", "leaf", "leaf")))
    made = editor(screen)
    assert isinstance(made, ChoiceEditor)
    QTest.keyClicks(made.rows.rows[1].text.edit, "s")
    assert not screen.pane.problems.isVisible()


def test_a_stimulus_is_shown_and_cannot_be_edited(open_quiz: Open) -> None:
    screen = open_quiz(*three_items(), stimulus())
    screen.show_item("s")
    assert not isinstance(screen.pane.editor, QuestionEditor)


def test_a_narrow_window_shows_icons_and_numbers_only(screen: QuizScreen, qtbot: QtBot) -> None:
    wide = screen.panel.width()
    screen.resize(900, 600)
    qtbot.waitUntil(lambda: screen.panel.width() < wide // 2)
    assert screen.panel.add.accessibleName() == "Add question"
    assert not screen.pane.page.horizontalScrollBar().isVisible()
    screen.resize(1280, 800)
    qtbot.waitUntil(lambda: screen.panel.width() == wide)


def test_a_growing_text_keeps_its_cursor_in_view(screen: QuizScreen, qtbot: QtBot) -> None:
    edit = editor(screen).text.edit
    edit.setFocus()
    for _ in range(40):
        QTest.keyClick(edit, Qt.Key.Key_Return)
    page = screen.pane.page
    qtbot.waitUntil(lambda: page.verticalScrollBar().value() > 0)
    cursor = edit.viewport().mapTo(page.viewport(), edit.cursorRect().center())
    assert page.viewport().rect().contains(cursor)


def test_back_leads_to_the_library(screen: QuizScreen, qtbot: QtBot) -> None:
    with qtbot.waitSignal(screen.library_wanted):
        screen.header.back.click()


def test_a_closed_screen_leaves_its_quiz_and_undo_to_the_next_one(
    screen: QuizScreen, qtbot: QtBot, shelf: Shelf
) -> None:
    closed = QuizScreen(screen.document, shelf.pictures, Notices(), NO_PAST)
    QTest.keyClicks(editor(closed).text.edit, "x")
    closed.deleteLater()
    qtbot.waitUntil(lambda: not isValid(closed))
    screen.header.undo.click()
    assert words(screen)[0] == "Which is green?"
    assert editor(screen).text.edit.texts() == ["Which is green?"]


def test_light_and_dark_are_followed_while_the_quiz_is_open(screen: QuizScreen, qapp: QApplication) -> None:
    before, palette = screen.panel.total.palette().color(QPalette.ColorRole.WindowText), qapp.palette()
    dark = QPalette(palette)
    dark.setColor(QPalette.ColorRole.Window, QColor("black"))
    qapp.setPalette(dark)
    QApplication.processEvents()
    after = screen.panel.total.palette().color(QPalette.ColorRole.WindowText)
    qapp.setPalette(palette)
    assert after.lightnessF() > before.lightnessF()


def test_the_areas_are_walked_from_the_title_to_the_question(screen: QuizScreen) -> None:
    title, items, side = screen.areas()
    assert (title, items) == (screen.header.title, screen.panel.list)
    assert side.isAncestorOf(editor(screen))
