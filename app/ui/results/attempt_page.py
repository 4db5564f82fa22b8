"""The table of attempts with what filters it."""

from datetime import tzinfo

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHeaderView, QLineEdit, QTableView, QVBoxLayout, QWidget

from app.library.results.row import AttemptRow, ResultSet
from app.message import message
from app.ui.fields.quiet import QuietLabel
from app.ui.fields.text_button import TextButton
from app.ui.fields.wrapping_row import WrappingRow
from app.ui.library.number_text import number_text
from app.ui.results.attempt_model import AttemptModel, Column
from app.ui.table_look import set_up_table
from app.ui.theme import Gap, control_height
from app.ui.words import words

_LEAST_DIGITS = 10
_SEARCH_CONTROLS = 12


class AttemptPage(QWidget):
    """`opened` carries the attempt that is to be shown; `file_wanted` asks for the table as a file."""

    opened = Signal(object)
    file_wanted = Signal()
    analysis_wanted = Signal()
    preview_wanted = Signal()
    report_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = AttemptModel(self)
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Find a student"))
        self.search.setAccessibleName(self.tr("Find a student"))
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumHeight(control_height())
        self.search.setMaximumWidth(control_height() * _SEARCH_CONTROLS)
        self.waiting = QCheckBox(self.tr("Only what waits for me"), self)
        self.waiting.setToolTip(self.tr("Answers without points, marks that are not sent, attempts whose time is over"))
        self.save = TextButton(self.tr("Save as CSV…"), self)
        self.save.setToolTip(self.tr("Write the rows that are shown for a spreadsheet; names run no formula there"))
        self.analyse = TextButton(self.tr("Questions"), self)
        self.analyse.setToolTip(
            self.tr("How hard each question was, how well it tells students apart, what was answered")
        )
        self.report = TextButton(self.tr("Answers"), self)
        self.report.setToolTip(self.tr("What each student answered: a report that Canvas makes, which takes a while"))
        self.preview = TextButton(self.tr("Preview…"), self)
        self.preview.setToolTip(self.tr("Begin an attempt of your own on Canvas that counts nowhere, and hand it in"))
        self.summary = QuietLabel("", self)
        self.view = QTableView(self)
        self._set_up()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Gap.SMALL)
        line = WrappingRow()
        line.setSpacing(Gap.SMALL)
        for part in (self.waiting, self.preview, self.report, self.analyse, self.save):
            line.addWidget(part)
        layout.addWidget(self.search)
        layout.addLayout(line)
        layout.addWidget(self.summary)
        layout.addWidget(self.view, 1)
        self.search.textChanged.connect(self._filter)
        self.waiting.toggled.connect(self._filter)
        self.view.activated.connect(self._open)
        self.save.clicked.connect(self.file_wanted)
        self.analyse.clicked.connect(self.analysis_wanted)
        self.preview.clicked.connect(self.preview_wanted)
        self.report.clicked.connect(self.report_wanted)

    def show_attempts(self, kept: ResultSet, rows: list[AttemptRow], zone: tzinfo | None = None) -> None:
        """Show these, with the clock of the course; what is selected stays so."""
        self.preview.setVisible(kept.quiz.kind == "classic")
        self.report.setVisible(kept.quiz.kind == "new")
        current = self._current()
        self.model.show_attempts(rows, zone)
        self.select(current)
        scores = [row.score for row in rows if row.score is not None]
        parts = [words(message("1 attempt", plural="{count} attempts", count=len(rows)))]
        if scores and kept.points:
            mean = number_text(round(sum(scores) / len(scores), 2))
            points = number_text(kept.points)
            parts.append(words(message("on average {mean} of {points} points", mean=mean, points=points)))
        waiting = sum(row.waiting for row in rows)
        if waiting:
            parts.append(words(message("1 answer to mark", plural="{count} answers to mark", count=waiting)))
        if zone is not None:
            parts.append(words(message("times of {zone}", zone=str(zone))))
        self.summary.setText(" · ".join(parts))

    def select(self, row: AttemptRow | None) -> None:
        """Put the keyboard to an attempt, else to the first."""
        place = self.model.place(row) if row is not None else 0
        if self.model.rowCount():
            self.view.setCurrentIndex(self.model.index(max(place, 0), 0))

    def _current(self) -> AttemptRow | None:
        index = self.view.currentIndex()
        return self.model.shown[index.row()] if index.isValid() and index.row() < len(self.model.shown) else None

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self.model.shown[index.row()])

    def _filter(self) -> None:
        self.model.filter(self.search.text(), only_waiting=self.waiting.isChecked())
        self.select(None)

    def _set_up(self) -> None:
        view = self.view
        view.setModel(self.model)
        set_up_table(view, self.tr("Attempts"))
        view.setSortingEnabled(True)
        view.sortByColumn(Column.STUDENT, Qt.SortOrder.AscendingOrder)
        header = view.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        digit = self.fontMetrics().horizontalAdvance("0")
        for column, digits in zip(Column, (19, 26, 17, 9, 7, 8), strict=True):
            view.setColumnWidth(column, digit * digits)
        header.setSectionResizeMode(Column.STATE, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(digit * _LEAST_DIGITS)
