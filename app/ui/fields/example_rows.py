"""Answers that a pattern is tried on, each with whether it would be taken."""

from PySide6.QtWidgets import QGridLayout, QWidget

from app.matching.pattern import Fit
from app.ui.fields.line_row import LineRow
from app.ui.fields.quiet import QuietLabel
from app.ui.fields.text_rows import TextRows


class ExampleRow(LineRow):
    """One answer, and what the pattern says of it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self.verdict = QuietLabel("", None, wraps=False)
        super().__init__(1, parent)

    def show_fit(self, fit: Fit | None) -> None:
        """Say how the pattern fits; None where nothing can be said."""
        said = {
            Fit.WHOLE: self.tr("✓ fits"),
            Fit.PART: self.tr("~ fits in part"),
            Fit.NONE: self.tr("✗ does not fit"),
            Fit.SLOW: self.tr("takes too long"),
        }
        self.verdict.setText(said[fit] if fit is not None else "")

    def _lay_out(self) -> None:
        super()._lay_out()
        grid = self.layout()
        assert isinstance(grid, QGridLayout)
        grid.removeWidget(self.remove)
        grid.addWidget(self.verdict, 1, 2)
        grid.addWidget(self.remove, 1, 3)


class ExampleRows(TextRows):
    """All examples of one pattern."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", "", "", parent)
        self.add_button.setText(self.tr("Add an answer to try"))
        self._names, self._remove_words = (self.tr("Answer to try {number}"),), self.tr("Remove answer to try {number}")

    def new_row(self) -> LineRow:
        """An empty row that tells what is typed in it."""
        row = ExampleRow(self)
        row.edited.connect(lambda column, text: self.edited.emit(row.key, column, text))
        return row

    def show_fits(self, fits: tuple[Fit | None, ...]) -> None:
        """Say at each example how the pattern fits it."""
        for row, fit in zip(self.rows, fits, strict=True):
            assert isinstance(row, ExampleRow)
            row.show_fit(fit)
