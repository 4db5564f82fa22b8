"""A row of one or more lines of plain text."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from app.ui.fields.icon_button import IconButton
from app.ui.fields.line import LineField
from app.ui.fields.line_keys import LineKeys
from app.ui.fields.row import Row
from app.ui.fields.row_list import RowList
from app.ui.theme import Gap


class LineRow(Row):
    """`edited` tells which line was typed in, from 0, and its text."""

    edited = Signal(int, str)

    def __init__(self, columns: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = tuple(LineField("", self) for _ in range(columns))
        self.captions = tuple(QLabel(self) for _ in range(columns))
        self.remove = IconButton("x", "", self)
        self.remove.clicked.connect(self.removed)
        for place, line in enumerate(self.lines):
            LineKeys(line, self, place)
            line.edited.connect(lambda text, place=place: self.edited.emit(place, text))
        self._lay_out()

    @property
    def is_empty(self) -> bool:
        """Whether nothing was written in it."""
        return not any(line.text() for line in self.lines)

    def first(self) -> QWidget:
        """The first line."""
        return self.lines[0]

    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops, in order."""
        return (*self.lines, self.remove)

    def finish(self) -> None:
        """Take in what is under way."""
        for line in self.lines:
            line.finish()

    def show_texts(self, texts: Sequence[str]) -> None:
        """Show a text in each line."""
        for line, text in zip(self.lines, texts, strict=True):
            line.show_text(text)

    def show_captions(self, words: Sequence[str]) -> None:
        """What stands over each line; none where `words` are empty."""
        for caption, word in zip(self.captions, words or [""] * len(self.captions), strict=True):
            caption.setText(word)
            caption.setVisible(bool(word))

    def name(self, lines: Sequence[str], remove: str) -> None:
        """What a screen reader says each line is, and what the button does."""
        for line, name in zip(self.lines, lines, strict=True):
            line.setAccessibleName(name)
            line.setPlaceholderText(name)
        self.remove.set_name(remove)

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Gap.SMALL)
        grid.setVerticalSpacing(Gap.SMALL)
        grid.addWidget(self.grip, 1, 0, Qt.AlignmentFlag.AlignVCenter)
        for column, (line, caption) in enumerate(zip(self.lines, self.captions, strict=True), start=1):
            caption.setBuddy(line)
            caption.hide()
            grid.addWidget(caption, 0, column)
            grid.addWidget(line, 1, column)
            grid.setColumnStretch(column, 1)
        last = len(self.lines) + 1
        grid.addWidget(self.remove, 1, last)
        grid.addWidget(self.problems, 2, 1, 1, last)


class LineRows(RowList[LineRow]):
    """Rows of plain text in one or more columns; `edited` names the row, the column from 0, and its text."""

    edited = Signal(str, int, str)

    def __init__(
        self,
        add_words: str,
        names: Sequence[str],
        remove_words: str,
        parent: QWidget | None = None,
        *,
        captions: Sequence[str] = (),
        drags_out: bool = False,
    ) -> None:
        """`names` say what each column holds and `remove_words` what a button removes, with `{number}` of the row."""
        super().__init__(add_words, parent, drags_out=drags_out)
        self._names, self._remove_words, self._captions = names, remove_words, captions

    def new_row(self) -> LineRow:
        """An empty row that tells what is typed in it."""
        row = LineRow(len(self._names), self)
        row.edited.connect(lambda column, text: self.edited.emit(row.key, column, text))
        return row

    def show_lines(self, lines: Sequence[tuple[str, Sequence[str]]]) -> None:
        """Show these: key and a text for each column."""
        rows = self.show_keys([key for key, _ in lines])
        for number, (row, (_, texts)) in enumerate(zip(rows, lines, strict=True), start=1):
            row.show_texts(texts)
            row.show_captions(self._captions if number == 1 else ())
            names = [name.format(number=number) for name in self._names]
            row.name(names, self._remove_words.format(number=number))
