"""What goes into the sandbox and what comes out of it: requests, answers and finished responses."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, TypeAlias
from urllib.parse import parse_qsl

Json: TypeAlias = Any
"""A value of the wire; what it is is checked where it is used."""

JsonObject: TypeAlias = dict[str, Json]

WRITES = frozenset({"POST", "PUT", "PATCH", "DELETE"})


@dataclass(frozen=True, slots=True)
class Request:
    """One HTTP request; `path` is unquoted, `query` is the raw text after `?`, header names are lower case."""

    method: str
    path: str
    query: str = ""
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""

    @property
    def writes(self) -> bool:
        return self.method in WRITES

    def arguments(self) -> list[tuple[str, str]]:
        """The query's pairs in their order."""
        return parse_qsl(self.query, keep_blank_values=True)

    def argument(self, name: str) -> str | None:
        """The last value of a query argument, or None."""
        return next((value for key, value in reversed(self.arguments()) if key == name), None)


class Delivery(StrEnum):
    """How the bytes of a response reach the client."""

    WHOLE = "whole"
    RESET = "reset"  # not a byte is sent, the connection is reset
    SILENCE = "silence"  # nothing for a while, then the connection closes
    TRUNCATED = "truncated"  # half of the body, then the connection closes
    DRIP = "drip"  # the body in small pieces with pauses


@dataclass(frozen=True, slots=True)
class Answer:
    """What a handler gives: a JSON `value`, or `text` of another content type."""

    status: int
    value: Any = None
    headers: Mapping[str, str] = field(default_factory=dict)
    text: str | None = None
    content_type: str = "application/json; charset=utf-8"
    delivery: Delivery = Delivery.WHOLE

    def payload(self) -> bytes:
        """The bytes of the body."""
        if self.text is not None:
            return self.text.encode()
        return json.dumps(self.value, ensure_ascii=False, separators=(",", ":")).encode()

    @property
    def done(self) -> bool:
        return self.status < 300


@dataclass(frozen=True, slots=True)
class Response:
    """A finished response."""

    status: int
    headers: Mapping[str, str]
    body: bytes
    delivery: Delivery = Delivery.WHOLE
