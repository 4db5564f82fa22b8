"""One item of QTI 2 as the review shows it: a question with what it lost, or one that is kept with its source."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from lxml.etree import _Element as Element
from pydantic import ValidationError

from app.interchange.maker import placeholder
from app.interchange.material import Found, each_once
from app.interchange.number import plain_number
from app.interchange.pictures import Pictures
from app.interchange.qti2.blanks import read_gaps, read_text
from app.interchange.qti2.choices import read_choices, read_matching, read_ordering
from app.interchange.qti2.declaration import points_of
from app.interchange.qti2.entry import IN_TEXT, Entry, Read, html_of_element
from app.interchange.qti2.others import read_essay, read_hot_spot, read_upload
from app.interchange.rich import cleaned, rich, words
from app.interchange.xml import source_of, within
from app.message import Message, message
from app.models.feedback import Feedback
from app.models.item import Item
from app.models.question import Question
from app.models.questions.choice import ChoiceQuestion
from app.models.questions.hot_spot import HotSpotQuestion

READERS: Final[dict[str, Callable[[Entry, Element, float], Read]]] = {
    "choiceInteraction": read_choices,
    "matchInteraction": read_matching,
    "orderInteraction": read_ordering,
    "textEntryInteraction": read_text,
    "inlineChoiceInteraction": read_text,
    "gapMatchInteraction": read_gaps,
    "extendedTextInteraction": read_essay,
    "uploadInteraction": read_upload,
    "hotspotInteraction": read_hot_spot,
    "selectPointInteraction": read_hot_spot,
}
"""The interaction → its reader; what is not here is kept with its source."""

_MOST_SOURCE: Final = 100_000
_MOST_ELEMENTS: Final = 20_000
_MOST_ROWS: Final = 500
_MOST_POINTS: Final = 10**9
_ROWS: Final = ("simpleChoice", "simpleAssociableChoice", "gapText", "gap", "inlineChoice", "hotspotChoice")
_WRONG = re.compile(r"incorrect|wrong|false|_ic\b", re.IGNORECASE)
_RIGHT = re.compile(r"correct|right|true|_c\b", re.IGNORECASE)
_ANY = re.compile(r"general|neutral|solution|always|all", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Place:
    """Where an item stands: its number from 1, its sections, and its points there where a test weighs it."""

    number: int
    tags: tuple[str, ...] = ()
    points: Decimal | None = None


def found_of(element: Element, place: Place, pictures: Pictures) -> Found:
    """The question of an item."""
    if _is_too_large(element):
        return Found(str(place.number), None, refused=message("It has more answers than a question can have."))
    source = source_of(element)[:_MOST_SOURCE]
    entry = Entry.of(element)
    kind = _kind(entry)
    where = _where(entry, place)
    if not kind:
        return _stimulus(entry, where, place, pictures)
    if kind not in READERS:
        return _kept(entry, kind, source, where, place, pictures)
    points, lost = _points(entry, place)
    try:
        question, own = READERS[kind](entry, entry.interactions[0], points)
        question, left = _with_head(entry, question)
    except ValidationError:
        return Found(where, None, refused=message("It does not fit together: what it says of its answers is broken."))
    question, gone = cleaned(question, pictures)
    question, without = _with_picture(question, pictures)
    item = _tagged(Item.of(question, points=points), place)
    return Found(where, item, each_once([*own, *gone, *without, *lost, *left]))


def _is_too_large(element: Element) -> bool:
    return sum(1 for _ in element.iter()) > _MOST_ELEMENTS or sum(1 for _ in element.iter(*_ROWS)) > _MOST_ROWS


def _kind(entry: Entry) -> str:
    """The interaction that all of the item is, "" where it asks nothing."""
    if entry.element.get("adaptive") == "true":
        return "adaptive"
    if entry.element.find("templateDeclaration") is not None:
        return "template"
    kinds = {str(one.tag) for one in entry.interactions}
    if len(kinds) > 1 and kinds <= set(IN_TEXT):
        return "textEntryInteraction"
    if len(kinds) > 1 or (len(entry.interactions) > 1 and not kinds <= set(IN_TEXT)):
        return "composite"
    return next(iter(kinds), "")


def _where(entry: Entry, place: Place) -> str:
    shown = entry.label or words(entry.stem())
    return f"{place.number}. {shown[:60]}".strip() if shown else str(place.number)


def _points(entry: Entry, place: Place) -> tuple[float, list[Message]]:
    value = place.points if place.points is not None else points_of(entry.element)
    if value is None or not 0 <= value <= _MOST_POINTS:
        return 1, [message("Its points: the file does not say them, and 1 is taken.")]
    return plain_number(value), []


def _with_head(entry: Entry, question: Question) -> tuple[Question, list[Message]]:
    """The question with its label and feedback, and feedback that has no place."""
    told: dict[str, str] = {}
    lost: list[Message] = []
    names = {one.get("identifier") for one in within(entry.body, "simpleChoice")}
    for row in entry.element.iterchildren("modalFeedback"):
        name = row.get("identifier") or ""
        if name in names and isinstance(question, ChoiceQuestion):
            continue
        kind = next((kind for kind, sign in _KINDS.items() if sign.search(name)), "")
        if kind and kind not in told and name not in names:
            told[kind] = html_of_element(row)
        else:
            lost.append(message("Feedback that belongs to none of the answers."))
    if any(True for _ in within(entry.body, "feedbackBlock")):
        lost.append(message("Feedback inside the text."))
    if entry.label:
        question = question.replaced(title=entry.label)
    return (question.replaced(feedback=Feedback(**told)) if told else question), lost


_KINDS: Final = {"incorrect": _WRONG, "correct": _RIGHT, "neutral": _ANY}


def _with_picture(question: Question, pictures: Pictures) -> tuple[Question, list[Message]]:
    if not isinstance(question, HotSpotQuestion):
        return question, []
    own = pictures.reference(question.picture) if question.picture else None
    if own is None:
        name = re.split(r"[\\/]", question.picture or "")[-1][:60]
        return question.with_picture(None), [pictures.loss(question.picture or "", name)]
    return question.with_picture(own), []


def _stimulus(entry: Entry, where: str, place: Place, pictures: Pictures) -> Found:
    body, gone = rich(entry.stem(), pictures)
    if not words(body) and "<img" not in body:
        return Found(where, None, refused=message("It asks nothing and says nothing."))
    raw = {"title": entry.label, "body": body}
    kept = message("A text without a question: it is kept here, but Canvas's API takes none.")
    item = Item.from_wire({"entry_type": "Stimulus", "points_possible": 0, "entry": raw})
    return Found(where, _tagged(item, place), (*gone, kept))


def _kept(entry: Entry, kind: str, source: str, where: str, place: Place, pictures: Pictures) -> Found:
    stem, gone = rich(entry.stem(), pictures)
    said = message('A question of a kind that Quizwright does not know ("{kind}"): kept with its source.', kind=kind)
    item = placeholder(kind, stem, source)
    if entry.label:
        item = item.with_entry(item.entry.replaced(title=entry.label))
    points, lost = _points(entry, place)
    return Found(where, _tagged(item.with_points(points), place), each_once([*gone, *lost, said]))


def _tagged(item: Item, place: Place) -> Item:
    return item.with_local(item.local.replaced(tags=place.tags)) if place.tags else item
