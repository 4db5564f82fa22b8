"""The forms of what a quiz is worth, when it is open, how it is taken, and from where."""

from PySide6.QtWidgets import QWidget

from app.models.question import CalculatorType
from app.models.quiz import GradingType
from app.ui.settings.fact_row import FactRow
from app.ui.settings.form import SettingsForm
from app.ui.settings.rows import ChoiceRow, DateRow, DurationRow, SettingRow, SwitchRow, TextRow


def general_form(parent: QWidget) -> SettingsForm:
    """What the quiz is worth."""
    tr = parent.tr
    kinds = [
        (GradingType.POINTS, tr("Points")),
        (GradingType.PERCENT, tr("Per cent")),
        (GradingType.LETTER_GRADE, tr("Letter grade")),
        (GradingType.GPA_SCALE, tr("GPA scale")),
        (GradingType.PASS_FAIL, tr("Complete or incomplete")),
    ]
    rows: dict[str, SettingRow] = {
        "grading_type": ChoiceRow(tr("Shown in the gradebook as"), kinds, parent),
        "assignment_group_id": FactRow(
            tr("Assignment group"),
            tr("Chosen when the quiz is made on Canvas. Move it to another group there."),
            parent,
        ),
    }
    return SettingsForm(tr("Points and grade"), rows, parent)


def dates_form(parent: QWidget) -> SettingsForm:
    """When the quiz is open."""
    tr = parent.tr
    rows: dict[str, SettingRow] = {
        "unlock_at": DateRow(tr("Available from"), parent),
        "due_at": DateRow(tr("Due"), parent),
        "lock_at": DateRow(tr("Available until"), parent),
        "published": FactRow(
            tr("Published"),
            tr("Students see a quiz that is published. The header of the quiz changes that."),
            parent,
        ),
    }
    return SettingsForm(tr("Dates"), rows, parent)


def taking_form(parent: QWidget) -> SettingsForm:
    """What students meet while they take it."""
    tr = parent.tr
    calculators = [
        (CalculatorType.NONE, tr("No calculator")),
        (CalculatorType.BASIC, tr("Basic calculator")),
        (CalculatorType.SCIENTIFIC, tr("Scientific calculator")),
    ]
    rows: dict[str, SettingRow] = {
        "shuffle_questions": SwitchRow(tr("Shuffle the questions for each student"), parent),
        "shuffle_answers": SwitchRow(tr("Shuffle the answers of all questions"), parent),
        "one_at_a_time_type": ChoiceRow(
            tr("Questions on a page"), [("none", tr("All together")), ("question", tr("One at a time"))], parent
        ),
        "allow_backtracking": SwitchRow(tr("Students can go back to earlier questions"), parent),
        "calculator_type": ChoiceRow(tr("Calculator"), calculators, parent),
        "has_time_limit": SwitchRow(tr("Limit the time"), parent),
        "session_time_limit_in_seconds": DurationRow(tr("Time limit"), parent),
    }
    form = SettingsForm(tr("While it is taken"), rows, parent)
    form.indent("allow_backtracking", "session_time_limit_in_seconds")
    return form


def access_form(parent: QWidget) -> SettingsForm:
    """Who can take it."""
    tr = parent.tr
    rows: dict[str, SettingRow] = {
        "require_student_access_code": SwitchRow(tr("Ask for an access code"), parent),
        "student_access_code": TextRow(tr("Access code"), parent),
    }
    form = SettingsForm(tr("Access"), rows, parent)
    form.indent("student_access_code")
    return form
