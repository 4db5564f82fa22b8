"""A switch for several things at once: on, off, or on for some of them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QWidget


class SharedSwitch(QCheckBox):
    """Shows truthfully that some are on; the person only ever makes all of them on or off."""

    turned = Signal(bool)

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self.clicked.connect(lambda: self.turned.emit(self.isChecked()))

    def show_states(self, states: frozenset[bool]) -> None:
        """Show what they say; nothing is off."""
        mixed = len(states) > 1
        self.setTristate(mixed)
        some = Qt.CheckState.PartiallyChecked
        self.setCheckState(some if mixed else Qt.CheckState.Checked if True in states else Qt.CheckState.Unchecked)

    def nextCheckState(self) -> None:
        """From on to off, else to on."""
        on = self.checkState() == Qt.CheckState.Checked
        self.setCheckState(Qt.CheckState.Unchecked if on else Qt.CheckState.Checked)
