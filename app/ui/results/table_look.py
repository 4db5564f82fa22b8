"""How every table of results behaves: rows are chosen, read and sorted; nothing is typed into them."""

from PySide6.QtWidgets import QHeaderView, QTableView

from app.ui.theme import control_height


def set_up_table(view: QTableView, name: str) -> None:
    """Rows of one line, one of which is chosen; Tab leads out. `name` is told to screen readers."""
    view.setAccessibleName(name)
    view.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
    view.setSelectionMode(QTableView.SelectionMode.SingleSelection)
    view.setShowGrid(False)
    view.setTabKeyNavigation(False)
    view.setWordWrap(False)
    view.verticalHeader().hide()
    view.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    view.verticalHeader().setDefaultSectionSize(control_height())
    view.horizontalHeader().setHighlightSections(False)
