"""A screen reader has a name for everything that the keyboard reaches, on every page and in every dialog."""

import io
from collections.abc import Callable

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from app.geometry.box import Box
from app.geometry.point import Point
from app.geometry.region import Region
from app.geometry.shape import Oval, Polygon
from app.library import linking
from app.library.row import CourseRow
from app.models.item import Item
from app.models.questions.hot_spot import HotSpotQuestion
from app.models.table import question_class
from app.secrets import SessionStore
from app.session.edit import Edit
from app.session.tokens import Tokens
from app.ui.editors.hot_spot import HotSpotEditor
from app.ui.editors.table import EDITORS
from app.ui.fields.folded import FoldedSection
from app.ui.main_window import MainWindow
from app.ui.quiz.quiz_screen import QuizScreen
from app.ui.sync.place_choice import PlaceChoice
from tests.support.quiz import stimulus, three_items

Make = Callable[..., str]
DIALOGS = ("connect", "accounts", "keys", "preferences", "about", "go_to_quiz", "commands", "manage_templates")
QUIZ_DIALOGS = ("save_template", "apply_template", "copy_questions", "move_questions")


def nameless(part: QWidget) -> list[str]:
    """What is seen in `part`, can be reached or pressed, and has no name or no role."""
    QApplication.processEvents()
    controls = [found for found in part.findChildren(QWidget) if found.isVisible() and _is_control(found)]
    assert controls
    return [f"{type(one).__name__} in {type(one.parentWidget()).__name__}" for one in controls if not _is_told(one)]


def _is_control(widget: QWidget) -> bool:
    reached = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None
    return (reached or isinstance(widget, QAbstractButton)) and not widget.objectName().startswith("qt_")


def _is_told(widget: QWidget) -> bool:
    told = QAccessible.queryAccessibleInterface(widget)
    return bool(told.text(QAccessible.Text.Name).strip()) and told.role() != QAccessible.Role.NoRole


def opened(window: MainWindow, quiz: Make, *items: Item) -> QuizScreen:
    window.open_quiz(quiz())
    screen = window.pages.quiz
    assert screen is not None
    if items:
        screen.document.insert_items(items, 0, "Add")
        screen.show_item(items[0].id)
    for section in screen.findChildren(FoldedSection):
        section.set_open(True)
    return screen


def test_on_the_first_page(window: MainWindow) -> None:
    assert nameless(window) == []


def test_in_the_library_and_its_places(window: MainWindow, quiz: Make, qtbot: QtBot) -> None:
    window.library.enter(quiz("Leaves"))
    assert nameless(window) == []
    window.library.bar.search.setText("Leaves")
    assert nameless(window) == []
    window.library.bar.search.setText("xylem")
    assert nameless(window) == []
    window.library.bar.search.clear()
    window.commands["delete_quiz"].trigger()
    qtbot.waitUntil(window.notice_bar.isVisible)
    assert nameless(window) == []


@pytest.mark.parametrize("slug", EDITORS)
def test_on_a_question_with_everything_unfolded(window: MainWindow, quiz: Make, slug: str) -> None:
    kind = question_class(slug)
    assert kind is not None
    screen = opened(window, quiz, Item.of(kind.new()))
    assert screen.pane.problems.isVisible()
    assert nameless(window) == []


def test_on_a_picture_with_regions(window: MainWindow, quiz: Make, qtbot: QtBot) -> None:
    editor = opened(window, quiz, Item.of(HotSpotQuestion.new())).pane.editor
    assert isinstance(editor, HotSpotEditor)
    out = io.BytesIO()
    Image.new("RGB", (120, 80), "teal").save(out, "PNG")
    editor.drawer.picture_offered.emit(out.getvalue(), "leaf.png")
    qtbot.waitUntil(lambda: editor.drawer.picture_size() is not None)
    regions = (
        Region("1", Oval(Box(0.1, 0.2, 0.5, 0.6)), ""),
        Region("2", Polygon((Point(0.6, 0.2), Point(0.9, 0.2), Point(0.9, 0.6))), ""),
    )
    editor.drawer.regions_edited.emit(regions, Edit("Draw"))
    editor.drawer.board.select("2")
    editor.drawer.message.ask("No", ("Try again", lambda: None), ("Leave it", lambda: None))
    editor.drawer.each.open()
    assert nameless(window) == []


def test_on_other_rows_of_a_quiz(window: MainWindow, quiz: Make, qtbot: QtBot) -> None:
    screen = opened(window, quiz)
    assert nameless(window) == []
    screen.document.insert_items((stimulus(), *three_items()), 0, "Add")
    screen.show_item("s")
    assert nameless(window) == []
    screen.panel.list.select("a", ["a", "b"])
    assert nameless(window) == []
    screen.side.selection.feedback_section.set_open(True)
    assert nameless(window) == []
    screen.open_my_questions()
    screen.taking.pane.search.setText("leaf")
    qtbot.waitUntil(lambda: screen.taking.pane.view.item is not None)
    assert nameless(window) == []
    screen.add_question()
    assert nameless(screen.panel.types) == []
    screen.panel.types.close()


@pytest.mark.parametrize("slug", EDITORS)
def test_on_a_question_that_is_tried(window: MainWindow, quiz: Make, slug: str) -> None:
    kind = question_class(slug)
    assert kind is not None
    screen = opened(window, quiz, Item.of(kind.new().replaced(calculator_type="basic")))
    screen.try_question()
    button = screen.trying.pane.card.calculator_button
    assert button is not None
    button.click()
    assert nameless(window) == []
    screen.trying.pane.check.click()
    assert nameless(window) == []


def test_on_the_pages_of_a_preview(window: MainWindow, quiz: Make) -> None:
    screen = opened(window, quiz, *three_items(), stimulus())
    screen.turn_to("preview")
    preview = screen.parts.preview
    assert preview is not None
    assert nameless(window) == []
    preview.begin()
    preview.taking.column.finish()
    assert nameless(window) == []
    preview.taking.submit.click()
    preview.result.everything.click()
    assert nameless(window) == []


def test_where_the_course_of_a_quiz_is_chosen(window: MainWindow, qtbot: QtBot, quiz: Make) -> None:
    choice = PlaceChoice()
    qtbot.addWidget(choice)
    choice.show_courses((), ())
    choice.show()
    assert nameless(choice) == []
    library = window.workspace.library
    with library.transaction():
        account = linking.account_for(library.db, kind="canvas", origin="https://a.example", user_id="1", user_name="A")
    choice.show_courses([account], [CourseRow(account.id, "1", "Botany", "")])
    assert nameless(choice) == []


@pytest.mark.parametrize("command", DIALOGS)
def test_in_a_dialog(window: MainWindow, quiz: Make, command: str) -> None:
    quiz()
    window.run_tasks(None, Tokens(SessionStore()))  # type: ignore[arg-type]
    window.commands[command].trigger()
    dialog = next(found for found in window.findChildren(QDialog) if found.isVisible())
    assert nameless(dialog) == []
    dialog.reject()


@pytest.mark.parametrize("page", ["by_browser", "by_token", "by_file", "school"])
def test_on_a_page_of_the_connect_dialog(window: MainWindow, page: str) -> None:
    window.run_tasks(None, Tokens(SessionStore()))  # type: ignore[arg-type]
    dialog = window.canvas.access.connecting.connect_canvas()
    dialog.turn_to(getattr(dialog, page))
    assert nameless(dialog) == []
    dialog.reject()


def test_on_an_account(window: MainWindow) -> None:
    window.run_tasks(None, Tokens(SessionStore()))  # type: ignore[arg-type]
    library = window.workspace.library
    with library.transaction():
        linking.account_for(library.db, kind="canvas", origin="https://a.example", user_id="1", user_name="A")
    dialog = window.canvas.accounts.show()
    assert dialog.rename.isVisible()
    assert nameless(dialog) == []
    dialog.reject()


@pytest.mark.parametrize("command", QUIZ_DIALOGS)
def test_in_a_dialog_of_a_quiz(window: MainWindow, quiz: Make, qtbot: QtBot, command: str) -> None:
    window.open_quiz(quiz())
    page = window.pages.quiz
    assert page is not None
    page.document.insert_items(three_items(), 0, "Add")
    window.commands[command].trigger()
    qtbot.waitUntil(lambda: any(found.isVisible() for found in window.findChildren(QDialog)))
    dialog = next(found for found in window.findChildren(QDialog) if found.isVisible())
    assert nameless(dialog) == []
    dialog.reject()
