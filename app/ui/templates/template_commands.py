"""What is done with templates of settings in a window; each act is told with Undo (decisions 12)."""

from collections.abc import Mapping, Sequence
from functools import partial
from uuid import uuid4

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.errors import UserError
from app.library.templates import Template
from app.message import Message, message
from app.models.quiz import NewQuiz
from app.session.notice import UNDO, Notices
from app.session.templates import Applied, Templates
from app.session.workspace import Workspace
from app.ui.library.library_commands import said
from app.ui.templates.apply_dialog import ApplyDialog
from app.ui.templates.manage_dialog import ManageDialog
from app.ui.templates.save_dialog import SaveDialog


class TemplateCommands(QObject):
    """Opens the dialogs and does what is wanted in them."""

    def __init__(self, workspace: Workspace, notices: Notices, window: QWidget) -> None:
        super().__init__(window)
        self._workspace, self._notices, self._window = workspace, notices, window
        self._templates = Templates(workspace, self._tell_error, self)

    def save(self, quiz_id: str) -> None:
        """Ask for a name and what travels, and keep the settings of an open quiz."""
        dialog = SaveDialog(self._workspace.open(quiz_id).quiz.fields, self._templates.all(), self._window)
        dialog.save_wanted.connect(self._keep)
        dialog.open()

    def ask(self, ids: Sequence[str]) -> None:
        """Ask which template shall be applied to these quizzes."""
        self._templates.fields_of(ids, partial(self._open, ids))

    def manage(self, parent: QWidget | None = None) -> ManageDialog:
        """Rename and delete."""
        dialog = ManageDialog(parent or self._window)

        def show() -> None:
            dialog.show_templates(self._templates.all())

        dialog.renamed.connect(lambda template: self._templates.keep(template, show))
        dialog.put_back.connect(lambda template: self._templates.keep(template, show))
        dialog.deleted.connect(lambda template: self._templates.forget(template, show))
        show()
        dialog.open()
        return dialog

    def _open(self, ids: Sequence[str], fields: Mapping[str, NewQuiz]) -> None:
        dialog = ApplyDialog([one.title or "" for one in fields.values()], list(fields.values()), self._window)
        dialog.apply_wanted.connect(lambda template: self._templates.apply(template, ids, self._tell_applied))
        dialog.manage_wanted.connect(lambda: self._manage_for(dialog))
        dialog.show_templates(self._templates.all())
        dialog.open()

    def _manage_for(self, dialog: ApplyDialog) -> None:
        managing = self.manage(dialog)
        managing.finished.connect(lambda: dialog.show_templates(self._templates.all()))

    def _keep(self, name: str, fields: NewQuiz, replaced: Template | None) -> None:
        template = Template(replaced.id if replaced is not None else str(uuid4()), name, fields)
        self._templates.keep(template, lambda: self._tell_kept(template, replaced))

    def _tell_kept(self, template: Template, replaced: Template | None) -> None:
        if replaced is None:
            what = message("Template “{name}” saved.", name=template.name)
            self._notices.tell(what, UNDO, lambda: self._templates.forget(template, _nothing))
        else:
            what = message("Template “{name}” replaced.", name=template.name)
            self._notices.tell(what, UNDO, lambda: self._templates.keep(replaced, _nothing))

    def _tell_applied(self, act: Applied) -> None:
        if not act.changes:
            self._notices.tell(message("Nothing changed: these settings were there already."))
            return
        self._notices.tell(_applied(act), UNDO, lambda: self._templates.take_back(act, self._tell_taken_back))

    def _tell_taken_back(self) -> None:
        self._notices.tell(message("The earlier settings are back."))

    def _tell_error(self, error: UserError) -> None:
        self._notices.tell(said(error))


def _applied(act: Applied) -> Message:
    return message(
        "Template “{name}” applied to {count} quiz.",
        plural="Template “{name}” applied to {count} quizzes.",
        count=len(act.changes),
        name=act.template.name,
    )


def _nothing() -> None:
    """What is shown does not depend on it."""
