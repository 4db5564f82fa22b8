"""The keys of a rich text: commands, and Enter, Backspace and Delete where they change lines."""

import sys
from collections.abc import Mapping
from functools import cache
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from app.html.chosen import Chosen
from app.html.gesture import entered, erased_back, erased_on
from app.html.inline import is_own_line
from app.ui.fields.history_keys import HistoryKeys
from app.ui.fields.rich_text.command import COMMANDS, Command
from app.ui.fields.rich_text.line_reading import LINE

if TYPE_CHECKING:
    from app.ui.fields.rich_text.edit import RichEdit

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TABS = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
_ERASE = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
_KEYPAD = Qt.KeyboardModifier.KeypadModifier
_CHANGING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_MAC_DIGITS: Final = {18: 1, 19: 2, 20: 3, 21: 4, 23: 5, 22: 6, 26: 7, 28: 8, 25: 9, 29: 0}
"""Where macOS's keyboard has its digits (Events.h, kVK_ANSI_1 and so on)."""


class Keys(HistoryKeys):
    """What a key press does in one field."""

    def __init__(self, edit: "RichEdit") -> None:
        super().__init__(edit)
        self._edit = edit
        self._own: dict[str, Command] = {}

    def learn(self, command: Command) -> None:
        """Know a command that this text alone has."""
        self._own |= {QKeySequence(keys).toString(): command for keys in command.keys}

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of our commands are ours, whatever the window would do with them; undo and redo are the window's."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._takes(event):
            event.accept()
            return True
        return super().eventFilter(watched, event)

    def _takes(self, event: QKeyEvent) -> bool:
        return not self._edit.isReadOnly() and self._command(event) is not None

    def press(self, event: QKeyEvent) -> bool:
        """Do what the key means here; False leaves it to Qt."""
        command = self._command(event)
        if command is not None:
            command.act(self._edit)
            return True
        if event.key() in _TABS:  # with nowhere to go Qt would put a tab into the text
            event.ignore()
            return True
        if event.key() in _ENTER:
            return self._enter(event)
        if erases(event):
            return self._erase(event)
        if event.matches(QKeySequence.StandardKey.Cut):
            self._edit.cut_chosen()
            return True
        if writes(event):
            self._leave_link()
        return False

    def _command(self, event: QKeyEvent) -> Command | None:
        keys = QKeySequence(_combination(event)).toString()
        return self._own.get(keys) or _by_keys().get(keys)

    def _enter(self, event: QKeyEvent) -> bool:
        modifiers = event.modifiers() & ~_KEYPAD
        if modifiers == Qt.KeyboardModifier.ShiftModifier:
            self._edit.textCursor().insertText(LINE)
            return True
        if modifiers != Qt.KeyboardModifier.NoModifier:
            return False
        marks = tuple(tag for tag in self._edit.marks() if tag.name != "a")
        before = self._edit.chosen.block
        self._edit.take(entered(self._edit.chosen))
        after = self._edit.chosen.block
        if not after.inlines and after.tag == before.tag:
            self._edit.write_with(marks)
        return True

    def _erase(self, event: QKeyEvent) -> bool:
        back = event.key() == Qt.Key.Key_Backspace
        chosen = self._edit.chosen
        if not chosen.is_bare and chosen.start.block == chosen.end.block and not is_own_line(chosen.block):
            return False
        if chosen.is_bare and not (chosen.at_start if back else chosen.at_end):
            return False
        self._edit.take(erased_back(chosen) if back else erased_on(chosen))
        return True

    def _leave_link(self) -> None:
        """What is typed behind a link's last word is no part of it."""
        marks = self._edit.marks()
        if not any(tag.name == "a" for tag in marks) or not _ends_link(self._edit.chosen):
            return
        self._edit.write_with(tuple(tag for tag in marks if tag.name != "a"))


def erases(event: QKeyEvent) -> bool:
    """Whether the key is Backspace or Delete, with whatever modifier."""
    return event.key() in _ERASE


def writes(event: QKeyEvent) -> bool:
    """Whether the key puts a sign into the text. AltGr comes as Ctrl and Alt together, with a sign."""
    text = event.text()
    held = event.modifiers() & _CHANGING
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    return bool(text) and text.isprintable() and (held == Qt.KeyboardModifier.NoModifier or held == both)


@cache
def _by_keys() -> Mapping[str, Command]:
    return {QKeySequence(keys).toString(): one for one in COMMANDS for keys in one.keys}


def _combination(event: QKeyEvent) -> QKeyCombination:
    """The key with its modifiers; with Shift a digit is still a digit, whatever sign the keyboard has there."""
    modifiers = event.modifiers() & ~_KEYPAD
    digit = _digit(event)
    held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    key = Qt.Key(Qt.Key.Key_0 + digit) if digit is not None and modifiers == held else Qt.Key(event.key())
    return QKeyCombination(modifiers, key)


def _digit(event: QKeyEvent) -> int | None:
    """The digit on the key, by where the key is."""
    if sys.platform == "win32" and 0x30 <= event.nativeVirtualKey() <= 0x39:
        return event.nativeVirtualKey() - 0x30
    if sys.platform == "darwin":
        return _MAC_DIGITS.get(event.nativeVirtualKey())
    if 10 <= event.nativeScanCode() <= 19:
        return (event.nativeScanCode() - 9) % 10
    return None


def _ends_link(chosen: Chosen) -> bool:
    """Whether a bare cursor stands behind the last sign of a link."""
    if not chosen.is_bare or chosen.position.place == 0:
        return False
    link = [tag for tag in chosen.marks if tag.name == "a"]
    place = 0
    for one in chosen.block.inlines:
        if place == chosen.position.place:
            return [tag for tag in one.marks if tag.name == "a"] != link
        place += len(getattr(one, "text", " "))
    return True
