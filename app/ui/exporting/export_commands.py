"""The way out: a quiz as a file for another program, or for Canvas where there is no token."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QSettings, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from app.interchange.format import Format
from app.interchange.report import written_report
from app.message import message
from app.session.exporting import Exporting
from app.session.notice import Notices
from app.session.workspace import Workspace
from app.ui.exporting.export_dialog import ExportDialog
from app.ui.library.file_name import file_name
from app.ui.save_dialog import save_dialog
from app.ui.words import words

_FORMAT: Final = "export/format"
_FIRST: Final = "qti"
"""What Canvas takes whole is what most people want first."""


class ExportCommands(QObject):
    """Asks for a format, shows what it loses, then asks where to. `question_wanted` carries a quiz and its item."""

    question_wanted = Signal(str, str)

    def __init__(self, workspace: Workspace, notices: Notices, window: QWidget) -> None:
        super().__init__(window)
        self._workspace, self._notices, self._window = workspace, notices, window
        self._exporting = Exporting(workspace, self)

    def ask(self, quiz_ids: Sequence[str], form: str = "") -> None:
        """Begin with the first of these quizzes, in the format of that name, else in the one that was used last."""
        title = next((row.title for row in self._workspace.rows() if row.id in quiz_ids[:1]), None)
        if title is None:
            return
        title = title or self.tr("Untitled quiz")
        dialog = ExportDialog(title, self._window)
        dialog.trial_wanted.connect(lambda form: self._prove(dialog, quiz_ids[0], form))
        dialog.write_wanted.connect(lambda: self._ask_where(dialog, title))
        dialog.report_wanted.connect(lambda: self._ask_for_report(dialog, title))
        dialog.question_wanted.connect(lambda item_id: self._show_question(dialog, quiz_ids[0], item_id))
        dialog.finished.connect(self._exporting.cancel)
        self._exporting.progressed.connect(dialog.show_progress)
        dialog.choose(form or str(QSettings().value(_FORMAT, _FIRST)))
        dialog.open()

    def write(self, dialog: ExportDialog, title: str, path: Path) -> None:
        """Write what the dialog shows, and tell."""
        trial, form = dialog.trial, dialog.form
        if trial is None:
            return

        def done() -> None:
            QSettings().setValue(_FORMAT, form.name)
            dialog.accept()
            self._notices.tell(message("“{title}” is in the file {file}.", title=title, file=path.name))

        self._exporting.write(path, trial.written.data, done, dialog.show_error)

    def save_report(self, dialog: ExportDialog, title: str, path: Path) -> None:
        """Write what the dialog says as a text; the dialog stays."""
        if dialog.trial is not None:
            told = message("The report is in the file {file}.", file=path.name)
            text = written_report(f"{title} ({words(dialog.form.title)})", dialog.trial.written.losses, words)
            self._exporting.write(path, text.encode(), lambda: self._notices.tell(told), dialog.show_error)

    def _show_question(self, dialog: ExportDialog, quiz_id: str, item_id: str) -> None:
        dialog.reject()
        self.question_wanted.emit(quiz_id, item_id)

    def _prove(self, dialog: ExportDialog, quiz_id: str, form: Format) -> None:
        self._exporting.prove(quiz_id, form, dialog.show_trial, dialog.show_error)

    def _ask_where(self, dialog: ExportDialog, title: str) -> None:
        ending, kind = dialog.form.endings[0], words(dialog.form.title)
        chooser = save_dialog(dialog, self.tr("Export “{title}”").format(title=title), kind, file_name(title, ending))
        chooser.setLabelText(QFileDialog.DialogLabel.Accept, self.tr("Export"))
        chooser.urlsSelected.connect(lambda urls: self.write(dialog, title, Path(urls[0].toLocalFile())))
        chooser.open()

    def _ask_for_report(self, dialog: ExportDialog, title: str) -> None:
        name = file_name(self.tr("Report on {title}").format(title=title), ".txt")
        chooser = save_dialog(dialog, self.tr("Save the report of the export"), self.tr("Text"), name)
        chooser.urlsSelected.connect(lambda urls: self.save_report(dialog, title, Path(urls[0].toLocalFile())))
        chooser.open()
