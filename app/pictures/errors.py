"""Why a picture cannot be used."""

from app.errors import UserError
from app.message import Message


class PictureError(UserError):
    """The picture cannot be used; the message names it, the hint says what can be done."""


class NotAPicture(PictureError):
    """The bytes are of no kind that Canvas shows."""


class PictureTooLarge(PictureError):
    """The picture has more pixels or longer sides than can be used; `shrinkable`: a smaller copy can be made here."""

    def __init__(self, message: Message, hint: Message, *, shrinkable: bool) -> None:
        super().__init__(message, hint)
        self.shrinkable = shrinkable


class PictureDamaged(PictureError):
    """The picture has a header, but its pixels cannot be read."""
