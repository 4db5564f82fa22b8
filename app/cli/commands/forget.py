"""Delete the names, answers and marks of students from this computer, also out of the automatic backups and of what a
restore kept aside. What is on Canvas stays. Marks that were not sent are told, and go only with --unsent-too.
"""

from argparse import ArgumentParser

from app.cli.call import Call
from app.cli.exit_code import ExitCode, wrong_use
from app.library.results.forgetting import forget_results, left_words
from app.library.results.marks import marks
from app.message import message


def add_arguments(parser: ArgumentParser) -> None:
    """What else goes."""
    parser.add_argument("--unsent-too", action="store_true", help="also marks that are not on Canvas yet")


def run(call: Call) -> ExitCode:
    """Delete and print how much went."""
    with call.library(writing=True) as library:
        unsent = len(marks(library.db))
        if unsent and not call.options.unsent_too:
            words = message("1 mark is not on Canvas yet.", plural="{count} marks are not on Canvas yet.", count=unsent)
            raise wrong_use(words, message("“quizwright score --send” sends them; --unsent-too deletes them."))
        gone = forget_results(library)
    document = {"quizzes": gone.quizzes, "marks": gone.marks, "given": gone.given, "left": list(map(str, gone.left))}
    call.printer.result(document, [f"Results of {gone.quizzes} quizzes deleted."])
    for path in gone.left:
        call.printer.say(left_words(path))
    return ExitCode.PROBLEMS if gone.left else ExitCode.DONE
