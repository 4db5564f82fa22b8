"""Delete a quiz, or one of its items, here; on Canvas nothing happens until you sync.

A quiz lies in "Recently deleted" for 30 days; an item stays in the history of its quiz.
"""

from argparse import ArgumentParser

from app.cli.argument import add_quiz
from app.cli.call import Call
from app.cli.exit_code import ExitCode
from app.cli.item_id import found_item
from app.library.library import Library


def add_arguments(parser: ArgumentParser) -> None:
    """The quiz and perhaps the item."""
    add_quiz(parser)
    parser.add_argument("--item", metavar="ID", help="delete only this item of the quiz")


def run(call: Call) -> ExitCode:
    """Delete and print what."""
    with call.library(writing=True) as library:
        quiz_id = library.find_quiz(call.options.quiz)
        item_id = None
        if call.options.item is None:
            library.delete_quiz(quiz_id)
        else:
            item_id = _delete_item(library, quiz_id, call.options.item)
    call.printer.result({"quiz": quiz_id, "item": item_id}, [f"Deleted {item_id or quiz_id}"])
    return ExitCode.DONE


def _delete_item(library: Library, quiz_id: str, text: str) -> str:
    opened = library.open_quiz(quiz_id)
    item_id = found_item(opened.quiz, text)
    after = opened.quiz.with_items(item for item in opened.quiz.items if item.id != item_id)
    library.save(after, before=opened.quiz, what="Delete question", problem_counts=opened.problem_counts)
    return item_id
