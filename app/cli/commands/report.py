"""A report of a New Quiz, made by Canvas: every student's answers, or how each question did. A CSV file is written so
that a spreadsheet runs no formula in it.
"""

import asyncio
from argparse import ArgumentParser
from pathlib import Path

from app.cli.argument import add_quiz, text
from app.cli.call import Call
from app.cli.exit_code import ExitCode
from app.cli.results import at_canvas, named_quiz
from app.durable_file import write_durably
from app.library.errors import files_told
from app.library.library import Library
from app.models.results.safe_csv import safe_again
from app.sync.results.report import fetched_report

_TYPES = {"students": "student_analysis", "questions": "item_analysis"}


def add_arguments(parser: ArgumentParser) -> None:
    """Which report of which quiz, and where it goes."""
    add_quiz(parser)
    parser.add_argument("--course", metavar="ID", type=text, help="where the quiz is in several courses")
    parser.add_argument("--type", choices=_TYPES, default="questions", help="default: questions")
    parser.add_argument("--format", choices=("csv", "json"), default="csv", help="default: csv")
    parser.add_argument("--to", metavar="FILE", required=True, help="the file to write")
    parser.set_defaults(classic=None)


def run(call: Call) -> ExitCode:
    """Write the file and print where."""
    with call.library(writing=True) as library:
        content = asyncio.run(_made(call, library))
    if call.options.format == "csv":
        content = safe_again(content.decode("utf-8-sig", "replace")).encode()
    path = Path(call.options.to)
    with files_told(path):
        write_durably(path, content)
    call.printer.result({"file": str(path), "type": _TYPES[call.options.type]}, [str(path)])
    return ExitCode.DONE


async def _made(call: Call, library: Library) -> bytes:
    async with at_canvas(call, library) as canvas:
        quiz = named_quiz(call, library, canvas.account.id)
        return await fetched_report(
            canvas.client,
            quiz.course_id,
            quiz.quiz_id,
            _TYPES[call.options.type],  # type: ignore[arg-type]  # the table has no others
            call.options.format,
            sleep=asyncio.sleep,
            on_progress=lambda done: call.printer.say(f"{done:g} %"),
        )
