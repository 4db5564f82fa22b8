"""Writes whose effect comes after the client has given up (`reliability.md` 1.2, "late commits are real")."""

from random import Random

from app.sandbox.exchange import Request
from app.sandbox.state import State

LATEST = 0.6
"""Seconds until the last late write has landed; below the grace of a sandbox account (`decisions.md` 18)."""


def postpone(state: State, request: Request, switches: frozenset[str], now: float, luck: Random) -> None:
    """Keep a write for later: due after 1 to 5 more requests, or by the clock."""
    row = {
        "request": [request.method, request.path, request.query, dict(request.headers), request.body.decode("latin-1")],
        "switches": sorted(switches),
        "requests_left": luck.randint(1, 5),
        "due_at": now + luck.uniform(0.1, LATEST),
    }
    state.put("late", state.next_id("late"), row)


def due(state: State, now: float, *, counted: bool) -> list[tuple[Request, frozenset[str]]]:
    """The writes that land now, in their order; `counted` says that a request came in."""
    landed = []
    for key, row in list(state.rows("late")):
        left = row["requests_left"] - (1 if counted else 0)
        if left <= 0 or now >= row["due_at"]:
            state.drop("late", key)
            method, path, query, headers, body = row["request"]
            request = Request(method, path, query, headers, body.encode("latin-1"))
            landed.append((request, frozenset(row["switches"])))
        elif counted:
            state.put("late", key, {**row, "requests_left": left})
    return landed
