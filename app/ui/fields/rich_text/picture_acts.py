"""What is done to the picture that is selected, and how a new one comes into a text."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize

from app.html.atom import AtomKind, kind_of
from app.html.chosen import Chosen
from app.html.picture_tag import Picture, picture, picture_source
from app.html.rich import Atom, Block, Inline
from app.html.splice import inserted, without
from app.ui.fields.rich_text.picture_file import natural_size

if TYPE_CHECKING:
    from app.session.pictures import PictureShelf
    from app.ui.fields.rich_text.edit import RichEdit


def chosen_atom(chosen: Chosen) -> Atom | None:
    """The atom that is selected and nothing else."""
    if chosen.is_bare or chosen.start.block != chosen.end.block or chosen.end.place != chosen.start.place + 1:
        return None
    only = chosen.inlines[0]
    return only if isinstance(only, Atom) else None


def chosen_picture(edit: "RichEdit") -> Picture | None:
    """The picture that is selected and nothing else."""
    atom = chosen_atom(edit.chosen)
    return picture(atom.source) if atom is not None and kind_of(atom) is AtomKind.PICTURE else None


def with_alt(edit: "RichEdit", alt: str, *, decorative: bool) -> None:
    """Give the picture another description; a burst of typing is one step."""
    shown = chosen_picture(edit)
    if shown is not None:
        edit.take(_with_picture(edit.chosen, replace(shown, alt=alt, decorative=decorative)))


def sized(edit: "RichEdit", shelf: "PictureShelf", *, width: int = 0, height: int = 0) -> None:
    """Make the picture so wide or so high; the other side follows its shape."""
    shown = chosen_picture(edit)
    if shown is None:
        return
    shape = natural_size(shelf, shown.address) or QSize(shown.width or 1, shown.height or 1)
    wide = width or max(1, round(height * shape.width() / shape.height()))
    high = height or max(1, round(width * shape.height() / shape.width()))
    edit.step(_with_picture(edit.chosen, replace(shown, width=wide, height=high)))


def put_picture(edit: "RichEdit", reference: str) -> None:
    """Put a picture of the library in place of what is selected, and select it."""
    chosen = edit.chosen
    atom = Atom(picture_source(Picture(reference)))
    bare = without(chosen.blocks, chosen.start, chosen.end)
    blocks, end = inserted(bare, chosen.start, (Block((atom,)),))
    edit.step(Chosen(blocks, replace(end, place=end.place - 1), end))


def with_address(edit: "RichEdit", old: str, new: str) -> None:
    """Name a picture otherwise, wherever it is in the text."""
    blocks = tuple(
        replace(block, inlines=tuple(_renamed(one, old, new) for one in block.inlines)) for block in edit.rich.blocks
    )
    edit.show_blocks(blocks)
    edit.typed.emit()


def _renamed(one: Inline, old: str, new: str) -> Inline:
    if not isinstance(one, Atom) or kind_of(one) is not AtomKind.PICTURE or picture(one.source).address != old:
        return one
    return replace(one, source=picture_source(replace(picture(one.source), address=new), one.source))


def _with_picture(chosen: Chosen, shown: Picture) -> Chosen:
    atom = chosen_atom(chosen)
    assert atom is not None
    new = Atom(picture_source(shown, atom.source), atom.marks)
    bare = without(chosen.blocks, chosen.start, chosen.end)
    blocks, _ = inserted(bare, chosen.start, (Block((new,)),))
    return chosen.with_blocks(blocks)
