"""Rows of words, each with a list from which one thing is picked for it."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from app.ui.fields.choice_box import ChoiceBox
from app.ui.theme import Gap, control_height


class Picks(QWidget):
    """`picked` comes when the person picked. Keys of rows and of options are the caller's; "" is nothing picked."""

    picked = Signal()

    def __init__(
        self, rows: Sequence[tuple[str, str]], options: Sequence[tuple[str, str]], empty: str, parent: QWidget
    ) -> None:
        """`rows` are keys with their words, `options` keys with theirs; `empty` says that nothing is picked."""
        super().__init__(parent)
        self.boxes: dict[str, ChoiceBox] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Gap.LARGE)
        grid.setVerticalSpacing(Gap.SMALL)
        for place, (key, words) in enumerate(rows):
            label = QLabel(words or self.tr("No text yet"), self)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
            label.setMinimumHeight(control_height())
            box = ChoiceBox(words or self.tr("No text yet"), [("", empty), *options], self)
            label.setBuddy(box)
            box.picked.connect(self.picked)
            grid.addWidget(label, place, 0)
            grid.addWidget(box, place, 1)
            self.boxes[key] = box
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)

    @property
    def choices(self) -> dict[str, str]:
        """Row key → option key, of the rows for which something is picked."""
        return {key: str(box.currentData()) for key, box in self.boxes.items() if box.currentData()}

    def pick(self, choices: Mapping[str, str]) -> None:
        """Show these and nothing else."""
        for key, box in self.boxes.items():
            place = box.findData(choices.get(key, ""))
            box.setCurrentIndex(max(place, 0))
