"""How much of its time limit a student has for a quiz: one of four shares with a name, or any number of per cent."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from app.ui.fields.choice_box import ChoiceBox
from app.ui.fields.whole_number import WholeNumberField
from app.ui.theme import Gap

_LEAST, _FIRST, _MOST = 101, 150, 1000
_ANOTHER = ""


class TimeShare(QWidget):
    """The list and the number say the same; `changed` says that it is another share."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.factor = ChoiceBox(self.tr("Time in New Quizzes"), _factors(self), self)
        self.number = WholeNumberField(self.tr("Per cent of the time"), self, least=_LEAST, most=_MOST)
        self.number.setToolTip(
            self.tr("Any share of the time from {least} to {most} %: 150 is time and a half").format(
                least=_LEAST, most=_MOST
            )
        )
        self.number.show_number(_FIRST)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(Gap.SMALL)
        line.addWidget(self.factor)
        line.addWidget(self.number)
        line.addWidget(QLabel("%", self))
        self.factor.currentIndexChanged.connect(self._take_factor)
        self.factor.picked.connect(self._ask_number)
        self.number.number_edited.connect(self._show_factor)

    @property
    def per_cent(self) -> int:
        """The share: 150 is time and a half."""
        return self.number.number or _FIRST

    def _take_factor(self) -> None:
        if (key := self.factor.currentData()) and int(key) != self.number.number:
            self.number.show_number(int(key))
            self.changed.emit()

    def _ask_number(self, key: str) -> None:
        if key == _ANOTHER:
            self.number.setFocus(Qt.FocusReason.OtherFocusReason)
            self.number.selectAll()

    def _show_factor(self, per_cent: int) -> None:
        place = self.factor.findData(str(per_cent))
        self.factor.setCurrentIndex(place if place >= 0 else self.factor.findData(_ANOTHER))
        self.changed.emit()


def _factors(share: QWidget) -> tuple[tuple[str, str], ...]:
    return (
        ("150", share.tr("Time and a half")),
        ("125", share.tr("Time and a quarter")),
        ("200", share.tr("Double time")),
        ("300", share.tr("Three times the time")),
        (_ANOTHER, share.tr("Another share")),
    )
