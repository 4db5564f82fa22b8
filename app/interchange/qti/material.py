"""What stands in a `material`: rich text, plain text, pictures."""

from html import escape

from lxml.etree import _Element as Element

from app.html.paragraphs import html_of
from app.interchange.qti.build import add
from app.interchange.rich import words
from app.interchange.xml import inside

_HTML = ("text/html", "text/xhtml", "html", "xhtml")
_RESPONSES = ("response_lid", "response_str", "response_num", "response_xy", "response_grp", "response_extension")


def html_in(element: Element | None) -> str:
    """The rich text of every material below, in its order."""
    return "" if element is None else "".join(_html(part) for part in element.iter("mattext", "matimage", "matemtext"))


def stem_of(presentation: Element) -> str:
    """The rich text of a question: every material that belongs to no answer."""
    return "".join(_html(part) for part in _own(presentation))


def words_in(element: Element | None) -> str:
    """A text that is plain in Canvas; markup in it goes."""
    if element is None:
        return ""
    return " ".join(_words(part) for part in element.iter("mattext", "matemtext"))


def own_material(element: Element) -> Element | None:
    """The material of a row itself, not of the answers in it."""
    return element.find("material")


def add_html(parent: Element, html: str, **attributes: str | None) -> None:
    """A material with rich text."""
    add(add(parent, "material", **attributes), "mattext", html, texttype="text/html")


def add_words(parent: Element, text: str, **attributes: str | None) -> None:
    """A material with plain text."""
    add(add(parent, "material", **attributes), "mattext", text, texttype="text/plain")


def _own(element: Element) -> list[Element]:
    found: list[Element] = []
    for child in element:
        if child.tag in _RESPONSES or child.tag == "render_extension":
            continue
        if child.tag in ("mattext", "matimage", "matemtext"):
            found.append(child)
        elif len(child):
            found += _own(child)
    return found


def _html(part: Element) -> str:
    if part.tag == "matimage":
        address = part.get("uri") or ""
        return f'<p><img src="{escape(address)}" alt="{escape(part.get("label") or "")}"></p>' if address else ""
    text = inside(part)
    kind = (part.get("texttype") or "").lower()
    if kind in _HTML or len(part) or (kind != "text/plain" and "<" in text and ">" in text):
        return text.strip()
    return html_of([one for one in text.strip().split("\n\n") if one.strip()])


def _words(part: Element) -> str:
    text = inside(part)
    kind = (part.get("texttype") or "").lower()
    return words(text) if kind in _HTML or len(part) else text
