"""What an atom is, in words."""

from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache
from urllib.parse import urlsplit

from app.html.blank_place import blank_id
from app.html.inline import is_comment
from app.html.rich import Atom
from app.html.tag import Tag
from app.html.text import plain_text
from app.html.token import tag_end
from app.message import Message, message


class AtomKind(StrEnum):
    """How an atom is shown."""

    PICTURE = "picture"
    EQUATION = "equation"
    RULE = "rule"
    CHIP = "chip"
    BLANK = "blank"


_LABELS: Mapping[str, Message] = {
    "a": message("Anchor"),
    "audio": message("Audio"),
    "details": message("Part that opens"),
    "dl": message("List of terms"),
    "embed": message("Embedded object"),
    "figure": message("Figure"),
    "form": message("Form"),
    "iframe": message("Embedded page"),
    "input": message("Form field"),
    "link": message("Style sheet"),
    "object": message("Embedded object"),
    "picture": message("Picture in several sizes"),
    "ruby": message("Words with their reading"),
    "script": message("Script"),
    "select": message("Form field"),
    "source": message("Media source"),
    "style": message("Style sheet"),
    "svg": message("Drawing"),
    "table": message("Table that is kept as it came"),
    "textarea": message("Form field"),
    "video": message("Video"),
    "wbr": message("Place to break a word"),
}
_VIDEOS = (
    "youtube.com",
    "youtube-nocookie.com",
    "youtu.be",
    "vimeo.com",
    "kaltura.com",
    "panopto.com",
    "instructuremedia.com",
)
_WORDS = 40  # signs of an atom's own words in its label


def kind_of(atom: Atom) -> AtomKind:
    """How it is shown."""
    tag = _tag(atom.source)
    if atom.source.startswith("\\(") or tag.name == "math" or _is_equation_picture(tag):
        return AtomKind.EQUATION
    if tag.name == "hr":
        return AtomKind.RULE
    if blank_id(atom.source):
        return AtomKind.BLANK
    return AtomKind.PICTURE if tag.name == "img" else AtomKind.CHIP


@lru_cache(maxsize=1024)
def label_of(atom: Atom) -> Message:
    """What a person reads on it: "Embedded video 560 × 315"."""
    tag = _tag(atom.source)
    if is_comment(atom):
        return message("Comment")
    if blank_id(atom.source):
        return message("Blank")
    name = message("Embedded video") if _is_video(tag) else _LABELS.get(tag.name)
    if name is None:
        return _worded(message("<{name}>", name=tag.name) if tag.name else message("Markup"), atom.source)
    width, height = tag.attribute("width"), tag.attribute("height")
    if width.isdecimal() and height.isdecimal():
        return message("{name} {width} × {height}", name=name, width=int(width[:6]), height=int(height[:6]))
    return _worded(name, atom.source)


def _worded(name: Message, source: str) -> Message:
    words = plain_text(source, _WORDS)
    return message("{name}: {words}", name=name, words=words) if words else name


def _tag(source: str) -> Tag:
    """The start tag alone, since tags that were read are remembered."""
    return Tag(source[: tag_end(source)] if source.startswith("<") else "")


def _is_equation_picture(tag: Tag) -> bool:
    return tag.name == "img" and (
        "equation_image" in tag.attribute("class").split() or bool(tag.attribute("data-equation-content"))
    )


def _is_video(tag: Tag) -> bool:
    if tag.name != "iframe":
        return False
    try:
        host = urlsplit(tag.attribute("src")).hostname or ""
    except ValueError:
        return False
    return any(host == known or host.endswith("." + known) for known in _VIDEOS)
