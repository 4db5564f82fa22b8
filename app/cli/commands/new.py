"""A new empty quiz in the library."""

from argparse import ArgumentParser

from app.cli.argument import text
from app.cli.call import Call
from app.cli.exit_code import ExitCode, wrong_use
from app.message import message
from app.models.quiz import NewQuiz


def add_arguments(parser: ArgumentParser) -> None:
    """The title."""
    parser.add_argument("title", metavar="TITLE", type=text)


def run(call: Call) -> ExitCode:
    """Make the quiz and print its id."""
    title: str = call.options.title
    if not title.strip():
        raise wrong_use(message("A quiz needs a title."))
    with call.library(writing=True) as library:
        quiz = library.create_quiz(NewQuiz(title=title))
    call.printer.result({"id": quiz.id}, [quiz.id])
    return ExitCode.DONE
