"""One line and a list under it: go to a quiz by its name, or find a command."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.ui.dialogs.entry_delegate import NOTE, EntryDelegate
from app.ui.fields.quiet import QuietLabel
from app.ui.theme import Gap, control_height

_ENTRY: Final = int(Qt.ItemDataRole.UserRole)
_TO_LIST: Final = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown})


@dataclass(frozen=True)
class Entry:
    """One thing to pick, with a quiet note such as its keys."""

    name: str
    note: str
    pick: Callable[[], object]
    icon: QIcon | None = None


class Picker(QDialog):
    """All the words typed must stand in an entry's name, in any order; Enter picks the chosen one."""

    def __init__(self, title: str, prompt: str, entries: Sequence[Entry], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._entries = entries
        self.line = QLineEdit(self)
        self.line.setPlaceholderText(prompt)
        self.line.setAccessibleName(prompt)
        self.line.setMinimumHeight(control_height())
        self.line.setTextMargins(Gap.TIGHT, 0, Gap.TIGHT, 0)
        self.line.installEventFilter(self)
        self.list = QListWidget(self)
        self.line.textChanged.connect(self._show)
        self.line.returnPressed.connect(lambda: self._pick(self.list.currentItem()))
        self.list.setAccessibleName(title)
        self.list.setItemDelegate(EntryDelegate(self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemClicked.connect(self._pick)
        self.nothing = QuietLabel(self.tr("Nothing has these words."), self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Gap.MEDIUM, Gap.MEDIUM, Gap.MEDIUM, Gap.MEDIUM)
        layout.setSpacing(Gap.SMALL)
        for part in (self.line, self.nothing, self.list):
            layout.addWidget(part)
        self.resize(control_height() * 16, control_height() * 12)
        self._show("")

    def _show(self, text: str) -> None:
        needed = text.casefold().split()
        self.list.clear()
        for entry in self._entries:
            if all(word in entry.name.casefold() for word in needed):
                item = QListWidgetItem(entry.name, self.list)
                item.setData(NOTE, entry.note)
                item.setData(_ENTRY, entry)
                if entry.icon is not None:
                    item.setIcon(entry.icon)
        self.list.setCurrentRow(0)
        self.nothing.setVisible(self.list.count() == 0)

    def _pick(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            entry: Entry = item.data(_ENTRY)
            self.accept()
            entry.pick()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down move in the list while the cursor stays in the line."""
        pressed = watched is self.line and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if pressed and isinstance(event, QKeyEvent) and event.key() in _TO_LIST:
            self.list.keyPressEvent(event)
            return True
        return super().eventFilter(watched, event)
