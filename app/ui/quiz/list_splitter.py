"""The list of an open quiz beside what stands at its side; how wide the list is is remembered."""

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QSplitter, QWidget

from app.ui.quiz.question_panel import QuestionPanel
from app.ui.theme import NARROW_WINDOW

_LIST_WIDTH = "quiz/list-width"


class ListSplitter(QSplitter):
    """Folds the list where the window is narrow."""

    def __init__(self, panel: QuestionPanel, side: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._panel = panel
        self._width = _kept_width() or panel.sizeHint().width()
        self._is_placed = False
        self.setChildrenCollapsible(False)
        self.addWidget(panel)
        self.addWidget(side)
        self.setStretchFactor(1, 1)
        self.splitterMoved.connect(self._keep_width)

    def fit(self, window_width: int) -> None:
        """A narrow window has room for icons and numbers only."""
        folded = window_width < NARROW_WINDOW
        if folded != self._panel.is_folded or not self._is_placed:
            self._fold(folded)

    def _keep_width(self) -> None:
        """The person moved the splitter: the list is so wide here, and in the next quiz."""
        if not self._panel.is_folded:
            self._width = self.sizes()[0]
            QSettings().setValue(_LIST_WIDTH, self._width)

    def _fold(self, folded: bool) -> None:
        """Fold the list, or give it its width where there is room."""
        self._is_placed = True
        self._panel.fold(folded)
        width = self._panel.minimumWidth() if folded else self._width
        self.setSizes([width, self.width() - width])


def _kept_width() -> int:
    """What the person gave the list last, in device-independent pixels; 0 for nothing, or nothing that can be read."""
    kept = str(QSettings().value(_LIST_WIDTH) or "")
    return int(kept) if kept.isdecimal() else 0
