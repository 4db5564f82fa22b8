"""A JSON file of items in the shape of Canvas's API, as `put` takes it."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.cli.exit_code import WrongUse, wrong_use
from app.cli.json_file import STDIN, name_of, read_json
from app.message import message
from app.models.item import Item
from app.models.quiz import Quiz


@dataclass(frozen=True)
class ItemFile:
    """What was read; `folder` is where the paths of its pictures begin."""

    name: str
    folder: Path
    rows: tuple[Mapping[str, Any], ...]

    @classmethod
    def read(cls, text: str) -> "ItemFile":
        """Read the file, or stdin for "-". Raises `WrongUse` with the place of the first mistake."""
        folder = Path() if text == STDIN else Path(text).parent
        name = name_of(text)
        return cls(name, folder, _rows(name, read_json(text)))

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
