"""Saving the settings of a quiz as a template: its name, and what travels."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from app.library.templates import Template
from app.models.quiz import NewQuiz
from app.models.settings_template import USUAL, groups_of, template_of
from app.ui.dialogs.room import make_room
from app.ui.fields.quiet import QuietLabel
from app.ui.fields.text_button import TextButton
from app.ui.templates.group_words import CHOICES
from app.ui.theme import Gap, control_height
from app.ui.words import words


class SaveDialog(QDialog):
    """`save_wanted` carries the name, the settings that travel, and the template that is replaced or None."""

    save_wanted = Signal(str, object, object)

    def __init__(self, fields: NewQuiz, templates: Sequence[Template], parent: QWidget) -> None:
        """`fields` of the quiz; `templates` that there are already."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Save settings as template"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._fields, self._templates = fields, templates
        self.name = QLineEdit(self)
        self.name.setAccessibleName(self.tr("Name of the template"))
        self.name.setMinimumHeight(control_height())
        self.name.setTextMargins(Gap.TIGHT, 0, Gap.TIGHT, 0)
        label = QLabel(self.tr("Name of the template"), self)
        label.setBuddy(self.name)
        self.groups = {group: QCheckBox(words(choice), self) for group, choice in CHOICES.items()}
        self.note = QuietLabel("", self)
        self._add_buttons()
        self._lay_out(label)
        for group, box in self.groups.items():
            box.setChecked(group in USUAL)
            box.toggled.connect(self._show)
        self.name.textChanged.connect(self._name_changed)
        self._show()

    @property
    def chosen(self) -> NewQuiz:
        """The settings that travel."""
        return template_of(self._fields, [group for group, box in self.groups.items() if box.isChecked()])

    @property
    def replaced(self) -> Template | None:
        """The template that has this name."""
        name = self.name.text().strip().casefold()
        return next((one for one in self._templates if one.name.casefold() == name), None)

    def _name_changed(self) -> None:
        """A template that is there already brings its choice with it."""
        if self.replaced is not None:
            travelling = groups_of(self.replaced.fields)
            for group, box in self.groups.items():
                box.setChecked(group in travelling)
        self._show()

    def _show(self) -> None:
        settings = self.chosen.quiz_settings
        code = settings.student_access_code if settings is not None else None
        notes = [self.tr("Title, instructions and points never travel.")]
        if code:
            notes.append(self.tr("The access code “{code}” is kept in the template.").format(code=code))
        if self.replaced is not None:
            notes.append(self.tr("It takes the place of the template “{name}”.").format(name=self.replaced.name))
        self.note.setText(" ".join(notes))
        self.save.setText(self.tr("Save template") if self.replaced is None else self.tr("Replace template"))
        self.save.setEnabled(bool(self.name.text().strip()) and any(box.isChecked() for box in self.groups.values()))
        make_room(self)

    def _save(self) -> None:
        replaced = self.replaced
        self.save_wanted.emit(self.name.text().strip() if replaced is None else replaced.name, self.chosen, replaced)
        self.accept()

    def _add_buttons(self) -> None:
        self.buttons = QDialogButtonBox(self)
        self.save = TextButton("", self)
        self.save.setDefault(True)
        cancel = TextButton(self.tr("Cancel"), self)
        cancel.setAutoDefault(False)
        self.buttons.addButton(self.save, QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.addButton(cancel, QDialogButtonBox.ButtonRole.RejectRole)
        self.buttons.accepted.connect(self._save)
        self.buttons.rejected.connect(self.reject)

    def _lay_out(self, label: QLabel) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Gap.PAGE, Gap.PAGE, Gap.PAGE, Gap.LARGE)
        layout.setSpacing(Gap.SMALL)
        layout.addWidget(label)
        layout.addWidget(self.name)
        layout.addSpacing(Gap.MEDIUM)
        layout.addWidget(QLabel(self.tr("What travels to other quizzes"), self))
        choices = QVBoxLayout()
        choices.setSpacing(Gap.TIGHT)
        for box in self.groups.values():
            choices.addWidget(box)
        layout.addLayout(choices)
        layout.addSpacing(Gap.SMALL)
        layout.addWidget(self.note)
        layout.addWidget(self.buttons)
        self.setMinimumWidth(control_height() * 13)

    def showEvent(self, event: QShowEvent) -> None:
        """Now the width is known."""
        super().showEvent(event)
        make_room(self)
