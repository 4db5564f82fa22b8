"""What the world did wrong: every error that a person is told about. A bug is never one of these.

UserError
├── canvas.errors.CanvasError …     Canvas refused, or could not be reached
├── library.errors.LibraryError …   the library cannot be opened or written
└── pictures.errors.PictureError …  a picture cannot be used
"""

from app.message import Message


class UserError(Exception):
    """Something outside the program failed: `message` names the thing and what happened, `hint` what to do next."""

    def __init__(self, message: Message, hint: Message | None = None) -> None:
        super().__init__(message, hint)
        self.message = message
        self.hint = hint

    def __reduce__(self) -> tuple[object, ...]:
        """As it is, also where it was made of other arguments: it may come from another process."""
        return _as_it_was, (type(self), self.args), self.__dict__

    def __str__(self) -> str:
        return f"{self.message} {self.hint}" if self.hint else str(self.message)


def _as_it_was(kind: type[UserError], args: tuple[object, ...]) -> UserError:
    return kind.__new__(kind, *args)
