"""Pages of a list: `per_page` is clamped, addresses in `Link` are opaque (`canvas-facts.md` 1.4)."""

import base64
import json
import re
from collections.abc import Callable, Sequence
from urllib.parse import quote, urlencode

from app.sandbox.call import Call
from app.sandbox.exchange import Answer, Json
from app.sandbox.refusal import not_found

DEFAULT = 10
MOST = 100
FEW = 3
_SHORT = re.compile(r"\d{1,9}")
_MARK = "bookmark:"
Key = list[int]


def per_page(call: Call) -> int:
    """How many rows the client gets: what it asks for, within 1 and 100, or within 3 on a server of small pages."""
    asked = call.request.argument("per_page") if call.request.query else None
    number = int(asked) if asked and _SHORT.fullmatch(asked) else DEFAULT
    return min(max(number, 1), FEW if "small-pages" in call.switches else MOST)


def numbered(call: Call, rows: Sequence[Json]) -> Answer:
    """A page by number, as core lists have it; past the end is an empty list."""
    size = per_page(call)
    asked = call.request.argument("page") or "1"
    page = max(int(asked), 1) if _SHORT.fullmatch(asked) else 1
    last = max(1, -(-len(rows) // size))
    links = {"current": str(page), "next": str(page + 1) if page < last else None}
    links |= {"prev": str(page - 1) if page > 1 else None, "first": "1", "last": str(last)}
    return Answer(200, list(rows[(page - 1) * size : page * size]), {"Link": _link(call, links)})


def bookmarked(call: Call, keys: Sequence[Key], shown: Callable[[int], Json]) -> Answer:
    """A page by bookmark: the rows whose key is above that of the last row seen.

    Keys are sorted; `shown` gives the row at a place of `keys`.
    """
    size = per_page(call)
    mark = call.request.argument("page") if "page=" in call.request.query else None
    after = bookmark_key(mark) if mark and mark != "first" else None
    places = [place for place, key in enumerate(keys) if after is None or key > after]
    page = places[:size]
    more = len(places) > size
    links = {"current": mark or "first", "next": _bookmark(keys[page[-1]]) if more else None, "first": "first"}
    return Answer(200, [shown(place) for place in page], {"Link": _link(call, links)})


def _bookmark(key: Key) -> str:
    return _MARK + base64.urlsafe_b64encode(json.dumps(key).encode()).decode()


def bookmark_key(mark: str) -> Key:
    """The key of a bookmark; one that was never given is not found."""
    try:
        key = json.loads(base64.urlsafe_b64decode(mark.removeprefix(_MARK)))
    except ValueError as error:
        raise not_found() from error
    if not mark.startswith(_MARK) or not isinstance(key, list) or not all(isinstance(part, int) for part in key):
        raise not_found()
    return key


def _link(call: Call, links: dict[str, str | None]) -> str:
    dropped = {"access_token", "page", "per_page"}
    kept = [(key, value) for key, value in call.request.arguments() if key not in dropped]
    base = f"{call.site.canvas}{quote(call.request.path)}"
    parts = []
    for relation, page in links.items():
        if page is not None:
            query = urlencode([*kept, ("page", page), ("per_page", str(per_page(call)))])
            parts.append(f'<{base}?{query}>; rel="{relation}"')
    return ",".join(parts)
