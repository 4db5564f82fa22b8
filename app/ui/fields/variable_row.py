"""A variable of a formula: its name, its range, its decimals."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from app.models.questions.formula import Variable
from app.ui.fields.icon_button import IconButton
from app.ui.fields.line import LineField
from app.ui.fields.line_keys import LineKeys
from app.ui.fields.number import NumberField
from app.ui.fields.row import Row
from app.ui.fields.row_list import RowList
from app.ui.fields.whole_number import WholeNumberField
from app.ui.theme import Gap

MOST_DECIMALS = 10


class VariableRow(Row):
    """`edited` gives the wire's name of the field and its text."""

    edited = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = LineField("", self)
        self.least, self.most = NumberField("", self), NumberField("", self)
        self.decimals = WholeNumberField("", self, least=0, most=MOST_DECIMALS)
        self.remove = IconButton("x", "", self)
        words = (self.tr("Variable"), self.tr("From"), self.tr("To"), self.tr("Decimals"))
        self._captions = tuple(QLabel(word, self) for word in words)
        self._lay_out()
        self.name.edited.connect(lambda text: self.edited.emit("name", text.strip()))
        self.least.number_edited.connect(lambda text: self.edited.emit("min", text))
        self.most.number_edited.connect(lambda text: self.edited.emit("max", text))
        self.decimals.number_edited.connect(lambda number: self.edited.emit("precision", str(number)))
        self.remove.clicked.connect(self.removed)
        for column, field in enumerate((self.name, self.least, self.most)):
            LineKeys(field, self, column)

    @property
    def is_empty(self) -> bool:
        """Whether it has no name."""
        return not self.name.text()

    def first(self) -> QWidget:
        """Its name."""
        return self.name

    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops, in order."""
        return (self.name, self.least, self.most, self.decimals, self.remove)

    def finish(self) -> None:
        """Take in what is under way."""
        for field in (self.name, self.least, self.most, self.decimals):
            field.finish()

    def show_variable(self, variable: Variable, number: int) -> None:
        """Show `variable` as the one with this 1-based number."""
        self.name.show_text(variable.name or "")
        self.least.show_number("" if variable.min is None else str(variable.min))
        self.most.show_number("" if variable.max is None else str(variable.max))
        self.decimals.show_number(variable.decimals)
        for caption in self._captions:
            caption.setVisible(number == 1)
        self._call(variable.name or str(number))

    def _call(self, name: str) -> None:
        self.name.setAccessibleName(self.tr("Name of variable {name}").format(name=name))
        self.least.setAccessibleName(self.tr("Smallest value of {name}").format(name=name))
        self.most.setAccessibleName(self.tr("Largest value of {name}").format(name=name))
        self.decimals.setAccessibleName(self.tr("Decimals of {name}").format(name=name))
        self.remove.set_name(self.tr("Remove variable {name}").format(name=name))

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(Gap.SMALL)
        grid.setVerticalSpacing(Gap.SMALL)
        grid.addWidget(self.grip, 1, 0)
        fields = (self.name, self.least, self.most, self.decimals)
        for column, (caption, field) in enumerate(zip(self._captions, fields, strict=True), start=1):
            grid.addWidget(caption, 0, column)
            grid.addWidget(field, 1, column)
            grid.setColumnStretch(column, int(field is not self.decimals))
        grid.addWidget(self.remove, 1, len(fields) + 1)
        grid.addWidget(self.problems, 2, 1, 1, len(fields))


class VariableRows(RowList[VariableRow]):
    """All variables, known by their place. `edited` names the row, the wire's field and its text."""

    edited = Signal(str, str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.add_button.setText(self.tr("Add variable"))

    def new_row(self) -> VariableRow:
        """An empty row that tells what is typed in it."""
        row = VariableRow(self)
        row.edited.connect(lambda name, text: self.edited.emit(row.key, name, text))
        return row

    def show_variables(self, variables: tuple[Variable, ...]) -> None:
        """Show these, in order."""
        rows = self.show_keys([str(place) for place in range(len(variables))])
        for number, (row, variable) in enumerate(zip(rows, variables, strict=True), start=1):
            row.show_variable(variable, number)
