"""Use quizzes in another course: each is copied here with its settings, questions and pictures, its dates are moved,
and the copy is sent there. What cannot come along is listed; with --dry-run that, and the dates, is all that is done.
"""

import asyncio
from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from app.cli.argument import text
from app.cli.call import Call
from app.cli.connected import Connected, connected
from app.cli.exit_code import ExitCode, wrong_use
from app.cli.one_sync import OneSync
from app.cli.outcome_row import OutcomeRow
from app.library.library import Library
from app.message import message
from app.models.date_shift import MovedDate, days_until, moved_dates
from app.models.quiz_dates import DATES
from app.sync.another_course import (
    NEVER_TRAVELS,
    Destination,
    LeftBehind,
    copy_into,
    left_behind,
    shown_date,
    zone_of,
    zone_of_quiz,
)
from app.sync.choice import Selection

MOST_WEEKS = 1000


def add_arguments(parser: ArgumentParser) -> None:
    """The quizzes, where they go, and how far their dates move."""
    parser.add_argument(
        "quizzes", metavar="QUIZ", nargs="+", type=text, help="an id, the beginning of one, or the exact title"
    )
    parser.add_argument("--to-course", metavar="ID", type=text, required=True, help="“quizwright courses” lists them")
    when = parser.add_mutually_exclusive_group()
    when.add_argument("--weeks", metavar="N", type=_weeks, default=0, help="move every date by so many weeks")
    when.add_argument(
        "--first-day", metavar="DATE", type=_day, help="move the dates so that the earliest is on this day (2027-01-11)"
    )
    parser.add_argument("--dry-run", action="store_true", help="say what would be done and do nothing")


def run(call: Call) -> ExitCode:
    """Copy the quizzes one after the other and print what became of each; the worst one makes the exit code."""
    with call.library(writing=True) as library:
        quiz_ids = list(dict.fromkeys(library.find_quiz(name) for name in call.options.quizzes))
        copies = asyncio.run(_copied(call, library, quiz_ids))
    lines = [line for copy in copies for line in copy.lines]
    call.printer.result([copy.document for copy in copies], [*lines, str(NEVER_TRAVELS)])
    return max(copy.code for copy in copies)


@dataclass(frozen=True)
class _Copy:
    """One quiz and its copy; `row` is None where nothing was to be done."""

    source: str
    title: str
    course_id: str
    zones: tuple[ZoneInfo, ZoneInfo]
    dates: tuple[MovedDate, ...]
    left: tuple[LeftBehind, ...]
    row: OutcomeRow | None = None

    @property
    def document(self) -> dict[str, object]:
        """The promise to scripts."""
        return {
            **(self.row.document if self.row is not None else {"quiz": None}),
            "from": self.source,
            "course_id": self.course_id,
            "time_zone": str(self.zones[1]),
            "dates": [{"field": one.field, "before": one.before, "after": one.after} for one in self.dates],
            "left": [{"item": one.item_id or None, "what": str(one.what)} for one in self.left],
        }

    @property
    def lines(self) -> list[str]:
        """The same for people."""
        here, there = self.zones
        head = self.row.lines if self.row is not None else [f"{self.title}: would be copied"]
        return [
            *head,
            *(
                f"  {DATES[one.field]}: {shown_date(one.before, here)} → {shown_date(one.after, there)} ({there})"
                for one in self.dates
            ),
            *(f"  stays behind: {_where(one)}: {one.what}" for one in self.left),
        ]

    @property
    def code(self) -> ExitCode:
        """How it ended; what stays behind is reported."""
        done = self.row.code if self.row is not None else ExitCode.DONE
        return max(done, ExitCode.PROBLEMS if self.left else ExitCode.DONE)


async def _copied(call: Call, library: Library, quiz_ids: Sequence[str]) -> list[_Copy]:
    links = library.links(quiz_ids[0])
    async with connected(call, library, preferred=links[0].account_id if links else None) as canvas:
        course: str = call.options.to_course
        await canvas.quizzes(course)
        await canvas.note_courses(library)
        there = Destination(canvas.account.id, course, zone_of(library, canvas.account.id, course))
        zones = {one: zone_of_quiz(library, one, there.zone) for one in quiz_ids}
        days = _days(call, library, zones)
        return [await _one(call, library, canvas, there, one, zones[one], days) for one in quiz_ids]


async def _one(
    call: Call, library: Library, canvas: Connected, there: Destination, quiz_id: str, here: ZoneInfo, days: int
) -> _Copy:
    quiz = library.open_quiz(quiz_id).quiz
    dates = moved_dates(quiz.fields, days, here, there.zone)
    left = left_behind(library, quiz, there.course_id)
    copy = _Copy(quiz_id, quiz.title, there.course_id, (here, there.zone), dates, left)
    if call.options.dry_run:
        return copy
    link = copy_into(library, quiz_id, there, dates)
    row = await OneSync(library, canvas, link, Selection(), call.printer).run()
    if row.error is not None:
        call.printer.say(message("The copy is here. “quizwright sync {quiz}” goes on with it.", quiz=link.quiz_id))
    return _Copy(quiz_id, quiz.title, there.course_id, copy.zones, dates, left, row)


def _days(call: Call, library: Library, zones: dict[str, ZoneInfo]) -> int:
    first: date | None = call.options.first_day
    if first is None:
        return int(call.options.weeks) * 7
    days = days_until(first, ((library.open_quiz(one).quiz.fields, zone) for one, zone in zones.items()))
    if days is None:
        raise wrong_use(message("There is no date to move: --first-day is for quizzes that have one."))
    return days


def _weeks(argument: str) -> int:
    weeks = int(argument)
    if abs(weeks) > MOST_WEEKS:
        raise ArgumentTypeError(f"must be between -{MOST_WEEKS} and {MOST_WEEKS}")
    return weeks


def _day(argument: str) -> date:
    try:
        return date.fromisoformat(argument)
    except ValueError:
        raise ArgumentTypeError("must be a day like 2027-01-11") from None


def _where(left: LeftBehind) -> str:
    return f"item {left.item_id[:8]}" if left.item_id else "quiz"
