"""The choices of a dropdown in a text: plain words, one of them right."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QRadioButton, QWidget

from app.models.questions.choices import Choice, numbered
from app.models.rearranged import exchanged, inserted, moved, place_of, removed
from app.ui.fields.line_row import LineRow
from app.ui.fields.row_list import RowList

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class DropdownRow(LineRow):
    """A choice with its mark; Ctrl+Enter marks it too."""

    marked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self.mark = QRadioButton()
        super().__init__(1, parent)
        self.mark.setAutoExclusive(False)
        self.mark.setToolTip(self.tr("Mark as right"))
        self.mark.clicked.connect(self._mark)
        self.lines[0].installEventFilter(self)

    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops, in order."""
        return (self.mark, *super().stops())

    def show_choice(self, text: str, number: int, *, right: bool) -> None:
        """Show a choice as the one with this 1-based number."""
        self.show_texts((text,))
        self.mark.setChecked(right)
        self.mark.setAccessibleName(self.tr("Choice {number} is right").format(number=number))
        words = self.tr("Choice {number}"), self.tr("Remove choice {number}")
        self.name((words[0].format(number=number),), words[1].format(number=number))

    def _mark(self) -> None:
        self.mark.setChecked(True)
        self.marked.emit()

    def _lay_out(self) -> None:
        super()._lay_out()
        grid = self.layout()
        assert isinstance(grid, QGridLayout)
        for widget in (self.lines[0], self.remove, self.problems):
            grid.removeWidget(widget)
        grid.addWidget(self.mark, 1, 1)
        grid.addWidget(self.lines[0], 1, 2)
        grid.addWidget(self.remove, 1, 3)
        grid.addWidget(self.problems, 2, 2, 1, 2)
        grid.setColumnStretch(1, 0)
        grid.setColumnStretch(2, 1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl+Enter marks the choice as right."""
        keys = (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride)
        if isinstance(event, QKeyEvent) and event.type() in keys and event.key() in _ENTER:
            held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if held == Qt.KeyboardModifier.ControlModifier:
                event.accept()
                if event.type() == QEvent.Type.KeyPress:
                    self._mark()
                return True
        return super().eventFilter(watched, event)


class DropdownChoices(RowList[DropdownRow]):
    """`choices_edited` gives all choices and the right one's id, what the step is called, and its merge key."""

    choices_edited = Signal(object, object, str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.add_button.setText(self.tr("Add choice"))
        self._choices: tuple[Choice, ...] = ()
        self._right: str | None = None
        self.added.connect(lambda place: self._say(inserted(self._choices, place, Choice.new()), self.tr("Add choice")))
        self.removed.connect(self._take_out)
        self.moved.connect(
            lambda key, to: self._say(moved(self._choices, self._place(key), to), self.tr("Move choice"))
        )
        self.pasted.connect(self._paste)

    def new_row(self) -> DropdownRow:
        """An empty row that tells what is typed in it, and that it is marked."""
        row = DropdownRow(self)
        row.edited.connect(lambda _column, text: self._write(row.key, text))
        row.marked.connect(lambda: self._mark(row.key))
        return row

    def show_choices(self, choices: tuple[Choice, ...], right: str | None) -> None:
        """Show these, in order."""
        self._choices, self._right = choices, right
        rows = self.show_keys([choice.id for choice in choices])
        for number, (row, choice) in enumerate(zip(rows, choices, strict=True), start=1):
            row.show_choice(choice.item_body or "", number, right=choice.id == right)

    def _place(self, key: str) -> int:
        return place_of(self._choices, key)

    def _write(self, key: str, text: str) -> None:
        choice = self._choices[self._place(key)].replaced(item_body=text)
        self._say(exchanged(self._choices, self._place(key), choice), self.tr("Text of a choice"), key)

    def _mark(self, key: str) -> None:
        self._right = key
        self._say(self._choices, self.tr("Mark as right"))

    def _take_out(self, key: str) -> None:
        self._right = None if self._right == key else self._right
        self._say(removed(self._choices, self._place(key)), self.tr("Remove choice"))

    def _paste(self, key: str, _column: int, lines: tuple[str, ...]) -> None:
        """An empty choice takes the first line and stays the right one if it was; the others follow it."""
        place = self._place(key)
        first = self._choices[place]
        filled = exchanged(self._choices, place, first if first.item_body else first.replaced(item_body=lines[0]))
        more = lines if first.item_body else lines[1:]
        self._say(inserted(filled, place + 1, *map(Choice.new, more)), self.tr("Paste choices"))

    def _say(self, choices: tuple[Choice, ...], step: str, key: str | None = None) -> None:
        self.choices_edited.emit(numbered(choices), self._right, step, key)
