"""Points and comments for the answers of one attempt at a Classic quiz. They are kept here and sent; with --keep they
are only kept, which needs no connection, and “quizwright score --send” sends them all later.
"""

import asyncio
import time
from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Iterator

from app.cli.argument import text
from app.cli.call import Call
from app.cli.exit_code import ExitCode, wrong_use
from app.cli.results import at_canvas, at_once, known_classic
from app.library.library import Library
from app.library.results.keeping import answers, attempts
from app.library.results.marks import forget_marks, keep_mark, marks, marks_of
from app.library.results.row import Mark, ResultSet
from app.message import message
from app.models.results.limit import score_problem
from app.sync.results.send_marks import Sent, send_marks


def add_arguments(parser: ArgumentParser) -> None:
    """Which attempt, and what for which answer."""
    parser.add_argument("--course", metavar="ID", type=text, help="“quizwright courses” lists them")
    parser.add_argument("--classic", metavar="CANVAS_ID", type=text, help="a Classic quiz of that course")
    parser.add_argument("--submission", metavar="ID", type=text, help="“quizwright submissions” lists them")
    parser.add_argument("--attempt", metavar="N", type=int, help="which attempt (default: the latest one handed in)")
    parser.add_argument(
        "--points", metavar="QUESTION=POINTS", type=_points, action="append", default=[], help="repeatable"
    )
    parser.add_argument(
        "--comment",
        metavar="QUESTION=TEXT",
        type=_comment,
        action="append",
        default=[],
        help="repeatable; an empty text removes the comment that is there",
    )
    parser.add_argument("--fudge", metavar="POINTS", type=float, help="added to the score of the attempt; below 0, too")
    parser.add_argument("--keep", action="store_true", help="do not send; no connection is needed")
    parser.add_argument("--send", action="store_true", help="send everything that is kept and not sent")
    parser.add_argument("--drop", action="store_true", help="forget what is kept and not sent for this attempt")


def run(call: Call) -> ExitCode:
    """Keep the marks, send what waits, and print what is left."""
    options = call.options
    if options.submission is None and not options.send:
        raise wrong_use(message("Say what to mark, or --send."))
    with call.library(writing=True) as library:
        if options.submission is not None:
            _keep(call, library, known_classic(call, library))
        done = Sent() if options.keep or options.drop else asyncio.run(_sent(call, library))
        left = marks(library.db)
    document = {
        "sent": done.sent, "there": done.there, "refused": done.refused, "changed_there": done.changed_there,
        "unsent": [_shown(mark) for mark in left],
    }  # fmt: skip
    call.printer.result(document, _lines(done, left))
    return ExitCode.CONFLICTS if done.changed_there else ExitCode.CANVAS if done.refused else ExitCode.DONE


def _keep(call: Call, library: Library, kept: ResultSet) -> None:
    options, submission = call.options, call.options.submission
    known = [row for row in attempts(library.db, kept.key) if row.submission_id == submission]
    handed_in = [row for row in known if answers(library.db, kept.key, submission, row.attempt)]
    row = next((row for row in reversed(handed_in) if options.attempt in (None, row.attempt)), None)
    if row is None:
        words = message('“{title}” has no such attempt of “{submission}” that was handed in.', title=kept.title,
                        submission=submission)  # fmt: skip
        raise wrong_use(words, message("“quizwright submissions” lists the attempts."))
    there = {one.question_id: one for one in answers(library.db, kept.key, submission, row.attempt)}
    before = marks_of(library.db, kept.key, submission, row.attempt)
    points, comments = dict(options.points), dict(options.comment)
    for question in {**points, **comments}:
        if question not in there:
            raise wrong_use(message('This attempt has no question "{question}".', question=question))
        if (problem := score_problem(points.get(question))) is not None:
            raise wrong_use(problem)
    with library.transaction() as db:
        if options.drop:
            forget_marks(db, before.values())
        for question in {**points, **comments}:
            one, old = there[question], before.get(question)
            score = points.get(question, old.score if old is not None else None)
            comment = comments.get(question, old.comment if old is not None else None)
            mark = Mark(kept.key, submission, row.attempt, question, score, comment, one.points, one.comment)
            keep_mark(db, mark, time.time())
        if options.fudge is not None:
            mark = Mark(kept.key, submission, row.attempt, "", options.fudge, None, row.fudge, "")
            keep_mark(db, mark, time.time())


async def _sent(call: Call, library: Library) -> Sent:
    async with at_canvas(call, library) as canvas:
        return await send_marks(canvas.client, library, canvas.account.id, at_once, lambda done, total: None)


def _shown(mark: Mark) -> dict[str, object]:
    names = ("submission_id", "attempt", "question_id", "score", "comment", "state", "told")
    return {name.removesuffix("_id"): getattr(mark, name) for name in names}


def _lines(done: Sent, left: list[Mark]) -> Iterator[str]:
    yield f"{done.sent} attempts sent, {done.there} there already, {done.refused} refused, " + (
        f"{done.changed_there} changed on Canvas by somebody else"
    )
    for mark in left:
        about = f"question {mark.question_id}" if mark.question_id else "fudge points"
        told = f": {' '.join(mark.told.split())}" if mark.told else ""
        yield f"  {mark.state}: submission {mark.submission_id}, attempt {mark.attempt}, {about}{told}"


def _points(argument: str) -> tuple[str, float]:
    question, sign, points = argument.partition("=")
    try:
        found = float(points if sign else "")
    except ValueError:
        raise ArgumentTypeError("must be QUESTION=POINTS") from None
    if found != found:
        raise ArgumentTypeError("must be QUESTION=POINTS")
    return question, found


def _comment(argument: str) -> tuple[str, str]:
    question, sign, words = text(argument).partition("=")
    if not sign:
        raise ArgumentTypeError("must be QUESTION=TEXT")
    return question, words
