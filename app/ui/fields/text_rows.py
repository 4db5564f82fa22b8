"""A list of plain texts without ids: a row is known by its place."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.models.rearranged import exchanged, inserted, moved, removed
from app.ui.fields.line_row import LineRows


class TextRows(LineRows):
    """`texts_edited` gives all texts, what the step is called, and the key under which typing merges."""

    texts_edited = Signal(object, str, object)

    def __init__(self, add_words: str, name: str, remove_words: str, parent: QWidget | None = None) -> None:
        super().__init__(add_words, (name,), remove_words, parent)
        self._texts: tuple[str, ...] = ()
        self.edited.connect(self._write)
        self.added.connect(lambda place: self._say(inserted(self._texts, place, ""), self.add_button.text()))
        self.removed.connect(lambda key: self._say(removed(self._texts, int(key)), self.tr("Remove a line")))
        self.moved.connect(self._shift)
        self.pasted.connect(self._paste)

    def show_texts(self, texts: Sequence[str]) -> None:
        """Show these, in order."""
        self._texts = tuple(texts)
        self.show_lines([(str(place), (text,)) for place, text in enumerate(texts)])

    def _write(self, key: str, _column: int, text: str) -> None:
        self._say(exchanged(self._texts, int(key), text), self.tr("Text"), f"{self.add_button.text()}/{key}")

    def _shift(self, key: str, place: int) -> None:
        self._say(moved(self._texts, int(key), place), self.tr("Move a line"))
        self.focus_place(place)

    def _paste(self, key: str, _column: int, lines: tuple[str, ...]) -> None:
        place = int(key)
        rest = self._texts[place + 1 :]
        before = self._texts[:place] if not self._texts[place] else self._texts[: place + 1]
        self._say((*before, *lines, *rest), self.tr("Paste lines"))
        self.focus_place(len(before) + len(lines) - 1)

    def _say(self, texts: tuple[str, ...], step: str, merge_key: str | None = None) -> None:
        self.texts_edited.emit(texts, step, merge_key)
