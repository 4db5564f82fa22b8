"""Marks of words, put on and taken off."""

from typing import TYPE_CHECKING

from app.html.marks import Effect, Marks, all_have, has_mark, mark, with_mark, without_mark
from app.html.rich import Words
from app.html.splice import marked

if TYPE_CHECKING:
    from app.ui.fields.rich_text.edit import RichEdit


def toggle(edit: "RichEdit", effect: Effect) -> None:
    """Put the mark on what is selected, or take it off where all of it has it; a bare cursor types on with it."""
    on = is_marked(edit, effect)
    chosen = edit.chosen
    if chosen.is_bare:
        edit.write_with(_changed(edit.marks(), effect, on=on))
        return
    blocks = marked(chosen.blocks, chosen.start, chosen.end, lambda marks: _changed(marks, effect, on=on))
    edit.step(chosen.with_blocks(blocks))


def is_marked(edit: "RichEdit", effect: Effect) -> bool:
    """Whether everything that is selected has the mark, or what would be typed has."""
    chosen = edit.chosen
    if chosen.is_bare:
        return has_mark(Words("", edit.marks()), effect)
    return all_have((one for one in chosen.inlines if isinstance(one, Words)), effect)


def _changed(marks: Marks, effect: Effect, *, on: bool) -> Marks:
    if on:
        return without_mark(marks, effect)
    return marks if has_mark(Words("", marks), effect) else with_mark(marks, mark(effect))
