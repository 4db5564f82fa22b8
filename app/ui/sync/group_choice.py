"""In which assignment group of its course a quiz is made: Canvas lets it be said when the quiz is made."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from app.library.row import GroupRow
from app.ui.fields.choice_box import ChoiceBox
from app.ui.theme import Gap


class GroupChoice(QWidget):
    """The groups of one course, the first chosen. Until they are known, and where they cannot be read, it is off."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        label = QLabel(self.tr("Assignment group"), self)
        self.box = ChoiceBox(self.tr("Assignment group"), (), self)
        self.box.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.box.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToContents)
        label.setBuddy(self.box)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Gap.SMALL)
        layout.addWidget(label)
        layout.addWidget(self.box)
        layout.addStretch(1)
        self.wait()

    @property
    def group_id(self) -> str:
        """The group that is chosen, "" where Canvas takes the first by itself."""
        return str(self.box.currentData() or "")

    def wait(self) -> None:
        """Nothing is known of the course."""
        self._show([("", self.tr("The first of the course"))])
        self.box.setEnabled(False)

    def show_groups(self, groups: Sequence[GroupRow]) -> None:
        """Offer these, in Canvas's order."""
        if not groups:
            self.wait()
            return
        self._show([(group.id, group.name) for group in groups])
        self.box.setEnabled(len(groups) > 1)

    def _show(self, options: Sequence[tuple[str, str]]) -> None:
        self.box.clear()
        for key, said in options:
            self.box.addItem(said, key)
