"""Elements of Word's documents under the names that Office gives them: `w:p`, `m:oMath`."""

from typing import Final

from lxml import etree
from lxml.etree import _Element as Element

NAMESPACES: Final = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
}
_PREFIXED: Final = ("w", "m")
"""Families whose attributes have a prefix, too."""
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"


def root(name: str) -> Element:
    """The root of a part."""
    return etree.Element(_full(name), nsmap=NAMESPACES)


def add(parent: Element, name: str, /, **attributes: str | int | None) -> Element:
    """A new last child. `val` is `w:val` in `w:jc`; `r_id` is `r:id`; attributes that are None are left out."""
    element = etree.SubElement(parent, _full(name))
    put(element, **attributes)
    return element


def put(element: Element, /, **attributes: str | int | None) -> None:
    """Set attributes as `add` does."""
    family = next((key for key, full in NAMESPACES.items() if f"{{{full}}}" in str(element.tag)), "")
    for key, value in attributes.items():
        if value is None:
            continue
        prefix, _, name = key.partition("_")
        named = f"{prefix}:{name}" if name and prefix in NAMESPACES else f"{family}:{key}"
        element.set(_full(named) if named.partition(":")[0] in (*_PREFIXED, "r") else key, str(value))


def add_text(parent: Element, name: str, text: str) -> Element:
    """A child that holds words; spaces at their ends count."""
    element = add(parent, name)
    element.text = _legal(text)
    if text != text.strip():
        element.set(_SPACE, "preserve")
    return element


def document(element: Element) -> bytes:
    """The bytes of a part."""
    return etree.tostring(element, xml_declaration=True, encoding="UTF-8", standalone=True)


def _full(name: str) -> str:
    prefix, _, local = name.partition(":")
    return f"{{{NAMESPACES[prefix]}}}{local}"


def _legal(text: str) -> str:
    """Without the signs that XML cannot hold."""
    return "".join(
        one for one in text if one in "\t\n" or (one >= " " and one not in "\ufffe\uffff" and not _half(one))
    )


def _half(sign: str) -> bool:
    return "\ud800" <= sign <= "\udfff"
