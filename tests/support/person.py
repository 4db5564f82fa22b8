"""What an instructor does with the window: real keys where the cursor is, real clicks, and looking at what it says."""

from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from app.geometry.point import Point
from app.models.quiz import Quiz
from app.ui.dialogs.connect_dialog import ConnectDialog
from app.ui.editors.choice import ChoiceEditor
from app.ui.editors.hot_spot import HotSpotEditor
from app.ui.editors.true_false import TrueFalseEditor
from app.ui.fields.folded import FoldedSection
from app.ui.fields.rich_text.field import RichTextField
from app.ui.main_window import MainWindow
from app.ui.quiz.quiz_screen import QuizScreen

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
_DEEPEST_LAYOUT = 20
"""Layouts ask those around them in turn, never deeper than this."""


@dataclass
class Person:
    """Sits before one window."""

    window: MainWindow
    qtbot: QtBot
    closed: bool = field(default=False)

    @property
    def screen(self) -> QuizScreen:
        """The quiz that is open."""
        page = self.window.pages.quiz
        assert page is not None
        return page

    @property
    def quiz(self) -> Quiz:
        """Its value."""
        return self.screen.document.quiz

    @property
    def status(self) -> str:
        """What the line at the bottom says."""
        return self.window.status.text

    @property
    def notice(self) -> str:
        """What the bar above it says; "" where there is none."""
        bar = self.window.notice_bar
        return bar.text.text() if bar.isVisible() else ""

    def close(self) -> None:
        """Close the window; what was typed is on disk then."""
        if not self.closed:
            self.closed = True
            self.window.close()
            self.window.workspace.close()

    def look(self) -> None:
        """A hand aims at what it sees: everything stands where the layouts put it. Runs no other event."""
        for _ in range(_DEEPEST_LAYOUT):
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
        """Press a key where the cursor is."""
        QTest.keyClick(QApplication.focusWidget() or self.window, key, modifiers)

    def type(self, text: str) -> None:
        """Type where the cursor is."""
        focus = QApplication.focusWidget()
        assert focus is not None, "the cursor is nowhere"
        QTest.keyClicks(focus, text)

    def click(self, target: QWidget) -> None:
        """Click the middle of something that can be seen and pressed; a switch at its box."""
        self.look()
        assert target.isVisible()
        assert target.isEnabled()
        at = target.rect().center()
        if isinstance(target, QCheckBox | QRadioButton):
            at.setX(min(target.width(), target.height()) // 2)
        QTest.mouseClick(target, LEFT, NONE, at)

    def come_back(self) -> None:
        """The keys go to the window again after a popup or dialog, as a desktop does; a bare screen does not."""
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow)

    def write(self, field: QWidget, text: str) -> None:
        """Click into a field and put a text in place of what is there."""
        self.click(field.edit.viewport() if isinstance(field, RichTextField) else field)
        self.press(Qt.Key.Key_A, CONTROL)
        self.type(text)

    def choose(self, box: QComboBox, key: str) -> None:
        """Go through a choice by keys until it shows what is wanted."""
        box.setFocus(Qt.FocusReason.TabFocusReason)
        self.press(Qt.Key.Key_Home)
        for _ in range(box.findData(key)):
            self.press(Qt.Key.Key_Down)
        assert box.currentData() == key

    def unfold(self, section: FoldedSection) -> None:
        """Open a section that is folded."""
        if not section.is_open:
            self.click(section.heading)

    def new_quiz(self, title: str) -> None:
        """Make a quiz; its name can be typed at once."""
        self.press(Qt.Key.Key_N, CONTROL | SHIFT)
        self.qtbot.waitUntil(lambda: self.window.pages.quiz is not None)
        self.type(title)
        self.press(Qt.Key.Key_Return)

    def open_quiz(self, title: str) -> None:
        """Double-click it in the library."""
        table = self.window.library.table
        place = next(row for row, quiz in enumerate(table.rows.rows) if quiz.title == title)
        self.look()
        at = table.visualRect(table.rows.index(place, 0)).center()
        QTest.mouseClick(table.viewport(), LEFT, NONE, at)
        QTest.mouseDClick(table.viewport(), LEFT, NONE, at)  # the second press alone
        self.qtbot.waitUntil(lambda: self.window.pages.quiz is not None)

    def write_choice(self, text: str, answers: tuple[str, ...], right: int) -> None:
        """Add a multiple choice from the list of types and type it in."""
        self.add("multiple", text)
        editor = self.screen.pane.editor
        assert isinstance(editor, ChoiceEditor)
        while len(editor.rows.rows) > len(answers):
            self.click(editor.rows.rows[-1].remove)
        for row, answer in zip(editor.rows.rows, answers, strict=True):
            self.click(row.text.edit.viewport())
            self.type(answer)
        self.click(editor.rows.rows[right].mark)

    def write_statement(self, text: str, *, right: bool) -> None:
        """Add a true/false and say which it is."""
        self.add("true", text)
        editor = self.screen.pane.editor
        assert isinstance(editor, TrueFalseEditor)
        self.click(editor.answers.marks[0 if right else 1])

    def write_hot_spot(self, text: str, photo: Path) -> HotSpotEditor:
        """Add a hot spot and drop a photo on it."""
        self.add("hot", text)
        editor = self.screen.pane.editor
        assert isinstance(editor, HotSpotEditor)
        self.drop(photo, editor.drawer)
        return editor

    def drop(self, file: Path, onto: QWidget) -> None:
        """Drop a file of the computer in the middle of something: what takes drops there gets it, as Qt chooses."""
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(file))])
        self.look()
        place = onto.mapTo(self.window, onto.rect().center())
        target = self._taker(place)
        at, action = target.mapFrom(self.window, place), Qt.DropAction.CopyAction
        enter, move = (kind(at, action, data, LEFT, NONE) for kind in (QDragEnterEvent, QDragMoveEvent))
        QApplication.sendEvent(target, enter)
        assert enter.isAccepted()
        move.accept()  # as Qt does after an enter that was accepted
        QApplication.sendEvent(target, move)
        assert move.isAccepted()
        QApplication.sendEvent(target, QDropEvent(QPointF(at), action, data, LEFT, NONE))

    def draw_polygon(self, editor: HotSpotEditor, *points: tuple[float, float]) -> None:
        """Click the points, in proportions of the picture, and close with Enter."""
        view = editor.drawer.view
        self.look()
        self.click(editor.drawer.toolbar.buttons["polygon"])
        for x, y in points:
            at = view.to_view(Point(x, y)).toPoint()
            QTest.mouseMove(view.viewport(), at)
            QTest.mouseClick(view.viewport(), LEFT, NONE, at)
        self.press(Qt.Key.Key_Return)

    def drag(self, editor: HotSpotEditor, start: tuple[float, float], stop: tuple[float, float]) -> None:
        """Press on the picture, look what that did, go to another place of the screen, and let go."""
        view = editor.drawer.view
        here, there = (view.to_view(Point(*place)).toPoint() for place in (start, stop))
        QTest.mousePress(view.viewport(), LEFT, NONE, here)
        self.look()
        for at in ((here + there) / 2, there):
            QTest.mouseMove(view.viewport(), at)
            self.look()
        QTest.mouseRelease(view.viewport(), LEFT, NONE, there)

    def undo(self) -> None:
        """Ctrl+Z."""
        self.press(Qt.Key.Key_Z, CONTROL)

    def redo(self) -> None:
        """Ctrl+Y."""
        self.press(Qt.Key.Key_Y, CONTROL)

    def fill_in(self, address: str, token: str) -> ConnectDialog:
        """Choose the token in the connect dialog that is open, type both, and press Enter."""
        dialog = next(found for found in self.window.findChildren(ConnectDialog) if found.isVisible())
        if dialog.page is dialog.ways:
            dialog.ways.token.click()
        QTest.keyClicks(dialog.by_token.address, address)
        QTest.keyClicks(dialog.by_token.token, token)
        QTest.keyClick(dialog.by_token.token, Qt.Key.Key_Return)
        return dialog

    def add(self, letters: str, text: str) -> None:
        """Find a type by its first letters; the cursor stands in the new question then."""
        self.click(self.screen.panel.add)
        types = self.screen.panel.types
        self.qtbot.waitUntil(types.isVisible)
        QTest.keyClicks(types.filter, letters)
        QTest.keyClick(types.filter, Qt.Key.Key_Return)
        self.qtbot.waitUntil(lambda: not types.isVisible())
        self.come_back()
        self.type(text)

    def _taker(self, place: QPoint) -> QWidget:
        """The innermost widget at a place of the window that takes drops."""
        found: QWidget | None = self.window.childAt(place)
        while found is not None and not found.acceptDrops():
            found = found.parentWidget()
        assert found is not None, "nothing takes a drop there"
        return found
