"""The parts of an open quiz: its questions, its settings, its history."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabBar, QWidget


class QuizTabs(QTabBar):
    """`turned` names the part that the person wants to see."""

    turned = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setAccessibleName(self.tr("Parts of the quiz"))
        for name, words in (
            ("questions", self.tr("Questions")),
            ("settings", self.tr("Settings")),
            ("history", self.tr("History")),
        ):
            self.setTabData(self.addTab(words), name)
        self.tabBarClicked.connect(lambda place: self.turned.emit(self.tabData(place)))
        self.currentChanged.connect(lambda place: self.turned.emit(self.tabData(place)))

    def show_part(self, name: str) -> None:
        """Mark a part as the one that is seen."""
        place = next(place for place in range(self.count()) if self.tabData(place) == name)
        self.setCurrentIndex(place)
