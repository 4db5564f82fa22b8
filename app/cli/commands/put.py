"""Replace or add items from a JSON file in the shape of Canvas's API: {"items": […]}, a list, or one item.

An item with the `id` of one in the quiz replaces it, one without an `id` is added at the end; `canvas_id` and
`position` are not looked at. The image_url of a hot spot, and a picture in a text (<img src="leaf.png">), may name a
picture file, relative to the JSON file (from stdin: to the working folder). All of the file is taken, or nothing.
"""

from argparse import ArgumentParser
from collections.abc import Sequence
from dataclasses import dataclass

from app.checks.table import problems
from app.cli.argument import add_quiz
from app.cli.call import Call
from app.cli.exit_code import ExitCode
from app.cli.item_file import ItemFile
from app.cli.picture import Pictures
from app.cli.problem_row import lines, rows_of
from app.library.library import Library
from app.message import message
from app.models.item import Item
from app.models.quiz import Quiz


@dataclass(frozen=True)
class Put:
    """What one call changed."""

    items: tuple[Item, ...]
    added: int
    replaced: int


def add_arguments(parser: ArgumentParser) -> None:
    """The quiz and the file."""
    add_quiz(parser)
    parser.add_argument("file", metavar="FILE", help="the JSON file; - reads stdin")


def run(call: Call) -> ExitCode:
    """Take the items in and print their problems; problems are no failure."""
    file = ItemFile.read(call.options.file)
    with call.library(writing=True) as library:
        put = _put(library, library.find_quiz(call.options.quiz), file)
    found = rows_of(put.items)
    document = {"added": put.added, "replaced": put.replaced, "problems": found}
    call.printer.result(document, [f"{put.added} added, {put.replaced} replaced", *lines(found)])
    return ExitCode.DONE


def _put(library: Library, quiz_id: str, file: ItemFile) -> Put:
    opened = library.open_quiz(quiz_id)
    quiz = opened.quiz
    items = file.items(quiz)
    pictures = Pictures(library, quiz_id, file.folder)
    pictures.look(items, quiz.items)
    items = [pictures.taken_in(item) for item in items]
    added = sum(item.id not in quiz.places for item in items)
    if items:
        counts = {**opened.problem_counts, **{item.id: len(problems(item)) for item in items}}
        what = message("Put 1 question", plural="Put {count} questions", count=len(items))
        library.save(_with(quiz, items), before=quiz, what=str(what), problem_counts=counts)
    return Put(tuple(items), added, len(items) - added)


def _with(quiz: Quiz, items: Sequence[Item]) -> Quiz:
    given = {item.id: item for item in items}
    kept = [given.pop(item.id, item) for item in quiz.items]
    return quiz.with_items([*kept, *given.values()])
