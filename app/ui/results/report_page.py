"""The report of a New Quiz on its students: who answered what."""

from datetime import tzinfo

from PySide6.QtCore import QSortFilterProxyModel, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QVBoxLayout,
    QWidget,
)  # fmt: skip

from app.models.results.report_table import ReportTable
from app.models.results.safe_csv import Cell
from app.ui.fields.quiet import QuietLabel
from app.ui.fields.text_button import TextButton
from app.ui.icons import icon
from app.ui.results.report_model import VALUE, Index, ReportModel
from app.ui.table_look import set_up_table
from app.ui.theme import Gap, control_height

_DIGITS = 18
_GAP = "\u2002"


class _CellDelegate(QStyledItemDelegate):
    """Keeps a number at the right of its cell from running into the words of the next."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """The gap is painted only: what is read, sorted and written has none."""
        super().initStyleOption(option, index)
        if option.displayAlignment & Qt.AlignmentFlag.AlignRight:
            option.text += _GAP


class ReportPage(QWidget):
    """`file_wanted` asks for the rows that are shown as a file. Nothing of a report is kept once it is left."""

    back_wanted = Signal()
    file_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.back = TextButton(self.tr("All attempts"), self, icon=icon("chevron-left"))
        self.back.setFlat(True)
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Find a student or an answer"))
        self.search.setAccessibleName(self.tr("Find a student or an answer"))
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumHeight(control_height())
        self.save = TextButton(self.tr("Save as CSV…"), self)
        self.save.setToolTip(
            self.tr("Write the rows that are shown for a spreadsheet; names and answers run no formula there")
        )
        self.note = QuietLabel("", self)
        self.model = ReportModel(self)
        self.shown = QSortFilterProxyModel(self)
        self.view = QTableView(self)
        self._set_up()
        head = QHBoxLayout()
        head.setSpacing(Gap.MEDIUM)
        head.addWidget(self.back)
        head.addWidget(self.search, 1)
        head.addWidget(self.save)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Gap.SMALL)
        layout.addLayout(head)
        layout.addWidget(self.note)
        layout.addWidget(self.view, 1)
        self.back.clicked.connect(self.back_wanted)
        self.save.clicked.connect(self.file_wanted)
        self.search.textChanged.connect(self.shown.setFilterFixedString)

    def show_table(self, table: ReportTable, zone: tzinfo | None = None) -> None:
        """Show a report, with the clock of the course; an empty one tells that nobody has handed in."""
        self.search.clear()
        self.model.show_table(table, zone)
        self._set_widths()
        self.shown.sort(-1)
        self.view.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.save.setEnabled(bool(table.rows))
        kept = self.tr(
            "From Canvas's report, which is gone from here when you leave this page. Save what you want to keep: the"
            " file has every column as Canvas wrote it."
        )
        if zone is not None:
            kept = f"{kept} {self.tr('Times are those of {zone}.').format(zone=zone)}"
        self.note.setText(kept if table.rows else self.tr("Canvas's report is empty: nobody has handed in."))
        if table.rows:
            self.view.setCurrentIndex(self.shown.index(0, 0))

    def forget(self) -> None:
        """Let go of names and answers."""
        self.model.show_table(ReportTable())

    def rows(self) -> list[tuple[Cell, ...]]:
        """The rows that are shown, in their order, for a file, the head first."""
        places = (self.shown.mapToSource(self.shown.index(row, 0)).row() for row in range(self.shown.rowCount()))
        return [self.model.head, *(self.model.row(place) for place in places)]

    def _set_widths(self) -> None:
        """Numbers take what their head takes, words as much as is read at a glance."""
        header = self.view.horizontalHeader()
        for section in range(self.model.columnCount()):
            narrow = self.model.has_numbers(section)
            header.resizeSection(section, header.sectionSizeHint(section) if narrow else header.defaultSectionSize())

    def _set_up(self) -> None:
        self.shown.setSourceModel(self.model)
        self.shown.setSortRole(VALUE)
        self.shown.setFilterKeyColumn(-1)
        self.shown.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        view = self.view
        view.setModel(self.shown)
        view.setItemDelegate(_CellDelegate(view))
        set_up_table(view, self.tr("Students and their answers"))
        view.setSortingEnabled(True)
        header = view.horizontalHeader()
        header.setDefaultSectionSize(self.fontMetrics().horizontalAdvance("0") * _DIGITS)
