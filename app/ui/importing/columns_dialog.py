"""What the columns of a table are: guessed from their names, said by the person."""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.interchange.table_head import ROLES, TableHead
from app.message import Message, message
from app.ui.fields.choice_box import ChoiceBox
from app.ui.fields.quiet import QuietLabel
from app.ui.fields.text_button import TextButton
from app.ui.theme import Gap, control_height
from app.ui.words import words

_NAMES: Final[dict[str, Message]] = {
    "": message("Not read"),
    "question": message("Question"),
    "answer": message("An answer"),
    "key": message("Right answer"),
    "kind": message("Type"),
    "points": message("Points"),
    "label": message("Your label"),
    "feedback": message("General feedback"),
    "correct": message("Feedback when right"),
    "incorrect": message("Feedback when wrong"),
    "tags": message("Tags"),
}
_SHOWN: Final = 40


class ColumnsDialog(QDialog):
    """`chosen` carries the `TableHead` as the person wants it."""

    chosen = Signal(object)

    def __init__(self, head: TableHead, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Columns of the table"))
        self.head = head
        self._labels: list[tuple[QLabel, QuietLabel]] = []
        self.boxes = [self._box(place) for place in range(len(head.names))]
        self.bare = QCheckBox(self.tr("The first row is a question too"), self)
        self.bare.setToolTip(self.tr("The table has no row that names its columns"))
        self.bare.setChecked(not head.headed)
        self.bare.toggled.connect(self._take_bare)
        self.said = QuietLabel("", self)
        self.read = TextButton(self.tr("Read with these columns"), self)
        self.read.setDefault(True)
        self.read.clicked.connect(self._read)
        self._lay_out()
        self._show()
        room = parent.window().size()
        self.resize(min(control_height() * 16, room.width()), min(control_height() * 15, room.height() - 2 * Gap.PAGE))

    def pick(self, place: int, role: str) -> None:
        """A column is something else."""
        self.head = self.head.with_role(place, role)
        self._show()

    def _take_bare(self, bare: bool) -> None:
        self.head = replace(self.head, headed=not bare)
        self._show()

    def _box(self, place: int) -> ChoiceBox:
        name = self.tr("What the column “{name}” is").format(name=self.head.names[place] or str(place + 1))
        box = ChoiceBox(name, [(role, words(_NAMES[role])) for role in ROLES], self)
        box.picked.connect(lambda role: self.pick(place, role))
        return box

    def _show(self) -> None:
        for place, (box, role) in enumerate(zip(self.boxes, self.head.roles, strict=True)):
            box.show_key(role)
            name, sample = self._labels[place]
            name.setText(self._name(place))
            sample.setText(_shortened(self.head.samples[place] if self.head.headed else self.head.names[place]))
        self.read.setEnabled(self.head.is_enough)
        enough = self.tr("Remembered for tables with the same first row.")
        self.said.setText(enough if self.head.is_enough else self.tr("One column has to be the question."))

    def _read(self) -> None:
        self.chosen.emit(self.head)
        self.accept()

    def _lay_out(self) -> None:
        frame = QScrollArea(self)
        frame.setFrameShape(QFrame.Shape.NoFrame)
        frame.setWidgetResizable(True)
        frame.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        frame.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        frame.setWidget(self._rows())
        buttons = QDialogButtonBox(self)
        cancel = TextButton(self.tr("Cancel"), self)
        cancel.setAutoDefault(False)
        buttons.addButton(self.read, QDialogButtonBox.ButtonRole.ApplyRole)
        buttons.addButton(cancel, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Gap.PAGE, Gap.PAGE, Gap.PAGE, Gap.LARGE)
        layout.setSpacing(Gap.MEDIUM)
        layout.addWidget(frame, 1)
        layout.addWidget(self.bare)
        layout.addWidget(self.said)
        layout.addWidget(buttons)

    def _rows(self) -> QWidget:
        """A row for each column of the table: its name, the first cell that is filled, what it is."""
        part = QWidget()
        grid = QGridLayout(part)
        grid.setContentsMargins(0, 0, Gap.SMALL, 0)
        grid.setHorizontalSpacing(Gap.LARGE)
        grid.setVerticalSpacing(Gap.MEDIUM)
        grid.setColumnStretch(0, 1)
        for place, box in enumerate(self.boxes):
            grid.addWidget(self._named(place, part), place, 0)
            grid.addWidget(box, place, 1, Qt.AlignmentFlag.AlignVCenter)
        grid.setRowStretch(len(self.boxes), 1)
        return part

    def _name(self, place: int) -> str:
        name = self.head.names[place].strip() if self.head.headed else ""
        return name or self.tr("Column {number}").format(number=place + 1)

    def _named(self, place: int, parent: QWidget) -> QWidget:
        part = QWidget(parent)
        name, sample = QLabel(part), QuietLabel("", part)
        name.setBuddy(self.boxes[place])
        self._labels.append((name, sample))
        for label in (name, sample):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(False)
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        layout = QVBoxLayout(part)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(name)
        layout.addWidget(sample)
        return part


def _shortened(text: str) -> str:
    """The beginning of a cell in one line."""
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN].rstrip()}…"
