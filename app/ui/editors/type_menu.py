"""The types that a question can be turned into, each with what it would lose."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu

from app.models.conversion import converted
from app.models.question import Question
from app.ui.editors.kind import kind_of
from app.ui.editors.table import EDITORS
from app.ui.icons import icon
from app.ui.words import words


def fill(menu: QMenu, question: Question, picked: Callable[[str], None]) -> None:
    """An action for each other type; what it loses stands behind its name, before anybody picks it."""
    menu.clear()
    for slug in EDITORS:
        if slug == question.interaction_type_slug:
            continue
        kind, losses = kind_of(slug), converted(question, slug).losses
        action = menu.addAction(icon(kind.icon, "text"), _line(kind.name, [words(loss) for loss in losses]))
        action.setToolTip(kind.purpose)
        action.triggered.connect(lambda _=False, slug=slug: picked(slug))


def _line(name: str, losses: list[str]) -> str:
    if not losses:
        return name
    said = QCoreApplication.translate("TypeMenu", "{name} (loses {what})")
    return said.format(name=name, what=", ".join(losses))
