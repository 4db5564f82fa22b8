"""What this program is, its version, and whose work it contains."""

from importlib.metadata import version

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.ui.fields.quiet import QuietLabel
from app.ui.icons import app_icon
from app.ui.theme import Gap, control_height, font


class AboutDialog(QDialog):
    """Name, version, licences."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("About Quizwright"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        mark = QLabel(self)
        mark.setPixmap(app_icon().pixmap(2 * control_height(), 2 * control_height()))
        name = QLabel("Quizwright", self)
        name.setFont(font("title"))
        number = QuietLabel(self.tr("Version {number}").format(number=version("quizwright")), self)
        what = QLabel(self.tr("Write Canvas New Quizzes on your own computer, and sync them."), self)
        what.setTextFormat(Qt.TextFormat.PlainText)
        what.setWordWrap(True)
        owed = QuietLabel(
            self.tr("MIT licence. Made with Qt and PySide6 (LGPL 3). Icons by Lucide (ISC). Not made by Instructure."),
            self,
        )
        buttons = QDialogButtonBox(self)
        buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        right = QVBoxLayout()
        right.setSpacing(Gap.SMALL)
        for part in (name, number, what, owed):
            right.addWidget(part)
        top = QHBoxLayout()
        top.setSpacing(Gap.PAGE)
        top.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(right, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Gap.PAGE, Gap.PAGE, Gap.PAGE, Gap.LARGE)
        layout.setSpacing(Gap.LARGE)
        layout.addLayout(top)
        layout.addWidget(buttons)
        self.setMinimumWidth(control_height() * 14)
