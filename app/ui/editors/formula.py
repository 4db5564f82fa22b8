"""The editor of formula questions."""

from random import Random
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QPushButton, QWidget

from app.models.item import Item
from app.models.questions.formula import FormulaQuestion, Solution, Variable
from app.models.questions.generated import with_generated
from app.models.questions.numeric import MarginType
from app.models.rearranged import exchanged, inserted, moved, removed
from app.ui.editors.question import QuestionEditor
from app.ui.fields.formula_line import FormulaLine
from app.ui.fields.labelled import LabelledField
from app.ui.fields.margin import MarginField
from app.ui.fields.quiet import QuietLabel
from app.ui.fields.solution_table import SolutionTable
from app.ui.fields.titled import TitledRows
from app.ui.fields.variable_row import VariableRows
from app.ui.theme import control_height

if TYPE_CHECKING:
    from app.session.pictures import PictureShelf


class FormulaEditor(QuestionEditor):
    """Variables of the question's text, a formula, a margin, and the solutions that students are dealt."""

    def __init__(self, shelf: "PictureShelf", parent: QWidget | None = None) -> None:
        super().__init__(shelf, parent)
        self.random = Random()
        self.variables = VariableRows(self)
        self.from_stem = QPushButton(self.tr("Take the variables from the question"), self)
        self.from_stem.setMinimumHeight(control_height())
        self.formula = FormulaLine(self)
        self.margin = MarginField(self)
        self.solutions = SolutionTable(self)
        note = self.tr("Write a variable between backticks where its number is to stand: How long do `x` leaves last?")
        self.add(QuietLabel(note, self))
        self.add(TitledRows(self.tr("Variables"), self.variables, self), variables=self.variables)
        self.add(self.from_stem)
        self.add(LabelledField(self.tr("Formula"), self.formula, self), formula=self.formula.line)
        self.add(self.margin, margin=self.margin.number)
        self.add(self.solutions, solutions=self.solutions)
        self._listen_to_parts()

    @property
    def worked(self) -> FormulaQuestion:
        """The question that is shown."""
        question = self.question
        assert isinstance(question, FormulaQuestion)
        return question

    def show_question(self, _item: Item) -> None:
        """Show variables, formula, margin and solutions."""
        question = self.worked
        self.variables.show_variables(question.variables)
        known = {variable.name for variable in question.variables}
        self.from_stem.setVisible(any(name not in known for name in question.stem_names))
        self.formula.show_formula(question.formula)
        margin = question.margin
        self.margin.show_margin(str(margin.margin or ""), margin.margin_type or MarginType.ABSOLUTE)
        self.solutions.show_question(question)

    def finish(self) -> None:
        """Take in what is under way."""
        super().finish()
        for part in (self.variables, self.formula, self.margin, self.solutions):
            part.finish()

    def focus_field(self, field: str) -> None:
        """A variable, a solution, or a shared field."""
        name, _, key = field.partition("/")
        if name not in ("variables", "solutions"):
            super().focus_field(field)
            return
        self.reveal_problems()
        (self.variables if name == "variables" else self.solutions).focus_row(key)

    def _listen_to_parts(self) -> None:
        rows = self.variables
        rows.edited.connect(self._write)
        rows.added.connect(
            lambda place: self._vary(inserted(self._all, place, Variable.new("")), rows.add_button.text())
        )
        rows.removed.connect(lambda key: self._vary(removed(self._all, int(key)), self.tr("Remove variable")))
        rows.moved.connect(lambda key, to: self._vary(moved(self._all, int(key), to), self.tr("Move variable")))
        rows.moved.connect(lambda _key, to: rows.focus_place(to))
        rows.pasted.connect(self._paste)
        self.from_stem.clicked.connect(
            lambda: self.change(self.worked.with_stem_variables(), self.tr("Take variables from the question"))
        )
        self.formula.edited.connect(
            lambda text: self.change(self.worked.with_formula(text), self.tr("Formula"), "formula")
        )
        self.margin.edited.connect(self._set_margin)
        self.solutions.generate_wanted.connect(self._generate)
        self.solutions.counted.connect(
            lambda count: self.change(
                self.worked.with_wanted_solutions(count), self.tr("Number of solutions"), "answer_count"
            )
        )
        self.solutions.edited.connect(self._solve)

    @property
    def _all(self) -> tuple[Variable, ...]:
        return self.worked.variables

    def _vary(self, variables: tuple[Variable, ...], step: str, merge_key: str | None = None) -> None:
        self.change(self.worked.with_variables(variables), step, merge_key)

    def _write(self, key: str, name: str, text: str) -> None:
        place = int(key)
        value = int(text) if name == "precision" else text
        variable = self._all[place].replaced(**{name: value})
        self._vary(exchanged(self._all, place, variable), self.tr("Variable"), f"variables/{key}/{name}")

    def _paste(self, key: str, _column: int, lines: tuple[str, ...]) -> None:
        """Each line is a variable: its name, and its range where tabs divide it."""
        place = int(key)
        kept = removed(self._all, place) if self.variables.rows[place].is_empty else self._all
        at = place + 1 - (len(self._all) - len(kept))
        self._vary(inserted(kept, at, *(_variable(line) for line in lines)), self.tr("Paste variables"))

    def _set_margin(self, margin: str, kind: str, typed: bool) -> None:
        question = self.worked.with_margin(margin, MarginType(kind))
        self.change(question, self.tr("Margin"), "margin" if typed else None)

    def _generate(self, count: int, decimals: int) -> None:
        made = with_generated(self.worked, count=count, decimals=decimals, random=self.random)
        if made is None:
            self.reveal_problems()
        else:
            self.change(made, self.tr("Generate solutions"))

    def _solve(self, solutions: tuple[Solution, ...], step: str) -> None:
        self.change(self.worked.with_solutions(solutions), step)


def _variable(line: str) -> Variable:
    name, *ends = (cell.strip() for cell in line.split("\t"))
    variable = Variable.new(name)
    return variable.replaced(min=ends[0], max=ends[1]) if len(ends) > 1 else variable
