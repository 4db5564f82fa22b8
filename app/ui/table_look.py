"""How every table behaves that is read: rows are chosen, nothing is typed into them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QTableView

from app.ui.theme import control_height


def set_up_table(view: QTableView, name: str) -> None:
    """Rows of one line, one of which is chosen; Tab leads out. `name` is told to screen readers."""
    view.setAccessibleName(name)
    view.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
    view.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
    view.setSelectionMode(QTableView.SelectionMode.SingleSelection)
    view.setShowGrid(False)
    view.setTabKeyNavigation(False)
    view.setWordWrap(False)
    view.verticalHeader().hide()
    view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    view.verticalHeader().setDefaultSectionSize(control_height())
    view.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    view.horizontalHeader().setHighlightSections(False)
