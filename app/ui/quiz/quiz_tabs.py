"""The parts of an open quiz: its questions, settings, preview, history and results."""

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QTabBar, QWidget

from app.message import message
from app.ui.icons import icon
from app.ui.theme import Gap, icon_side, role
from app.ui.words import words

_ICONS = {
    "questions": "list",
    "settings": "settings",
    "preview": "play",
    "history": "history",
    "results": "list-checks",
}
_AROUND = 2 * Gap.LARGE
"""What a tab has beside its words."""


class QuizTabs(QTabBar):
    """`turned` names the part that the person wants to see."""

    turned = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setAccessibleName(self.tr("Parts of the quiz"))
        self._said = {
            "questions": self.tr("Questions"),
            "settings": self.tr("Settings"),
            "preview": self.tr("Preview"),
            "history": self.tr("History"),
            "results": self.tr("Results"),
        }
        self._is_folded = False
        self._wrong = ""
        for name in self._said:
            self.setTabData(self.addTab(""), name)
        self._say()
        self.tabBarClicked.connect(lambda place: self.turned.emit(self.tabData(place)))
        self.currentChanged.connect(lambda place: self.turned.emit(self.tabData(place)))
        self.currentChanged.connect(self._mark)
        self._mark()

    def show_problems(self, count: int) -> None:
        """Say at the settings how many problems they have; most edits change nothing of that."""
        said = self.tr("Settings · {count}").format(count=count) if count else self.tr("Settings")
        if said == self._said["settings"]:
            return
        self._said["settings"] = said
        wrong = message("{count} problem", plural="{count} problems", count=count)
        self._wrong = words(wrong) if count else ""
        self._say()

    def width_of_words(self) -> int:
        """How much room they take with their words."""
        room = self.fontMetrics()
        return sum(room.horizontalAdvance(said) for said in self._said.values()) + len(self._said) * _AROUND

    def fold(self, folded: bool) -> None:
        """Where there is little room, show icons alone; their tooltips have the words."""
        if folded != self._is_folded:
            self._is_folded = folded
            self._say()

    def show_part(self, name: str) -> None:
        """Mark a part as the one that is seen."""
        self.setCurrentIndex(self._place(name))

    def _say(self) -> None:
        """Words, or icons with the words as their tooltips. A screen reader has the words either way."""
        self.setIconSize(QSize(icon_side(), icon_side()))
        for name, said in self._said.items():
            place = self._place(name)
            wrong = self._wrong if name == "settings" else ""
            self.setTabText(place, "" if self._is_folded else said)
            self.setTabIcon(place, icon(_ICONS[name]) if self._is_folded else QIcon())
            self.setTabToolTip(place, "\n".join(filter(None, (said if self._is_folded else "", wrong))))
            self.setAccessibleTabName(place, said)

    def _mark(self) -> None:
        """The words of the part that is seen are the loudest: in a dark window the tab's own shape says too little."""
        for place in range(self.count()):
            self.setTabTextColor(place, role("accent" if place == self.currentIndex() else "text_quiet"))

    def _place(self, name: str) -> int:
        return next(place for place in range(self.count()) if self.tabData(place) == name)

    def changeEvent(self, event: QEvent) -> None:
        """Light or dark: the colours are others. Larger letters: the icons are too."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._mark()
        elif event.type() == QEvent.Type.FontChange:
            self._say()
