"""The words of an answer that can be chosen: as plain as they are, rich only where they are rich."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.html.text import plain_text
from app.ui.fields.quiet import QuietLabel
from app.ui.fields.rich_text.page_text import PageText
from app.ui.theme import control_height

if TYPE_CHECKING:
    from app.session.pictures import PictureShelf


def answer_text(html: str, shelf: "PictureShelf", parent: QWidget) -> QWidget:
    """A widget that shows `html` and lets every click through to the row it stands in."""
    words = plain_text(html)
    if _is_plain(html):
        label = QLabel(words, parent) if words else QuietLabel(parent.tr("No text yet"), parent)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setMinimumHeight(control_height())
        return label
    view = PageText(words or parent.tr("Answer"), shelf, parent)
    view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    view.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    view.show_html(html)
    return _on_the_line(view, parent)


def _on_the_line(view: PageText, parent: QWidget) -> QWidget:
    """Its first line stands in the middle of a control beside it."""
    place = QWidget(parent)
    air = (control_height() - view.fontMetrics().lineSpacing()) // 2
    layout = QVBoxLayout(place)
    layout.setContentsMargins(0, air, 0, air)
    layout.addWidget(view)
    return place


def _is_plain(html: str) -> bool:
    inner = html.strip().removeprefix("<p>").removesuffix("</p>")
    return "<" not in inner
