"""What stands where the picture will be: an invitation, a reason why it is not there, or a wait."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from app.ui.fields.quiet import QuietLabel, Toned
from app.ui.fields.text_button import TextButton
from app.ui.icons import icon
from app.ui.theme import Gap, role

_ICON = 40
_BAR_WIDTH = 200
_CORNER = 8


class Placeholder(QWidget):
    """A place to drop a picture on, with the buttons that do the same."""

    choose_asked = Signal()
    paste_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._is_target = False
        self._mark = QLabel(self)
        self._mark.setPixmap(icon("image", "text_quiet").pixmap(QSize(_ICON, _ICON)))
        self.title = QLabel(self)
        self.title.setTextFormat(Qt.TextFormat.PlainText)
        self.title.setWordWrap(True)
        self.details = QuietLabel("", self)
        self.bar = QProgressBar(self)
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setMaximumWidth(_BAR_WIDTH)
        self.choose = TextButton(self.tr("Choose…"), self)
        self.paste = TextButton(self.tr("Paste"), self)
        self.choose.clicked.connect(self.choose_asked)
        self.paste.clicked.connect(self.paste_asked)
        Toned(self.title, "text", "section")
        self._lay_out()
        self.invite()

    def invite(self) -> None:
        """Ask for a picture."""
        self._show(
            self.tr("Drop a picture here"),
            self.tr("PNG, JPEG, WebP, GIF, BMP, TIFF or SVG. You can also paste one, or drag it here from a browser."),
        )

    def show_reason(self, text: str) -> None:
        """Say why there is no picture; another one can be chosen."""
        self._show(text, "")

    def show_busy(self, text: str) -> None:
        """Say what is being waited for."""
        self._show(text, "", busy=True)

    def show_target(self, is_target: bool) -> None:
        """A picture is held over it, ready to be dropped."""
        self._is_target = is_target
        self.update()

    @property
    def is_entered(self) -> bool:
        """Whether the keyboard is here."""
        focus = QApplication.focusWidget()
        return focus is not None and (focus is self or self.isAncestorOf(focus))

    def _show(self, title: str, details: str, *, busy: bool = False) -> None:
        entered = self.is_entered
        if entered:  # else the focus of a button that is hidden goes on to wherever Tab would lead
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.setAccessibleName(title)
        self.title.setText(title)
        self.details.setText(details)
        self.details.setVisible(bool(details))
        self.bar.setVisible(busy)
        self.bar.setAccessibleName(title)
        self._mark.setVisible(not busy)
        self.choose.setVisible(not busy)
        self.paste.setVisible(not busy)
        if entered and not busy:
            self.choose.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(Gap.SMALL)
        buttons.addStretch(1)
        buttons.addWidget(self.choose)
        buttons.addWidget(self.paste)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Gap.PAGE, Gap.PAGE, Gap.PAGE, Gap.PAGE)
        layout.setSpacing(Gap.MEDIUM)
        layout.addStretch(1)
        layout.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignHCenter)
        for label in (self.title, self.details):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            layout.addWidget(label)
        layout.addWidget(self.bar, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addLayout(buttons)
        layout.addStretch(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """A dashed frame that becomes solid under a picture that is held over it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        style = Qt.PenStyle.SolidLine if self._is_target else Qt.PenStyle.DashLine
        painter.setPen(QPen(role("accent" if self._is_target else "text_quiet"), 2 if self._is_target else 1, style))
        painter.setBrush(role("surface_raised"))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -2, -2), _CORNER, _CORNER)
