"""The problems of a quiz: errors stop a push, warnings and hints do not. Exit code 1 where there are any but hints.

Below them it is said what blind guessing earns.
"""

from argparse import ArgumentParser

from app.checks.glance import glance
from app.checks.guessing import guessed
from app.checks.problem import Severity
from app.checks.quiz import quiz_problems
from app.checks.together import together, together_problems, twin_problems
from app.cli.argument import add_quiz
from app.cli.call import Call
from app.cli.exit_code import ExitCode
from app.cli.problem_row import lines, row, rows_of


def add_arguments(parser: ArgumentParser) -> None:
    """The quiz."""
    add_quiz(parser)


def run(call: Call) -> ExitCode:
    """Print the problems."""
    with call.library(writing=False) as library:
        quiz = library.open_quiz(library.find_quiz(call.options.quiz)).quiz
        of_quiz = (*quiz_problems(quiz), *together_problems(quiz.fields, together(map(glance, quiz.items))))
        twins = (row(item_id, problem) for item_id, problem in twin_problems(quiz).items())
        found = [*(row(None, problem) for problem in of_quiz), *rows_of(quiz.items), *twins]
        said = None if call.printer.is_json else guessed(quiz.items)
    told = lines(found) or ["No problems."]
    call.printer.result(found, told if said is None else [*told, f"{said}."])
    serious = any(problem["severity"] != Severity.HINT.value for problem in found)
    return ExitCode.PROBLEMS if serious else ExitCode.DONE
