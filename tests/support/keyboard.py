"""A person without a mouse: presses keys, and knows of the window what a screen reader tells of the focus."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.ui.main_window import MainWindow
from tests.support.clipboard import file_on_clipboard, on_clipboard

Key = Qt.Key
NONE: Final = Qt.KeyboardModifier.NoModifier
SHIFT: Final = Qt.KeyboardModifier.ShiftModifier
CONTROL: Final = Qt.KeyboardModifier.ControlModifier
ALT: Final = Qt.KeyboardModifier.AltModifier
FARTHEST: Final = 30
"""Tab stops after which nobody goes on looking."""


@dataclass
class Keyboard:
    """`presses` counts the keys, `letters` what is typed as text; in the folder `pictures` are her pictures."""

    window: MainWindow
    qtbot: QtBot
    pictures: Path
    presses: int = field(default=0)
    letters: int = field(default=0)

    @property
    def here(self) -> str:
        """What a screen reader calls the place of the focus."""
        popup: QWidget | None = QApplication.activePopupWidget()
        focus: QWidget | None = QApplication.focusWidget() if popup is None else popup.focusWidget()
        place = focus or popup or self.window
        if place.accessibleName():
            return place.accessibleName()
        return QAccessible.queryAccessibleInterface(place).text(QAccessible.Text.Name)

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE, *, times: int = 1) -> None:
        """Press a key: where it goes is the desktop's and the window's business."""
        for _ in range(times):
            QTest.keyClick(self._window(), key, held)
            self.presses += 1

    def type(self, text: str) -> None:
        """Type a text, a key for each sign."""
        for sign in text:
            key = Qt.Key(ord(sign.upper())) if sign.isascii() else Qt.Key.Key_unknown
            QTest.sendKeyEvent(QTest.KeyAction.Click, self._window(), key, sign, SHIFT if sign.isupper() else NONE)
            self.letters += 1

    def lines(self, *texts: str) -> None:
        """Type rows of a list, Enter after each but the last."""
        for place, text in enumerate(texts):
            if place:
                self.press(Key.Key_Return)
            self.type(text)

    def write(self, text: str) -> None:
        """Type a text in place of the one that is there."""
        self.press(Key.Key_A, CONTROL)
        self.type(text)

    def paste(self, text: str) -> None:
        """Paste what was copied elsewhere."""
        on_clipboard(text)
        self.press(Key.Key_V, CONTROL)

    def to(self, name: str, *, back: bool = False) -> None:
        """Press Tab, or Shift+Tab, until the focus is at what is called so."""
        self._walk(Key.Key_Backtab if back else Key.Key_Tab, name, SHIFT if back else NONE)

    def back(self, name: str) -> None:
        """Press Shift+Tab until the focus is at what is called so."""
        self.to(name, back=True)

    def turn(self, name: str) -> None:
        """Go on to a switch or a button, and press it."""
        self.to(name)
        self.press(Key.Key_Space)

    def paste_file(self, name: str) -> None:
        """Paste a file that was copied in its folder."""
        file_on_clipboard(self.pictures / name)
        self.press(Key.Key_V, CONTROL)

    def unfold(self, title: str) -> None:
        """Go on to a section that is folded, and open it."""
        self.turn(f"{title}, folded")

    def choose(self, words: str) -> None:
        """Go to an entry of the choice that has the focus by its first word: a space would open the list."""
        self.type(words.partition(" ")[0])

    def mark(self, key: Qt.Key, text: str, held: Qt.KeyboardModifier = CONTROL) -> None:
        """Type a text between two presses of a formatting key."""
        self.press(key, held)
        self.type(text)
        self.press(key, held)

    def new_quiz(self, title: str) -> None:
        """Make a quiz and name it."""
        self.press(Key.Key_N, CONTROL | SHIFT)
        self.qtbot.waitUntil(lambda: self.window.pages.quiz is not None)
        self.type(title)
        self.press(Key.Key_Return)

    def add(self, letters: str) -> None:
        """Add a question of the type that is found by some letters; its text can be typed at once."""
        self.press(Key.Key_N, CONTROL)
        self.type(letters)
        self.press(Key.Key_Return)
        self.wait("Question")

    def bar(self, name: str) -> None:
        """Go from a text into its toolbar, to the button that is called so, and press it."""
        self.press(Key.Key_F10, ALT)
        self._walk(Key.Key_Right, name)
        self.press(Key.Key_Space)

    def wait(self, name: str) -> None:
        """Wait until the focus is at what is called so."""
        self.qtbot.waitUntil(lambda: self.here == name)

    def _walk(self, key: Qt.Key, name: str, held: Qt.KeyboardModifier = NONE) -> None:
        met = []
        for _ in range(FARTHEST):
            self.press(key, held)
            if self.here == name:
                return
            met.append(self.here)
        raise AssertionError(f"{name!r} was not met on the way: {met}")

    def _window(self) -> QWindow:
        active: QWindow | None = QGuiApplication.focusWindow()
        return active or self.window.windowHandle()
