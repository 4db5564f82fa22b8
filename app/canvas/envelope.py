"""Answers that wrap a list: `{"quiz_submissions": […], "users": […]}`, page for page."""

from collections.abc import Iterable

from app.canvas.answer import Json
from app.canvas.connection import Connection, Query
from app.canvas.errors import NotCanvas
from app.canvas.paging import pages

Include = Iterable[str]
"""Associations to come along: `submission`, `quiz`, `user`."""


async def whole_envelope(connection: Connection, path: str, query: Query = ()) -> dict[str, tuple[Json, ...]]:
    """Every list of the envelope put together over all pages, an id that comes twice only once.

    Raises NotCanvas where an answer is no such envelope, and what `pages` raises.
    """
    found: dict[str, dict[str, Json]] = {}
    async for page in pages(connection, path, query):
        for name, members in connection.object(page).items():
            if isinstance(members, list):
                for number, member in enumerate(members):
                    row = connection.object(member)
                    key = str(row.get("id", f"#{len(found.get(name, ()))}.{number}"))
                    found.setdefault(name, {}).setdefault(f"{key}/{row.get('attempt')}", row)
    return {name: tuple(rows.values()) for name, rows in found.items()}


def members(connection: Connection, name: str, answer: object) -> tuple[Json, ...]:
    """The list `name` of one envelope."""
    rows = connection.object(answer).get(name)
    if not isinstance(rows, list):
        raise NotCanvas(connection.host)
    return tuple(connection.object(row) for row in rows)


def included(include: Include) -> tuple[tuple[str, str], ...]:
    """The query that asks for associations."""
    return tuple(("include[]", name) for name in include)
