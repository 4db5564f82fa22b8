"""What the editors of all question types share: header, question text, feedback, and problems at their fields."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.checks.fix import ItemFix
from app.checks.problem import Problem
from app.html.text import is_blank
from app.models.item import Item
from app.models.question import Question
from app.session.edit import Edit
from app.ui.editors.contract import Editor
from app.ui.editors.field_conflicts import FieldConflicts
from app.ui.editors.header import QuestionHeader
from app.ui.fields.column import in_column
from app.ui.fields.conflict_bar import ConflictLine
from app.ui.fields.feedback import FeedbackFields
from app.ui.fields.fold import remember_fold
from app.ui.fields.folded import FoldedSection
from app.ui.fields.labelled import LabelledField
from app.ui.fields.rich_text.field import RichTextField
from app.ui.fields.tag_field import Known
from app.ui.fields.view import keep_in_view
from app.ui.screens import screen
from app.ui.theme import Gap
from app.ui.words import words

if TYPE_CHECKING:
    from app.session.conflicts import OpenConflict
    from app.session.pictures import PictureShelf


ANSWERS = "answers"
"""The unit of a conflict about whatever a type has below its text (`app.sync.unit`)."""
_BELOW = 2
"""The feedback, and the room below it."""


class Place(Protocol):
    """A part of the page at which problems of its fields are shown."""

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show these and no others."""


class QuestionEditor(Editor):
    """The frame of a question's editor. A type adds its parts with `add`, fills them in `show_question`."""

    def __init__(self, shelf: "PictureShelf", parent: QWidget | None = None) -> None:
        super().__init__(shelf, parent)
        self.item: Item | None = None
        self._fresh = False
        self._problems: Sequence[Problem] = ()
        self._places: dict[str, Place] = {}
        self._stops: dict[str, QWidget] = {}
        self._parts: list[QWidget] = []
        self.header = QuestionHeader(self)
        asked = self.tr("What students are asked")
        self.text = RichTextField(self.tr("Question"), shelf, self, placeholder=asked, lines=2)
        self.feedback = FeedbackFields(shelf, self)
        self.feedback_section = FoldedSection(self.tr("Feedback"), self.feedback, self)
        remember_fold(self.feedback_section, "feedback")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Gap.LARGE)
        self._column.addLayout(in_column(self.header))
        self._column.addLayout(in_column(self.feedback_section))
        self._column.addStretch(1)
        self._conflicts = FieldConflicts(self._column, self)
        self._conflicts.compare_wanted.connect(self.compare_wanted)
        self.add(LabelledField(self.tr("Question"), self.text, self), item_body=self.text)
        self._know(self.header, points=self.header.points, title=self.header.label)
        self._listen()

    @property
    def question(self) -> Question:
        """The question that is shown."""
        assert self.item is not None
        entry = self.item.entry
        assert isinstance(entry, Question)
        return entry

    def add(self, part: QWidget, *, wide: bool = False, **fields: QWidget) -> None:
        """Put `part` below the others. `fields` are the problem fields it shows, each with where its cursor goes."""
        self._column.insertLayout(self._column.count() - _BELOW, in_column(part, wide=wide))
        self._parts.append(part)
        self._know(part, **fields)

    def change(self, question: Question, field: str, merge_key: str | None = None) -> None:
        """Say that the person made `question` of it, in one step named `field`."""
        assert self.item is not None
        self.say(self.item.with_entry(question), Edit(field, merge_key))

    def say(self, item: Item, edit: Edit) -> None:
        """Say that the person made `item` of it, whatever of it changed."""
        self.item = item
        self.edited.emit(item, edit)

    def show_question(self, item: Item) -> None:
        """Fill the parts of the type."""
        raise NotImplementedError

    def show_item(self, item: Item, problems: Sequence[Problem]) -> None:
        """Show `item`, which holds a question of this editor's type."""
        if self.item is None or self.item.id != item.id:
            self.item = item
            self._fresh = is_blank(self.question.item_body)
        self.item = item
        question = self.question
        self.header.show_question(question, item.points, item.local.tags or ())
        self.header.show_origin(item.local.origin)
        self.text.show_html(self.shown_text(question))
        self.feedback.show_feedback(question.feedback)
        self.feedback_section.set_summary(self.feedback.summary())
        self.show_question(item)
        self._problems = problems
        self._show_problems()

    def show_conflicts(self, conflicts: "Sequence[OpenConflict]") -> "Sequence[OpenConflict]":
        """Above the part that each is about, whatever of its answers it is above all of them."""
        placed: dict[QWidget, list[OpenConflict]] = {}
        for one in conflicts:
            placed.setdefault(self._part_of(one.conflict.unit), []).append(one)
        self._conflicts.show_conflicts(placed)
        return ()

    @property
    def conflict_lines(self) -> "Sequence[ConflictLine]":
        """From top to bottom."""
        return self._conflicts.lines

    def _part_of(self, unit: str) -> QWidget:
        text, *answers = self._parts
        parts = {"item_body": text, ANSWERS: answers[0] if answers else text, "feedback": self.feedback_section}
        return parts.get(unit.partition("/")[0], self.header)

    def shown_text(self, question: Question) -> str | None:
        """The HTML that stands in the field of the question text."""
        return question.item_body

    def take_text(self, html: str, typed: bool) -> None:
        """The person made `html` of the question text; `typed` in a burst of typing."""
        question = self.question.replaced(item_body=html)
        self.change(question, self.tr("Question text"), "item_body" if typed else None)

    def finish(self) -> None:
        """Take in what is under way in the shared parts."""
        self.header.finish()
        self.text.finish()
        self.feedback.finish()

    def focus_field(self, field: str) -> None:
        """Put the cursor into the field that is named; the question text where the name is not known."""
        if field != "item_body":
            self.reveal_problems()
        stop = self._stops.get(field.partition("/")[0], self.text)
        stop.setFocus(Qt.FocusReason.OtherFocusReason)
        keep_in_view(stop)

    def offer_tags(self, known: Known) -> None:
        """Have tags to choose from."""
        self.header.tags.offer(known)

    def carry_out(self, problem: Problem) -> None:
        """Do what the fix of `problem` says, unless what was under way did it; the cursor goes to its field."""
        self.finish()
        if isinstance(problem.fix, ItemFix) and problem in self._problems:
            assert self.item is not None
            self.say(problem.fix.repaired(self.item), Edit(words(problem.fix.words)))
            self.focus_field(problem.field)

    def reveal_problems(self) -> None:
        """Show problems at their fields even if the question is new: the person asked for one."""
        if self._fresh and self._problems:
            self._fresh = False
            self._show_problems()

    def _listen(self) -> None:
        self.header.points_edited.connect(self._take_points)
        self.header.type_picked.connect(self._change_type)
        self.header.calculator_edited.connect(
            lambda kind: self.change(self.question.replaced(calculator_type=kind), self.tr("Calculator"))
        )
        self.header.label_edited.connect(
            lambda text: self.change(self.question.replaced(title=text), self.tr("Your label"), "title")
        )
        self.header.tags_edited.connect(self._take_tags)
        self.header.try_wanted.connect(self.try_wanted)
        self.text.edited.connect(self.take_text)
        self.feedback.edited.connect(self._take_feedback)

    def _change_type(self, slug: str) -> None:
        """One step: the question is another one from here on, and another editor shows it."""
        self.finish()
        self.change(screen("converted")(self.question, slug).question, self.tr("Change the type"))

    def _take_points(self, points: float) -> None:
        assert self.item is not None
        self.say(self.item.with_points(points), Edit(self.tr("Points"), "points"))

    def _take_tags(self, tags: tuple[str, ...]) -> None:
        assert self.item is not None
        local = self.item.local
        local = local.replaced(tags=tags) if tags else local.without("tags")
        self.say(self.item.with_local(local), Edit(self.tr("Tags")))

    def _take_feedback(self, kind: str, html: str, typed: bool) -> None:
        question = self.question.with_feedback(kind, html)
        self.change(question, self.tr("Feedback"), f"feedback/{kind}" if typed else None)

    def _know(self, part: QWidget, **fields: QWidget) -> None:
        for field, stop in fields.items():
            self._stops[field] = stop
            self._places[field] = part  # type: ignore[assignment]

    def _show_problems(self) -> None:
        """At each field its own; none while a new question is first written: everything is missing then."""
        problems = () if self._fresh else self._problems
        for part in set(self._places.values()):
            part.show_problems([one for one in problems if self._place_of(one) is part])

    def _place_of(self, problem: Problem) -> Place:
        return self._places.get(problem.field.partition("/")[0], self._places["title"])
