"""How requests to Canvas say who asks: by a token that a person pasted, or by a sign-in through the browser."""

import re
from typing import NoReturn, Protocol

from app.canvas.errors import CanvasError
from app.message import message

TOKEN = re.compile(r"[\x21-\x7e]{1,4096}")


class Authentication(Protocol):
    """Gives the value of the `Authorization` header. Its text never shows a secret."""

    async def header(self) -> str:
        """The value for the next request."""
        ...

    async def renewed(self, rejected: str) -> bool:
        """Called when Canvas rejected a header: whether another one can be tried now. Raises CanvasError."""
        ...


class PersonalToken:
    """A token that a person made in Canvas under Account › Settings. It cannot be printed, copied or pickled."""

    __slots__ = ("__weakref__", "_token")

    def __init__(self, token: str) -> None:
        """Take `token` without blanks around it. Raises CanvasError where it has characters that no token has."""
        stripped = token.strip()
        if not TOKEN.fullmatch(stripped):
            raise CanvasError(
                message("This is not an access token."),
                message("Copy the whole token from Canvas, Account › Settings › New access token, and paste it."),
            )
        self._token = stripped

    async def header(self) -> str:
        """`Bearer` and the token (Canvas, OAuth2 overview)."""
        return f"Bearer {self._token}"

    async def renewed(self, rejected: str) -> bool:
        """A pasted token stays as it is."""
        return False

    def __repr__(self) -> str:
        return "PersonalToken(…)"

    def __reduce__(self) -> NoReturn:
        raise TypeError("a token is never pickled or copied")
