"""Who the token belongs to (Canvas, Users API)."""

from dataclasses import dataclass

from app.canvas.connection import Connection
from app.canvas.errors import NotCanvas
from app.canvas.path import core_path


@dataclass(frozen=True, slots=True)
class User:
    """A person on Canvas."""

    id: str
    name: str


class Users:
    """The owner of the token."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def me(self) -> User:
        """The token's owner: the check that an address is a Canvas and a token good. Raises CanvasError."""
        raw = self._connection.object(await self._connection.get(core_path("users", "self")))
        if raw.get("id") is None:
            raise NotCanvas(self._connection.host)
        return User(str(raw["id"]), str(raw.get("name") or raw.get("short_name") or raw["id"]))
