"""Where folded sections are remembered: per kind of section, not per question."""

from PySide6.QtCore import QSettings

from app.ui.fields.folded import FoldedSection


def remember_fold(section: FoldedSection, key: str) -> None:
    """Open `section` as it was left the last time, and keep what the person does with it."""
    section.set_open(bool(QSettings().value(f"folds/{key}", False, bool)))
    section.toggled.connect(lambda opened: QSettings().setValue(f"folds/{key}", opened))
