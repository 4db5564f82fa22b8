"""More time, more attempts or an open door for students, in every Classic quiz of a course or in one. New Quizzes do
not notice it: “quizwright accommodate” is for those. Without --student, what was kept is sent.
"""

from argparse import ArgumentParser

from app.cli.argument import text
from app.cli.call import Call
from app.cli.giving import add_common, run_giving
from app.models.results.limit import attempts_problem, end_problem, time_problem


def add_arguments(parser: ArgumentParser) -> None:
    """Who is given what."""
    add_common(parser)
    parser.add_argument("--classic", metavar="CANVAS_ID", type=text, default="", help="only in this Classic quiz")
    parser.add_argument("--minutes", metavar="N", type=int, help="extra time, beyond the limit of each quiz")
    parser.add_argument("--attempts", metavar="N", type=int, help="extra attempts")
    parser.add_argument("--unlock", action="store_true", help="let them in although the quiz is locked")
    parser.add_argument("--from-now", metavar="MINUTES", type=int, help="an attempt under way ends so much after now")
    parser.add_argument("--from-end", metavar="MINUTES", type=int, help="an attempt under way ends so much later")


def run(call: Call) -> int:
    """Give it and print what is known of the course."""
    options = call.options
    sent = {
        "extra_time": options.minutes,
        "extra_attempts": options.attempts,
        "manually_unlocked": options.unlock or None,
        "extend_from_now": options.from_now,
        "extend_from_end_at": options.from_end,
    }
    problem = (
        time_problem(options.minutes)
        or attempts_problem(options.attempts)
        or end_problem(options.from_now, options.from_end)
    )
    fields = {name: value for name, value in sent.items() if value is not None}
    return run_giving(call, "classic", options.classic, fields, problem)
