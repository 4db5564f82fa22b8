"""The editor of an equation: under the line that it is in, with a drawing that follows the typing."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.html.latex import EMPTY, LatexFault
from app.ui.fields.icon_label import IconLabel
from app.ui.fields.quiet import QuietLabel
from app.ui.fields.rich_text.equation_buttons import EquationButtons
from app.ui.fields.rich_text.equation_field import LatexField
from app.ui.fields.rich_text.equation_shelf import EquationPicture, EquationShelf
from app.ui.icons import icon
from app.ui.theme import Gap, control_height, role
from app.ui.words import words

_LETTERS = 0.6
"""Size of the letters in the drawing, against a control's height."""


class EquationBar(QWidget):
    """`begin` with the LaTeX there is; `accepted` brings the new one, `left` says that nothing changes."""

    accepted = Signal(str)
    left = Signal()

    def __init__(self, shelf: EquationShelf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shelf = shelf
        self._waits = False
        self.field = LatexField(self.tr("LaTeX of the equation"), self)
        self.field.setPlaceholderText(self.tr("LaTeX, or choose above"))
        self.buttons = EquationButtons(shelf, self.field.put, self)
        self.drawing = QLabel(self)
        self.drawing.setMinimumHeight(2 * control_height())
        self.drawing.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.mark, self.trouble = IconLabel(self), QuietLabel("", self)
        self.done = QPushButton(self)
        self.done.setAutoDefault(False)
        self._lay_out()
        self.field.edited.connect(self._follow)
        self.field.accepted.connect(self._accept)
        self.field.left.connect(self.left)
        self.done.clicked.connect(self._accept)
        shelf.ready.connect(self._show_drawn)

    def begin(self, latex: str = "") -> None:
        """Edit this formula, or a new one."""
        self._waits = False
        self.done.setText(self.tr("Change equation") if latex else self.tr("Insert equation"))
        self.field.show_latex(latex)
        self.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(Gap.TIGHT)
        line.addWidget(self.mark)
        line.addWidget(self.trouble, 1)
        line.addStretch()
        line.addWidget(self.done)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(Gap.SMALL)
        for widget in (self.buttons, self.field, self.drawing):
            rows.addWidget(widget)
        rows.addLayout(line)
        for before, after in ((self.field, self.done), (self.done, self.buttons)):
            QWidget.setTabOrder(before, after)

    def _picture(self) -> EquationPicture | None:
        size = control_height() * _LETTERS
        return self._shelf.picture(self.field.latex, size, role("text"), self.devicePixelRatioF())

    def _follow(self, latex: str) -> None:
        self._waits = False
        self.done.setEnabled(bool(latex))
        self._show()

    def _show_drawn(self, latex: str) -> None:
        if latex == self.field.latex and self.isVisible():
            self._show()

    def _show(self) -> None:
        """What there is of the drawing; until it is there the one before stays."""
        picture = self._picture()
        if picture is None:
            return
        self.drawing.setPixmap(self._fitting(picture.pixmap) if picture.pixmap is not None else QPixmap())
        self.drawing.setAccessibleName(self.tr("Equation, {latex}").format(latex=self.field.latex))
        self.field.show_faults(picture.faults)
        self._say(picture.faults[0] if picture.faults else None)
        if self._waits:
            self._accept()

    def _fitting(self, drawn: QPixmap) -> QPixmap:
        """Smaller where it is wider than the bar."""
        room = round(self.width() * drawn.devicePixelRatio())
        return drawn.scaledToWidth(room, Qt.TransformationMode.SmoothTransformation) if drawn.width() > room else drawn

    def _say(self, fault: LatexFault | None, *, is_refused: bool = False) -> None:
        """A place that is still empty is no fault until somebody wants the formula so."""
        self.mark.setVisible(fault is not None)
        self.trouble.setVisible(fault is not None)
        if fault is not None and fault.message == EMPTY and not is_refused:
            self.mark.show_icon(icon("info", "text_quiet"))
            self.trouble.setText(self.tr("Tab goes to the next empty place."))
        elif fault is not None:
            self.mark.show_icon(icon("circle-alert", "danger") if fault.breaks else icon("triangle-alert", "warning"))
            self.trouble.setText(words(fault.message))

    def _accept(self) -> None:
        """Give the formula away; one that Canvas cannot show either stays, its fault selected."""
        picture = self._picture()
        self._waits = picture is None
        if not self.field.latex:
            self.left.emit()
        elif picture is not None:
            fault = next((fault for fault in picture.faults if fault.breaks), None)
            if fault is None:
                self.accepted.emit(self.field.latex)
            else:
                self._say(fault, is_refused=True)
                self.field.select(fault)
                self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        """Other colours, other ink."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.isVisible():
            self._show()
