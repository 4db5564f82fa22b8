"""What can be done with several questions at once."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.message import message
from app.models.item import Item
from app.ui.fields.points import PointsField
from app.ui.fields.quiet import Toned
from app.ui.fields.text_button import TextButton
from app.ui.icons import icon
from app.ui.theme import Gap
from app.ui.words import words


class SelectionPane(QWidget):
    """Points for all of them, duplicate, delete."""

    points_wanted = Signal(float)
    duplicate_wanted = Signal()
    delete_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.count = QLabel(self)
        Toned(self.count, "text", "section")
        self.points = PointsField(self.tr("Points for each of them"), self)
        self.duplicate = TextButton(self.tr("Duplicate"), self, icon=icon("copy"))
        self.delete = TextButton(self.tr("Delete"), self, icon=icon("trash-2"))
        label = QLabel(self.tr("Points each"), self)
        label.setBuddy(self.points)
        line = QHBoxLayout()
        line.setSpacing(Gap.MEDIUM)
        for widget in (label, self.points, self.duplicate, self.delete):
            line.addWidget(widget)
        line.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Gap.PAGE, Gap.LARGE, Gap.PAGE, Gap.PAGE)
        layout.setSpacing(Gap.LARGE)
        layout.addWidget(self.count)
        layout.addLayout(line)
        layout.addStretch(1)
        layout.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.points.points_edited.connect(self.points_wanted)
        self.duplicate.clicked.connect(self.duplicate_wanted)
        self.delete.clicked.connect(self.delete_wanted)

    def show_items(self, items: Sequence[Item]) -> None:
        """Show how many there are, and their points where they agree."""
        self.count.setText(
            words(message("{count} question selected", plural="{count} questions selected", count=len(items)))
        )
        points = {item.points for item in items}
        self.points.show_points(points.pop() if len(points) == 1 else None)
