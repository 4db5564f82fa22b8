"""An address with a signature: whoever has it may upload, so it never shows itself."""

from dataclasses import dataclass, field
from urllib.parse import parse_qsl, urlsplit

from app.canvas.address import redacted


@dataclass(frozen=True, slots=True)
class SignedAddress:
    """A presigned address of the picture storage; good for 120 seconds (canvas-facts, 2.3)."""

    url: str = field(repr=False)

    @property
    def unsigned(self) -> str:
        """The address without its query: what a question's `image_url` holds."""
        return redacted(self.url)

    @property
    def secrets(self) -> tuple[str, ...]:
        """The values of its query, which must not show in any message."""
        return tuple(value for _, value in parse_qsl(urlsplit(self.url).query))

    def __str__(self) -> str:
        return self.unsigned
