"""Icon and name of a question type, the same everywhere."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from app.ui.editors.kind import kind_of
from app.ui.fields.icon_label import IconLabel
from app.ui.fields.quiet import Toned
from app.ui.icons import icon
from app.ui.theme import Gap, large_icon_side


class TypeLabel(QWidget):
    """What kind of question is open."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._type = ""
        self._icon = IconLabel(self, size=large_icon_side())
        self.name = QLabel(self)
        Toned(self.name, "text", "section")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Gap.SMALL)
        layout.addWidget(self._icon)
        layout.addWidget(self.name)

    def show_type(self, type_name: str) -> None:
        """Show an interaction type, or an entry type that is no question."""
        if type_name == self._type:
            return
        self._type = type_name
        kind = kind_of(type_name)
        self._icon.show_icon(icon(kind.icon, "accent"))
        self.name.setText(kind.name)
