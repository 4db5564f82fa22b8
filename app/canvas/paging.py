"""Whole lists from Canvas: `Link: rel=next` is followed as it came, within the origin, to a proper end.

An incomplete list must never look complete, because things missing from it are taken for deleted.
"""

from collections.abc import AsyncIterator
from urllib.parse import urlencode

from app.canvas.address import joined
from app.canvas.answer import Json
from app.canvas.connection import Connection, Query
from app.canvas.errors import Garbled, NotCanvas

PAGE_SIZE = ("per_page", "100")
MOST_PAGES = 1000


async def whole_list(connection: Connection, path: str, query: Query = ()) -> tuple[Json, ...]:
    """Every object of the list at `path`, an id that comes twice only once.

    Raises NotCanvas where an answer is no list of objects, Redirected for a next page elsewhere, Garbled for a list
    without end.
    """
    found: dict[str, Json] = {}
    async for number, member in members(connection, path, query):
        found.setdefault(str(member.get("id", f"#{number}")), member)
    return tuple(found.values())


async def members(connection: Connection, path: str, query: Query) -> AsyncIterator[tuple[int, Json]]:
    """Every object on every page, numbered from 0."""
    number = 0
    async for page in pages(connection, path, query):
        if not isinstance(page, list):
            raise NotCanvas(connection.host)
        for member in page:
            yield number, connection.object(member)
            number += 1


async def pages(connection: Connection, path: str, query: Query) -> AsyncIterator[object]:
    """The value of every page. A next page that was seen before is a loop: Garbled is raised."""
    url: str | None = f"{connection.origin}{path}?{urlencode((*query, PAGE_SIZE))}"
    seen: set[str] = set()
    while url is not None:
        if url in seen or len(seen) >= MOST_PAGES:
            raise Garbled(connection.host)
        seen.add(url)
        page = await connection.page(url)
        yield page.value
        url = joined(url, page.next or "")
