"""Words that no dictionary knows, underlined in a text: beside the typing, never in the text itself."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QElapsedTimer, QObject, QTimer
from PySide6.QtGui import QAction, QTextBlock, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QMenu, QTextEdit

from app.spelling.word import words
from app.ui.fields.rich_text.spelling import Spelling
from app.ui.theme import role

_PAUSE, _SLICE = 400, 4
"""Milliseconds after the last key press, and of a slice of work between two events."""
_GAP = "\u00b7"
"""Stands for what is not judged: it joins no words."""

Skips = Callable[[QTextCharFormat], bool]
Replace = Callable[[int, int, str], None]


class Misspelled(NamedTuple):
    """From `start` to `end` of the document, in Qt's own units."""

    start: int
    end: int
    word: str


class SpellingMarks(QObject):
    """Follows one text. `skips` says which formats are not judged: code, links; objects never are."""

    def __init__(self, edit: QTextEdit, spelling: Spelling, skips: Skips) -> None:
        super().__init__(edit)
        self._edit, self._spelling, self._skips = edit, spelling, skips
        self._waiting: tuple[int, int] | None = None
        self._typed: int | None = None
        self._pause, self._next = self._timer(_PAUSE), self._timer(0)
        edit.document().contentsChange.connect(self._note)
        edit.cursorPositionChanged.connect(self._leave_word)
        spelling.changed.connect(self.check_all)
        spelling.start()
        self.check_all()

    @property
    def is_done(self) -> bool:
        """Whether all has been judged."""
        return self._waiting is None

    def check_all(self) -> None:
        """Judge the whole text anew, slice by slice."""
        self._waiting = (0, self._edit.document().characterCount())
        self._next.start()

    def misspelled(self, position: int) -> Misspelled | None:
        """The unknown word at a place of the document."""
        block = self._edit.document().findBlock(position)
        found = (word for word in self._unknown(block) if word.start <= position <= word.end)
        return next(found, None)

    def add_actions(self, menu: QMenu, position: int, replace: Replace) -> None:
        """Put what may have been meant before the other actions of a menu, and what takes the word as it is."""
        found = self.misspelled(position)
        if found is None:
            return
        first = menu.actions()[0] if menu.actions() else None
        for action in self._actions(found, menu, replace):
            menu.insertAction(first, action) if first is not None else menu.addAction(action)
        if first is not None:
            menu.insertSeparator(first)

    def _actions(self, found: Misspelled, menu: QMenu, replace: Replace) -> list[QAction]:
        made = []
        for suggestion in self._spelling.suggestions(found.word):
            action = QAction(suggestion, menu)
            action.triggered.connect(lambda _=False, text=suggestion: replace(found.start, found.end, text))
            made.append(action)
        if not made:
            none = QAction(self.tr("No suggestions"), menu)
            none.setEnabled(False)
            made.append(none)
        add = QAction(self.tr("Add “{word}” to dictionary").format(word=found.word), menu)
        add.triggered.connect(lambda: self._spelling.add(found.word))
        return [*made, add]

    def _timer(self, interval: int) -> QTimer:
        made = QTimer(self)
        made.setSingleShot(True)
        made.setInterval(interval)
        made.timeout.connect(self._work)
        return made

    def _note(self, position: int, removed: int, added: int) -> None:
        """Something was typed: what waits moves with it, and this place waits too."""
        start, end = self._waiting or (position, position)
        moved = added - removed
        start, end = (place + moved if place > position else place for place in (start, end))
        self._waiting = (min(start, position), max(end, position + added))
        self._next.stop()
        self._pause.start()

    def _leave_word(self) -> None:
        """A word under the cursor is still being typed; when it is left it is judged."""
        if self._typed is not None:
            place, self._typed = self._typed, None
            self._waiting = (min(place, (self._waiting or (place,))[0]), max(place, (self._waiting or (0, place))[1]))
            self._pause.start()

    def _work(self) -> None:
        if self._waiting is None:
            return
        clock = QElapsedTimer()
        clock.start()
        start, end = self._waiting
        block, changed = self._edit.document().findBlock(max(0, start)), []
        while block.isValid() and block.position() <= end and clock.elapsed() < _SLICE:
            changed += [block] if self._mark(block) else []
            block = block.next()
        is_left = block.isValid() and block.position() <= end
        self._waiting = (block.position(), end) if is_left else None
        if is_left:
            self._next.start()
        if changed:  # once for all, since each time the text is laid out
            first, last = changed[0].position(), changed[-1].position() + changed[-1].length()
            self._edit.document().markContentsDirty(first, last - first)

    def _mark(self, block: QTextBlock) -> bool:
        """Underline the unknown words of a block; formats of a layout are no change of the text."""
        ranges = [self._range(block, word) for word in self._unknown(block) if not self._is_typed(word)]
        layout = block.layout()
        if [(each.start, each.length) for each in layout.formats()] == [(each.start, each.length) for each in ranges]:
            return False
        layout.setFormats(ranges)
        return True

    def _is_typed(self, word: Misspelled) -> bool:
        cursor = self._edit.textCursor()
        is_typed = self._edit.hasFocus() and not cursor.hasSelection() and cursor.position() == word.end
        if is_typed:
            self._typed = word.start
        return is_typed

    def _range(self, block: QTextBlock, word: Misspelled) -> QTextLayout.FormatRange:
        made = QTextLayout.FormatRange()
        look = QTextCharFormat()
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SpellCheckUnderline)
        look.setUnderlineColor(role("danger"))
        made.start, made.length = word.start - block.position(), word.end - word.start
        made.format = look
        return made

    def _unknown(self, block: QTextBlock) -> list[Misspelled]:
        if not self._spelling.is_there:
            return []
        text, start = self._judged(block), block.position()
        return [
            Misspelled(start + _units(text[: word.start]), start + _units(text[: word.end]), word.text)
            for word in words(text)
            if not self._spelling.knows(word.text)
        ]

    def _judged(self, block: QTextBlock) -> str:
        """The words of a block; what is not judged is as long as it was, but says nothing."""
        text, part = "", block.begin()
        while not part.atEnd():
            fragment = part.fragment()
            skipped = fragment.charFormat().objectType() or self._skips(fragment.charFormat())
            text += _GAP * fragment.length() if skipped else fragment.text()
            part += 1
        return text


def _units(text: str) -> int:
    """Length in UTF-16 units, in which Qt counts."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2
