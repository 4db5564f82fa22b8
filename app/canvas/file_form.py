"""The second step of a file upload: fields that go back as they came, and the file behind them (canvas-facts, 1.7)."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import httpx


@dataclass(frozen=True, slots=True)
class FileForm:
    """Where a file is to be sent, and with which fields; whoever has them may upload, so they never show themselves."""

    url: str = field(repr=False)
    fields: tuple[tuple[str, str], ...] = field(repr=False)
    file_field: str = "file"

    @classmethod
    def read(cls, answer: Mapping[str, object]) -> "FileForm | None":
        """The form that the first step answered; None where it is none."""
        url, fields = answer.get("upload_url"), answer.get("upload_params")
        if not isinstance(url, str) or not isinstance(fields, Mapping):
            return None
        pairs = tuple((str(name), written(value)) for name, value in fields.items())
        return cls(url, pairs, str(answer.get("file_param") or "file"))

    @property
    def secrets(self) -> tuple[str, ...]:
        """What must not show in any message."""
        return tuple(value for _, value in self.fields if len(value) >= 8)

    def request(self, name: str, data: bytes, content_type: str) -> httpx.Request:
        """The request, without any login; the file comes last."""
        parts: list[tuple[str, tuple[str | None, str | bytes, str] | tuple[None, str]]] = [
            (key, (None, value)) for key, value in self.fields
        ]
        parts.append((self.file_field, (name, data, content_type)))
        request = httpx.Request("POST", self.url, files=parts)
        request.read()
        return request


def written(value: object) -> str:
    """A value of JSON as a field of a form."""
    if value is None:
        return ""
    return str(value).lower() if isinstance(value, bool) else str(value)
