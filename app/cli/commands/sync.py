"""Send what changed here, bring in what changed on Canvas. What changed on both sides is a conflict: it is shown and
left as it is on both sides, unless --prefer decides it.
"""

import asyncio
from argparse import ArgumentParser

from app.cli.argument import add_fetch_from, text
from app.cli.call import Call
from app.cli.connected import Connected, connected
from app.cli.exit_code import ExitCode, wrong_use
from app.cli.item_id import found_item
from app.cli.one_sync import OneSync
from app.cli.outcome_row import OutcomeRow
from app.errors import UserError
from app.library import linking
from app.library.library import Library
from app.library.row import LinkRow
from app.message import message
from app.sync.choice import Selection, Side


def add_arguments(parser: ArgumentParser) -> None:
    """The quizzes and what of them."""
    parser.add_argument(
        "quizzes", metavar="QUIZ", nargs="+", type=text, help="an id, the beginning of one, or the exact title"
    )
    parser.add_argument("--course", metavar="ID", type=text, help="where a quiz goes that is not on this Canvas yet")
    parser.add_argument("--item", metavar="ID", action="append", default=[], help="only this item; repeatable")
    parser.add_argument("--dry-run", action="store_true", help="say what would be done and do nothing")
    parser.add_argument("--prefer", choices=[side.value for side in Side], help="whose value wins every conflict")
    parser.add_argument(
        "--confirm-deletions", action="store_true", help="delete questions also where they are many, or all of a quiz"
    )
    add_fetch_from(parser)


def run(call: Call) -> ExitCode:
    """Sync the quizzes one after the other and print what happened to each; the worst one makes the exit code."""
    with call.library(writing=True) as library:
        quiz_ids = list(dict.fromkeys(library.find_quiz(name) for name in call.options.quizzes))
        selection = _selection(call, library, quiz_ids)
        rows = [asyncio.run(_synced(call, library, quiz_id, selection)) for quiz_id in quiz_ids]
    call.printer.result([row.document for row in rows], [line for row in rows for line in row.lines])
    return max(row.code for row in rows)


def _selection(call: Call, library: Library, quiz_ids: list[str]) -> Selection:
    prefer = Side(call.options.prefer) if call.options.prefer else None
    asked = frozenset(map(str.lower, call.options.fetch_from))
    released = call.options.confirm_deletions
    if not call.options.item:
        return Selection(prefer=prefer, brake_released=released, fetch_from=asked)
    if len(quiz_ids) > 1:
        raise wrong_use(message("--item is for one quiz at a time."))
    quiz = library.open_quiz(quiz_ids[0]).quiz
    only = frozenset(found_item(quiz, item) for item in call.options.item)
    return Selection(prefer=prefer, only=only, brake_released=released, fetch_from=asked)


async def _synced(call: Call, library: Library, quiz_id: str, selection: Selection) -> OutcomeRow:
    """One quiz; an error is told and does not stop the others."""
    links = library.links(quiz_id)
    preferred = links[0].account_id if links else None
    try:
        async with connected(call, library, preferred=preferred) as canvas:
            return await _with_link(call, library, canvas, quiz_id, selection)
    except UserError as error:
        title = library.open_quiz(quiz_id).quiz.title
        call.printer.fail(error, title)
        return OutcomeRow(quiz_id, title, error=error)


async def _with_link(call: Call, library: Library, canvas: Connected, quiz_id: str, selection: Selection) -> OutcomeRow:
    before = library.links(quiz_id)
    link = await _link(call, library, canvas, quiz_id)
    one = OneSync(library, canvas, link, selection, call.printer)
    if not call.options.dry_run:
        return await one.run()
    try:
        return await one.preview()
    finally:
        if link.id not in {known.id for known in before}:  # a dry run leaves no trace
            with library.transaction() as db:
                linking.unlink(db, link.id)


async def _link(call: Call, library: Library, canvas: Connected, quiz_id: str) -> LinkRow:
    """Where the quiz goes: the course that was said, else where it is. Raises `WrongUse` where neither is known.

    A course that Canvas does not show us gets no link: the next sync would go there again.
    """
    course: str | None = call.options.course
    links = [link for link in library.links(quiz_id) if link.account_id == canvas.account.id]
    if course is None and links:
        return links[0]
    if course is None:
        raise wrong_use(
            message("This quiz is in no course on {origin} yet.", origin=canvas.account.origin),
            message("Say which one with --course ID; “quizwright courses” lists them."),
        )
    known = next((link for link in links if link.course_id == course), None)
    if known is not None:
        return known
    await canvas.quizzes(course)
    await canvas.note_courses(library)
    with library.transaction() as db:
        return linking.link_to(db, quiz_id, canvas.account.id, course)
