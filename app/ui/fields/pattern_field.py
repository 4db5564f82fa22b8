"""A pattern that answers must fit, tried on examples while it is typed."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.matching.pattern import MOST_PATTERN, flaw
from app.ui.fields.example_rows import ExampleRows
from app.ui.fields.line import LineField
from app.ui.fields.pattern_trials import Fits, PatternTrials
from app.ui.fields.quiet import QuietLabel
from app.ui.theme import Gap


class PatternField(QWidget):
    """`edited` gives the pattern; the examples say their changes themselves (`examples.texts_edited`)."""

    edited = Signal(str)

    def __init__(self, trials: PatternTrials, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._trials = trials
        self._asked: tuple[str, tuple[str, ...]] = ("", ())
        self.pattern = LineField(self.tr("Regular expression"), self)
        self.pattern.setPlaceholderText(self.tr("Regular expression, for example colou?r"))
        self.pattern.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.pattern.edited.connect(self.edited)
        self.examples = ExampleRows(self)
        note = self.tr(
            "What the examples say is indicative: Canvas does not tell which kind of regular expressions it takes, nor "
            "whether one must fit the whole answer. Try it there before students do."
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Gap.SMALL)
        for part in (self.pattern, self.examples, QuietLabel(note, self)):
            layout.addWidget(part)
        trials.tried.connect(self._take)

    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops, in order."""
        return (self.pattern, *self.examples.stops())

    def show_pattern(self, pattern: str, examples: tuple[str, ...]) -> None:
        """Show `pattern`, and try it on these where they are not those that it was tried on."""
        self.pattern.show_text(pattern)
        self.examples.show_texts(examples)
        if (pattern, examples) == self._asked:
            return
        self._asked = (pattern, examples)
        sound = pattern and len(pattern) <= MOST_PATTERN and flaw(pattern) is None
        if sound and any(examples):
            self._trials.ask(self, pattern, examples)
        else:
            self.examples.show_fits((None,) * len(examples))

    def finish(self) -> None:
        """Take in what is under way."""
        self.pattern.finish()
        self.examples.finish()

    def _take(self, asker: object, pattern: str, examples: tuple[str, ...], fits: Fits) -> None:
        if asker is self and (pattern, examples) == self._asked:
            self.examples.show_fits(tuple(fit if text else None for fit, text in zip(fits, examples, strict=True)))
