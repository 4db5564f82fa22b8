"""Tables: a new one of some size, or rows and columns of the one at the cursor."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLabel, QPushButton, QSpinBox, QWidget

from app.html.table import new_table
from app.ui.fields.rich_text.clipboard import put_blocks
from app.ui.fields.rich_text.part import Part
from app.ui.fields.rich_text.row import in_table
from app.ui.fields.rich_text.table_acts import ACTS
from app.ui.theme import Gap, control_height
from app.ui.words import words

if TYPE_CHECKING:
    from app.session.pictures import PictureShelf
    from app.ui.fields.rich_text.edit import RichEdit

_MOST_ROWS, _MOST_COLUMNS = 50, 12


class TableBar(Part):
    """What it offers depends on where the cursor is."""

    def __init__(self, edit: "RichEdit", shelf: "PictureShelf", parent: QWidget | None = None) -> None:
        super().__init__(edit, shelf, parent)
        self.rows = self._number(self.tr("Rows of the table"), _MOST_ROWS, 3)
        self.columns = self._number(self.tr("Columns of the table"), _MOST_COLUMNS, 3)
        self.header = QCheckBox(self.tr("First row is a heading"), self)
        self.header.setChecked(True)
        self.insert = self._button(self.tr("Insert table"))
        self.insert.clicked.connect(self._insert)
        self._fresh = QWidget(self)
        self._there = QWidget(self)
        self.acts = {name: self._button(words(act.text)) for name, act in ACTS.items()}
        for name, button in self.acts.items():
            button.clicked.connect(lambda _checked=False, name=name: ACTS[name].act(self.edit))
        self._lay_out()

    def begin(self) -> None:
        """Offer a new table, or changes of the one at the cursor."""
        self.follow()
        self.show()
        if not self._fresh.isHidden():
            self.rows.setFocus(Qt.FocusReason.OtherFocusReason)

    def follow(self) -> None:
        """The cursor went into a table or out of it."""
        inside = in_table(self.edit.chosen.block)
        self._there.setVisible(inside)
        self._fresh.setVisible(not inside)

    def _insert(self) -> None:
        made = new_table(self.rows.value(), self.columns.value(), header=self.header.isChecked())
        before = self.edit.chosen.start
        self.end()
        put_blocks(self.edit, made)
        self._go_to_table(before.block)

    def _go_to_table(self, number: int) -> None:
        """The cursor goes into the first cell."""
        blocks = self.edit.rich.blocks
        first = next((n for n in range(number, len(blocks)) if in_table(blocks[n])), None)
        if first is not None:
            self.edit.select_block(first)

    def _number(self, name: str, most: int, value: int) -> QSpinBox:
        made = QSpinBox(self)
        made.setRange(1, most)
        made.setValue(value)
        made.setAccessibleName(name)
        made.setMinimumHeight(control_height())
        return made

    def _button(self, name: str) -> QPushButton:
        made = QPushButton(name, self)
        made.setAutoDefault(False)
        made.setMinimumHeight(control_height())
        return made

    def _lay_out(self) -> None:
        fresh = QHBoxLayout(self._fresh)
        by = QLabel(self.tr("rows ×"), self), QLabel(self.tr("columns"), self)
        for widget in (self.rows, by[0], self.columns, by[1], self.header, self.insert):
            fresh.addWidget(widget)
        fresh.addStretch(1)
        there = QGridLayout(self._there)
        for number, button in enumerate(self.acts.values()):
            there.addWidget(button, number % 2, number // 2)
        there.setColumnStretch(len(self.acts), 1)
        outer = QHBoxLayout(self)
        for layout in (fresh, there, outer):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(Gap.SMALL)
        outer.addWidget(self._fresh, 1)
        outer.addWidget(self._there, 1)
