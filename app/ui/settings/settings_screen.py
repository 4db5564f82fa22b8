"""Every setting of a quiz on one page (product.md, Screens 5)."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.checks.fix import FieldsFix
from app.checks.problem import Problem
from app.models.quiz import NewQuiz, Quiz
from app.models.settings import Filters, MultipleAttempts, QuizSettings, ResultView
from app.models.value import Value
from app.session.document import Document
from app.session.edit import Edit
from app.sync.audience import own_dates_words
from app.ui.fields.labelled import LabelledField
from app.ui.fields.problems import FixButton
from app.ui.fields.quiet import QuietLabel
from app.ui.fields.rich_text.field import RichTextField
from app.ui.fields.tab_order import follow_layout
from app.ui.fields.tag_field import TagField
from app.ui.fields.text_button import TextButton
from app.ui.fields.view import keep_in_view
from app.ui.fields.wrapping_row import WrappingRow
from app.ui.icons import icon
from app.ui.settings.attempts import attempts_form
from app.ui.settings.form import SettingsForm
from app.ui.settings.more_rows import PointsRow, RangesRow
from app.ui.settings.results import results_form
from app.ui.settings.rows import DateRow, SettingRow
from app.ui.settings.taking import access_form, dates_form, general_form, taking_form
from app.ui.theme import PAGE_WIDTH, Gap
from app.ui.words import words

if TYPE_CHECKING:
    from app.library.row import There
    from app.session.pictures import PictureShelf


class SettingsScreen(QScrollArea):
    """The settings of one open quiz, each edit a step of its undo; `template_wanted` names an action of the window."""

    template_wanted = Signal(str)

    def __init__(self, document: Document, shelf: "PictureShelf", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._fixes = 0
        self._there: There | None = None
        self.tags = TagField(self.tr("Tags of the quiz, not shown to students"), self)
        self.instructions = RichTextField(self.tr("Instructions"), shelf, self, lines=3)
        self.points = PointsRow(self)
        self.general, self.dates = general_form(self), dates_form(self)
        self.own_dates = QuietLabel("", self)
        self.own_dates.hide()
        self.taking, self.access = taking_form(self), access_form(self)
        self.ranges = RangesRow(self)
        self.attempts, self.results = attempts_form(self), results_form(self)
        self.save_template = TextButton(self.tr("Save as template…"), self, icon=icon("file-plus"))
        self.apply_template = TextButton(self.tr("Apply template…"), self, icon=icon("sliders-horizontal"))
        self._lay_out()
        self._listen()
        document.changed.connect(self.show_quiz)
        document.problems_changed.connect(lambda: self._show_problems(document.quiz_problems()))
        self.show_quiz(document.quiz)
        self._show_problems(document.quiz_problems())

    @property
    def fields(self) -> NewQuiz:
        """The fields of the quiz."""
        return self._document.quiz.fields

    @property
    def settings(self) -> QuizSettings:
        """Its settings, empty ones where there are none."""
        return self.fields.quiz_settings or QuizSettings()

    def allow_edits(self, allowed: bool) -> None:
        """Let the settings be changed, or only be seen; the page scrolls either way."""
        page = self.widget()
        assert page is not None
        page.setEnabled(allowed)

    def show_quiz(self, quiz: Quiz) -> None:
        """Show what is set."""
        fields, settings = quiz.fields, quiz.fields.quiz_settings or QuizSettings()
        self.instructions.show_html(fields.instructions)
        self.tags.show_tags(quiz.local.tags or ())
        self.points.show_sum(quiz.points)
        self.points.show_value(fields.points_possible)
        self.general.show_values(fields)
        self.dates.show_values(fields)
        self.taking.show_values(settings)
        self.access.show_values(settings)
        self.ranges.show_ranges(bool(settings.filter_ip_address), _ips(settings))
        self.attempts.show_values(settings.multiple_attempts or MultipleAttempts())
        self.results.show_values(settings.result_view_settings or ResultView())
        self._show_facts()

    def show_there(self, there: "There | None") -> None:
        """Say what Canvas has set: it knows better than what the quiz was brought in with."""
        zone = there.time_zone if there is not None else ""
        if there is None or self._there is None or zone != self._there.time_zone:
            for row in self.findChildren(DateRow):
                row.use_zone(zone)
        self._there = there
        own = own_dates_words(there.assignment.own_dates) if there is not None else None
        self.own_dates.setText(words(own) if own is not None else "")
        self.own_dates.setVisible(own is not None)
        self._show_facts()

    def _show_facts(self) -> None:
        there, fields = self._there, self.fields
        told = there.assignment if there is not None else None
        published, group = self.rows["published"], self.rows["assignment_group_id"]
        published.show_value(told.published if told is not None else fields.published)
        name = there.group if there is not None else ""
        group.show_value(name or (told.group_id if told is not None else fields.assignment_group_id))

    @property
    def rows(self) -> dict[str, SettingRow]:
        """Field → its row; the ranges of addresses have several."""
        return {"points_possible": self.points} | {one: row for form in self._forms for one, row in form.rows.items()}

    def focus_field(self, field: str) -> None:
        """Put the cursor into the field that is named as problems name it; the instructions where none is."""
        name, _, key = field.partition("/")
        if name == "filters":
            self.ranges.focus_range(key)
            keep_in_view(self.ranges)
            return
        row = self.rows.get(name)
        stop = row.first if row is not None else self.instructions
        stop.setFocus(Qt.FocusReason.OtherFocusReason)
        keep_in_view(row or stop)

    def carry_out(self, problem: Problem) -> None:
        """Do what the fix of `problem` says, unless what was under way did it; the cursor goes to its field."""
        self.finish()
        if isinstance(problem.fix, FieldsFix) and problem in self._document.quiz_problems():
            self._set(problem.fix.repaired(self.fields), words(problem.fix.words))
            self.focus_field(problem.field)

    def finish(self) -> None:
        """Take in what is under way."""
        for field in (self.tags, self.instructions, self.points, self.ranges):
            field.finish()
        for form in self._forms:
            form.finish()

    @property
    def _forms(self) -> tuple[SettingsForm, ...]:
        return (self.general, self.dates, self.taking, self.access, self.attempts, self.results)

    def _listen(self) -> None:
        self.save_template.clicked.connect(lambda: self.template_wanted.emit("save_template"))
        self.apply_template.clicked.connect(lambda: self.template_wanted.emit("apply_template"))
        self.instructions.edited.connect(self._instruct)
        self.tags.edited.connect(self._tag)
        self.points.edited.connect(
            lambda points: self._set(
                self.fields.replaced(points_possible=points), self.tr("Points of the quiz"), "points_possible"
            )
        )
        for form in (self.general, self.dates):
            form.edited.connect(self._set_field)
        for form in (self.taking, self.access):
            form.edited.connect(self._set_setting)
        self.ranges.switched.connect(
            lambda on: self._set_setting("filter_ip_address", on, self.tr("Only from some addresses"), False)
        )
        self.ranges.edited.connect(self._set_ranges)
        self.attempts.edited.connect(lambda *edit: self._set_block("multiple_attempts", MultipleAttempts(), *edit))
        self.results.edited.connect(lambda *edit: self._set_block("result_view_settings", ResultView(), *edit))

    def _instruct(self, html: str, typed: bool) -> None:
        fields = self.fields.replaced(instructions=html)
        self._set(fields, self.tr("Instructions"), "instructions" if typed else None)

    def _tag(self, tags: tuple[str, ...]) -> None:
        local = self._document.quiz.local
        self._document.edit_local(local.replaced(tags=tags) if tags else local.without("tags"), self.tr("Tags"))

    def _set(self, fields: NewQuiz, step: str, merge_key: str | None = None) -> None:
        self._document.edit_fields(fields, Edit(step, merge_key))

    def _set_field(self, field: str, value: object, step: str, typed: bool) -> None:
        self._set(self.fields.replaced(**{field: value}), step, field if typed else None)

    def _set_setting(self, field: str, value: object, step: str, typed: bool) -> None:
        settings = self.settings.replaced(**{field: value})
        self._set(self.fields.replaced(quiz_settings=settings), step, field if typed else None)

    def _set_block(self, name: str, empty: Value, field: str, value: object, step: str, typed: bool) -> None:
        block = getattr(self.settings, name) or empty
        settings = self.settings.replaced(**{name: block.replaced(**{field: value})})
        self._set(self.fields.replaced(quiz_settings=settings), step, field if typed else None)

    def _set_ranges(self, ranges: tuple[tuple[str, str], ...], typed: bool) -> None:
        filters = self.settings.filters
        kept = filters if isinstance(filters, Filters) else Filters()
        self._set_setting("filters", kept.replaced(ips=ranges), self.tr("Ranges of addresses"), typed)

    def _show_problems(self, problems: Sequence[Problem]) -> None:
        for form in self._forms:
            form.show_problems(problems)
        self.points.show_problems([one for one in problems if one.field == "points_possible"])
        self.ranges.show_problems([one for one in problems if one.field.partition("/")[0] == "filters"])
        fixes = len(self.findChildren(FixButton))
        if fixes != self._fixes:  # a button that was made now has its place behind its setting
            self._fixes = fixes
            follow_layout(self)

    def _lay_out(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QWidget()
        column.setMaximumWidth(PAGE_WIDTH)
        layout = QVBoxLayout(column)
        layout.setContentsMargins(Gap.PAGE, Gap.LARGE, Gap.PAGE, Gap.PAGE)
        layout.setSpacing(Gap.PAGE)
        buttons = WrappingRow()
        buttons.setSpacing(Gap.SMALL)
        for button in (self.apply_template, self.save_template):
            buttons.addWidget(button)
        layout.addLayout(buttons)
        layout.addWidget(LabelledField(self.tr("Instructions"), self.instructions, column))
        self.general.layout_of_rows.insertWidget(1, self.points)
        self.dates.layout_of_rows.insertWidget(self.dates.layout_of_rows.count() - 1, self.own_dates)
        self.access.layout_of_rows.addWidget(self.ranges)
        layout.addWidget(LabelledField(self.tr("Tags, only on this computer"), self.tags, column))
        for form in self._forms:
            layout.addWidget(form)
        layout.addStretch()
        page = QWidget()
        beside = QHBoxLayout(page)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.addWidget(column, 1)
        beside.addStretch(0)
        self.setWidget(page)


def _ips(settings: QuizSettings) -> tuple[tuple[str, ...], ...]:
    return (settings.filters.ips or ()) if isinstance(settings.filters, Filters) else ()
