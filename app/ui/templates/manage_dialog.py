"""The templates there are: to be renamed and deleted, with Undo."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QInputDialog, QLineEdit, QVBoxLayout, QWidget

from app.library.templates import Template
from app.message import message
from app.models.settings_template import groups_of
from app.session.notice import UNDO, Notice
from app.ui.dialogs.room import make_room
from app.ui.fields.quiet import QuietLabel
from app.ui.fields.text_button import TextButton
from app.ui.icons import icon
from app.ui.notice_bar import NoticeBar
from app.ui.templates.group_words import in_a_row
from app.ui.templates.template_list import TemplateList
from app.ui.theme import Gap, control_height


class ManageDialog(QDialog):
    """`renamed` carries the template under its new name, `deleted` the one to delete, `put_back` one to have again."""

    renamed = Signal(object)
    deleted = Signal(object)
    put_back = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Settings templates"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._templates: Sequence[Template] = ()
        self.list = TemplateList(self)
        self.sets = QuietLabel("", self)
        self.notice_bar = NoticeBar(self)
        self.notice_bar.act.setAutoDefault(False)
        self.notice_bar.changed.connect(lambda: make_room(self))
        self.buttons = QDialogButtonBox(self)
        self.rename = self._button(self.tr("Rename…"), "pencil", self._ask_name)
        self.delete = self._button(self.tr("Delete template"), "trash-2", self._delete)
        close = TextButton(self.tr("Close"), self)
        close.setAutoDefault(False)
        self.buttons.addButton(close, QDialogButtonBox.ButtonRole.RejectRole)
        self.buttons.rejected.connect(self.reject)
        self.list.currentItemChanged.connect(self._show)
        self.list.itemActivated.connect(self._ask_name)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Gap.PAGE, Gap.PAGE, Gap.PAGE, Gap.LARGE)
        layout.setSpacing(Gap.MEDIUM)
        for part in (self.list, self.sets, self.notice_bar, self.buttons):
            layout.addWidget(part)
        self.setMinimumWidth(control_height() * 15)

    def show_templates(self, templates: Sequence[Template]) -> None:
        """Show what there is."""
        self._templates = templates
        self.list.show_templates(templates)
        self._show()

    def take_name(self, template: Template, name: str) -> None:
        """Another name, which no other template has."""
        name = name.strip()
        others = [one.name.casefold() for one in self._templates if one.id != template.id]
        if name.casefold() in others:
            self.notice_bar.show_notice(Notice(message("There is a template “{name}” already.", name=name)))
        elif name and name != template.name:
            self.notice_bar.clear()
            self.renamed.emit(Template(template.id, name, template.fields))

    def _button(self, text: str, mark: str, act: object) -> TextButton:
        button = TextButton(text, self, icon=icon(mark))
        button.setAutoDefault(False)
        button.clicked.connect(act)
        self.buttons.addButton(button, QDialogButtonBox.ButtonRole.ActionRole)
        return button

    def _show(self) -> None:
        template = self.list.template
        for button in (self.rename, self.delete):
            button.setEnabled(template is not None)
        none = self.tr("There is no template yet. Open the settings of a quiz and choose “Save as template…”.")
        sets = self.tr("Sets {what}.")
        self.sets.setText(none if template is None else sets.format(what=in_a_row(groups_of(template.fields))))
        make_room(self)

    def _ask_name(self) -> None:
        template = self.list.template
        if template is None:
            return
        dialog = QInputDialog(self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(self.tr("Rename template"))
        dialog.setLabelText(self.tr("New name of “{name}”").format(name=template.name))
        dialog.setTextValue(template.name)
        dialog.setOkButtonText(self.tr("Rename"))
        dialog.setCancelButtonText(self.tr("Cancel"))
        for line in dialog.findChildren(QLineEdit):
            line.setAccessibleName(self.tr("New name"))
        dialog.textValueSelected.connect(lambda name: self.take_name(template, name))
        dialog.open()

    def _delete(self) -> None:
        template = self.list.template
        if template is not None:
            self.deleted.emit(template)
            what = message("Template “{name}” deleted. Quizzes keep their settings.", name=template.name)
            self.notice_bar.show_notice(Notice(what, UNDO, lambda: self.put_back.emit(template)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete deletes, F2 renames, Ctrl+Z takes back what the notice tells of."""
        if event.key() == Qt.Key.Key_Delete:
            self._delete()
        elif event.key() == Qt.Key.Key_F2:
            self._ask_name()
        elif event.key() == Qt.Key.Key_Z and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.notice_bar.undo()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Now the width is known."""
        super().showEvent(event)
        make_room(self)
