"""A part of the settings: a heading and rows, each bound to a field of one settings object."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.checks.problem import Problem
from app.models.settings_effective import counts
from app.models.value import Value
from app.ui.fields.quiet import Toned
from app.ui.settings.rows import SettingRow
from app.ui.theme import Gap


class SettingsForm(QWidget):
    """`edited` names the field, its new value, what the step is called, and whether it was typed.

    A field that counts only while another one is on stands below that one, further in, and is off with it; its value
    is kept.
    """

    edited = Signal(str, object, str, bool)

    def __init__(self, title: str, rows: Mapping[str, SettingRow], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = rows
        heading = QLabel(title, self)
        Toned(heading, "text", "section")
        self.layout_of_rows = QVBoxLayout(self)
        self.layout_of_rows.setContentsMargins(0, 0, 0, 0)
        self.layout_of_rows.setSpacing(Gap.MEDIUM)
        self.layout_of_rows.addWidget(heading)
        for field, row in rows.items():
            self.layout_of_rows.addWidget(row)
            row.edited.connect(lambda value, field=field, row=row: self._say(field, value, row))

    def indent(self, *fields: str) -> None:
        """Let these stand further in: they hang on the row above."""
        for field in fields:
            self.rows[field].layout_of_parts.setContentsMargins(Gap.PAGE, 0, 0, 0)

    def show_values(self, settings: Value) -> None:
        """Show what is set; what does not count is shown as off."""
        for field, row in self.rows.items():
            row.show_value(getattr(settings, field))
            row.setEnabled(counts(settings, field))

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show each at its field."""
        for field, row in self.rows.items():
            row.show_problems([one for one in problems if one.field == field])

    def finish(self) -> None:
        """Take in what is under way."""
        for row in self.rows.values():
            row.finish()

    def _say(self, field: str, value: object, row: SettingRow) -> None:
        self.edited.emit(field, value, row.words, row.typed)
