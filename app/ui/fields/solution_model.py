"""The solutions of a formula question as rows of a table: a column for each variable, the result last."""

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from app.checks.formula import fits
from app.expressions.formula import Formula
from app.models.questions.formula import FormulaQuestion, Solution, SolutionInput
from app.models.questions.generated import formula_of
from app.ui.fields.number import meant
from app.ui.theme import role as colour_of

Index = QModelIndex | QPersistentModelIndex


class SolutionModel(QAbstractTableModel):
    """`edited` gives all solutions after the person changed a cell."""

    edited = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._solutions: tuple[Solution, ...] = ()
        self._names: tuple[str, ...] = ()
        self._written = ""
        self._formula: Formula | None = None

    @property
    def solutions(self) -> tuple[Solution, ...]:
        """What is shown."""
        return self._solutions

    def show_question(self, question: FormulaQuestion) -> None:
        """Show its solutions; cells that say the same keep the cursor."""
        names = tuple(variable.name or "" for variable in question.variables)
        if (names, question.solutions, question.formula) == (self._names, self._solutions, self._written):
            return
        if names != self._names:
            self.beginResetModel()
            self._take(question, names)
            self.endResetModel()
            return
        self._grow(len(question.solutions), question, names)
        if self._solutions:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._solutions) - 1, len(names)))

    def _grow(self, count: int, question: FormulaQuestion, names: tuple[str, ...]) -> None:
        """Rows are added and taken away at the end, so that the cursor keeps its cell."""
        before = len(self._solutions)
        if count > before:
            self.beginInsertRows(QModelIndex(), before, count - 1)
            self._take(question, names)
            self.endInsertRows()
        elif count < before:
            self.beginRemoveRows(QModelIndex(), count, before - 1)
            self._take(question, names)
            self.endRemoveRows()
        else:
            self._take(question, names)

    def _take(self, question: FormulaQuestion, names: tuple[str, ...]) -> None:
        self._names, self._solutions, self._written = names, question.solutions, question.formula
        self._formula = formula_of(question)

    def rowCount(self, parent: Index | None = None) -> int:
        """One for each solution."""
        return 0 if parent is not None and parent.isValid() else len(self._solutions)

    def columnCount(self, parent: Index | None = None) -> int:
        """The variables and the result."""
        return 0 if parent is not None and parent.isValid() else len(self._names) + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The variable's name, the row's number."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Vertical:
            return section + 1
        return self._names[section] if section < len(self._names) else self.tr("Right answer")

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The number; a result that does not fit the formula is marked by a sign, a colour and a tooltip."""
        solution = self._solutions[index.row()]
        text = self.text(index.row(), index.column())
        wrong = index.column() == len(self._names) and not fits(solution, self._formula)
        if role == Qt.ItemDataRole.EditRole:
            return text
        if role == Qt.ItemDataRole.DisplayRole:
            return f"≠ {text}" if wrong else text
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ForegroundRole:
            return colour_of("danger") if wrong else None
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            return self.tr("The formula gives another number") if wrong else None
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Take what was typed into a cell."""
        if role != Qt.ItemDataRole.EditRole or meant(str(value)) == self.text(index.row(), index.column()):
            return False
        self.edited.emit(self.filled(index.row(), index.column(), [[str(value)]]))
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every cell can be edited."""
        return super().flags(index) | Qt.ItemFlag.ItemIsEditable

    def text(self, row: int, column: int) -> str:
        """What a cell holds."""
        solution = self._solutions[row]
        if column == len(self._names):
            return "" if solution.output is None else str(solution.output)
        written = {one.name: one.value for one in solution.inputs or ()}.get(self._names[column])
        return "" if written is None else str(written)

    def filled(self, row: int, column: int, cells: list[list[str]]) -> tuple[Solution, ...]:
        """The solutions with these cells from a place on; rows that are not there yet are made."""
        solutions = list(self._solutions)
        for at, line in enumerate(cells, start=row):
            if at >= len(solutions):
                solutions.append(Solution(inputs=(), output=""))
            for place, text in enumerate(line[: len(self._names) + 1 - column], start=column):
                solutions[at] = self._with_cell(solutions[at], place, meant(text))
        return tuple(solutions)

    def _with_cell(self, solution: Solution, column: int, text: str) -> Solution:
        if column == len(self._names):
            return solution.replaced(output=text)
        rows = {one.name: one for one in solution.inputs or ()}
        name = self._names[column]
        rows[name] = (rows.get(name) or SolutionInput(name=name)).replaced(value=text)
        return solution.replaced(inputs=tuple(rows.values()))
