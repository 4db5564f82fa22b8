"""Everything the sandbox holds, in one place: tables of JSON rows that can be dumped, loaded and followed."""

import uuid
from collections.abc import Iterable

from app.sandbox.exchange import JsonObject

TABLES = (
    "meta", "people", "tokens", "courses", "groups", "assignments", "quizzes", "orders", "items", "uploads", "files",
    "late", "codes", "classics", "classic_submissions", "sittings", "accommodations", "progress", "service",
)  # fmt: skip

Change = tuple[str, str, JsonObject | None]
"""Table, key and the new row, or None where the row was removed."""


class State:
    """Tables of rows by key. A row is never changed in place: `put` replaces it, and every change is remembered."""

    def __init__(self) -> None:
        self.tables: dict[str, dict[str, JsonObject]] = {name: {} for name in TABLES}
        self._changes: dict[tuple[str, str], None] = {}

    def row(self, table: str, key: str) -> JsonObject | None:
        return self.tables[table].get(key)

    def rows(self, table: str) -> Iterable[tuple[str, JsonObject]]:
        """Keys and rows in the order of their first writing."""
        return self.tables[table].items()

    def put(self, table: str, key: str, row: JsonObject) -> None:
        self.tables[table][key] = row
        self._changes[table, key] = None

    def drop(self, table: str, key: str) -> None:
        if self.tables[table].pop(key, None) is not None:
            self._changes[table, key] = None

    def changes(self) -> list[Change]:
        """What changed since the last call, each row once, with its present value."""
        taken = [(table, key, self.tables[table].get(key)) for table, key in self._changes]
        self._changes.clear()
        return taken

    def apply(self, changes: Iterable[Change]) -> None:
        """Take over changes that were written down earlier."""
        for table, key, row in changes:
            if row is None:
                self.tables[table].pop(key, None)
            else:
                self.tables[table][key] = row

    def dump(self) -> JsonObject:
        """The whole state as JSON; rows are shared, so serialise it before the next request."""
        return {name: dict(rows) for name, rows in self.tables.items()}

    @classmethod
    def load(cls, dumped: JsonObject) -> "State":
        state = cls()
        for name, rows in dumped.items():
            state.tables[name] = dict(rows)
        return state

    @property
    def instance(self) -> str:
        """The identity of this sandbox for life, whatever its address."""
        return str(self.tables["meta"]["instance"]["value"])

    def next_id(self, counter: str) -> str:
        """The next number of a counter as text; a number is never given twice."""
        number = int((self.row("meta", counter) or {"value": 0})["value"]) + 1
        self.put("meta", counter, {"value": number})
        return str(number)

    def next_uuid(self) -> str:
        """A UUID that this sandbox gives once, also over restarts with the same seed."""
        return str(uuid.uuid5(uuid.NAMESPACE_OID, f"{self.instance}/{self.next_id('uuid')}"))
