"""One question of a file as the review shows it: an item with what it lost, or why it is refused."""

import re
from dataclasses import dataclass

from pydantic import ValidationError

from app.interchange.maker import placeholder
from app.interchange.material import Found, begun, each_once
from app.interchange.number import plain_number
from app.interchange.pictures import Pictures
from app.interchange.qti.item import QtiItem, ident_of, kept_id, labels_of
from app.interchange.qti.kind import kind_of
from app.interchange.qti.types import stimulus
from app.interchange.qti.types.table import READERS, TEXT_ONLY
from app.interchange.rich import cleaned, rich, words
from app.interchange.xml import source_of
from app.message import Message, message
from app.models.feedback import Feedback
from app.models.item import Item
from app.models.number import decimal_of
from app.models.question import CalculatorType, Question
from app.models.questions.choice import ChoiceQuestion
from app.models.questions.hot_spot import HotSpotQuestion

_FEEDBACK = {"neutral": "general_fb", "correct": "correct_fb", "incorrect": "general_incorrect_fb"}
_MOST_SOURCE = 100_000


@dataclass(frozen=True, slots=True)
class Place:
    """Where a question stands: its number from 1, its group or bank, and its points there where they differ."""

    number: int
    tags: tuple[str, ...] = ()
    points: str = ""


def found_of(item: QtiItem, place: Place, pictures: Pictures) -> Found:
    """The question of an item. Unknown kinds are kept with their source."""
    where = _where(item, place)
    kind = kind_of(item)
    if kind == TEXT_ONLY:
        return _stimulus(item, place, pictures)
    reader = READERS.get(kind)
    if reader is not None and not item.is_moderate:
        return Found(where, None, refused=message("It has more answers than a question can have."))
    if reader is None:
        return _unknown(item, kind, place, pictures)
    try:
        question, lost = reader(item)
        question = _with_head(item, question)
    except ValidationError:
        return Found(where, None, refused=message("It does not fit together: what it says of its answers is broken."))
    question, gone = cleaned(question, pictures)
    question, without = _with_picture(question, pictures)
    points, more = _points(item, place)
    made = Item.of(question, points=points, id=kept_id(item.ident))
    lost = [*lost, *gone, *without, *more, *_left(item, question)]
    return Found(where, _tagged(made, place.tags), each_once(lost))


def _where(item: QtiItem, place: Place) -> str:
    shown = item.title or words(item.stem)
    return f"{place.number}. {begun(shown)}".strip() if shown else str(place.number)


def _tagged(item: Item, tags: tuple[str, ...]) -> Item:
    return item.with_local(item.local.replaced(tags=tags)) if tags else item


def _stimulus(item: QtiItem, place: Place, pictures: Pictures) -> Found:
    entry = stimulus.read(item)
    body, lost = rich(entry.body or "", pictures)
    raw = {"entry_type": "Stimulus", "points_possible": 0, "entry": entry.replaced(body=body).wire()}
    kept = message("A text without a question: it is kept here, but Canvas's API takes none.")
    made = Item.from_wire(raw, id=kept_id(item.ident))
    return Found(_where(item, place), _tagged(made, place.tags), (*lost, kept))


def _unknown(item: QtiItem, kind: str, place: Place, pictures: Pictures) -> Found:
    stem, lost = rich(item.stem, pictures)
    source = source_of(item.element)[:_MOST_SOURCE]
    kept = message('A question of a kind that Quizwright does not know ("{kind}"): kept with its source.', kind=kind)
    made = placeholder(kind or "unknown", stem, source).with_id(kept_id(item.ident))
    if item.title:
        made = made.with_entry(made.entry.replaced(title=item.title))
    points, more = _points(item, place)
    return Found(_where(item, place), _tagged(made.with_points(points), place.tags), (*lost, *more, kept))


def _with_head(item: QtiItem, question: Question) -> Question:
    """The question with its label, calculator and feedback."""
    fields: dict[str, object] = {"title": item.title} if item.title else {}
    if (calculator := item.entry("calculator_type")) in tuple(CalculatorType):
        fields["calculator_type"] = CalculatorType(calculator)
    told = {kind: item.feedback[name] for kind, name in _FEEDBACK.items() if item.feedback.get(name)}
    if told:
        fields["feedback"] = Feedback(**told)
    return question.replaced(**fields) if fields else question


def _with_picture(question: Question, pictures: Pictures) -> tuple[Question, list[Message]]:
    if not isinstance(question, HotSpotQuestion):
        return question, []
    if question.picture is None:
        return question, [message("Its picture: the file names none.")]
    own = pictures.reference(question.picture)
    if own is None:
        name = re.split(r"[\\/]", question.picture)[-1][:60]
        return question.with_picture(None), [pictures.loss(question.picture or "", name)]
    return question.with_picture(own), []


def _points(item: QtiItem, place: Place) -> tuple[float, list[Message]]:
    said = (place.points, *map(item.entry, ("points_possible", "cc_weighting", "qmd_weighting")))
    value = next((number for text in said if (number := decimal_of(text)) is not None), None)
    if value is None or value < 0 or value > 10**9:
        return 1, [message("Its points: the file does not say them, and 1 is taken.")]
    return plain_number(value), []


def _left(item: QtiItem, question: Question) -> list[Message]:
    """What of the item no reader looks at."""
    lost = []
    known = {*_FEEDBACK.values(), *(f"{ident_of(row)}_fb" for row in labels_of(item.presentation))}
    single = any(name in known and name not in _FEEDBACK.values() for name, html in item.feedback.items() if html)
    if single and not isinstance(question, ChoiceQuestion):
        lost.append(message("Feedback of single answers: Canvas has none for this type."))
    if any(name not in known and html.strip() for name, html in item.feedback.items()):
        lost.append(message("Feedback that belongs to none of the answers."))
    if item.entry("parent_stimulus_item_ident"):
        lost.append(message("The text that it belongs to: it stands beside it now."))
    return lost
