"""The list of templates in a dialog."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from app.library.templates import Template
from app.ui.dialogs.entry_delegate import EntryDelegate
from app.ui.icons import icon
from app.ui.theme import control_height

_TEMPLATE: Final = int(Qt.ItemDataRole.UserRole)
_LINES: Final = 6


class TemplateList(QListWidget):
    """One of them is always chosen where there is any."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Templates"))
        self.setItemDelegate(EntryDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(control_height() * _LINES)

    @property
    def template(self) -> Template | None:
        """The chosen one."""
        return _of(self.currentItem())

    def show_templates(self, templates: Sequence[Template]) -> None:
        """Show these; the chosen one stays, else the one in its place is."""
        chosen, row = self.template, max(self.currentRow(), 0)
        self.clear()
        for template in templates:
            item = QListWidgetItem(icon("sliders-horizontal"), template.name, self)
            item.setData(_TEMPLATE, template)
        ids = [template.id for template in templates]
        row = ids.index(chosen.id) if chosen is not None and chosen.id in ids else min(row, len(ids) - 1)
        self.setCurrentRow(row)


def _of(item: QListWidgetItem | None) -> Template | None:
    template: Template | None = item.data(_TEMPLATE) if item is not None else None
    return template
