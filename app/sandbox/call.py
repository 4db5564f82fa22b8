"""What a handler gets: the request with everything around it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from app.sandbox.exchange import JsonObject, Request
from app.sandbox.parameters import body_parameters
from app.sandbox.state import State


@dataclass(frozen=True, slots=True)
class Site:
    """The two origins (`http://127.0.0.1:8080`) under which the sandbox is reached."""

    canvas: str = "http://canvas.sandbox"
    storage: str = "http://storage.sandbox"


@dataclass(frozen=True, slots=True)
class Call:
    """One request on its way through a handler; `switches` are the faults and switches drawn for it."""

    state: State
    request: Request
    site: Site
    now: float
    switches: frozenset[str]
    person: JsonObject
    path: Mapping[str, str]

    def parameters(self) -> JsonObject:
        return body_parameters(self.request)

    def stamp(self) -> str:
        """Now, as the server writes it into its rows."""
        return stamp(self.now)

    @property
    def teaches(self) -> bool:
        return bool(self.person["role"] == "teacher")


def stamp(now: float) -> str:
    """A moment in ISO 8601, UTC, with milliseconds."""
    return datetime.fromtimestamp(now, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
