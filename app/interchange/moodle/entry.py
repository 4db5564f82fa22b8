"""One `<question>` as it is read."""

from collections.abc import Iterator

from lxml.etree import _Element as Element

from app.interchange.maker import Answer
from app.interchange.moodle.text import html_of, raw, words_of
from app.interchange.pictures import Pictures
from app.message import Message
from app.models.number import decimal_of
from app.models.question import Question

Read = tuple[Question, list[Message]]
"""A question, and what its type lost."""


class Entry:
    """The parts of a question; `lost` is what its texts lost while they were read."""

    def __init__(self, element: Element, pictures: Pictures) -> None:
        self.element = element
        self._pictures = pictures
        self.lost: list[Message] = []
        self.kind = (element.get("type") or "").strip().lower()
        self.name = words_of(raw(element.find("name")))
        self.stem = self._stem()

    def _stem(self) -> str:
        stem = self.html(self.element.find("questiontext"))
        old = (self.element.findtext("image_base64") or "").strip()
        own = self._pictures.reference(f"data:;base64,{old}") if old else None
        return f'{stem}<p><img src="{own}" alt=""></p>' if own else stem

    def html(self, element: Element | None) -> str:
        """The rich text of an element."""
        text, lost = html_of(element, self._pictures)
        self.lost += lost
        return text

    def words(self, element: Element | None) -> str:
        """The text of an element where it can only be plain."""
        return words_of(self.html(element))

    def said(self, name: str) -> str:
        """The words of a child, in small letters; "" where there is none."""
        return raw(self.element.find(name)).strip().lower()

    def flag(self, name: str) -> bool:
        """Whether a child says yes."""
        return self.said(name) in ("1", "true", "yes")

    @property
    def rows(self) -> list[Element]:
        """The elements of its answers."""
        return self.element.findall("answer")

    @property
    def answers(self) -> list[Answer]:
        """Its answers as rich texts with their shares and feedback."""
        return [Answer(self.html(row), share_of(row), self.html(row.find("feedback"))) for row in self.rows]

    @property
    def tags(self) -> Iterator[str]:
        """What it is found by."""
        for one in self.element.iterfind("tags/tag"):
            if text := raw(one).strip():
                yield text


def share_of(row: Element) -> float:
    """The share of the points, from -1 to 1; 0 where it is no number."""
    value = decimal_of((row.get("fraction") or "").strip())
    return 0.0 if value is None else max(-1.0, min(float(value) / 100, 1.0))
