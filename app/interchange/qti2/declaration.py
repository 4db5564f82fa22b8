"""What a response is, and what of it is right or earns something."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from lxml.etree import _Element as Element

from app.interchange.xml import first, text_of, within
from app.models.number import decimal_of

MOST_VALUES: Final = 500
"""More right answers than this are no key that a person made."""


@dataclass(frozen=True, slots=True)
class Declaration:
    """One response: `right` are its right values, `earned` what each value earns where the file maps it."""

    ident: str = ""
    cardinality: str = "single"
    base_type: str = ""
    right: tuple[str, ...] = ()
    earned: Mapping[str, Decimal] = field(default_factory=dict)
    exact_case: bool = False

    @property
    def taken(self) -> tuple[str, ...]:
        """Every value that is right, or earns something; the best first."""
        best = sorted((value for value, points in self.earned.items() if points > 0), key=lambda one: -self.earned[one])
        return tuple(dict.fromkeys((*self.right, *best)))

    @property
    def keys(self) -> tuple[str, ...]:
        """The values that have to be chosen: the right ones or, where the file has none, those that earn something."""
        return self.right or self.taken


def declarations_of(item: Element) -> dict[str, Declaration]:
    """Every response of an item by its name."""
    return {one.ident: one for one in map(_declaration, item.iterchildren("responseDeclaration"))}


def _declaration(row: Element) -> Declaration:
    values = tuple(" ".join(text_of(one).split()) for one in within(row.find("correctResponse"), "value"))
    earned: dict[str, Decimal] = {}
    exact = False
    for entry in within(row.find("mapping"), "mapEntry"):
        points = decimal_of(entry.get("mappedValue") or "")
        exact = exact or (entry.get("caseSensitive") or "").lower() == "true"
        if points is not None:
            earned.setdefault(" ".join((entry.get("mapKey") or "").split()), points)
    return Declaration(
        row.get("identifier") or "",
        row.get("cardinality") or "single",
        row.get("baseType") or "",
        tuple(value for value in values if value)[: MOST_VALUES + 1],
        earned,
        exact,
    )


def points_of(item: Element) -> Decimal | None:
    """What a whole answer earns, where the file says so."""
    said: dict[str, Decimal] = {}
    for row in item.iterchildren("outcomeDeclaration"):
        name = (row.get("identifier") or "").upper()
        value = decimal_of(text_of(first(row.find("defaultValue"), "value")).strip())
        most = decimal_of(row.get("normalMaximum") or "")
        if name == "MAXSCORE" and value is not None:
            said["MAXSCORE"] = value
        elif name == "SCORE" and most is not None:
            said["SCORE"] = most
    return said.get("MAXSCORE", said.get("SCORE"))
