"""The part of a dialog that scrolls where its window is lower than what stands in it; its buttons stay in sight."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QFrame, QScrollArea, QVBoxLayout, QWidget

from app.ui.theme import Gap


class ScrolledPart(QScrollArea):
    """`column` takes what stands in it."""

    def __init__(self, dialog: QDialog) -> None:
        super().__init__(dialog)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._dialog = dialog
        self._page = QWidget(self)
        self.column = QVBoxLayout(self._page)
        self.column.setContentsMargins(Gap.PAGE, Gap.PAGE, Gap.PAGE, 0)
        self.column.setSpacing(Gap.MEDIUM)
        self.setWidget(self._page)

    def make_room(self) -> None:
        """Let the dialog be as high as its words need at its width, but no higher than the window that it is of."""
        layout, parent = self._dialog.layout(), self._dialog.parentWidget()
        assert layout is not None
        assert parent is not None
        for one in (self.column, layout):
            one.activate()
        width = max(self._dialog.width(), layout.totalMinimumSize().width())
        around = layout.totalSizeHint().height() - self.sizeHint().height()
        needed = around + self.column.totalHeightForWidth(width)
        self._dialog.resize(width, max(min(needed, parent.window().height()), layout.totalMinimumSize().height()))

    def minimumSizeHint(self) -> QSize:
        """As wide as its parts need, and a scroll bar; as low as may be."""
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(self._page.minimumSizeHint().width() + bar, super().minimumSizeHint().height())
