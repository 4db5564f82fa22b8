"""One item of QTI 2, taken apart: its text, its interactions, its responses."""

from dataclasses import dataclass, field
from html import escape
from typing import Final

from lxml.etree import _Element as Element

from app.interchange.qti2.declaration import Declaration, declarations_of
from app.interchange.xml import source_of, within
from app.message import Message
from app.models.question import Question

Read = tuple[Question, list[Message]]
"""A question, and what was lost of it."""

IN_TEXT: Final = ("textEntryInteraction", "inlineChoiceInteraction", "gap")
"""What stands between words."""
ASIDE: Final = ("rubricBlock", "stylesheet", "templateBlock", "templateInline")
_BLOCKS: Final = {"div", "p", "ul", "ol", "table", "blockquote", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "dl", "hr"}


@dataclass(frozen=True)
class Entry:
    """`interactions` are those of the body, in its order; the gaps of a `gapMatchInteraction` stand in that one."""

    element: Element
    body: Element
    interactions: tuple[Element, ...]
    responses: dict[str, Declaration] = field(default_factory=dict)

    @classmethod
    def of(cls, element: Element) -> "Entry":
        """The item of an element; HTML's `object` becomes the picture that it is."""
        body = element.find("itemBody")
        body = body if body is not None else element.makeelement("itemBody")
        for one in list(within(body, "object")):
            if (one.get("type") or "").startswith("image/") and one.getparent() is not None:
                one.tag = "img"
                one.set("src", one.attrib.pop("data", ""))
        found = tuple(one for one in body.iter() if str(one.tag).endswith("Interaction"))
        return cls(element, body, found, declarations_of(element))

    @property
    def label(self) -> str:
        """Its title."""
        return " ".join((self.element.get("title") or "").split())

    def response(self, interaction: Element) -> Declaration:
        """What an interaction answers; an empty one where the file does not say."""
        return self.responses.get(interaction.get("responseIdentifier") or "", Declaration())

    def stem(self, places: "dict[Element, str] | None" = None) -> str:
        """The text of the question without its interactions, their prompts behind it.

        `places`: what stands in the place of elements within the text.
        """
        return _markup(self.body, places or {}).strip()


def html_of_element(element: Element) -> str:
    """The text of an answer; feedback in it is not its text."""
    return _markup(element, {}).strip()


def _markup(element: Element, places: dict[Element, str]) -> str:
    parts = [escape(element.text or "", quote=False)]
    for child in element:
        parts += [_child(child, places), escape(child.tail or "", quote=False)]
    text = "".join(parts)
    has_block = any(child.tag in _BLOCKS or str(child.tag).endswith("Interaction") for child in element)
    is_loose = element.tag in ("itemBody", "prompt", "simpleChoice") and not has_block
    return f"<p>{text.strip()}</p>" if is_loose and text.strip() else text


def _child(child: Element, places: dict[Element, str]) -> str:
    tag = str(child.tag)
    if child in places:
        return places[child]
    if tag in ASIDE or tag.startswith("feedback"):
        return ""
    if tag == "gapMatchInteraction":
        return "".join(_child(one, places) for one in child if one.tag not in ("gapText", "gapImg"))
    if tag.endswith("Interaction"):
        return "".join(_markup(one, places) for one in child.findall("prompt"))
    if tag == "math" or len(child) == 0:
        return source_of(child)
    inner = _markup(child, places)
    return f"{_opening(child)}{inner}</{tag}>"


def _opening(element: Element) -> str:
    rows = ((str(name), str(value)) for name, value in element.attrib.items())
    attributes = "".join(f' {name}="{escape(value)}"' for name, value in rows if "{" not in name)
    return f"<{element.tag}{attributes}>"
