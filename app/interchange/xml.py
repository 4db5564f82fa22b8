"""XML of other programs: nothing outside it is touched, nothing in it grows (reliability.md 3.3).

Elements are named without their namespace here: files use four spellings of it, and none at all.
"""

import re
from collections.abc import Iterator

from lxml import etree
from lxml.etree import _Element as Element

from app.message import Message, message

_DECLARED = re.compile(rb"""^\s*<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class NotXml(Exception):
    """Why a document is refused."""

    def __init__(self, why: Message) -> None:
        super().__init__(str(why))
        self.why = why


def parsed(data: bytes) -> Element:
    """The root of a document. Raises `NotXml`."""
    root = _tree(data)
    if root.getroottree().docinfo.internalDTD is not None:
        raise NotXml(message("it declares a document type (DOCTYPE), which can hide other files: remove that line."))
    for element in root.iter():
        if isinstance(element.tag, str):
            element.tag = element.tag.rpartition("}")[2]
        else:
            raise NotXml(message("it uses entities that it does not define."))
    return root


def _tree(data: bytes) -> Element:
    try:
        return etree.fromstring(data, _parser(_encoding(data)))
    except etree.XMLSyntaxError as error:
        first = error
    except (ValueError, LookupError) as error:  # an encoding that nobody knows, an empty document
        raise NotXml(message("it is no XML: {why}.", why=str(error))) from error
    if not data.startswith((b"\xff\xfe", b"\xfe\xff")) and _undecodable(data):
        try:
            return etree.fromstring(data, _parser("cp1252"))
        except etree.XMLSyntaxError as error:
            first = error
    place = first.position[0] if first.position else 0
    raise NotXml(message("it is no whole XML, from line {line} on: {why}.", line=place, why=_reason(first)))


def _parser(encoding: str | None) -> etree.XMLParser:
    return etree.XMLParser(
        encoding=encoding,
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,  # more than 256 levels, or ten million signs in one text, are refused
        remove_comments=True,
        remove_pis=True,
    )


def _encoding(data: bytes) -> str | None:
    """UTF-8 where the document says another encoding of single bytes and is UTF-8 all the same, as many exports are."""
    declared = _DECLARED.match(data[:200])
    if declared is None or declared[1].lower() in (b"utf-8", b"utf-16") or data.isascii():
        return None
    return None if _undecodable(data) else "utf-8"


def _undecodable(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return True
    return False


def _reason(error: etree.XMLSyntaxError) -> str:
    return (error.msg or "").partition(", line")[0][:200] or "it is empty"


def within(element: Element | None, name: str) -> Iterator[Element]:
    """Every element of this name below."""
    return iter(()) if element is None else element.iter(name)


def first(element: Element | None, *names: str) -> Element | None:
    """The first element below that has one of these names, in the order of the document."""
    return None if element is None else next(element.iter(*names), None)


def text_of(element: Element | None) -> str:
    """All the text in an element."""
    if element is None:
        return ""
    return element.text or "" if len(element) == 0 else "".join(str(part) for part in element.itertext())


def source_of(element: Element) -> str:
    """The XML of an element, without namespaces."""
    return _without_namespaces(etree.tostring(element, encoding="unicode", with_tail=False))


def inside(element: Element) -> str:
    """What stands in an element, as markup where there are elements in it."""
    if len(element) == 0:
        return element.text or ""
    parts = (etree.tostring(child, encoding="unicode") for child in element)
    return _without_namespaces((element.text or "") + "".join(parts))


def _without_namespaces(markup: str) -> str:
    return re.sub(r"""\sxmlns(?::\w+)?=("[^"]*"|'[^']*')""", "", markup)


def legal(text: str) -> str:
    """The text without the signs that XML cannot hold."""
    return _ILLEGAL.sub("", text)


def is_legal(text: str) -> bool:
    """Whether XML can hold the text as it is."""
    return _ILLEGAL.search(text) is None
