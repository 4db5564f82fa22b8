"""What the columns of a report on students are, in the order in which an instructor reads them.

No document tells them (`canvas-facts.md` 1.12). Known are the names that the student analysis of Classic quizzes has,
and that a question stands as its id and its words, with its points in the column behind it. What is not known stays as
it is.
"""

import re
from dataclasses import dataclass
from enum import IntEnum

from app.models.results.report_table import ReportTable


class Part(IntEnum):
    """What a column is about; the order is that in which they are shown. `KEY` is for machines, and is not."""

    STUDENT = 0
    SCORE = 1
    HANDED_IN = 2
    ATTEMPT = 3
    SECTION = 4
    ANSWER = 5
    POINTS = 6
    OTHER = 7
    KEY = 8


@dataclass(frozen=True, slots=True)
class ReportColumn:
    """`place` is where it stands in the report; `question` counts from 1, `words` are those of the question."""

    place: int
    part: Part
    words: str
    question: int = 0


_NAMED = {
    "name": Part.STUDENT, "score": Part.SCORE, "submitted": Part.HANDED_IN, "attempt": Part.ATTEMPT,
    "section": Part.SECTION, "id": Part.KEY, "sis_id": Part.KEY, "root_account": Part.KEY, "section_id": Part.KEY,
    "section_sis_id": Part.KEY,
}  # fmt: skip
_QUESTION = re.compile(r"(\w+):\s*(.*)", re.DOTALL)
_NUMBER = re.compile(r"\d+(\.\d+)?")


def shown_columns(table: ReportTable) -> tuple[ReportColumn, ...]:
    """Those that say something to a person: who, how well and when first, then the questions, each with its points."""
    found: list[ReportColumn] = []
    ids: list[str] = []
    for place, name in enumerate(table.head):
        part = _NAMED.get(name.strip().casefold())
        asked = _QUESTION.fullmatch(name.strip()) if part is None else None
        follows = bool(ids) and found[-1].part == Part.ANSWER
        if part is not None:
            found.append(ReportColumn(place, part, name))
        elif follows and (_NUMBER.fullmatch(name.strip()) or (asked and asked[1] == ids[-1])):
            found.append(ReportColumn(place, Part.POINTS, name, len(ids)))
        elif asked:
            ids.append(asked[1])
            found.append(ReportColumn(place, Part.ANSWER, asked[2], len(ids)))
        else:
            found.append(ReportColumn(place, Part.OTHER, name))
    return tuple(sorted((one for one in found if one.part != Part.KEY), key=_order))


def _order(column: ReportColumn) -> tuple[int, int, int]:
    """A question's points stay beside its answer."""
    part = Part.ANSWER if column.part == Part.POINTS else column.part
    return part, column.question, column.place
