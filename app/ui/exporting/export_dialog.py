"""Choosing a format for a quiz: what that has no place for is shown before anything is written."""

from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from app.errors import UserError
from app.interchange.format import Format
from app.interchange.table import FORMATS
from app.message import Message, message
from app.session.exporting import Trial
from app.ui.exporting.loss_list import LossList
from app.ui.fields.choice_box import ChoiceBox
from app.ui.fields.quiet import QuietLabel, Toned
from app.ui.fields.text_button import TextButton
from app.ui.fields.trouble import Trouble
from app.ui.icons import icon
from app.ui.theme import Gap, control_height
from app.ui.words import words

WRITTEN = tuple(one for one in FORMATS if one.write is not None)
"""What a quiz can be written as."""
_PATIENCE_MS: Final = 300
"""Most quizzes are looked through before this: a bar that came and went would only blink."""


class ExportDialog(QDialog):
    """`trial_wanted` carries a `Format` that was chosen; `write_wanted` comes when the file shall be written.

    `report_wanted`: what is lost shall be kept as a text; `question_wanted` carries an item to be seen.
    """

    trial_wanted = Signal(object)
    write_wanted = Signal()
    report_wanted = Signal()
    question_wanted = Signal(str)

    def __init__(self, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Export “{title}”").format(title=title))
        self.trial: Trial | None = None
        options = [(one.name, f"{words(one.title)} ({one.endings[0]})") for one in WRITTEN]
        self.formats = ChoiceBox(self.tr("Format"), options, self)
        self.advice = QuietLabel("", self)
        self.said = QLabel(self)
        self.said.setTextFormat(Qt.TextFormat.PlainText)
        self.said.setWordWrap(True)
        Toned(self.said, "text", "section")
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress"))
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(self.bar.show)
        self.list = LossList(self)
        self.trouble = Trouble(self)
        self.write = TextButton(self.tr("Write the file…"), self, icon=icon("download"))
        self.write.setDefault(True)
        self.report = TextButton(self.tr("Save report…"), self)
        self.report.setAutoDefault(False)
        self._lay_out()
        self.formats.picked.connect(self.choose)
        room = parent.window().size()
        self.resize(min(control_height() * 17, room.width()), min(control_height() * 14, room.height() - 2 * Gap.PAGE))

    @property
    def form(self) -> Format:
        """The format that is chosen."""
        return next(one for one in WRITTEN if one.name == self.formats.currentData())

    def choose(self, name: str) -> None:
        """Take a format, the first where there is none of that name, and ask what it loses."""
        known = any(one.name == name for one in WRITTEN)
        self.formats.show_key(name if known else WRITTEN[0].name)
        self.trial = None
        self.advice.setText(words(self.form.advice) if self.form.advice is not None else "")
        self.advice.setVisible(self.form.advice is not None)
        self.said.setText(self.tr("Looking at what this format has a place for…"))
        self.said.show()
        self.list.clear()
        self.list.setVisible(False)
        self.report.setVisible(False)
        self.bar.setRange(0, 0)
        self._patience.start()
        self.trouble.show_error(None)
        self.write.setEnabled(False)
        self.trial_wanted.emit(self.form)

    def show_progress(self, done: int, total: int) -> None:
        """How far the look is; Cancel gives it up."""
        self.bar.setRange(0, total)
        self.bar.setValue(done)

    def show_trial(self, trial: Trial) -> None:
        """Show what the file would lose."""
        self.trial = trial
        self._end_bar()
        self.said.setText(words(_said(trial)))
        self.list.show_trial(trial)
        self.list.setVisible(bool(trial.losses))
        self.report.setVisible(bool(trial.losses))
        self.write.setEnabled(True)
        self.write.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_error(self, error: UserError) -> None:
        """The file cannot be made, or not be written there; another format or place may do."""
        self._end_bar()
        self.said.setVisible(self.trial is not None)
        self.trouble.show_error(error)

    def _end_bar(self) -> None:
        self._patience.stop()
        self.bar.hide()

    def _lay_out(self) -> None:
        label = QLabel(self.tr("Format"), self)
        label.setBuddy(self.formats)
        row = QHBoxLayout()
        row.setSpacing(Gap.SMALL)
        row.addWidget(label)
        row.addWidget(self.formats, 1)
        buttons = QDialogButtonBox(self)
        cancel = TextButton(self.tr("Cancel"), self)
        cancel.setAutoDefault(False)
        buttons.addButton(self.write, QDialogButtonBox.ButtonRole.ApplyRole)
        buttons.addButton(cancel, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.addButton(self.report, QDialogButtonBox.ButtonRole.ResetRole)
        self.report.clicked.connect(self.report_wanted)
        self.list.question_wanted.connect(self.question_wanted)
        self.write.clicked.connect(self.write_wanted)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Gap.PAGE, Gap.PAGE, Gap.PAGE, Gap.LARGE)
        layout.setSpacing(Gap.MEDIUM)
        layout.addLayout(row)
        self.bar.hide()
        for part in (self.advice, self.said, self.bar, self.trouble):
            layout.addWidget(part)
        layout.addWidget(self.list, 1)
        layout.addStretch(0)
        layout.addWidget(buttons)


def _said(trial: Trial) -> Message:
    found = trial.losses
    missing = sum(map(trial.is_missing, found))
    partly = len(found.keys() & trial.ids.keys()) - missing
    some = message(
        "Something of {count} question does not come along",
        plural="Something of {count} questions does not come along",
        count=partly,
    )
    none = message("{count} question is not in the file", plural="{count} questions are not in the file", count=missing)
    if not found:
        return message("Everything comes along.")
    if not missing and not partly:
        return message("All questions come along, but not everything of the quiz itself:")
    if not missing or not partly:
        return message("{what}:", what=some if partly else none)
    return message("{none}. {some}:", none=none, some=some)
