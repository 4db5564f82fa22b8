"""The dates of quizzes, as they are and as they will be in another course, each to be edited."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QDateTime, Qt, QTimeZone
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from app.models.date_shift import MovedDate, moved_dates
from app.models.quiz_dates import DATES
from app.models.wall_clock import moment, stamped
from app.session.another_course import Candidate
from app.ui.settings.rows import MomentEdit
from app.ui.table_look import set_up_table
from app.ui.theme import Gap, control_height
from app.ui.words import words

_BEFORE, _AFTER = 2, 3
_MOST_ROWS = 6
"""A longer table scrolls."""


class DateTable(QTableWidget):
    """Quiz, which date, as it is, as it will be; both on the clock of their course."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0, 4, parent)
        self._rows: list[tuple[str, MovedDate, MomentEdit | None]] = []
        set_up_table(self, self.tr("Dates"))
        self.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
        self.verticalHeader().setDefaultSectionSize(control_height() + Gap.TIGHT)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)

    def show_dates(self, quizzes: Sequence[Candidate], days: int, there: ZoneInfo) -> None:
        """Show every date that is set, so many days later."""
        self.setHorizontalHeaderLabels(
            [self.tr("Quiz"), self.tr("Date"), self.tr("Now"), self.tr("There ({zone})").format(zone=there)]
        )
        found = [(quiz, one) for quiz in quizzes for one in moved_dates(quiz.fields, days, quiz.zone, there)]
        self.setColumnHidden(0, len({quiz.quiz_id for quiz, _ in found}) < 2)
        self._rows = []
        self.setRowCount(len(found))
        for row, (quiz, one) in enumerate(found):
            self._show(row, quiz, one, there)
        shown = min(len(found), _MOST_ROWS)
        height = self.horizontalHeader().sizeHint().height() + 2 * self.frameWidth()
        self.setFixedHeight(height + shown * self.verticalHeader().defaultSectionSize())

    def dates(self) -> Mapping[str, tuple[MovedDate, ...]]:
        """The dates as they were edited, by quiz."""
        found: dict[str, tuple[MovedDate, ...]] = {}
        for quiz_id, one, edit in self._rows:
            after = one.after if edit is None else _stamp(edit.dateTime())
            found[quiz_id] = (*found.get(quiz_id, ()), MovedDate(one.field, one.before, after))
        return found

    def _show(self, row: int, quiz: Candidate, one: MovedDate, there: ZoneInfo) -> None:
        name = words(DATES[one.field])
        before = _shown(one.before, quiz.zone)
        for column, text in enumerate((quiz.title, name, before.toString(_format()) if before else one.before)):
            cell = QTableWidgetItem(text)
            cell.setFlags(Qt.ItemFlag.ItemIsEnabled)
            self.setItem(row, column, cell)
        edit = None
        if (after := _shown(one.after, there)) is not None:
            edit = MomentEdit(self)
            edit.setTimeZone(QTimeZone(str(there).encode()))
            edit.setDateTime(after)
            edit.setDisplayFormat(_format())
            edit.setAccessibleName(self.tr("{quiz}, {date}").format(quiz=quiz.title, date=name))
            edit.setToolTip(self.tr("On the clock of the other course, {zone}").format(zone=there))
            self.setCellWidget(row, _AFTER, edit)
        self._rows.append((quiz.quiz_id, one, edit))


def _format() -> str:
    return "ddd yyyy-MM-dd HH:mm"


def _shown(stamp: str | None, zone: ZoneInfo) -> QDateTime | None:
    found = moment(stamp)
    return (
        None if found is None else QDateTime.fromSecsSinceEpoch(int(found.timestamp()), QTimeZone(str(zone).encode()))
    )


def _stamp(when: QDateTime) -> str:
    return stamped(datetime.fromtimestamp(when.toSecsSinceEpoch(), tz=UTC))
