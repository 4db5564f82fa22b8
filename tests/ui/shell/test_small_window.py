"""The smallest window with the largest text: everything is reached without scrolling sideways."""

import io
from collections.abc import Callable, Iterator

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QDialogButtonBox, QLabel, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from app.geometry.box import Box
from app.geometry.region import Region
from app.geometry.shape import Oval
from app.models.item import Item
from app.models.questions.hot_spot import HotSpotQuestion
from app.models.table import question_class
from app.session.edit import Edit
from app.session.pictures import Facts
from app.ui.dialogs.keys_dialog import KeysDialog
from app.ui.dialogs.preferences_dialog import PreferencesDialog
from app.ui.editors.hot_spot import HotSpotEditor
from app.ui.editors.table import EDITORS
from app.ui.fields.folded import FoldedSection
from app.ui.hot_spot.drawer import HotSpotDrawer
from app.ui.main_window import MainWindow
from app.ui.theme import Theme

Make = Callable[..., str]
SMALL = QSize(900, 600)


@pytest.fixture
def twice(theme: Theme) -> Iterator[None]:
    theme.scale_text(200)
    yield
    theme.scale_text(100)


def sideways(window: QWidget) -> list[str]:
    """The areas that have more than they show from left to right."""
    areas = [area for area in window.findChildren(QAbstractScrollArea) if area.isVisible()]
    return [type(area).__name__ for area in areas if area.horizontalScrollBar().isVisible()]


@pytest.mark.parametrize("slug", EDITORS)
def test_a_question_fits(twice: None, window: MainWindow, quiz: Make, qtbot: QtBot, slug: str) -> None:
    kind = question_class(slug)
    assert kind is not None
    window.resize(SMALL)
    window.open_quiz(quiz())
    screen = window.pages.quiz
    assert screen is not None
    screen.document.insert_items([Item.of(kind.new().replaced(item_body="<p>Which?</p>"))], 0, "Add")
    editor = screen.pane.editor
    assert editor is not None
    for section in editor.findChildren(FoldedSection):
        section.set_open(True)
    if isinstance(editor, HotSpotEditor):
        show_picture(editor, qtbot)
    QApplication.processEvents()
    assert window.size() == SMALL
    assert sideways(window) == []


@pytest.fixture
def drawer(twice: None, window: MainWindow, quiz: Make, qtbot: QtBot) -> HotSpotDrawer:
    """A drawer in the smallest window, with a region and with all that there may be to know of its picture."""
    window.resize(SMALL)
    window.open_quiz(quiz())
    screen = window.pages.quiz
    assert screen is not None
    screen.document.insert_items([Item.of(HotSpotQuestion.new().replaced(item_body="<p>Which?</p>"))], 0, "Add")
    editor = screen.pane.editor
    assert isinstance(editor, HotSpotEditor)
    show_picture(editor, qtbot)
    editor.drawer.regions_edited.emit((Region("1", Oval(Box(0.2, 0.2, 0.4, 0.4)), "Palisade"),), Edit("Put"))
    QApplication.processEvents()
    editor.drawer.facts.show_facts(Facts(4032, 3024, 5_400_000, "JPEG"))
    QApplication.processEvents()
    return editor.drawer


def is_seen(drawer: HotSpotDrawer) -> bool:
    """Whether tools, picture and hint are all in the visible part of the page."""
    page: QWidget | None = drawer
    while page is not None and not isinstance(page, QScrollArea):
        page = page.parentWidget()
    assert page is not None
    room, parts = page.viewport(), (drawer.toolbar, drawer.view, drawer.status)
    return all(room.rect().contains(QRect(part.mapTo(room, QPoint()), part.size())) for part in parts)


@pytest.mark.parametrize("by", ["keys", "tool"])
def test_all_of_a_picture_its_tools_and_its_names_is_seen_when_it_is_drawn_on(drawer: HotSpotDrawer, by: str) -> None:
    assert not is_seen(drawer)
    if by == "keys":
        drawer.view.setFocus(Qt.FocusReason.TabFocusReason)
    else:
        drawer.toolbar.buttons["oval"].setFocus()
        QTest.keyClick(drawer.toolbar.buttons["oval"], Qt.Key.Key_Space)
    QApplication.processEvents()
    assert is_seen(drawer)
    assert drawer.view.height() >= 220
    table, title = drawer.regions.table, drawer.regions.table.headerItem().text
    assert table.columnWidth(1) >= table.fontMetrics().horizontalAdvance("Palisade")
    shown = [column for column in range(1, 4) if not table.isColumnHidden(column)]
    assert all(table.columnWidth(one) > table.fontMetrics().horizontalAdvance(title(one)) for one in shown)
    row = table.topLevelItem(0)
    assert row is not None
    assert row.toolTip(1).startswith("Palisade, oval")


def test_the_page_does_not_move_between_the_clicks_of_a_double_click(drawer: HotSpotDrawer, qtbot: QtBot) -> None:
    window, button = drawer.window(), drawer.toolbar.buttons["oval"]
    at = button.mapTo(window, button.rect().center())
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=at)
    assert drawer.view.hasFocus()
    assert button.mapTo(window, button.rect().center()) == at
    QTest.mouseDClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=at)
    drawer.board.shape_added.emit()
    assert drawer.toolbox.tool.name == "oval"
    qtbot.waitUntil(lambda: is_seen(drawer))


@pytest.mark.parametrize("slug", EDITORS)
def test_a_question_that_is_tried_fits(twice: None, window: MainWindow, quiz: Make, slug: str) -> None:
    kind = question_class(slug)
    assert kind is not None
    window.resize(SMALL)
    window.open_quiz(quiz())
    screen = window.pages.quiz
    assert screen is not None
    words = "<p>A question of some length, so that it has to go on in a second line, and in a third one too</p>"
    item = Item.of(kind.new().replaced(item_body=words, calculator_type="scientific"))
    screen.document.insert_items([item], 0, "Add")
    screen.show_item(item.id)
    screen.try_question()
    button = screen.trying.pane.card.calculator_button
    assert button is not None
    button.click()
    QApplication.processEvents()
    assert window.size() == SMALL
    column = screen.trying.pane.column
    inner = column.widget()
    assert inner is not None
    assert inner.minimumSizeHint().width() <= column.viewport().width()


def show_picture(editor: HotSpotEditor, qtbot: QtBot) -> None:
    out = io.BytesIO()
    Image.new("RGB", (120, 80), "teal").save(out, "PNG")
    editor.drawer.picture_offered.emit(out.getvalue(), "leaf.png")
    qtbot.waitUntil(lambda: editor.drawer.picture_size() is not None)


def test_the_library_fits(twice: None, window: MainWindow, quiz: Make) -> None:
    quiz("A long title of a quiz on the leaves of trees, shrubs and herbs")
    window.resize(SMALL)
    window.show_home()
    QApplication.processEvents()
    assert window.size() == SMALL
    assert sideways(window) == []


def test_the_keys_are_read_without_scrolling_sideways(twice: None, window: MainWindow) -> None:
    window.resize(SMALL)
    dialog = KeysDialog(window.commands, window)
    dialog.show()
    QApplication.processEvents()
    (area,) = dialog.findChildren(QScrollArea)
    page, room = area.widget(), area.viewport().width()
    assert page is not None
    assert (dialog.width() <= SMALL.width(), dialog.height() <= SMALL.height()) == (True, True)
    labels = [label for label in page.findChildren(QLabel) if label.text()]
    assert [label.text() for label in labels if label.mapTo(page, label.rect().topRight()).x() > room] == []
    cut = [label.text() for label in labels if label.height() < label.heightForWidth(label.width())]
    assert cut == []
    dialog.close()


def test_the_preferences_fit_and_their_button_is_in_sight(twice: None, window: MainWindow) -> None:
    window.resize(SMALL)
    window.commands["preferences"].trigger()
    [dialog] = window.findChildren(PreferencesDialog)
    QApplication.processEvents()
    [close] = dialog.findChildren(QDialogButtonBox)
    assert dialog.height() <= SMALL.height()
    assert dialog.rect().contains(close.geometry())
    assert sideways(window) == []
