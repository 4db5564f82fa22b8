"""Giving students more time and attempts: kept here, sent at once or later, told student by student."""

import asyncio
import time
from argparse import ArgumentParser
from collections.abc import Mapping

from app.cli.argument import text
from app.cli.call import Call
from app.cli.connected import Connected
from app.cli.exit_code import ExitCode, wrong_use
from app.cli.printer import table
from app.cli.results import at_canvas, at_once
from app.errors import UserError
from app.library.library import Library
from app.library.results.given import Given, given, keep_given
from app.library.results.row import Kind
from app.message import Message, message
from app.models.results.reading import read_all
from app.models.results.student import Student
from app.sync.results.send_given import Gave, send_given


def add_common(parser: ArgumentParser) -> None:
    """Who, in which course, and when it is sent."""
    parser.add_argument("--course", metavar="ID", type=text, required=True, help="“quizwright courses” lists them")
    parser.add_argument("--student", metavar="ID", type=text, action="append", default=[], help="repeatable")
    parser.add_argument("--keep", action="store_true", help="do not send it yet")


def run_giving(call: Call, kind: Kind, quiz_id: str, fields: Mapping[str, int | bool], problem: Message | None) -> int:
    """Keep what the students are to be given, send what waits, and print everything that is known of the course."""
    if problem is not None:
        raise wrong_use(problem)
    if call.options.student and not fields:
        raise wrong_use(message("Say what the students are given; --help lists it."))
    with call.library(writing=True) as library:
        account, done = asyncio.run(_given(call, library, kind, quiz_id, fields))
        rows = given(library.db, account, call.options.course)
    document = {"sent": done.sent, "refused": done.refused, "later": done.later, "given": [_shown(one) for one in rows]}
    head = ("STUDENT", "NAME", "QUIZ", "WHAT", "STATE", "CANVAS SAID")
    lines = [(one.student_id, one.name, _where(one), _what(one), one.state, one.told) for one in rows]
    call.printer.result(document, table([head, *lines]) if lines else ["Nothing was given in this course."])
    return ExitCode.CANVAS if done.refused else ExitCode.PROBLEMS if done.later else ExitCode.DONE


async def _given(
    call: Call, library: Library, kind: Kind, quiz_id: str, fields: Mapping[str, int | bool]
) -> tuple[str, Gave]:
    async with at_canvas(call, library) as canvas:
        account = canvas.account.id
        names = await _names(call, canvas)
        with library.transaction() as db:
            for student in dict.fromkeys(call.options.student):
                name = names.get(student, "")
                one = Given(account, call.options.course, quiz_id, kind, student, name, fields)
                keep_given(db, one, time.time())
        if call.options.keep:
            return account, Gave()
        return account, await send_given(canvas.client, library, account, at_once, time.time())


async def _names(call: Call, canvas: Connected) -> dict[str, str]:
    """The names of students, for the local record; what is only kept asks for none."""
    if call.options.keep or not call.options.student:
        return {}
    try:
        raw = await canvas.client.students.list(call.options.course)
    except UserError:
        return {}
    return {one.id: one.sortable_name or one.shown for one in read_all(Student, raw)}


def _shown(one: Given) -> dict[str, object]:
    return {
        "student": one.student_id, "name": one.name, "kind": one.kind, "quiz": one.quiz_id or None,
        "fields": dict(one.fields), "state": one.state, "told": one.told,
    }  # fmt: skip


def _where(one: Given) -> str:
    kinds = {"classic": "Classic", "new": "New"}
    return f"{kinds[one.kind]} quiz {one.quiz_id}" if one.quiz_id else f"all {kinds[one.kind]} Quizzes"


def _what(one: Given) -> str:
    return ", ".join(f"{name.replace('_', ' ')} {value}" for name, value in one.fields.items())
