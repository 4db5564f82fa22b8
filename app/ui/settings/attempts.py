"""The form of how often students can try."""

from PySide6.QtWidgets import QWidget

from app.models.settings import ScoreToKeep
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
    }
    form = SettingsForm(tr("Attempts"), rows, parent)
    form.indent("score_to_keep", "attempt_limit", "max_attempts", "cooling_period", "cooling_period_seconds")
    return form
