"""A small client of the sandbox's core, without HTTP, and the examples that the documents have."""

import json
from copy import deepcopy
from dataclasses import dataclass

from app.sandbox.core import Sandbox
from app.sandbox.exchange import Json, Request, Response


@dataclass
class Clock:
    """A clock that stands still until it is turned."""

    now: float = 1_790_000_000.0

    def __call__(self) -> float:
        return self.now


@dataclass
class Client:
    """Sends JSON to a core and reads JSON back."""

    core: Sandbox
    clock: Clock
    token: str | None

    def send(self, method: str, path: str, body: object = None, **headers: str) -> Response:
        address, _, query = path.partition("?")
        sent = {name.replace("_", "-"): value for name, value in headers.items()}
        if self.token is not None:
            sent.setdefault("authorization", f"Bearer {self.token}")
        if body is not None:
            sent.setdefault("content-type", "application/json")
        content = body if isinstance(body, bytes) else b"" if body is None else json.dumps(body).encode()
        return self.core.handle(Request(method, address, query, sent, content))

    def json(self, method: str, path: str, body: object = None, *, status: int = 200) -> Json:
        """The JSON of an answer that must have this status."""
        response = self.send(method, path, body)
        assert response.status == status, response.body
        return json.loads(response.body)


@dataclass
class Questions:
    """Items of one quiz through the API; `entry` gives the example that the documents have for a type."""

    client: Client
    path: str
    examples: dict[str, Json]

    def entry(self, slug: str) -> Json:
        example = deepcopy(self.examples[slug])
        if slug == "hot-spot":
            example["interaction_data"]["image_url"] = self.client.core.add_media(b"pixels")
        return example

    def send(self, entry: Json, *, status: int = 200, **item: Json) -> Json:
        body = {"item": {"entry_type": "Item", "points_possible": 2, "entry": entry, **item}}
        return self.client.json("POST", self.path, body, status=status)

    def create(self, slug: str, **changes: Json) -> Json:
        return self.send({**self.entry(slug), **changes})

    def patch(self, key: str, item: Json, *, status: int = 200) -> Json:
        return self.client.json("PATCH", f"{self.path}/{key}", {"item": item}, status=status)

    def all(self) -> list[Json]:
        return list(self.client.json("GET", self.path + "?per_page=100"))
