"""Until when a pasted token is good, where Canvas tells (Canvas, Access Tokens API)."""

from datetime import datetime
from typing import Final

from app.canvas.connection import Connection
from app.canvas.errors import CanvasError
from app.canvas.path import core_path

_HINT: Final = 5
"""Letters of a token by which Canvas finds it: they stand on its settings page too."""


class AccessTokens:
    """The tokens that a person made."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def expiry(self, token: str) -> float | None:
        """Epoch seconds; None where it never ends, or Canvas does not say.

        The letters may be counted with or without the number that stands before a token where schools share a server,
        so both are asked. Older Canvases know neither: whatever fails is no news.
        """
        for hint in dict.fromkeys((token[:_HINT], token.partition("~")[2][:_HINT])):
            if len(hint) < _HINT:
                continue
            try:
                raw = await self._connection.get(core_path("users", "self", "tokens", hint))
            except CanvasError:
                continue
            return _moment(raw.get("expires_at")) if isinstance(raw, dict) else None
        return None


def _moment(value: object) -> float | None:
    try:
        return datetime.fromisoformat(str(value)).timestamp() if value else None
    except ValueError:
        return None
