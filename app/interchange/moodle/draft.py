"""One `<question>` as it is written."""

import base64
import re
from html import escape
from typing import Final

from lxml import etree
from lxml.etree import _Element as Element

from app.errors import UserError
from app.html.equation import equation
from app.html.rich import Atom
from app.html.sources import with_sources
from app.interchange.format import Media
from app.interchange.moodle.text import PLUGIN_FILE
from app.interchange.pictures import Pictures
from app.interchange.xml import legal
from app.message import Message, message
from app.pictures.header import probe

_MEDIA: Final = "media:"
_ENDINGS: Final = {"image/jpeg": "jpg"}
_IMAGE = re.compile(r"<img\b[^>]*>", re.IGNORECASE)


class Draft:
    """A question in the order in which it is filled; `lost` is what it could not say."""

    def __init__(self, parent: Element, kind: str, media: Media) -> None:
        self.element = etree.SubElement(parent, "question", type=kind)
        self.lost: list[Message] = []
        self._media = media

    def value(self, name: str, text: str, parent: Element | None = None) -> Element:
        """A child that holds a bare value."""
        child = etree.SubElement(self.element if parent is None else parent, name)
        child.text = legal(text)
        return child

    def plain(self, name: str, text: str, parent: Element | None = None, **attributes: str) -> Element:
        """A child with a `<text>` that is no HTML."""
        child = etree.SubElement(self.element if parent is None else parent, name)
        for key, value in attributes.items():
            child.set(key, value)
        etree.SubElement(child, "text").text = legal(text)
        return child

    def html(self, name: str, html: str | None, parent: Element | None = None, **attributes: str) -> Element:
        """A child with a rich text, and behind it the pictures that it names."""
        files: dict[str, bytes] = {}
        text = with_sources(_with_latex(html or ""), lambda address: self._address(address, files))
        child = self.plain(name, text, parent, **attributes, format="html")
        for file, data in files.items():
            row = etree.SubElement(child, "file", name=file, path="/", encoding="base64")
            row.text = base64.b64encode(data).decode()
        return child

    def words(self, name: str, text: str, parent: Element | None = None, **attributes: str) -> Element:
        """A child with a plain text as rich text."""
        return self.plain(name, escape(text, quote=False), parent, **attributes, format="html")

    def answer(self, html: str | None, share: float, feedback: str | None = None) -> Element:
        """An answer that earns a share of the points."""
        row = self.html("answer", html, fraction=percent(share))
        if feedback:
            self.html("feedback", feedback, row)
        return row

    def _address(self, address: str, files: dict[str, bytes]) -> str:
        inline = Pictures()
        own = inline.reference(address) or address
        if not own.startswith(_MEDIA):
            name = address.partition("?")[0].rstrip("/").rpartition("/")[2][:60]
            self.lost.append(message("Picture {name}: only its address is in the file.", name=name or "…"))
            return address
        sha = own.removeprefix(_MEDIA)
        data = inline.media.get(sha) or self._media(own)
        name = f"{sha[:20]}.{_ending(data)}"
        files[name] = data
        return f"{PLUGIN_FILE}/{name}"


def percent(share: float) -> str:
    """A share as Moodle writes it."""
    text = f"{share * 100:.7f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def _with_latex(html: str) -> str:
    """Equations that only Canvas can draw as LaTeX between the signs that Moodle knows."""
    if "equation" not in html:
        return html

    def written(found: re.Match[str]) -> str:
        seen = equation(Atom(found[0]))
        return found[0] if seen is None else escape(rf"\({seen.latex}\)", quote=False)

    return _IMAGE.sub(written, html)


def _ending(data: bytes) -> str:
    try:
        kind = probe(data).content_type
    except UserError:
        return "bin"
    return _ENDINGS.get(kind, kind.partition("/")[2])
