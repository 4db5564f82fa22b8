"""The way out: a quiz as a file for another program, or for Canvas where there is no token."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QSettings
from PySide6.QtWidgets import QFileDialog, QWidget

from app.interchange.format import Format
from app.message import message
from app.session.exporting import Exporting
from app.session.notice import Notices
from app.session.workspace import Workspace
from app.ui.exporting.export_dialog import ExportDialog
from app.ui.library.file_name import file_name
from app.ui.words import words

_FORMAT: Final = "export/format"
_FIRST: Final = "qti"
"""What Canvas takes whole is what most people want first."""


class ExportCommands(QObject):
    """Asks for a format, shows what it loses, then asks where to."""

    def __init__(self, workspace: Workspace, notices: Notices, window: QWidget) -> None:
        super().__init__(window)
        self._workspace, self._notices, self._window = workspace, notices, window
        self._exporting = Exporting(workspace, self)

    def ask(self, quiz_ids: Sequence[str]) -> None:
        """Begin with the first of these quizzes; the format is the one that was used last."""
        title = next((row.title for row in self._workspace.rows() if row.id in quiz_ids[:1]), None)
        if title is None:
            return
        title = title or self.tr("Untitled quiz")
        dialog = ExportDialog(title, self._window)
        dialog.trial_wanted.connect(lambda form: self._prove(dialog, quiz_ids[0], form))
        dialog.write_wanted.connect(lambda: self._ask_where(dialog, title))
        dialog.finished.connect(self._exporting.cancel)
        dialog.choose(str(QSettings().value(_FORMAT, _FIRST)))
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

        self._exporting.write(path, trial, done, dialog.show_error)

    def _prove(self, dialog: ExportDialog, quiz_id: str, form: Format) -> None:
        self._exporting.prove(quiz_id, form, dialog.show_trial, dialog.show_error)

    def _ask_where(self, dialog: ExportDialog, title: str) -> None:
        ending = dialog.form.endings[0]
        chooser = QFileDialog(dialog, self.tr("Export “{title}”").format(title=title))
        chooser.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        chooser.setNameFilter(f"{words(dialog.form.title)} (*{ending})")
        chooser.setDefaultSuffix(ending)
        chooser.setLabelText(QFileDialog.DialogLabel.Accept, self.tr("Export"))
        chooser.selectFile(file_name(title, ending))
        chooser.urlsSelected.connect(lambda urls: self.write(dialog, title, Path(urls[0].toLocalFile())))
        chooser.open()
