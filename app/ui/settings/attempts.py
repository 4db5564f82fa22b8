"""The form of how often students can try."""

from PySide6.QtWidgets import QWidget

from app.models.settings import ScoreToKeep
from app.ui.settings.fact_row import FactRow
from app.ui.settings.form import SettingsForm
from app.ui.settings.rows import ChoiceRow, DurationRow, NumberRow, SettingRow, SwitchRow


def attempts_form(parent: QWidget) -> SettingsForm:
    """MultipleAttemptsSettings."""
    tr = parent.tr
    scores = [
        (ScoreToKeep.HIGHEST, tr("The highest")),
        (ScoreToKeep.LATEST, tr("The latest")),
        (ScoreToKeep.FIRST, tr("The first")),
        (ScoreToKeep.AVERAGE, tr("Their average")),
    ]
    rows: dict[str, SettingRow] = {
        "multiple_attempts_enabled": SwitchRow(tr("Students can try more than once"), parent),
        "score_to_keep": ChoiceRow(tr("Which score counts"), scores, parent),
        "attempt_limit": SwitchRow(tr("Limit the number of attempts"), parent),
        "max_attempts": NumberRow(tr("At most"), tr("attempts"), parent, most=999),
        "cooling_period": SwitchRow(tr("Wait between attempts"), parent),
        "cooling_period_seconds": DurationRow(tr("At least"), parent),
        "build_on_last_attempt": FactRow(
            tr("Each attempt builds on the last one"),
            tr("Canvas tells this, but lets it be changed only in its own settings of the quiz."),
            parent,
        ),
    }
    form = SettingsForm(tr("Attempts"), rows, parent)
    form.indent(*[field for field in rows if field != "multiple_attempts_enabled"])
    return form
