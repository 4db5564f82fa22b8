"""A section for rare things: folded, with a line that says what it holds."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from app.ui.fields.quiet import QuietLabel
from app.ui.theme import Gap


class FoldedSection(QWidget):
    """A heading that folds `content`; `folded` tells what the person did, so that it can be remembered."""

    toggled = Signal(bool)

    def __init__(self, title: str, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.content = content
        self.heading = QToolButton(self)
        self.heading.setText(title)
        self.heading.setAutoRaise(True)
        self.heading.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.heading.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.heading.clicked.connect(self._turn)
        self._summary = QuietLabel("", self)
        self._summary.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._line = QHBoxLayout()
        self._line.addWidget(self.heading)
        self._line.addWidget(self._summary, 1)
        self._line.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Gap.SMALL)
        layout.addLayout(self._line)
        layout.addWidget(content)
        self._beside: QWidget | None = None
        self.set_open(False)

    @property
    def is_open(self) -> bool:
        """Whether the content is shown."""
        return not self.content.isHidden()

    @property
    def summary(self) -> str:
        """What it says that it holds."""
        return self._summary.text()

    def set_title(self, title: str) -> None:
        """Call the section otherwise, such as by a number of things that changed."""
        self.heading.setText(title)
        self._name()

    def put_beside(self, part: QWidget) -> None:
        """Show `part` behind the summary as long as the section is folded."""
        self._beside = part
        self._line.insertWidget(2, part)
        part.setVisible(not self.is_open)

    def set_open(self, opened: bool) -> None:
        """Fold or unfold; nothing is told."""
        if self._beside is not None:
            self._beside.setVisible(not opened)
        self.heading.setArrowType(Qt.ArrowType.DownArrow if opened else Qt.ArrowType.RightArrow)
        self.content.setVisible(opened)
        self._summary.setVisible(not opened)
        self._name()

    def set_summary(self, words: str) -> None:
        """Say what it holds, for the eye and for a screen reader."""
        self._summary.setText(words)
        self.heading.setAccessibleDescription(words)

    def _name(self) -> None:
        state = self.tr("{title}, unfolded") if self.is_open else self.tr("{title}, folded")
        self.heading.setAccessibleName(state.format(title=self.heading.text()))

    def _turn(self) -> None:
        self.set_open(not self.is_open)
        self.toggled.emit(self.is_open)
