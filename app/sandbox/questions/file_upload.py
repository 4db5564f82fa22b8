"""File upload: how many files of which types."""

import re

from app.sandbox.questions.submitted import Submitted

_TYPES = re.compile(r"\s*\.\w+\s*(,\s*\.\w+\s*)*")


def check(question: Submitted) -> None:
    """New Quiz Items, appendix, File Upload."""
    counted = question.interaction.get("restrict_count")
    if counted and counted.boolean():
        question.interaction["files_count"].integer(least=1)
    restricted = question.properties.get("restrict_types")
    if restricted and restricted.boolean():
        types = question.properties["allowed_types"]
        if not _TYPES.fullmatch(types.text()):
            raise types.problem("The property '#/allowed_types' must list endings such as '.png,.jpg'")
    if question.scoring["value"].text():
        raise question.scoring.problem("The property '#/value' must be empty")
