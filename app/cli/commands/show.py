"""A quiz and its items in the shape of Canvas's API, unknown fields as they came.

`id` is the library's own, `canvas_id` that of Canvas. A picture of a hot spot or of a text is shown as media:SHA256
until a sync has uploaded it, then by its address on Canvas.
"""

from argparse import ArgumentParser
from typing import Any

from app.cli.argument import add_quiz
from app.cli.call import Call
from app.cli.exit_code import ExitCode
from app.cli.picture import with_image_url
from app.cli.printer import number, table
from app.html.sources import with_sources
from app.library import linking
from app.library.library import Library
from app.library.row import LinkRow
from app.models.item import Item
from app.models.quiz import Quiz
from app.sync.link_pictures import LinkPictures
from app.sync.wire import MEDIA, NOWHERE, Addresses


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
    addresses = _addresses(library, link)
    items = [
        {"id": item.id, "canvas_id": canvas_ids.get(item.id), "position": place, **_wire(item, addresses)}
        for place, item in enumerate(quiz.items, start=1)
    ]
    head = {"id": quiz.id, "canvas_id": link.canvas_id if link else None}
    fields = with_sources(quiz.fields.wire(), lambda source: _shown("", source, addresses))
    return {"quiz": {**fields, **head}, "items": items}


def _addresses(library: Library, link: LinkRow | None) -> Addresses:
    return NOWHERE if link is None else LinkPictures(library, library, link).addresses


def _wire(item: Item, addresses: Addresses) -> dict[str, Any]:
    """The item with the addresses of pictures that were uploaded; others are called as they are here."""
    wire = with_sources(item.wire(), lambda source: _shown(item.id, source, addresses))
    return with_image_url(wire, lambda reference: addresses.hot_spot(item.id, reference) or reference)


def _shown(item_id: str, source: str, addresses: Addresses) -> str:
    return (addresses.text(item_id, source) if source.startswith(MEDIA) else None) or source
