"""One row of a quiz (New Quiz Items, QuizItem): a question, a stimulus, a bank entry or a bank.

A stored item is read when its entry is first asked for, and pydantic is imported then: a list of 2,000 questions opens
without a single model.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any
from uuid import uuid4

if TYPE_CHECKING:
    from app.models.local import Local
    from app.models.question import Question
    from app.models.reading import Entry

_HELD_BACK = b'"held_back":true'
"""As `Item.document` writes it; in a text its quotes would be escaped."""
SERVER_MADE = frozenset({"id", "created_at", "updated_at", "user_response_type"})
"""Keys of an entry that Canvas makes: kept, never sent (decisions 6)."""
_OWN = frozenset({"id", "canvas_id", "position", "points_possible", "entry_type", "entry"})


@dataclass(frozen=True, slots=True)
class Summary:
    """What a list shows of an item; `type` is the interaction type of a question, else the entry type."""

    title: str
    type: str
    first_words: str


@dataclass(frozen=True, slots=True)
class Parts:
    """What a stored document holds: the entry, what only we know, and every other key of the wire."""

    entry: "Entry"
    local: "Local"
    rest: Mapping[str, Any]


class Item:
    """An immutable row of a quiz; two items are the same only if they are the same object.

    `id` is this library's own and stays for life; `points` is `points_possible`; the position is its place in the quiz.
    """

    __slots__ = ("_document", "_parts", "_summary", "entry_type", "id", "points")

    def __init__(
        self,
        id: str,
        points: float | None,
        entry_type: str,
        parts: Parts | None,
        *,
        document: bytes | None = None,
        summary: Summary | None = None,
    ) -> None:
        """Either `parts`, or the `document` of a stored item with its `summary`, is given."""
        self.id = id
        self.points = points
        self.entry_type = entry_type
        self._parts = parts
        self._document = document
        self._summary = summary

    @classmethod
    def stored(
        cls,
        id: str,
        points: float | None,
        entry_type: str,
        document: bytes,
        summary: Summary,
    ) -> "Item":
        """The item of a library's row, read only when its entry is asked for. `document` is what `document` gave."""
        return cls(id, points, entry_type, None, document=document, summary=summary)

    @classmethod
    def from_wire(cls, raw: Mapping[str, Any], *, id: str | None = None) -> "Item":
        """The item of an API answer or of a file in the API's shape; a new id of ours unless one is given.

        Canvas's own `id` and the position are left to the caller, every other unknown key is kept.
        """
        entry_type = str(raw.get("entry_type", raw.get("entryType", "Item")))
        rest = {key: value for key, value in raw.items() if key not in _OWN}
        points = raw.get("points_possible", raw.get("pointsPossible"))
        return cls(id or str(uuid4()), _number(points), entry_type, _read(entry_type, raw.get("entry") or {}, {}, rest))

    @classmethod
    def of(cls, question: "Question", *, points: float = 1, id: str | None = None) -> "Item":
        """A new item that holds `question`."""
        return cls(id or str(uuid4()), points, "Item", Parts(question, _local({}), {}))

    @property
    def parts(self) -> Parts:
        """The entry, local part and rest, read at the first call."""
        if self._parts is None:
            assert self._document is not None
            raw = json.loads(self._document)
            self._parts = _read(self.entry_type, raw["entry"], raw["local"], raw["rest"])
        return self._parts

    @property
    def is_read(self) -> bool:
        """Whether `parts` is there at once."""
        return self._parts is not None

    @property
    def entry(self) -> "Entry":
        """What the item holds."""
        return self.parts.entry

    @property
    def local(self) -> "Local":
        """What only this library knows of it."""
        return self.parts.local

    @property
    def rest(self) -> Mapping[str, Any]:
        """Every other key of the wire as it came: status, stimulus_quiz_entry_id, properties, unknown ones."""
        return self.parts.rest

    @property
    def summary(self) -> Summary:
        """What a list shows of it."""
        if self._summary is None:
            self._summary = _summarized(self)
        return self._summary

    @property
    def document(self) -> bytes:
        """The JSON that a library keeps: without id, points and type, which are columns. Equal items, equal bytes."""
        if self._document is None:
            parts = self.parts
            raw = {"entry": parts.entry.wire(), "local": parts.local.wire(), "rest": dict(parts.rest)}
            self._document = json.dumps(raw, ensure_ascii=False, separators=(",", ":")).encode()
        return self._document

    @property
    def is_held_back(self) -> bool:
        """Whether the person keeps it from being sent; a stored item is not read for it, because every list asks."""
        if self._parts is None and self._document is not None:
            return _HELD_BACK in self._document
        return bool(self.local.held_back)

    def held_back(self, held: bool) -> "Item":
        """The same row, kept from being sent or not."""
        return self.with_local(self.local.replaced(held_back=True) if held else self.local.without("held_back"))

    def wire(self) -> dict[str, Any]:
        """The API's QuizItem without `id` and `position`."""
        head = {"entry_type": self.entry_type, "points_possible": self.points}
        return {**head, **self.rest, "entry": self.entry.wire()}

    def with_entry(self, entry: "Entry") -> "Item":
        """The same row with another entry."""
        return Item(self.id, self.points, self.entry_type, Parts(entry, self.local, self.rest))

    def with_local(self, local: "Local") -> "Item":
        """The same row with another local part."""
        return Item(self.id, self.points, self.entry_type, Parts(self.entry, local, self.rest))

    def with_points(self, points: float | None) -> "Item":
        """The same row with other points; nothing is read for it."""
        return self._copied(self.id, points)

    def with_id(self, id: str) -> "Item":
        """The same content as another row: a duplicate, or a row that comes from elsewhere."""
        return self._copied(id, self.points)

    def _copied(self, id: str, points: float | None) -> "Item":
        return Item(id, points, self.entry_type, self._parts, document=self._document, summary=self._summary)

    def __reduce__(self) -> tuple[object, ...]:
        """As a library has it: whoever gets it from another process reads it when it is needed."""
        return Item.stored, (self.id, self.points, self.entry_type, self.document, self.summary)

    def __repr__(self) -> str:
        return f"Item({self.id!r}, {self.entry_type}, points={self.points})"


def _number(points: object) -> float | None:
    if isinstance(points, str):
        try:
            return float(points)
        except ValueError:
            return None
    return points if isinstance(points, (int, float)) and not isinstance(points, bool) else None


def _read(entry_type: str, entry: Mapping[str, Any], local: Mapping[str, Any], rest: Mapping[str, Any]) -> Parts:
    reading = import_module("app.models.reading")
    return Parts(reading.read_entry(entry_type, entry), _local(local), rest)


def _local(raw: Mapping[str, Any]) -> "Local":
    local: Local = import_module("app.models.local").Local.model_validate(dict(raw))
    return local


def _summarized(item: Item) -> Summary:
    summary: Summary = import_module("app.models.summary").summary_of(item)
    return summary
