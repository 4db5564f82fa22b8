"""What students did with a quiz: scores of a New Quiz; attempts and answers of a Classic quiz. They are kept on this
computer for as many days as the preferences say, so that they can be read and marked off-line.
"""

import asyncio
from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path

from app.cli.call import Call
from app.cli.exit_code import ExitCode
from app.cli.printer import number, table
from app.cli.results import add_quiz, at_canvas, fetched, known_classic, named_quiz
from app.durable_file import write_durably
from app.html.text import plain_text
from app.library.errors import files_told
from app.library.library import Library
from app.library.results.keeping import answers, attempts
from app.library.results.marks import marks_of
from app.library.results.row import AttemptRow, ResultSet
from app.models.results.safe_csv import csv_text

_HEAD = ("submission", "attempt", "student", "name", "state", "score", "kept_score", "finished_at", "waiting", "unsent")


def add_arguments(parser: ArgumentParser) -> None:
    """Which quiz, and how much of it."""
    add_quiz(parser)
    parser.add_argument("--offline", action="store_true", help="what is kept here of a Classic quiz")
    parser.add_argument("--answers", action="store_true", help="with every answer, its points and its comment")
    parser.add_argument("--csv", metavar="FILE", help="write the table as CSV, safe against formulas")


def run(call: Call) -> ExitCode:
    """Print the attempts, by student."""
    with call.library(writing=True) as library:
        kept = known_classic(call, library) if call.options.offline else asyncio.run(_fetched(call, library))
        rows = attempts(library.db, kept.key)
        document = {**_about(kept), "attempts": [_attempt(call, library, kept, row) for row in rows]}
    if call.options.csv:
        path = Path(call.options.csv)
        with files_told(path):
            write_durably(path, csv_text([_HEAD, *map(_columns, rows)]).encode())
    call.printer.result(document, _lines(kept, rows))
    return ExitCode.DONE


async def _fetched(call: Call, library: Library) -> ResultSet:
    async with at_canvas(call, library) as canvas:
        return await fetched(library, canvas, named_quiz(call, library, canvas.account.id))


def _about(kept: ResultSet) -> dict[str, object]:
    quiz = kept.quiz
    return {"course_id": quiz.course_id, "canvas_id": quiz.quiz_id, "kind": quiz.kind, "title": kept.title,
            "points": kept.points}  # fmt: skip


def _attempt(call: Call, library: Library, kept: ResultSet, row: AttemptRow) -> dict[str, object]:
    document: dict[str, object] = dict(zip(_HEAD, _columns(row), strict=True))
    if not call.options.answers:
        return document
    names = {one.id: one for one in kept.questions}
    unsent = marks_of(library.db, kept.key, row.submission_id, row.attempt)
    document["answers"] = [
        {
            "question": one.question_id,
            "name": names[one.question_id].name if one.question_id in names else "",
            "asked": plain_text(names[one.question_id].text) if one.question_id in names else "",
            "possible": names[one.question_id].points if one.question_id in names else None,
            "text": plain_text(one.text),
            "points": one.points,
            "comment": one.comment,
            "unsent": _unsent(unsent[one.question_id]) if one.question_id in unsent else None,
        }
        for one in answers(library.db, kept.key, row.submission_id, row.attempt)
    ]
    return document


def _unsent(mark: object) -> dict[str, object]:
    return {name: getattr(mark, name) for name in ("score", "comment", "state", "told")}


def _columns(row: AttemptRow) -> tuple[str | int | float | None, ...]:
    head = (row.submission_id, row.attempt, row.student_id, row.name, row.state, row.score, row.kept_score)
    return (*head, row.finished_at, row.waiting, row.unsent)


def _lines(kept: ResultSet, rows: Sequence[AttemptRow]) -> list[str]:
    if not rows:
        return [f"{kept.title}: nobody has begun it."]
    shown = [_line(row) for row in rows]
    head = ("SUBMISSION", "ATTEMPT", "STUDENT", "STATE", "SCORE", "KEPT", "TO MARK", "NOT SENT")
    return [f"{kept.title} ({number(kept.points)} points)", *table([head, *shown])]


def _line(row: AttemptRow) -> tuple[object, ...]:
    scores = (number(row.score), number(row.kept_score))
    return (row.submission_id, row.attempt, row.name, row.state, *scores, row.waiting or "", row.unsent or "")
