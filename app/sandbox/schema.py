"""A cursor over a block of an entry that complains as the quiz service does: in the words of a JSON schema."""

import math
import re
from collections.abc import Collection, Iterator

from app.sandbox.exchange import Json
from app.sandbox.refusal import Refusal, invalid

_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_NUMBER = re.compile(r"[+-]?(\d[\d,]*\.?\d*|\.\d+)(\*10\^[+-]?\d+)?")
_TAG = re.compile(r"<[^>]*>|&nbsp;|\s")
_SHOWN = ("<img", "<iframe", "<video", "<audio", "<math", "<object", "<embed")
_TYPES: dict[type, str] = {dict: "object", list: "array", str: "string", bool: "boolean", int: "integer"}


def json_type(value: object) -> str:
    """The name that JSON schema has for the type of a value."""
    if value is None:
        return "null"
    return _TYPES.get(type(value), "number")


class Field:
    """A value and its path in a block: `block` names `interaction_data` and so on, `path` is `#/choices/0/id`."""

    __slots__ = ("block", "path", "value")

    def __init__(self, value: Json, block: str, path: str = "#") -> None:
        self.value = value
        self.block = block
        self.path = path

    def problem(self, message: str) -> Refusal:
        """The refusal for this place, to be raised."""
        return invalid(self.block, message)

    def _mismatch(self, wanted: str) -> Refusal:
        where = self.path if self.path != "#" else "#/"
        kind = json_type(self.value)
        return self.problem(f"The property '{where}' of type {kind} did not match the following type: {wanted}")

    def object(self) -> dict[str, Json]:
        if not isinstance(self.value, dict):
            raise self._mismatch("object")
        return self.value

    def __getitem__(self, key: str) -> "Field":
        """A required property."""
        if key not in self.object():
            where = self.path if self.path != "#" else "#/"
            raise self.problem(f"The property '{where}' did not contain a required property of '{key}'")
        return Field(self.value[key], self.block, f"{self.path}/{key}")

    def get(self, key: str) -> "Field | None":
        """A property that may be missing or null."""
        value = self.object().get(key)
        return None if value is None else Field(value, self.block, f"{self.path}/{key}")

    def members(self) -> Iterator[tuple[str, "Field"]]:
        """Keys and values of a map."""
        for key, value in self.object().items():
            yield key, Field(value, self.block, f"{self.path}/{key}")

    def elements(self, least: int = 0) -> list["Field"]:
        if not isinstance(self.value, list):
            raise self._mismatch("array")
        if len(self.value) < least:
            message = f"The property '{self.path}' did not contain a minimum number of items {least}"
            raise self.problem(message)
        return [Field(value, self.block, f"{self.path}/{place}") for place, value in enumerate(self.value)]

    def text(self) -> str:
        if not isinstance(self.value, str):
            raise self._mismatch("string")
        return self.value

    def filled(self) -> str:
        """A text that shows something: letters, or a picture or other media."""
        text = self.text()
        if not _TAG.sub("", text) and not any(tag in text for tag in _SHOWN):
            raise self.problem(f"The property '{self.path}' cannot be blank")
        return text

    def boolean(self) -> bool:
        if not isinstance(self.value, bool):
            raise self._mismatch("boolean")
        return self.value

    def integer(self, least: int | None = None) -> int:
        """A whole number, written as a number or as text ("3"), as the samples do both."""
        number = self.number()
        if number != int(number):
            raise self._mismatch("integer")
        if least is not None and number < least:
            raise self.problem(f"The property '{self.path}' did not have a minimum value of {least}")
        return int(number)

    def number(self) -> float:
        """A number, or the text of one, with the `1.5*10^3` of the numeric questions."""
        if isinstance(self.value, bool) or not isinstance(self.value, int | float | str):
            raise self._mismatch("string")
        number = finite(self.value)
        if number is None:
            raise self.problem(f"The property '{self.path}' value {self.value!r} is not a number")
        return number

    def uuid(self) -> str:
        if not _UUID.fullmatch(self.text()):
            raise self.problem(f"The property '{self.path}' value {self.value!r} must be a valid UUID")
        return str(self.value)

    def one_of(self, allowed: Collection[str]) -> str:
        if not isinstance(self.value, str) or self.value not in allowed:
            listed = ", ".join(allowed)
            message = f"The property '{self.path}' value {self.value!r} did not match one of the following: {listed}"
            raise self.problem(message)
        return str(self.value)

    def reference(self, known: Collection[str], what: str) -> str:
        """An id or text that must be one of those given elsewhere in the question."""
        if self.text() not in known:
            raise self.problem(f"The property '{self.path}' refers to {what} that does not exist: {self.value!r}")
        return str(self.value)


def finite(value: float | str) -> float | None:
    """The number that a value or text tells, or None where it tells none or one beyond all measure."""
    if isinstance(value, str) and not _NUMBER.fullmatch(value.strip()):
        return None
    mantissa, _, exponent = str(value).strip().replace(",", "").partition("*10^")
    try:
        number = float(mantissa) * 10.0 ** int(exponent or 0)
    except (OverflowError, ValueError):
        return None
    return number if math.isfinite(number) else None


def unique(fields: list[Field], values: list[str], what: str) -> set[str]:
    """The values as a set; complains of the first that is there twice."""
    seen: set[str] = set()
    for field, value in zip(fields, values, strict=True):
        if value in seen:
            raise field.problem(f"The property '{field.path}' gives {what} twice: {value!r}")
        seen.add(value)
    return seen
