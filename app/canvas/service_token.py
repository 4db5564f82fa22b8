"""The token of the Quiz service: sent as it is, without "Bearer" (`canvas-facts.md` 5.5)."""

from typing import NoReturn

from app.canvas.authentication import TOKEN
from app.canvas.errors import CanvasError
from app.message import message


class ServiceToken:
    """What a launch of New Quizzes gives; a personal token never works there. It cannot be printed or pickled."""

    __slots__ = ("_token",)

    def __init__(self, token: str) -> None:
        """Take `token` without blanks around it. Raises CanvasError where it has characters that no token has."""
        stripped = token.strip()
        if not TOKEN.fullmatch(stripped):
            raise CanvasError(message("This is not a token of the Quiz service."), message("Copy the whole token."))
        self._token = stripped

    async def header(self) -> str:
        """The token alone."""
        return self._token

    async def renewed(self, rejected: str) -> bool:
        """It stays as it is."""
        return False

    def __repr__(self) -> str:
        return "ServiceToken(…)"

    def __reduce__(self) -> NoReturn:
        raise TypeError("a token is never pickled or copied")
