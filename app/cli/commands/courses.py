"""The courses in which the connected person may write quizzes."""

import asyncio
from argparse import ArgumentParser
from collections.abc import Sequence

from app.canvas.address import canvas_address
from app.canvas.authentication import PersonalToken
from app.canvas.client import CanvasClient
from app.canvas.courses import Course
from app.cli.call import Call
from app.cli.connected import connected
from app.cli.exit_code import ExitCode
from app.cli.printer import table
from app.library.errors import LibraryInUse, LibraryReadOnly


def add_arguments(parser: ArgumentParser) -> None:
    """Nothing is asked."""


def run(call: Call) -> ExitCode:
    """Print the courses."""
    found = asyncio.run(_courses(call))
    lines = table([("ID", "NAME", "TERM"), *((course.id, course.name, course.term) for course in found)])
    call.printer.result(
        [{"id": course.id, "name": course.name} for course in found], lines if found else ["No courses."]
    )
    return ExitCode.DONE


async def _courses(call: Call) -> Sequence[Course]:
    makes_account = call.canvas is not None and call.token is not None
    try:
        with call.library(writing=makes_account) as library:
            async with connected(call, library) as canvas:
                return await canvas.client.courses.list()
    except (LibraryInUse, LibraryReadOnly):  # a list needs no account here; a command that writes makes it
        async with CanvasClient(canvas_address(call.canvas or ""), PersonalToken(call.token or "")) as client:
            return await client.courses.list()
