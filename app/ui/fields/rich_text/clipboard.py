"""What is copied from a rich text, and what is taken from the clipboard."""

from importlib import import_module
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from app.html.chosen import Chosen
from app.html.gesture import moved, removed
from app.html.read import read
from app.html.rich import Block, Words
from app.html.splice import PARAGRAPH, between, inserted
from app.html.write import fragment
from app.ui.fields.handed_over import handed_over
from app.ui.fields.picture_drop import may_hold_picture

if TYPE_CHECKING:
    from app.html.clean import Pasted
    from app.ui.fields.rich_text.edit import RichEdit

OWN: Final = "application/x-quizwright-html"
"""The exact HTML of what was copied here: other programs get a cleaned one beside it."""


def copied(chosen: Chosen) -> QMimeData:
    """What is selected, exactly, as HTML for others, and as plain words."""
    blocks = between(chosen.blocks, chosen.start, chosen.end)
    html = fragment(_flowing(blocks))
    data = handed_over(QMimeData())
    data.setData(OWN, html.encode())
    data.setHtml(html)
    data.setText("\n".join(_words(block) for block in blocks))
    return data


def can_paste(data: QMimeData) -> bool:
    """Whether there are words, markup or a picture in it."""
    return data.hasFormat(OWN) or data.hasHtml() or data.hasText() or may_hold_picture(data)


def is_picture(data: QMimeData) -> bool:
    """Whether it is a picture and no text with one in it: browsers give a picture with its markup."""
    if data.hasFormat(OWN) or not may_hold_picture(data):
        return False
    return bool(data.urls()) or not (data.hasText() and data.text().strip())


def move(edit: "RichEdit", data: QMimeData, position: int) -> None:
    """Move what is selected to another place of the same text."""
    cursor = edit.textCursor()
    blocks, (anchor, end, target) = edit.rich.spots(cursor.anchor(), cursor.position(), position)
    chosen = Chosen(blocks, anchor, end)
    new = read(bytes(data.data(OWN).data()).decode()).blocks
    if new and not chosen.start <= target <= chosen.end:
        edit.step(moved(chosen, target, new))


def paste(edit: "RichEdit", data: QMimeData) -> None:
    """Paste what was copied here exactly, what comes from elsewhere cleaned."""
    if data.hasFormat(OWN):
        put(edit, bytes(data.data(OWN).data()).decode())
    elif data.hasHtml():
        clean: Pasted = import_module("app.html.clean").pasted(data.html())
        put(edit, clean.html)
        edit.pasted.emit(clean)
    else:
        paste_plain(edit, data)


def held() -> QMimeData:
    """What is in the clipboard; nothing, where there is none at all."""
    found: QMimeData | None = QGuiApplication.clipboard().mimeData()
    return found if found is not None else QMimeData()


def paste_plain(edit: "RichEdit", data: QMimeData) -> None:
    """Paste words alone, each line a paragraph."""
    if not data.hasText():
        return
    lines = [line.strip() for line in data.text().replace("\r\n", "\n").strip("\n").split("\n")]
    texts = [line for line in lines if line] or [data.text()]
    marks = edit.marks()
    put_blocks(edit, tuple(Block((Words(text, marks),), PARAGRAPH) for text in texts))


def paste_as_is(edit: "RichEdit", data: QMimeData) -> None:
    """Paste the markup without cleaning it; what cannot be edited here becomes a chip."""
    put(edit, data.html() or data.text())


def put(edit: "RichEdit", html: str) -> None:
    """Put markup in place of what is selected."""
    put_blocks(edit, read(html).blocks)


def put_blocks(edit: "RichEdit", blocks: tuple[Block, ...]) -> None:
    """Put blocks in place of what is selected, as one step."""
    chosen = edit.chosen
    bare = removed(chosen)
    if not blocks:
        edit.step(bare)
        return
    made, end = inserted(bare.blocks, bare.position, blocks)
    edit.step(bare.with_blocks(made, end))


def _flowing(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """A part of one block is words alone, without what stands around them."""
    return (Block(blocks[0].inlines),) if len(blocks) == 1 else blocks


def _words(block: Block) -> str:
    return "".join(one.text for one in block.inlines if isinstance(one, Words))
