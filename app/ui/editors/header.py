"""The header line of a question: its type, its points, the calculator, and a label that students never see."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.checks.problem import Problem
from app.models.local import Origin
from app.models.question import CalculatorType, Question
from app.ui.editors.type_button import TypeButton
from app.ui.editors.type_label import TypeLabel
from app.ui.fields.calculator import CalculatorBox
from app.ui.fields.icon_button import IconButton
from app.ui.fields.line import LineField
from app.ui.fields.points import PointsField
from app.ui.fields.problems import ProblemLines
from app.ui.fields.quiet import QuietLabel, Toned
from app.ui.fields.tag_field import TagField
from app.ui.theme import Gap, control_height


class QuestionHeader(QWidget):
    """Two lines above every question, and a third for a copy."""

    points_edited = Signal(float)
    calculator_edited = Signal(str)
    label_edited = Signal(str)
    tags_edited = Signal(tuple)
    type_picked = Signal(str)
    try_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.type = TypeLabel(self)
        self.type_button = TypeButton(self)
        self.points = PointsField(self.tr("Points"), self)
        self.calculator = CalculatorBox(self)
        self.play = IconButton("play", self.tr("Try this question (Ctrl+T)"), self)
        self.play.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the cursor stays where it is, to come back to
        self.label = LineField(self.tr("Your label, not shown to students"), self, flat=True)
        self.label.setPlaceholderText(self.tr("not shown to students"))
        Toned(self.label, "text_quiet")
        self.tags = TagField(self.tr("Tags, not shown to students"), self)
        self.origin = QuietLabel("", self)
        self._problems = ProblemLines(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Gap.SMALL)
        layout.addLayout(self._first_line())
        layout.addLayout(self._second_line())
        layout.addWidget(self.origin)
        layout.addWidget(self._problems)
        self.type_button.picked.connect(self.type_picked)
        self.points.points_edited.connect(self.points_edited)
        self.calculator.picked.connect(self.calculator_edited)
        self.label.edited.connect(self.label_edited)
        self.tags.edited.connect(self.tags_edited)
        self.play.clicked.connect(self.try_wanted)

    def show_question(self, question: Question, points: float | None, tags: Sequence[str]) -> None:
        """Show what the header tells of `question`."""
        self.type.show_type(question.interaction_type_slug)
        self.type_button.show_question(question)
        self.points.show_points(points)
        self.calculator.show_key(str(question.calculator_type or CalculatorType.NONE))
        self.label.show_text(question.title or "")
        self.tags.show_tags(tags)

    def show_origin(self, origin: Origin | None) -> None:
        """Say which quiz a copy was taken from; nothing for a question that was written here."""
        title = (origin.title or self.tr("Untitled quiz")) if origin is not None else ""
        self.origin.setText(self.tr("From: {title}").format(title=title))
        self.origin.setVisible(origin is not None)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show what is wrong with points and label."""
        self._problems.show_problems(problems)

    def finish(self) -> None:
        """Take in what is under way."""
        self.points.finish()
        self.label.finish()
        self.tags.finish()

    def _first_line(self) -> QHBoxLayout:
        points = QLabel(self.tr("Points"), self)
        points.setBuddy(self.points)
        line = QHBoxLayout()
        line.setSpacing(Gap.MEDIUM)
        line.addWidget(self.type)
        line.addWidget(self.type_button)
        line.addStretch(1)
        for widget in (points, self.points, self.calculator):
            line.addWidget(widget)
        return line

    def _second_line(self) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(Gap.SMALL)
        for words, field, stop, share in (
            (self.tr("Your label:"), self.label, self.label, 2),
            (self.tr("Tags:"), self.tags, self.tags.line, 3),
        ):
            label = QuietLabel(words, self, wraps=False)
            label.setMinimumHeight(control_height())
            label.setBuddy(stop)
            line.addWidget(label, 0, Qt.AlignmentFlag.AlignTop)
            line.addWidget(field, share, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.play, 0, Qt.AlignmentFlag.AlignTop)
        return line
