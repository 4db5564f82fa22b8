"""What the commands about results share: which quiz is meant, what is kept of it, and doing it with its Canvas."""

import time
from argparse import ArgumentParser
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

from app import paths
from app.cli.argument import text
from app.cli.call import Call
from app.cli.connected import Connected, connected
from app.cli.exit_code import wrong_use
from app.library.library import Library
from app.library.results.forgetting import forget_old_results
from app.library.results.keeping import keep_results, result_set, result_sets
from app.library.results.row import QuizThere, ResultSet
from app.message import message
from app.preferences import RESULTS_DAYS, Preferences
from app.sync.results.fetch import fetched_classic, fetched_new


def add_quiz(parser: ArgumentParser) -> None:
    """A quiz of the library, or one of a course by its id on Canvas."""
    parser.add_argument("quiz", metavar="QUIZ", nargs="?", type=text, help="a quiz of the library: a New Quiz")
    parser.add_argument("--course", metavar="ID", type=text, help="“quizwright courses” lists them")
    parser.add_argument("--classic", metavar="CANVAS_ID", type=text, help="a Classic quiz of that course")


@asynccontextmanager
async def at_canvas(call: Call, library: Library) -> AsyncIterator[Connected]:
    """The Canvas of the quiz that is named; results that are too old are forgotten first."""
    forget_old_results(library, Preferences(paths.preferences_file())[RESULTS_DAYS])
    links = library.links(library.find_quiz(call.options.quiz)) if getattr(call.options, "quiz", None) else []
    async with connected(call, library, preferred=links[0].account_id if links else None) as canvas:
        yield canvas


def named_quiz(call: Call, library: Library, account_id: str) -> QuizThere:
    """The quiz that the options name. Raises WrongUse."""
    options = call.options
    if options.classic is not None:
        if options.course is None:
            raise wrong_use(message("A Classic quiz needs its course: --course ID."))
        return QuizThere(account_id, options.course, options.classic, "classic")
    if options.quiz is None:
        raise wrong_use(message("Say which quiz: QUIZ, or --course ID --classic CANVAS_ID."))
    quiz_id = library.find_quiz(options.quiz)
    links = [link for link in library.links(quiz_id) if link.account_id == account_id and link.canvas_id is not None]
    link = next((link for link in links if options.course in (None, link.course_id)), None)
    if link is None or link.canvas_id is None:
        raise wrong_use(message("This quiz is not on Canvas yet."), message("“quizwright sync” brings it there."))
    return QuizThere(account_id, link.course_id, link.canvas_id, "new")


def known_classic(call: Call, library: Library) -> ResultSet:
    """What is kept of the Classic quiz that the options name, without asking Canvas. Raises WrongUse."""
    options = call.options
    found = [
        one
        for one in result_sets(library.db)
        if (one.quiz.course_id, one.quiz.quiz_id, one.quiz.kind) == (options.course, options.classic, "classic")
    ]
    if len(found) != 1:
        hint = message("“quizwright submissions --course ID --classic CANVAS_ID” brings them here.")
        raise wrong_use(message("The results of this Classic quiz are not on this computer."), hint)
    return found[0]


async def fetched(library: Library, canvas: Connected, quiz: QuizThere) -> ResultSet:
    """The results of a quiz as Canvas has them now, kept. Raises CanvasError."""
    fetch = fetched_classic if quiz.kind == "classic" else fetched_new
    found, rows = await fetch(canvas.client, quiz, time.time())
    with library.transaction() as db:
        keep_results(db, found, rows)
    kept = result_set(library.db, quiz)
    assert kept is not None
    return kept


async def at_once(work: Callable[[], Any]) -> Any:  # noqa: ANN401  (whatever the work gives)
    """Do something to the library here and now."""
    return work()
