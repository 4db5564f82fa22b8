"""Elements of a document that is being written, each in the namespace of its parent."""

from collections.abc import Mapping
from typing import Final, cast

from lxml import etree
from lxml.etree import _Element as Element

from app.interchange.xml import legal

_SCHEMAS: Final = "http://www.w3.org/2001/XMLSchema-instance"


def root(name: str, namespace: str, /, **attributes: str) -> Element:
    """The root of a new document."""
    element = etree.Element(f"{{{namespace}}}{name}", nsmap=_names(namespace))
    for key, value in attributes.items():
        element.set(key, legal(value))
    return element


def _names(namespace: str) -> Mapping[str, str]:
    names: dict[str | None, str] = {None: namespace, "xsi": _SCHEMAS}
    return cast("Mapping[str, str]", names)  # the stubs do not know of the default namespace


def add(parent: Element, name: str, text: str | None = None, /, **attributes: str | None) -> Element:
    """A new last child; attributes that are None are left out."""
    tag = str(parent.tag)
    element = etree.SubElement(parent, f"{tag[: tag.index('}') + 1]}{name}")
    for key, value in attributes.items():
        if value is not None:
            element.set(key, legal(value))
    if text is not None:
        element.text = legal(text)
    return element


def document(element: Element) -> bytes:
    """The bytes of a document."""
    return etree.tostring(element, xml_declaration=True, encoding="UTF-8", pretty_print=True)
