"""Bring quizzes of a course into the library: all, or the ones named. Nothing is sent; what you changed here stays.

A quiz that you deleted here is only brought back when it is named with --quiz.
"""

import asyncio
from argparse import ArgumentParser
from collections.abc import AsyncIterator

from app.canvas.answer import Json
from app.cli.argument import add_fetch_from, text
from app.cli.call import Call
from app.cli.connected import Connected, connected
from app.cli.exit_code import ExitCode
from app.cli.one_sync import OneSync
from app.cli.outcome_row import OutcomeRow
from app.cli.printer import items
from app.library import linking
from app.library.library import Library
from app.sync.choice import Selection
from app.sync.pull import brought_quiz


def add_arguments(parser: ArgumentParser) -> None:
    """The course and perhaps quizzes of it."""
    parser.add_argument("--course", metavar="ID", type=text, required=True, help="“quizwright courses” lists them")
    parser.add_argument(
        "--quiz", metavar="CANVAS_ID", type=text, action="append", default=[], help="only this quiz; repeatable"
    )
    add_fetch_from(parser)


def run(call: Call) -> ExitCode:
    """Bring the quizzes and print them."""
    with call.library(writing=True) as library:
        rows = asyncio.run(_pulled(call, library))
        counts = [len(library.open_quiz(row.quiz_id).quiz.items) for row in rows]
    lines = [f"{row.title}: {items(count)}" for row, count in zip(rows, counts, strict=True)]
    document = [{"quiz": row.quiz_id, "items": count} for row, count in zip(rows, counts, strict=True)]
    for row in rows:
        for line in row.lines[1:]:
            call.printer.say(line.strip())
    call.printer.result(document, lines or ["No quizzes."])
    return max((row.code for row in rows), default=ExitCode.DONE)


async def _pulled(call: Call, library: Library) -> list[OutcomeRow]:
    rows = []
    selection = Selection(pull_only=True, fetch_from=frozenset(map(str.lower, call.options.fetch_from)))
    async with connected(call, library) as canvas:
        await canvas.note_courses(library)
        async for raw in _wanted(call, canvas):
            if _is_wanted(call, library, canvas, raw):
                link = brought_quiz(library, canvas.account.id, call.options.course, raw)
                call.printer.say(str(raw.get("title") or link.canvas_id))
                rows.append(await OneSync(library, canvas, link, selection, call.printer).run())
                if rows[-1].error is not None:
                    break
    return rows


async def _wanted(call: Call, canvas: Connected) -> AsyncIterator[Json]:
    if not call.options.quiz:
        for raw in await canvas.quizzes(call.options.course):
            yield raw
    for quiz_id in call.options.quiz:
        yield await canvas.quiz(call.options.course, quiz_id)


def _is_wanted(call: Call, library: Library, canvas: Connected, raw: Json) -> bool:
    """A recently deleted quiz stays deleted, unless it is named (decisions 13)."""
    known = linking.quiz_linked_to(library.db, canvas.account.id, call.options.course, str(raw["id"]))
    if known is None or known not in {row.id for row in library.quizzes(deleted=True)}:
        return True
    if call.options.quiz:
        library.restore_quiz(known)
    return bool(call.options.quiz)
