"""One accepted number: its kind, and the fields of that kind."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QWidget

from app.models.questions.numeric import (
    MarginAnswer,
    MarginType,
    NumericAnswer,
    PreciseAnswer,
    PrecisionType,
)
from app.ui.fields.choice_box import ChoiceBox
from app.ui.fields.icon_button import IconButton
from app.ui.fields.line_keys import LineKeys
from app.ui.fields.number import NumberField
from app.ui.fields.quiet import QuietLabel
from app.ui.fields.row import Row
from app.ui.fields.row_list import RowList
from app.ui.theme import Gap


class NumericRow(Row):
    """`edited` gives the name of the wire's field and its text, `kind_edited` the wire's name of the kind."""

    edited = Signal(str, str)
    kind_edited = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = ChoiceBox(self.tr("How the number is taken"), self._kinds(), self)
        self.value, self.margin, self.start, self.end, self.precision = (NumberField("", self) for _ in range(5))
        self.margin_type = ChoiceBox(
            self.tr("What the margin is measured in"),
            [(MarginType.ABSOLUTE, self.tr("units")), (MarginType.PERCENT, self.tr("per cent"))],
            self,
        )
        self.precision_type = ChoiceBox(
            self.tr("What the precision counts"),
            [
                (PrecisionType.DECIMALS, self.tr("decimals")),
                (PrecisionType.SIGNIFICANT_DIGITS, self.tr("significant digits")),
            ],
            self,
        )
        self.remove = IconButton("x", "", self)
        self._kept = QuietLabel(
            self.tr("An answer of a kind that Quizwright does not know. It is kept as it came."), self
        )
        self._words = {word: QLabel(text, self) for word, text in self._joints().items()}
        self._fields = {
            "value": self.value,
            "margin": self.margin,
            "start": self.start,
            "end": self.end,
            "precision": self.precision,
        }
        self._lay_out()
        self._listen()

    @property
    def is_empty(self) -> bool:
        """Whether no number was written in it."""
        return not any(field.text() for field in self._fields.values() if not field.isHidden())

    def first(self) -> QWidget:
        """The first number, or the button where there is none."""
        return next((field for field in self._fields.values() if not field.isHidden()), self.remove)

    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops, in order."""
        value, margin, start, end, precision = self._fields.values()
        return (self.kind, value, margin, self.margin_type, start, end, precision, self.precision_type, self.remove)

    def finish(self) -> None:
        """Take in what is under way."""
        for field in self._fields.values():
            field.finish()

    def show_answer(self, answer: NumericAnswer, number: int) -> None:
        """Show `answer` as the one with this 1-based number."""
        kind = str(getattr(answer, "type", ""))
        self._show_kind(kind)
        for name, field in self._fields.items():
            field.show_number(_text(answer, name))
        if isinstance(answer, MarginAnswer):
            self.margin_type.show_key(answer.margin_type or MarginType.ABSOLUTE)
        if isinstance(answer, PreciseAnswer):
            self.precision_type.show_key(answer.precision_type or PrecisionType.DECIMALS)
        self._name(number)

    def _show_kind(self, kind: str) -> None:
        known = self.kind.findData(kind) >= 0
        self.kind.setVisible(known)
        self._kept.setVisible(not known)
        if known:
            self.kind.show_key(kind)
        shown = {
            "exactResponse": (self.value,),
            "marginOfError": (self.value, self._words["margin"], self.margin, self.margin_type),
            "withinARange": (self.start, self._words["range"], self.end),
            "preciseResponse": (self.value, self._words["precise"], self.precision, self.precision_type),
        }.get(kind, ())
        boxes = (self.margin_type, self.precision_type)
        for widget in (*self._fields.values(), *self._words.values(), *boxes):
            widget.setVisible(widget in shown)

    def _kinds(self) -> list[tuple[str, str]]:
        return [
            ("exactResponse", self.tr("Exactly")),
            ("marginOfError", self.tr("With a margin")),
            ("withinARange", self.tr("In a range")),
            ("preciseResponse", self.tr("To a precision")),
        ]

    def _joints(self) -> dict[str, str]:
        return {"margin": self.tr("±"), "range": self.tr("to"), "precise": self.tr("to")}

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(Gap.SMALL)
        line.addWidget(self.kind)
        line.addWidget(self._kept, 1)
        for part in (self.value, self._words["margin"], self.margin, self.margin_type):
            line.addWidget(part, 2 if part is self.value else int(part is self.margin))
        for part in (self.start, self._words["range"], self.end):
            line.addWidget(part, int(isinstance(part, NumberField)))
        for part in (self._words["precise"], self.precision, self.precision_type):
            line.addWidget(part, int(part is self.precision))
        line.addWidget(self.remove)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(Gap.SMALL)
        grid.addWidget(self.grip, 0, 0)
        grid.addLayout(line, 0, 1)
        grid.addWidget(self.problems, 1, 1)

    def _listen(self) -> None:
        self.kind.picked.connect(self.kind_edited)
        self.margin_type.picked.connect(lambda key: self.edited.emit("margin_type", key))
        self.precision_type.picked.connect(lambda key: self.edited.emit("precision_type", key))
        self.remove.clicked.connect(self.removed)
        for column, (name, field) in enumerate(self._fields.items()):
            LineKeys(field, self, column)
            field.number_edited.connect(lambda text, name=name: self.edited.emit(name, text))

    def _name(self, number: int) -> None:
        names = {
            "value": self.tr("Number {number}"),
            "margin": self.tr("Margin of number {number}"),
            "start": self.tr("Lower end of range {number}"),
            "end": self.tr("Upper end of range {number}"),
            "precision": self.tr("Digits of number {number}"),
        }
        for name, field in self._fields.items():
            field.setAccessibleName(names[name].format(number=number))
        self.kind.setAccessibleName(self.tr("How number {number} is taken").format(number=number))
        self.margin_type.setAccessibleName(self.tr("What margin {number} is measured in").format(number=number))
        self.precision_type.setAccessibleName(self.tr("What digits {number} count").format(number=number))
        self.remove.set_name(self.tr("Remove number {number}").format(number=number))


class NumericRows(RowList[NumericRow]):
    """All accepted numbers. `edited` names the row, the wire's field and its text; `kind_edited` row and kind."""

    edited = Signal(str, str, str)
    kind_edited = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.add_button.setText(self.tr("Add number"))

    def new_row(self) -> NumericRow:
        """An empty row that tells what is typed in it."""
        row = NumericRow(self)
        row.edited.connect(lambda name, text: self.edited.emit(row.key, name, text))
        row.kind_edited.connect(lambda kind: self.kind_edited.emit(row.key, kind))
        return row

    def show_answers(self, answers: tuple[NumericAnswer, ...], keys: tuple[str, ...]) -> None:
        """Show these, each under its key."""
        for number, (row, answer) in enumerate(zip(self.show_keys(keys), answers, strict=True), start=1):
            row.show_answer(answer, number)


def _text(answer: NumericAnswer, name: str) -> str:
    written = getattr(answer, name, None)
    return "" if written is None else str(written)
