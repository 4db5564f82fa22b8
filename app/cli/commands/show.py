"""A quiz and its items in the shape of Canvas's API, unknown fields as they came.

`id` is the library's own, `canvas_id` that of Canvas. A hot spot's picture is shown as media:SHA256 until a sync has
uploaded it, then by its address on Canvas.
"""

from argparse import ArgumentParser
from collections.abc import Callable
from typing import Any

from app.cli.argument import add_quiz
from app.cli.call import Call
from app.cli.exit_code import ExitCode
from app.cli.picture import with_image_url
from app.cli.printer import number, table
from app.library import linking
from app.library.library import Library
from app.library.row import LinkRow
from app.models.item import Item
from app.models.quiz import Quiz
from app.sync.ledger import SANDBOX_GRACE, Ledger
from app.sync.stored import StoredQuiz, at_once

Address = Callable[[str, str], str | None]


def add_arguments(parser: ArgumentParser) -> None:
    """The quiz."""
    add_quiz(parser)


def run(call: Call) -> ExitCode:
    """Print the quiz."""
    with call.library(writing=False) as library:
        quiz = library.open_quiz(library.find_quiz(call.options.quiz)).quiz
        document = _document(library, quiz)
        call.printer.result(document, [quiz.title, "", *_lines(quiz)])
    return ExitCode.DONE


def _lines(quiz: Quiz) -> list[str]:
    rows = [
        (f"{place}.", item.id[:8], item.summary.type, number(item.points), item.summary.title, item.summary.first_words)
        for place, item in enumerate(quiz.items, start=1)
    ]
    return table([("", "ID", "TYPE", "POINTS", "TITLE", "TEXT"), *rows]) if rows else ["No questions yet."]


def _document(library: Library, quiz: Quiz) -> dict[str, Any]:
    links = library.links(quiz.id)
    link = links[0] if links else None
    canvas_ids = {row.item_id: row.canvas_id for row in linking.item_bases(library.db, link.id)} if link else {}
    address = _address(library, link)
    items = [
        {"id": item.id, "canvas_id": canvas_ids.get(item.id), "position": place, **_wire(item, address)}
        for place, item in enumerate(quiz.items, start=1)
    ]
    head = {"id": quiz.id, "canvas_id": link.canvas_id if link else None}
    return {"quiz": {**quiz.fields.wire(), **head}, "items": items}


def _address(library: Library, link: LinkRow | None) -> Address:
    if link is None:
        return lambda _item_id, _reference: None
    return Ledger(library, link, StoredQuiz(library, link.quiz_id), at_once, grace=SANDBOX_GRACE).address


def _wire(item: Item, address: Address) -> dict[str, Any]:
    return with_image_url(item.wire(), lambda reference: address(item.id, reference) or reference)
