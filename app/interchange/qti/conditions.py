"""The conditions under which an answer scores."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from lxml.etree import _Element as Element

from app.interchange.xml import text_of
from app.models.number import decimal_of

_TESTS = ("varequal", "vargte", "vargt", "varlte", "varlt", "varsubstring")
_DEEPEST = 60


@dataclass(frozen=True, slots=True)
class Test:
    """One comparison of an answer: its kind, with which response and with what."""

    kind: str
    response: str
    value: str
    negated: bool = False
    attributes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Condition:
    """Comparisons that are true together, or one of `groups` of them, and what they earn."""

    groups: tuple[tuple[Test, ...], ...]
    score: Decimal | None
    action: str
    right: bool

    @property
    def tests(self) -> tuple[Test, ...]:
        """All comparisons."""
        return tuple(test for group in self.groups for test in group)

    @property
    def earns(self) -> bool:
        """Whether it earns something."""
        return self.right or (self.score is not None and self.score > 0)

    @property
    def equal(self) -> tuple[Test, ...]:
        """What has to be chosen."""
        return tuple(one for one in self.tests if one.kind == "varequal" and not one.negated)


def conditions_of(processing: Element) -> Iterator[Condition]:
    """Every condition, in its order."""
    for element in processing.iter("respcondition"):
        variables = element.find("conditionvar")
        groups = tuple(_groups(variables)) if variables is not None else ()
        earned = [row for row in element.iter("setvar") if "feedback" not in (row.get("varname") or "").lower()]
        score = decimal_of(text_of(earned[0]).strip()) if earned else None
        action = (earned[0].get("action") or "Set").lower() if earned else ""
        yield Condition(groups, score, action, (element.get("correctanswer") or "").lower() == "yes")


def _groups(element: Element) -> Iterator[tuple[Test, ...]]:
    """The comparisons of a condition; those of each branch of an `or` apart."""
    parts = [child for child in element if child.tag == "or"]
    if parts and len(element) == 1:
        for child in parts[0]:
            yield tuple(_tests(child, False, 0))
        return
    yield tuple(test for child in element for test in _tests(child, False, 0))


def _tests(element: Element, negated: bool, depth: int) -> Iterator[Test]:
    if element.tag in _TESTS:
        attributes = {str(key): str(value) for key, value in element.attrib.items()}
        yield Test(str(element.tag), element.get("respident") or "", text_of(element).strip(), negated, attributes)
    elif depth < _DEEPEST:
        for child in element:
            yield from _tests(child, negated != (element.tag == "not"), depth + 1)
