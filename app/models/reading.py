"""From JSON to models, without ever losing what does not fit."""

from collections.abc import Mapping, Sequence

from pydantic import ValidationError
from pydantic.alias_generators import to_snake

from app.models.entry import Bank, BankEntry, Opaque, Stimulus
from app.models.question import Question
from app.models.table import question_class
from app.models.value import Value

Entry = Question | Stimulus | BankEntry | Bank | Opaque

_READ_ONLY: dict[str, type[Stimulus | BankEntry | Bank]] = {
    "Stimulus": Stimulus,
    "BankEntry": BankEntry,
    "Bank": Bank,
}
_PLAIN = (bool, int, float, type(None))
_FLAGS = {"true": True, "false": False}


def read_entry(entry_type: str, raw: Mapping[str, object]) -> Entry:
    """The typed entry; an `Opaque` with the same JSON where the type is unknown or the shape does not fit it."""
    kind: type[Value] | None = _READ_ONLY.get(entry_type)
    if entry_type == "Item":
        slug = raw.get("interaction_type_slug", raw.get("interactionTypeSlug"))
        kind = question_class(slug) if isinstance(slug, str) else None
    if kind is None:
        return Opaque.model_validate(dict(raw))
    try:
        read = kind.model_validate(dict(raw))
    except ValidationError:
        return Opaque.model_validate(dict(raw))
    assert isinstance(read, Question | Stimulus | BankEntry | Bank)
    return read if says_the_same(raw, read.wire()) else Opaque.model_validate(dict(raw))


def says_the_same(raw: object, written: object) -> bool:
    """Whether `written` has all that `raw` has: names may have become snake_case, "true" a flag, and nothing else.

    Pydantic turns some values into the type of a field, 1 into true for one; such a value would be sent back changed.
    """
    if isinstance(raw, str):
        return raw == written or (isinstance(written, bool) and written is _FLAGS.get(raw))
    if isinstance(raw, _PLAIN):  # before the abstract classes, which are slow to ask
        return written is raw if isinstance(raw, bool) or isinstance(written, bool) else raw == written
    if isinstance(raw, (dict, Mapping)):
        return isinstance(written, (dict, Mapping)) and _same_keys(raw, written)
    if isinstance(raw, (list, Sequence)):
        return isinstance(written, list) and len(raw) == len(written) and all(map(says_the_same, raw, written))
    return raw == written


def _same_keys(raw: Mapping[str, object], written: Mapping[str, object]) -> bool:
    if raw.keys() == written.keys():
        return all(says_the_same(value, written[key]) for key, value in raw.items())
    names = {key: key if key in written else to_snake(key) for key in raw}
    if len(written) != len(raw) or len(set(names.values())) != len(raw):
        return False
    return all(names[key] in written and says_the_same(value, written[names[key]]) for key, value in raw.items())
