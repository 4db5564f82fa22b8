"""Choosing a template for one or many quizzes: what it sets and what will change is said before."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from app.library.templates import Template
from app.message import message
from app.models.quiz import NewQuiz
from app.models.settings_template import Group, changed_groups, groups_of
from app.ui.dialogs.room import make_room
from app.ui.fields.quiet import QuietLabel, Toned
from app.ui.fields.text_button import TextButton
from app.ui.templates.group_words import in_a_row
from app.ui.templates.template_list import TemplateList
from app.ui.theme import Gap, control_height
from app.ui.words import words


class ApplyDialog(QDialog):
    """`apply_wanted` carries the chosen template; `manage_wanted` asks for the dialog in which they are managed."""

    apply_wanted = Signal(object)
    manage_wanted = Signal()

    def __init__(self, titles: Sequence[str], fields: Collection[NewQuiz], parent: QWidget) -> None:
        """`titles` of the quizzes and their `fields` as they are now."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Apply settings template"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._titles, self._fields = titles, fields
        heading = QLabel(self._whom(), self)
        heading.setTextFormat(Qt.TextFormat.PlainText)
        heading.setWordWrap(True)
        Toned(heading, "text", "section")
        self.list = TemplateList(self)
        self.sets = QuietLabel("", self)
        self.changes = QLabel(self)
        self.changes.setTextFormat(Qt.TextFormat.PlainText)
        self.changes.setWordWrap(True)
        self._add_buttons()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Gap.PAGE, Gap.PAGE, Gap.PAGE, Gap.LARGE)
        layout.setSpacing(Gap.MEDIUM)
        for part in (heading, self.list, self.sets, self.changes, self.buttons):
            layout.addWidget(part)
        self.setMinimumWidth(control_height() * 15)
        self.list.currentItemChanged.connect(self._show)
        self.list.itemActivated.connect(self._apply)

    def show_templates(self, templates: Sequence[Template]) -> None:
        """Show what there is to choose from."""
        self.list.show_templates(templates)
        self.list.setVisible(bool(templates))
        self._show()
        if not templates:
            self.manage.setEnabled(False)

    def _whom(self) -> str:
        if len(self._titles) == 1:
            return self.tr("For “{title}”").format(title=self._titles[0])
        return self.tr("For {n} quizzes").format(n=len(self._titles))

    def _show(self) -> None:
        self._say(self.list.template)
        make_room(self)

    def _say(self, template: Template | None) -> None:
        self.changes.setVisible(template is not None)
        if template is None:
            self.sets.setText(
                self.tr("There is no template yet. Open the settings of a quiz and choose “Save as template…”.")
            )
            self.apply.setEnabled(False)
            return
        self.sets.setText(self._what_it_sets(template))
        self.changes.setText(self._what_changes(template))

    def _what_it_sets(self, template: Template) -> str:
        said = self.tr("Sets {what}.").format(what=in_a_row(groups_of(template.fields)))
        settings = template.fields.quiz_settings
        code = settings.student_access_code if settings is not None else None
        return f"{said} {self.tr('The access code is “{code}”.').format(code=code)}" if code else said

    def _what_changes(self, template: Template) -> str:
        changed = [found for found in (changed_groups(template.fields, one) for one in self._fields) if found]
        same = len(self._fields) - len(changed)
        self.apply.setEnabled(bool(changed))
        if not changed:
            return words(message("It has them already.", plural="All of them have it already.", count=same))
        what = in_a_row(group for group in Group if any(group in one for one in changed))
        if len(self._fields) == 1:
            return self.tr("Will change: {what}.").format(what=what)
        count = len(changed)
        said = message(
            "{count} quiz will change: {what}.", plural="{count} quizzes will change: {what}.", count=count, what=what
        )
        had = message("{count} has it already.", plural="{count} have it already.", count=same)
        return f"{words(said)} {words(had)}" if same else words(said)

    def _add_buttons(self) -> None:
        count = len(self._titles)
        verb = message("Apply to this quiz", plural="Apply to {count} quizzes", count=count)
        self.buttons = QDialogButtonBox(self)
        self.apply = TextButton(words(verb), self)
        self.apply.setDefault(True)
        self.manage = TextButton(self.tr("Manage templates…"), self)
        self.manage.setAutoDefault(False)
        cancel = TextButton(self.tr("Cancel"), self)
        cancel.setAutoDefault(False)
        self.buttons.addButton(self.apply, QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.addButton(cancel, QDialogButtonBox.ButtonRole.RejectRole)
        self.buttons.addButton(self.manage, QDialogButtonBox.ButtonRole.ResetRole)
        self.buttons.accepted.connect(self._apply)
        self.buttons.rejected.connect(self.reject)
        self.manage.clicked.connect(self.manage_wanted)

    def _apply(self) -> None:
        if self.apply.isEnabled() and self.list.template is not None:
            self.apply_wanted.emit(self.list.template)
            self.accept()

    def showEvent(self, event: QShowEvent) -> None:
        """Now the width is known."""
        super().showEvent(event)
        make_room(self)
