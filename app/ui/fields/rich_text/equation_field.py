"""The LaTeX of an equation as it is typed: Tab goes from place to place, faults are underlined."""

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QResizeEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QTextEdit, QWidget

from app.html.latex import EMPTY, PLACE, LatexFault
from app.ui.fields.history_keys import HistoryKeys, show_menu
from app.ui.theme import Gap, control_height, role

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MOST_LINES = 4


class LatexField(QPlainTextEdit):
    """Enter accepts, Escape leaves; a formula that is long wraps."""

    edited = Signal(str)
    accepted = Signal()
    left = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(Gap.SMALL - self.frameWidth())
        HistoryKeys(self)
        self.textChanged.connect(self._tell)

    @property
    def latex(self) -> str:
        """On one line, as it is stored."""
        return " ".join(self.toPlainText().split())

    def show_latex(self, latex: str) -> None:
        """Show a formula; its first empty place is selected, else the cursor is at its end."""
        with QSignalBlocker(self):
            self.setPlainText(latex)
        self.moveCursor(QTextCursor.MoveOperation.Start)
        if not self._go_to_place(forward=True):
            self.moveCursor(QTextCursor.MoveOperation.End)
        self._tell()

    def put(self, latex: str) -> None:
        """Put LaTeX in at the cursor. What is selected goes to its first place, the next place is selected."""
        cursor = self.textCursor()
        chosen = cursor.selectedText()
        if chosen and chosen != PLACE:
            latex = latex.replace(PLACE, chosen, 1)
        after = self.toPlainText()[cursor.selectionEnd() :][:1]
        if latex[-1:].isalpha() and after.isalpha() and "\\" in latex:
            latex += " "
        start = cursor.selectionStart()
        cursor.insertText(latex)
        if PLACE in latex:
            cursor.setPosition(start)
            self.setTextCursor(cursor)
            self._go_to_place(forward=True)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_faults(self, faults: Sequence[LatexFault]) -> None:
        """Underline what is wrong; empty places are seen as they are."""
        self.setExtraSelections([self._underline(fault) for fault in faults if fault.message != EMPTY])

    def select(self, fault: LatexFault) -> None:
        """Select what is wrong."""
        cursor = self.textCursor()
        cursor.setPosition(min(fault.start, self.document().characterCount() - 1))
        cursor.setPosition(min(fault.end, self.document().characterCount() - 1), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def _tell(self) -> None:
        self.updateGeometry()
        self.edited.emit(self.latex)

    def _underline(self, fault: LatexFault) -> QTextEdit.ExtraSelection:
        made = QTextEdit.ExtraSelection()
        cursor = QTextCursor(self.document())
        end = self.document().characterCount() - 1
        cursor.setPosition(min(fault.start, end))
        cursor.setPosition(min(fault.end, end), QTextCursor.MoveMode.KeepAnchor)
        look = QTextCharFormat()
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        look.setUnderlineColor(role("danger" if fault.breaks else "warning"))
        made.cursor, made.format = cursor, look
        return made

    def _go_to_place(self, *, forward: bool) -> bool:
        """Select the next empty place; False where there is none."""
        text, cursor = self.toPlainText(), self.textCursor()
        found = text.find(PLACE, cursor.selectionEnd()) if forward else text.rfind(PLACE, 0, cursor.selectionStart())
        if found < 0:
            return False
        cursor.setPosition(found)
        cursor.setPosition(found + 1, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        return True

    def sizeHint(self) -> QSize:
        """As high as its lines, up to four."""
        lines = min(max(1, ceil(self.document().size().height())), _MOST_LINES)
        height = lines * self.fontMetrics().lineSpacing() + 2 * Gap.SMALL
        return QSize(super().sizeHint().width(), max(control_height(), height))

    def minimumSizeHint(self) -> QSize:
        """The same height."""
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, other lines."""
        super().resizeEvent(event)
        self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tab and Shift+Tab go to places as long as there are any."""
        if event.key() in _ENTER:
            self.accepted.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:
        """Places come before other widgets."""
        return self._go_to_place(forward=next) or super().focusNextPrevChild(next)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu without a history of its own."""
        show_menu(self, event.globalPos())
