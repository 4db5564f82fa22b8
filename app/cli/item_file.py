"""A JSON file of items in the shape of Canvas's API, as `put` takes it."""

import json
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.cli.exit_code import WrongUse, wrong_use
from app.message import Message, message
from app.models.item import Item
from app.models.quiz import Quiz

STDIN = "-"


@dataclass(frozen=True)
class ItemFile:
    """What was read; `folder` is where the paths of its pictures begin."""

    name: str
    folder: Path
    rows: tuple[Mapping[str, Any], ...]

    @classmethod
    def read(cls, text: str) -> "ItemFile":
        """Read the file, or stdin for "-". Raises `WrongUse` with the place of the first mistake."""
        if text == STDIN:
            return cls("stdin", Path(), _rows("stdin", _parsed("stdin", sys.stdin.buffer.read())))
        path = Path(text)
        try:
            data = path.read_bytes()
        except OSError as error:
            why = error.strerror or type(error).__name__
            raise wrong_use(message('The file "{name}" cannot be read: {why}.', name=text, why=why)) from error
        return cls(text, path.parent, _rows(text, _parsed(text, data)))

    def items(self, quiz: Quiz) -> list[Item]:
        """The items: with the id of one of the quiz in its place, else new. Raises `WrongUse` for any other id."""
        items: list[Item] = []
        for place, row in enumerate(self.rows, start=1):
            item = self._item(quiz, place, row)
            if any(item.id == before.id for before in items):
                raise wrong_use(message("{name}: the item {id} comes twice.", name=self.name, id=item.id))
            items.append(item)
        return items

    def _item(self, quiz: Quiz, place: int, row: Mapping[str, Any]) -> Item:
        item_id = row.get("id")
        if item_id is None:
            return Item.from_wire(row)
        if not isinstance(item_id, str) or item_id not in quiz.places:
            raise wrong_use(
                message('{name}: item {place} has the id "{id}".', name=self.name, place=place, id=str(item_id)),
                message("The quiz has no such item. Leave the id out to add a new one."),
            )
        return Item.from_wire(row, id=item_id).with_local(quiz.item(item_id).local)


def _parsed(name: str, data: bytes) -> object:
    try:
        document = json.loads(data.decode("utf-8-sig"), parse_constant=_refused)
        json.dumps(document, ensure_ascii=False).encode()
    except json.JSONDecodeError as error:
        raise _wrong_at(name, error.lineno, error.colno, message("this is no JSON: {why}", why=error.msg)) from error
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        column = error.start - data.rfind(b"\n", 0, error.start)
        raise _wrong_at(name, line, column, message("this is not UTF-8")) from error
    except UnicodeEncodeError as error:  # "\ud800" alone: no database and no Canvas takes it
        raise wrong_use(message("{name}: half of a character stands alone in a text.", name=name)) from error
    except (ValueError, RecursionError) as error:
        words = message("{name}: this is no JSON that can be used: {why}", name=name, why=str(error))
        raise wrong_use(words) from error
    return document


def _wrong_at(name: str, line: int, column: int, why: Message) -> WrongUse:
    words = message("{name}: line {line}, column {column}: {why}.", name=name, line=line, column=column, why=why)
    return wrong_use(words)


def _refused(constant: str) -> object:
    raise ValueError(f"{constant} is no number in JSON")


def _rows(name: str, document: object) -> tuple[Mapping[str, Any], ...]:
    if isinstance(document, dict) and "items" in document:
        document = document["items"]
    elif isinstance(document, dict):
        document = [document]
    if not isinstance(document, list):
        raise _no_items(name)
    for place, row in enumerate(document, start=1):
        if not isinstance(row, dict) or not isinstance(row.get("entry"), dict):
            raise wrong_use(
                message('{name}: item {place} has no object "entry".', name=name, place=place),
                message('An item looks like this: {{"points_possible": 1, "entry": {{…}}}}'),
            )
    return tuple(document)


def _no_items(name: str) -> WrongUse:
    return wrong_use(
        message("{name}: there are no items in it.", name=name),
        message('It may be {{"items": […]}}, a list of items, or one item.'),
    )
