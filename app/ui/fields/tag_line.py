"""The line in which a tag is typed, with those that are in use to choose from."""

from collections.abc import Sequence
from functools import cached_property

from PySide6.QtCore import QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCompleter, QWidget

from app.models.tag import LONGEST_TAG, clean_tag
from app.ui.fields.line import LineField
from app.ui.fields.quiet import Toned

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LETTERS = 12


class TagLine(LineField):
    """`given` carries tags that were ended by Enter, a comma, a choice or leaving; the line is empty then.

    `back_wanted` is Backspace, and `left_wanted` Left, where nothing stands before the cursor; `entered` comes when
    the cursor comes in, before anything is typed.
    """

    given = Signal(tuple)
    back_wanted = Signal()
    left_wanted = Signal()
    entered = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent, flat=True)
        Toned(self, "text")
        self.setPlaceholderText(self.tr("Add a tag"))
        self.setMaxLength(LONGEST_TAG * 8)  # several may be pasted at once
        self.textEdited.connect(self._take_commas)

    @cached_property
    def known(self) -> QStringListModel:
        """The tags to choose from; made with the list that shows them when the cursor first comes in."""
        known = QStringListModel(self)
        completer = QCompleter(known, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        # The line puts the choice into itself after this is heard: only later can it be emptied.
        completer.activated.connect(self._take_choice, Qt.ConnectionType.QueuedConnection)
        self.setCompleter(completer)
        if (popup := completer.popup()) is not None:
            popup.setAccessibleName(self.tr("Tags in use"))
        return known

    def offer(self, tags: Sequence[str]) -> None:
        """Have these to choose from."""
        self.known.setStringList(list(tags))

    def give(self) -> None:
        """End what is typed."""
        typed = clean_tag(self.text())
        self.clear()
        if typed:
            self.given.emit((typed,))

    def sizeHint(self) -> QSize:
        """Room for a short word; the end of a long one scrolls."""
        return QSize(
            self.fontMetrics().averageCharWidth() * _LETTERS + self.fontMetrics().height(), self.minimumHeight()
        )

    def minimumSizeHint(self) -> QSize:
        """The same: a row that wraps asks for it."""
        return self.sizeHint()

    def _take_choice(self, tag: str) -> None:
        self.clear()
        self.given.emit((tag,))

    def _take_commas(self, text: str) -> None:
        """A comma ends a tag; those before it are given, what follows is still typed."""
        *ended, rest = text.split(",")
        if ended:
            self.setText(rest.lstrip())
            self.given.emit(tuple(tag for part in ended if (tag := clean_tag(part))))

    @property
    def _is_choosing(self) -> bool:
        """Whether the list of choices is open at one of them."""
        completer = self.completer()
        popup = completer.popup() if completer is not None else None
        return popup is not None and popup.isVisible() and popup.currentIndex().isValid()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter ends the tag; where one of the list is chosen, the list takes the key."""
        at_start = not self.cursorPosition() and not self.hasSelectedText()
        if event.key() in _ENTER and self._is_choosing:
            event.ignore()
        elif event.key() in _ENTER and self.text().strip():
            self.give()
        elif event.key() == Qt.Key.Key_Backspace and at_start and not self.text():
            self.back_wanted.emit()
        elif event.key() == Qt.Key.Key_Left and at_start:
            self.left_wanted.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Ask for what there is to choose from."""
        self.entered.emit()
        super().focusInEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving ends what is typed, unless only the list of choices came up."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.give()
