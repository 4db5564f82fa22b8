"""Where a cursor stands after lines around it were replaced."""

from itertools import takewhile

from app.ui.fields.rich_text.patch import Patch

_END = "\u2029"


def moved_place(done: Patch, line: int, place: int) -> tuple[int, int]:
    """The line and UTF-16 unit of a cursor that was there: among words that stayed it keeps its place."""
    if line < done.first:
        return line, place
    if line >= done.old_end:
        return line + len(done.after) - len(done.before), place
    old, new = _END.join(done.before), _END.join(done.after)
    at = sum(_units(text) + 1 for text in done.before[: line - done.first]) + place
    at = min(_moved(_wide(old), _wide(new), at), _units(new))
    number = done.first
    for text in done.after:
        if at <= _units(text):
            return number, at
        at -= _units(text) + 1
        number += 1
    return number - 1, _units(done.after[-1])


def _moved(old: str, new: str, at: int) -> int:
    start = _common(old, new)
    kept = _common(old[start:][::-1], new[start:][::-1])
    if at <= start:
        return at
    if at >= len(old) - kept:
        return at + len(new) - len(old)
    return len(new) - kept


def _common(one: str, other: str) -> int:
    """How many signs both begin with."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _wide(text: str) -> str:
    """One sign for each UTF-16 unit, so that places can be counted."""
    return text if text.isascii() else _split(text)


def _split(text: str) -> str:
    raw = text.encode("utf-16-le", "surrogatepass")
    return "".join(chr(raw[n] | raw[n + 1] << 8) for n in range(0, len(raw), 2))


def _units(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2
