"""From JSON to the values of this folder: what does not fit its field is put aside, so that the rest can be read."""

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from pydantic import ValidationError

from app.models.value import Value, thawed

V = TypeVar("V", bound=Value)


def read(kind: type[V], raw: Mapping[str, Any]) -> V | None:
    """The value of an answer, without the fields that do not fit; None where it is unusable, for want of its id."""
    known = thawed(raw)
    try:
        return kind.model_validate(known)
    except ValidationError as error:
        unfit = {problem["loc"][0] for problem in error.errors(include_url=False, include_input=False)}
    rest = {name: value for name, value in known.items() if name not in unfit}
    try:
        return kind.model_validate(rest)
    except ValidationError:
        return None


def read_all(kind: type[V], raws: Iterable[object]) -> tuple[V, ...]:
    """The values of a list; what is unusable is left out."""
    read_ones = (read(kind, raw) for raw in raws if isinstance(raw, Mapping))
    return tuple(value for value in read_ones if value is not None)
