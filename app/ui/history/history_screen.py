"""Every kept version of a quiz, what differs from now, and a way back (product.md, Screens 2)."""

import time

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QSplitter, QVBoxLayout, QWidget

from app.html.blocks import blocks
from app.message import Message, message
from app.models.item import Item
from app.models.quiz import Quiz
from app.session.difference import Difference, differences, restored
from app.session.document import Document
from app.session.past import Past
from app.ui.editors.kind import kind_of
from app.ui.editors.reading import reading_of
from app.ui.fields.points import points_text
from app.ui.fields.quiet import QuietLabel, Toned
from app.ui.fields.text_button import TextButton
from app.ui.fields.word_view import WordView
from app.ui.icons import icon
from app.ui.library.when import when
from app.ui.theme import Gap, row_height
from app.ui.two_line_delegate import NOTE, TwoLineDelegate
from app.ui.words import words

_WORDS: dict[str, Message] = {
    "changed": message("Changed since"),
    "gone": message("Deleted since"),
    "new": message("Added since"),
    "fields": message("Title, instructions, tags or settings are others now"),
    "order": message("The questions stood in another order"),
}
_ROWS_SHOWN = 6
_NUMBER = NOTE + 1
_FRAMES = 2


class HistoryScreen(QSplitter):
    """Versions at the left; at the right what differs, both texts, and two buttons that go back in one step each."""

    def __init__(self, document: Document, past: Past, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._document, self._past = document, past
        self._then: Quiz | None = None
        self._found: tuple[Difference, ...] = ()
        self.versions = _list(self.tr("Versions"), self)
        self.heading = QLabel(self)
        Toned(self.heading, "text", "section")
        self.differences = _list(self.tr("What differs"), self)
        self.before = WordView(self.tr("Then"), self)
        self.after = WordView(self.tr("Now"), self)
        self.restore_one = TextButton(self.tr("Put this question back"), self, icon=icon("rotate-ccw"))
        self.restore_all = TextButton(self.tr("Put the whole quiz back"), self, icon=icon("rotate-ccw"))
        self.note = QuietLabel(self.tr("Both can be undone."), self, wraps=False)
        self._lay_out()
        self.versions.currentRowChanged.connect(self._choose)
        self.differences.currentRowChanged.connect(self._show_texts)
        self.restore_one.clicked.connect(self._restore_one)
        self.restore_all.clicked.connect(self._restore_all)

    def show_versions(self) -> None:
        """List what is kept now; the newest is chosen."""
        now = time.time()
        self.versions.clear()
        for row in self._past.rows():
            _add_row(self.versions, row.what, when(row.at, now)).setData(_NUMBER, row.id)
        self.versions.setCurrentRow(0 if self.versions.count() else -1)

    def _choose(self, row: int) -> None:
        chosen = self.versions.item(row)
        if chosen is None:
            return
        self._then = self._past.version(chosen.data(_NUMBER))
        self._compare()

    def _compare(self) -> None:
        assert self._then is not None
        self._found = differences(self._then, self._document.quiz)
        self.heading.setText(
            self.tr("What differs from now") if self._found else self.tr("This is the quiz as it is now")
        )
        self.differences.clear()
        for one in self._found:
            _add_row(self.differences, *_lines(one)).setIcon(icon(_icon(one), "text_quiet"))
        self.differences.setFixedHeight(min(len(self._found), _ROWS_SHOWN) * row_height() + _FRAMES)
        self.differences.setVisible(bool(self._found))
        self.restore_all.setEnabled(bool(self._found))
        for part in (self._texts, self.restore_one, self.restore_all, self.note):
            part.setVisible(bool(self._found))
        self.differences.setCurrentRow(0)
        self._show_texts(self.differences.currentRow())

    def _show_texts(self, row: int) -> None:
        chosen = self._found[row] if 0 <= row < len(self._found) else None
        self.before.show_blocks(_blocks(chosen.then) if chosen else ())
        self.after.show_blocks(_blocks(chosen.now) if chosen else ())
        for view in (self.before, self.after):
            view.setVisible(chosen is not None and chosen.item is not None)
        self.restore_one.setEnabled(chosen is not None and chosen.then is not None)

    def _restore_one(self) -> None:
        chosen = self._found[self.differences.currentRow()]
        assert self._then is not None
        assert chosen.then is not None
        quiz = restored(self._then, self._document.quiz, chosen.then.id)
        self._document.bring_in(quiz, self.tr("Put a question back"))
        self._compare()

    def _restore_all(self) -> None:
        assert self._then is not None
        self._document.bring_in(self._then, self.tr("Put the quiz back"))
        self._compare()

    def _lay_out(self) -> None:
        self.setChildrenCollapsible(False)
        right = QWidget(self)
        layout = QVBoxLayout(right)
        layout.setContentsMargins(Gap.PAGE, Gap.LARGE, Gap.PAGE, Gap.PAGE)
        layout.setSpacing(Gap.MEDIUM)
        self._texts = texts = QSplitter(Qt.Orientation.Horizontal, right)
        for title, view in ((self.tr("Then"), self.before), (self.tr("Now"), self.after)):
            texts.addWidget(_titled(title, view))
        buttons = QHBoxLayout()
        buttons.setSpacing(Gap.SMALL)
        for part in (self.restore_one, self.restore_all, self.note):
            buttons.addWidget(part)
        buttons.addStretch()
        for row in (self.heading, self.differences, texts):
            layout.addWidget(row)
        layout.addLayout(buttons)
        layout.addStretch()
        self.versions.setFrameShape(QFrame.Shape.NoFrame)
        self.addWidget(self.versions)
        self.addWidget(right)
        self.setStretchFactor(1, 1)


def _titled(title: str, view: WordView) -> QWidget:
    part = QWidget()
    layout = QVBoxLayout(part)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(Gap.TIGHT)
    layout.addWidget(QuietLabel(title, part, wraps=False))
    layout.addWidget(view)
    layout.addStretch()
    return part


def _list(name: str, parent: QWidget) -> QListWidget:
    made = QListWidget(parent)
    made.setItemDelegate(TwoLineDelegate(made))
    made.setUniformItemSizes(True)
    made.setMouseTracking(True)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setAccessibleName(name)
    return made


def _add_row(rows: QListWidget, first: str, second: str) -> QListWidgetItem:
    row = QListWidgetItem(first, rows)
    row.setData(NOTE, second)
    row.setData(Qt.ItemDataRole.AccessibleTextRole, f"{first}, {second}")
    row.setToolTip(first)
    return row


def _lines(one: Difference) -> tuple[str, str]:
    said = words(_WORDS[one.kind])
    if one.item is None:
        return words(message("The quiz itself")), said
    summary = one.item.summary
    return summary.first_words or summary.title or kind_of(summary.type).name, said


def _icon(one: Difference) -> str:
    return "settings" if one.item is None else kind_of(one.item.summary.type).icon


def _blocks(item: Item | None) -> tuple[str, ...]:
    if item is None:
        return ("–",)
    reading = reading_of(item)
    worth = words(message("Points: {points}", points=points_text(item.points)))
    return (*blocks(reading.html), *(f"•  {answer}" for answer in reading.answers), worth)
