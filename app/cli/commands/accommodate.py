"""More time or attempts for students in New Quizzes: of a whole course, or of one quiz. Minutes of both add up. What
Canvas refuses because a student has not opened the quiz yet waits; without --student, what waits is sent again.
"""

from argparse import ArgumentParser

from app.cli.argument import text
from app.cli.call import Call
from app.cli.giving import add_common, run_giving
from app.message import message
from app.models.results.limit import attempts_problem, time_problem


def add_arguments(parser: ArgumentParser) -> None:
    """Who is given what."""
    add_common(parser)
    parser.add_argument(
        "--quiz", dest="canvas_quiz", metavar="CANVAS_ID", type=text, default="", help="only in this New Quiz"
    )
    parser.add_argument("--minutes", metavar="N", type=int, help="extra time, beyond the limit of each quiz")
    parser.add_argument("--attempts", metavar="N", type=int, help="extra attempts; for one quiz only")
    choices = parser.add_mutually_exclusive_group()
    choices.add_argument("--fewer-choices", action="store_true", default=None, help="show fewer wrong answers")
    choices.add_argument(
        "--all-choices", dest="fewer_choices", action="store_false", default=None, help="show all answers again"
    )
    parser.add_argument("--in-progress", action="store_true", help="also in attempts under way; for a course only")


def run(call: Call) -> int:
    """Give it and print what is known of the course."""
    options = call.options
    sent = {
        "extra_time": options.minutes,
        "extra_attempts": options.attempts,
        "reduce_choices_enabled": options.fewer_choices,
        "apply_to_in_progress_quiz_sessions": options.in_progress or None,
    }
    problem = time_problem(options.minutes) or attempts_problem(options.attempts)
    if options.attempts is not None and not options.canvas_quiz:
        problem = message("Extra attempts are given for one quiz, not for a whole course.")
    if options.in_progress and options.canvas_quiz:
        problem = message("Attempts under way are extended for a whole course, not for one quiz.")
    fields = {name: value for name, value in sent.items() if value is not None}
    return run_giving(call, "new", options.canvas_quiz, fields, problem)
