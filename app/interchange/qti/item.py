"""One question of a file, taken apart: its fields, its texts, its answers and which of them score."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final
from uuid import UUID, uuid4

from lxml.etree import _Element as Element

from app.interchange.qti.conditions import Condition, conditions_of
from app.interchange.qti.material import html_in, stem_of
from app.interchange.xml import text_of, within
from app.message import Message
from app.models.question import Question

MOST_LISTS: Final = 200
MOST_ANSWERS: Final = 500
MOST_REPEATED: Final = 20_000
"""Answers as they stand again in every list, or comparisons with them."""

Read = tuple[Question, list[Message]]
"""A question, and what was lost of it."""


@dataclass(frozen=True)
class QtiItem:
    """`fields` are those of the metadata, by their label; some exports put them one level too high."""

    element: Element
    fields: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, element: Element) -> "QtiItem":
        """The item of an element."""
        fields: dict[str, str] = {}
        for row in within(element.find("itemmetadata"), "qtimetadatafield"):
            label, entry = row.find("fieldlabel"), row.find("fieldentry")
            fields.setdefault(text_of(label).strip(), text_of(entry))
        for row in element.iterfind("itemmetadata/*"):
            if str(row.tag).startswith("qmd_"):  # as Respondus and others before Canvas have it
                fields.setdefault(str(row.tag), text_of(row))
        return cls(element, fields)

    @property
    def ident(self) -> str:
        """The name that the file gives it, "" where it gives none."""
        return self.element.get("ident") or ""

    @property
    def title(self) -> str:
        """Its label; Canvas calls every question that has none "Question"."""
        title = self.element.get("title") or ""
        return "" if title.strip() == "Question" else title

    def entry(self, label: str) -> str:
        """A field of the metadata without blanks around it, "" where it is missing."""
        return self.fields.get(label, "").strip()

    @cached_property
    def presentation(self) -> Element:
        """What students see; the item itself where it has no such part."""
        found = self.element.find("presentation")
        return self.element if found is None else found

    @cached_property
    def stem(self) -> str:
        """The rich text of the question."""
        return stem_of(self.presentation)

    @cached_property
    def lists(self) -> tuple[Element, ...]:
        """Every list of answers to choose from."""
        return tuple(self.presentation.iter("response_lid"))

    @property
    def is_moderate(self) -> bool:
        """Whether it has no more answers than a person could read: what follows is not made for a million."""
        if len(self.lists) > MOST_LISTS:
            return False
        names = [ident_of(label) for row in self.lists for label in labels_of(row)]
        tests = sum(len(one.tests) + 1 for one in self.conditions)
        every = sum(1 for _ in labels_of(self.presentation))
        single = every if len(self.lists) <= 1 else 0
        return max(single, len(set(names))) <= MOST_ANSWERS and max(every, tests) <= MOST_REPEATED

    @cached_property
    def conditions(self) -> tuple[Condition, ...]:
        """What scores."""
        return tuple(one for part in self.element.iter("resprocessing") for one in conditions_of(part))

    @cached_property
    def scoring(self) -> tuple[Condition, ...]:
        """The conditions that earn something."""
        return tuple(one for one in self.conditions if one.earns)

    @cached_property
    def feedback(self) -> Mapping[str, str]:
        """Rich feedback by its name in the file."""
        return {part.get("ident") or "": html_in(part) for part in self.element.iter("itemfeedback")}


def labels_of(row: Element) -> Iterator[Element]:
    """The answers of a list."""
    return row.iter("response_label")


def ident_of(element: Element) -> str:
    """The name of an answer or a list in the file."""
    return element.get("ident") or ""


def kept_id(ident: str) -> str:
    """The id for life: Canvas wants a UUID, and what is one already stays."""
    try:
        return ident if str(UUID(ident)) == ident.lower() else str(uuid4())
    except ValueError:
        return str(uuid4())


def yes(value: str | None) -> bool:
    """A flag as QTI or Canvas writes it."""
    return (value or "").strip().lower() in ("yes", "true", "1")


def yes_no(flag: object) -> str:
    """A flag as QTI writes it."""
    return "Yes" if flag else "No"
