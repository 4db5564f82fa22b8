"""Answers to choose from, each with its mark: round where one is chosen, square where any number is."""

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QCheckBox, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from app.html.text import plain_text
from app.ui.preview.answer_text import answer_text
from app.ui.theme import Gap, control_height

if TYPE_CHECKING:
    from app.session.pictures import PictureShelf


class _OptionRow(QWidget):
    """A mark and its answer; a click anywhere on it is one on the mark."""

    def __init__(self, mark: QAbstractButton, html: str, shelf: "PictureShelf", parent: QWidget) -> None:
        super().__init__(parent)
        self.mark = mark
        mark.setParent(self)
        mark.setMinimumHeight(control_height())
        mark.setAccessibleName(plain_text(html) or self.tr("Answer without text"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Gap.SMALL)
        layout.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        layout.addWidget(answer_text(html, shelf, self), 1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose it, unless it is only read."""
        frozen = self.mark.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        if event.button() == Qt.MouseButton.LeftButton and not frozen:
            self.mark.setFocus(Qt.FocusReason.MouseFocusReason)
            self.mark.click()


class OptionRows(QWidget):
    """`chosen` comes when the person chose. With one to choose, arrow keys go from answer to answer."""

    chosen = Signal()

    def __init__(
        self, options: Sequence[tuple[str, str]], shelf: "PictureShelf", parent: QWidget, *, one: bool
    ) -> None:
        """`options` are keys with the HTML of their answers."""
        super().__init__(parent)
        self.marks: dict[str, QAbstractButton] = {}
        self._group = QButtonGroup(self) if one else None  # in a group Tab stops once, and arrow keys go on
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Gap.TIGHT)
        for key, html in options:
            mark = QRadioButton() if one else QCheckBox()
            layout.addWidget(_OptionRow(mark, html, shelf, self))
            if self._group is not None:
                self._group.addButton(mark)
            mark.clicked.connect(self.chosen)
            self.marks[key] = mark

    @property
    def keys(self) -> list[str]:
        """The keys of what is chosen, in the order shown."""
        return [key for key, mark in self.marks.items() if mark.isChecked()]

    def choose(self, keys: Collection[str]) -> None:
        """Choose these and no others."""
        for key, mark in self.marks.items():
            if key in keys or self._group is None:
                mark.setChecked(key in keys)
