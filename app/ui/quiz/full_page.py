"""All the room of a quiz for one part of an editor, such as a picture: taken out of its form, and put back."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLayout, QVBoxLayout, QWidget

from app.ui.editors.contract import Editor
from app.ui.theme import Gap

_ANY = QSize(16_777_215, 16_777_215)
"""Qt's QWIDGETSIZE_MAX: no limit."""


class FullPage(QWidget):
    """Hidden until it has a part. `left` comes when Esc was pressed and nothing in the part had a use for it."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.part: QWidget | None = None
        self._editor: Editor | None = None
        self._stand_in: QWidget | None = None
        self._hidden: Sequence[QWidget] = ()
        self._limits = (QSize(), QSize())
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(Gap.LARGE, Gap.MEDIUM, Gap.LARGE, Gap.MEDIUM)
        self.hide()

    def take(self, editor: Editor, part: QWidget, instead_of: Sequence[QWidget]) -> None:
        """Show `part` of `editor` alone. In its form a gap of the same height stays, so that nothing there moves."""
        focus = _focus_in(part)
        form = part.parentWidget()
        assert form is not None
        self.part, self._stand_in, self._hidden = part, QWidget(form), instead_of
        self._stand_in.setFixedHeight(part.height())
        self._limits = part.minimumSize(), part.maximumSize()
        _layout_of(form).replaceWidget(part, self._stand_in)
        part.setMinimumSize(0, 0)
        part.setMaximumSize(_ANY)
        self._layout.addWidget(part)
        for other in instead_of:
            other.hide()
        self.show()
        _settle(part, focus)
        self._editor = editor
        editor.fill_window(True)

    def leave(self) -> None:
        """Put the part back into its form, and show the rest again."""
        part, stand_in = self.part, self._stand_in
        if part is None or stand_in is None:
            return
        focus = _focus_in(part)
        form = stand_in.parentWidget()
        assert form is not None
        self.part = self._stand_in = None
        self._layout.removeWidget(part)
        _layout_of(form).replaceWidget(stand_in, part)
        stand_in.deleteLater()
        part.setMinimumSize(self._limits[0])
        part.setMaximumSize(self._limits[1])
        self.hide()
        for other in self._hidden:
            other.show()
        _settle(part, focus)
        if self._editor is not None:
            self._editor.fill_window(False)
            self._editor = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc, where nothing else took it, goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


def _layout_of(form: QWidget) -> QLayout:
    layout = form.layout()
    assert layout is not None
    return layout


def _focus_in(part: QWidget) -> QWidget | None:
    focus = QApplication.focusWidget()
    return focus if focus is not None and part.isAncestorOf(focus) else None


def _settle(part: QWidget, focus: QWidget | None) -> None:
    """The part is at its new place; the keyboard is where it was in it."""
    part.show()
    if focus is not None:
        focus.setFocus(Qt.FocusReason.OtherFocusReason)
