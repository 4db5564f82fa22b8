"""The form of what students see of their result."""

from PySide6.QtWidgets import QWidget

from app.models.settings import CorrectnessQualifier, ResponseQualifier
from app.ui.settings.fact_row import FactRow
from app.ui.settings.form import SettingsForm
from app.ui.settings.rows import ChoiceRow, DateRow, SettingRow, SwitchRow


def results_form(parent: QWidget) -> SettingsForm:
    """ResultViewSettings. While nothing is restricted students see everything."""
    tr = parent.tr
    responses = [
        (ResponseQualifier.ALWAYS, tr("After every attempt")),
        (ResponseQualifier.ONCE_PER_ATTEMPT, tr("Once after each attempt")),
        (ResponseQualifier.AFTER_LAST_ATTEMPT, tr("After the last attempt")),
        (ResponseQualifier.ONCE_AFTER_LAST_ATTEMPT, tr("Once after the last attempt")),
    ]
    correctness = [
        (CorrectnessQualifier.ALWAYS, tr("After every attempt")),
        (CorrectnessQualifier.AFTER_LAST_ATTEMPT, tr("After the last attempt")),
    ]
    note = tr("While this is off, students see their points, responses, the right answers and the feedback.")
    why = tr("Canvas tells this, but lets it be changed only in its own settings of the quiz.")
    rows: dict[str, SettingRow] = {
        "result_view_restricted": SwitchRow(tr("Restrict what students see of their result"), parent, note=note),
        "display_points_awarded": SwitchRow(tr("Points they got"), parent),
        "display_points_possible": SwitchRow(tr("Points they could get"), parent),
        "display_items": SwitchRow(tr("The questions"), parent),
        "display_item_response": SwitchRow(tr("Their responses"), parent),
        "display_item_response_qualifier": ChoiceRow(tr("When they see their responses"), responses, parent),
        "show_item_responses_at": DateRow(tr("Responses from"), parent),
        "hide_item_responses_at": DateRow(tr("Responses until"), parent),
        "display_item_response_correctness": SwitchRow(tr("Whether they were right"), parent),
        "display_item_response_correctness_qualifier": ChoiceRow(tr("When they see it"), correctness, parent),
        "show_item_response_correctness_at": DateRow(tr("Right or wrong from"), parent),
        "hide_item_response_correctness_at": DateRow(tr("Right or wrong until"), parent),
        "display_item_correct_answer": SwitchRow(tr("The right answers"), parent),
        "display_item_feedback": SwitchRow(tr("Feedback"), parent),
        "display_correct_answer_at": FactRow(tr("The right answers from"), why, parent),
        "hide_correct_answer_at": FactRow(tr("The right answers until"), why, parent),
    }
    form = SettingsForm(tr("Results"), rows, parent)
    form.indent(*[field for field in rows if field != "result_view_restricted"])
    return form
