"""The texts of Moodle XML: a `<text>` in a format, and the files that it names by `@@PLUGINFILE@@`."""

import base64
import binascii
import re
from html import unescape
from typing import Final
from urllib.parse import unquote

from lxml.etree import _Element as Element

from app.html.text import plain_text
from app.interchange.maker import plain
from app.interchange.pictures import Pictures
from app.interchange.xml import text_of
from app.message import Message, message

PLUGIN_FILE: Final = "@@PLUGINFILE@@"
_NAMED = re.compile(rf"""(?P<picture>src\s*=\s*["']?)?{PLUGIN_FILE}(?P<path>[^"'<>\s)?#]*)(?:\?[^"'<>\s]*)?""")
_TAG = re.compile(r"</?[a-zA-Z][^>]*>|&[a-zA-Z]+;|&#\d+;")
_MARKUP = re.compile(r"</?[a-zA-Z][^>]*>|<!--")
_NUMBERED: Final = {"0": "moodle_auto_format", "1": "html", "2": "plain_text", "4": "markdown"}


def html_of(element: Element | None, pictures: Pictures) -> tuple[str, list[Message]]:
    """The HTML of an element with a text, pictures as `media:SHA256`; and what it lost."""
    if element is None:
        return "", []
    body = raw(element)
    form = (element.get("format") or "html").lower()
    form = _NUMBERED.get(form, form)
    lost: list[Message] = []
    if form == "markdown":
        lost.append(message("Markdown: it stands as it was written."))
    if form in ("plain_text", "markdown") or (form == "moodle_auto_format" and not _TAG.search(body)):
        return plain(body), lost
    return _with_files(body, element, pictures, lost) if PLUGIN_FILE in body else body, lost


def raw(element: Element | None) -> str:
    """What stands in its `<text>`, or in itself where it has none, as old files have it."""
    if element is None:
        return ""
    inner = element.find("text")
    return text_of(inner) if inner is not None else element.text or ""


def words_of(html: str) -> str:
    """A text that can only be plain: signs of HTML are read, spaces stay as they are where there is no markup."""
    return plain_text(html) if _MARKUP.search(html) else unescape(html).strip()


def _with_files(body: str, element: Element, pictures: Pictures, lost: list[Message]) -> str:
    files = {f"{one.get('path') or '/'}{one.get('name') or ''}": one for one in element.findall("file")}

    def found(named: re.Match[str]) -> str:
        path = unquote(unescape(named["path"]))
        file = files.get(path)
        address = f"{PLUGIN_FILE}{named['path']}"
        own = pictures.take(_decoded(file), address) if file is not None else None
        if own is not None:
            return f"{named['picture'] or ''}{own}"
        if pictures.is_too_large(address):
            return named[0]  # told where the picture itself is looked for
        if file is not None or not named["picture"]:
            lost.append(message("File {name}: only pictures come along.", name=path.rpartition("/")[2][:60] or "…"))
        return named[0]

    return _NAMED.sub(found, body)


def _decoded(file: Element) -> bytes:
    try:
        return base64.b64decode(file.text or "")
    except (binascii.Error, ValueError):
        return b""
