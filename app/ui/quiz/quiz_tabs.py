"""The parts of an open quiz: its questions, settings, preview and history."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QTabBar, QWidget

from app.message import message
from app.ui.theme import role
from app.ui.words import words


class QuizTabs(QTabBar):
    """`turned` names the part that the person wants to see."""

    turned = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setAccessibleName(self.tr("Parts of the quiz"))
        for name, text in (
            ("questions", self.tr("Questions")),
            ("settings", self.tr("Settings")),
            ("preview", self.tr("Preview")),
            ("history", self.tr("History")),
        ):
            self.setTabData(self.addTab(text), name)
        self.tabBarClicked.connect(lambda place: self.turned.emit(self.tabData(place)))
        self.currentChanged.connect(lambda place: self.turned.emit(self.tabData(place)))
        self.currentChanged.connect(self._mark)
        self._mark()

    def show_problems(self, count: int) -> None:
        """Say at the settings how many problems they have."""
        text = self.tr("Settings · {count}").format(count=count) if count else self.tr("Settings")
        self.setTabText(self._place("settings"), text)
        wrong = message("{count} problem", plural="{count} problems", count=count)
        self.setTabToolTip(self._place("settings"), words(wrong) if count else "")

    def show_part(self, name: str) -> None:
        """Mark a part as the one that is seen."""
        self.setCurrentIndex(self._place(name))

    def _mark(self) -> None:
        """The words of the part that is seen are the loudest: in a dark window the tab's own shape says too little."""
        for place in range(self.count()):
            self.setTabTextColor(place, role("accent" if place == self.currentIndex() else "text_quiet"))

    def _place(self, name: str) -> int:
        return next(place for place in range(self.count()) if self.tabData(place) == name)

    def changeEvent(self, event: QEvent) -> None:
        """Light or dark: the colours are others."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._mark()
