"""Every kept version of a quiz, what differs from now, and a way back (product.md, Screens 2)."""

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QLabel, QListWidget, QListWidgetItem, QScrollArea, QSplitter, QVBoxLayout, QWidget

from app.message import Message, message
from app.models.quiz import Quiz
from app.session.difference import Difference, changed_units, differences, restored
from app.session.document import Document
from app.session.past import Past
from app.sync.unit_words import unit_name
from app.ui.editors.kind import kind_of
from app.ui.fields.quiet import QuietLabel, Toned
from app.ui.fields.text_button import TextButton
from app.ui.fields.wrapping_row import WrappingRow
from app.ui.history.version_detail import VersionDetail
from app.ui.icons import icon
from app.ui.library.when import when
from app.ui.theme import Gap, control_height, row_height
from app.ui.two_line_delegate import NOTE, TwoLineDelegate
from app.ui.words import words

if TYPE_CHECKING:
    from app.session.pictures import PictureShelf

_WORDS: dict[str, Message] = {
    "gone": message("Deleted since"),
    "new": message("Added since"),
    "order": message("The questions stood in another order"),
}
_ROWS_SHOWN = 6
_NUMBER = NOTE + 1
_FRAMES = 2


class HistoryScreen(QSplitter):
    """Versions at the left; at the right what differs, both sides of it, and buttons that go back in one step each."""

    def __init__(self, document: Document, shelf: "PictureShelf", past: Past, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._document, self._past = document, past
        self._then: Quiz | None = None
        self._found: tuple[Difference, ...] = ()
        self.versions = _Rows(self.tr("Versions"), self)
        self.heading = QLabel(self)
        Toned(self.heading, "text", "section")
        self.differences = _Rows(self.tr("What differs"), self)
        self.detail = VersionDetail(shelf, self)
        self.restore_one = TextButton(self.tr("Put this question back"), self, icon=icon("rotate-ccw"))
        self.restore_all = TextButton(self.tr("Put the whole quiz back"), self, icon=icon("rotate-ccw"))
        self.note = QuietLabel(self.tr("Both can be undone."), self, wraps=False)
        self.note.setMinimumHeight(control_height())
        self._lay_out()
        self.versions.currentRowChanged.connect(self._choose)
        self.differences.currentRowChanged.connect(self._show_detail)
        self.restore_one.clicked.connect(self._restore_one)
        self.restore_all.clicked.connect(self._restore_all)

    def show_versions(self) -> None:
        """List what is kept now; the newest is chosen."""
        now = time.time()
        self.versions.clear()
        for row in self._past.rows():
            self.versions.add(row.what, when(row.at, now)).setData(_NUMBER, row.id)
        self.versions.setCurrentRow(0 if self.versions.count() else -1)

    def _choose(self, row: int) -> None:
        chosen = self.versions.item(row)
        if chosen is None:
            return
        self._then = self._past.version(chosen.data(_NUMBER))
        self._compare()

    def _compare(self) -> None:
        assert self._then is not None
        now = self._document.quiz
        self._found = differences(self._then, now)
        self.heading.setText(
            self.tr("What differs from now") if self._found else self.tr("This is the quiz as it is now")
        )
        self.differences.clear()
        for one in self._found:
            self.differences.add(*_lines(one, self._then, now)).setIcon(icon(_icon(one), "text_quiet"))
        self.differences.setFixedHeight(min(len(self._found), _ROWS_SHOWN) * row_height() + _FRAMES)
        self.differences.setVisible(bool(self._found))
        self.restore_all.setEnabled(bool(self._found))
        for part in (self.detail, self.restore_one, self.restore_all, self.note):
            part.setVisible(bool(self._found))
        self.differences.setCurrentRow(0)
        self._show_detail(self.differences.currentRow())

    def _show_detail(self, row: int) -> None:
        chosen = self._found[row] if 0 <= row < len(self._found) else None
        if chosen is not None and self._then is not None:
            self.detail.show_difference(chosen, self._then, self._document.quiz)
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
        buttons = WrappingRow()
        buttons.setSpacing(Gap.SMALL)
        for part in (self.restore_one, self.restore_all, self.note):
            buttons.addWidget(part)
        for row in (self.heading, self.differences, self.detail):
            layout.addWidget(row)
        layout.addLayout(buttons)
        layout.addStretch()
        scrolled = QScrollArea(self)
        scrolled.setFrameShape(QFrame.Shape.NoFrame)
        scrolled.setWidgetResizable(True)
        scrolled.setWidget(right)
        self.versions.setFrameShape(QFrame.Shape.NoFrame)
        self.addWidget(self.versions)
        self.addWidget(scrolled)
        self.setStretchFactor(1, 1)


class _Rows(QListWidget):
    """Rows of two lines, as the other lists have them."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setItemDelegate(TwoLineDelegate(self))
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(name)

    def add(self, first: str, second: str) -> QListWidgetItem:
        """One more row."""
        row = QListWidgetItem(first, self)
        row.setData(NOTE, second)
        row.setData(Qt.ItemDataRole.AccessibleTextRole, f"{first}, {second}")
        row.setToolTip(first)
        return row

    def sizeHint(self) -> QSize:
        """Wide enough for some words."""
        return QSize(8 * control_height(), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Still enough to tell them apart."""
        return QSize(5 * control_height(), super().minimumSizeHint().height())


def _lines(one: Difference, then: Quiz, now: Quiz) -> tuple[str, str]:
    """What it is about, and how it differs."""
    said = words(_WORDS[one.kind]) if one.kind in _WORDS else _changed(one, then, now)
    if one.item is None:
        return words(message("The quiz itself")), said
    summary = one.item.summary
    return summary.first_words or summary.title or kind_of(summary.type).name, said


def _changed(one: Difference, then: Quiz, now: Quiz) -> str:
    units = changed_units(then, now, one.item.id if one.item is not None else "")
    names = dict.fromkeys(words(unit_name(unit)) for unit in units)
    return words(message("Changed since: {what}", what=", ".join(names)))


def _icon(one: Difference) -> str:
    return "settings" if one.item is None else kind_of(one.item.summary.type).icon
