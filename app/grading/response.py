"""What a student answered, as JSON (command-line.md, Responses), read for each type."""

from collections.abc import Mapping, Sequence

from app.errors import UserError
from app.message import Message

Response = object
"""None, text, number, bool, list or map: JSON as it came. None is no answer."""


class UnfitResponse(UserError):
    """An answer has not the form that its question asks for."""


def text_of(response: Response, form: Message) -> str:
    """A text; a number is taken as it is written. Raises `UnfitResponse`, which says the right `form`."""
    if type(response) is str:
        return response
    if isinstance(response, bool) or not isinstance(response, (str, int, float)):
        raise UnfitResponse(form)
    return str(response)


def texts_of(response: Response, form: Message) -> tuple[str, ...]:
    """A list of texts. Raises `UnfitResponse`."""
    if not isinstance(response, list) and (isinstance(response, (str, Mapping)) or not isinstance(response, Sequence)):
        raise UnfitResponse(form)
    return tuple(text_of(one, form) for one in response)


def map_of(response: Response, form: Message) -> Mapping[str, object]:
    """A map. Raises `UnfitResponse`."""
    if not isinstance(response, dict | Mapping):
        raise UnfitResponse(form)
    return response
