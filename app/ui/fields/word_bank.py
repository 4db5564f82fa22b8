"""The words of a word bank that are right nowhere, and whether a word can be used more than once."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from app.checks.problem import Problem
from app.models.questions.choices import Choice
from app.models.rearranged import exchanged, inserted, moved, place_of, removed
from app.ui.fields.line_row import LineRows
from app.ui.fields.titled import TitledRows
from app.ui.theme import Gap


class WordBank(QWidget):
    """`words_edited` gives the wrong words, what the step is called, and the key under which typing merges."""

    words_edited = Signal(object, str, object)
    reuse_edited = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words: tuple[Choice, ...] = ()
        names = (self.tr("Wrong word {number}"),)
        self.rows = LineRows(self.tr("Add wrong word"), names, self.tr("Remove wrong word {number}"), self)
        self.reuse = QCheckBox(self.tr("Words can be used more than once"), self)
        self.reuse.clicked.connect(self.reuse_edited)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Gap.SMALL)
        layout.addWidget(TitledRows(self.tr("Wrong words in the word bank"), self.rows, self))
        layout.addWidget(self.reuse)
        self._listen()

    def show_words(self, words: tuple[Choice, ...], *, reused: bool) -> None:
        """Show these, in order."""
        self._words = words
        self.rows.show_lines([(word.id, (word.item_body or "",)) for word in words])
        self.reuse.setChecked(reused)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show what is wrong with the words."""
        self.rows.show_problems(problems)

    def finish(self) -> None:
        """Take in what is under way."""
        self.rows.finish()

    def _listen(self) -> None:
        rows = self.rows
        rows.edited.connect(self._write)
        rows.added.connect(
            lambda place: self._say(inserted(self._words, place, Choice.new()), self.tr("Add wrong word"))
        )
        rows.removed.connect(
            lambda key: self._say(removed(self._words, place_of(self._words, key)), self.tr("Remove wrong word"))
        )
        rows.moved.connect(
            lambda key, to: self._say(moved(self._words, place_of(self._words, key), to), self.tr("Move wrong word"))
        )
        rows.pasted.connect(self._paste)

    def _write(self, key: str, _column: int, text: str) -> None:
        place = place_of(self._words, key)
        word = self._words[place].replaced(item_body=text)
        self._say(exchanged(self._words, place, word), self.tr("Wrong word"), f"words/{key}")

    def _paste(self, key: str, _column: int, lines: tuple[str, ...]) -> None:
        place = place_of(self._words, key)
        kept = self._words if self._words[place].item_body else removed(self._words, place)
        at = place + 1 - (len(self._words) - len(kept))
        self._say(inserted(kept, at, *map(Choice.new, lines)), self.tr("Paste words"))

    def _say(self, words: tuple[Choice, ...], step: str, key: str | None = None) -> None:
        self.words_edited.emit(words, step, key)
