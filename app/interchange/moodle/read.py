"""Reading Moodle XML: one quiz, its categories as tags."""

import re
from html import escape

from lxml.etree import _Element as Element
from pydantic import ValidationError

from app.interchange.errors import FileRefused
from app.interchange.maker import placeholder
from app.interchange.material import Found, Material, each_once
from app.interchange.moodle.entry import Entry
from app.interchange.moodle.name import is_made
from app.interchange.moodle.questions import Broken, looks_right, questions_of
from app.interchange.moodle.text import raw
from app.interchange.moodle.types.cloze import weight_of
from app.interchange.moodle.types.table import READERS
from app.interchange.number import plain_number
from app.interchange.pictures import Pictures
from app.interchange.rich import cleaned, rich, words
from app.interchange.source import Source
from app.interchange.xml import NotXml, source_of
from app.message import Message, message
from app.models.item import Item
from app.models.number import decimal_of
from app.models.question import Question

_FEEDBACK = {"neutral": "generalfeedback", "correct": "correctfeedback", "incorrect": "incorrectfeedback"}
_MOST_SOURCE = 100_000
_MOST_POINTS = 10**9


def fits(source: Source) -> bool:
    """Whether it is Moodle XML."""
    return looks_right(source)


def read(source: Source) -> tuple[Material, ...]:
    """One quiz. A category that all questions share is its title, others are tags. Raises `FileRefused`."""
    try:
        every = questions_of(source)
    except NotXml as error:
        raise FileRefused(source.name, error.why) from error
    pictures = Pictures()
    found: list[Found] = []
    paths: list[tuple[str, ...]] = []
    path: tuple[str, ...] = ()
    for done, one in enumerate(every, start=1):
        source.step(done, len(every))
        if not isinstance(one, tuple) and one.get("type") == "category":
            path = _category(one)
            continue
        number = len(found) + 1
        found.append(_broken(one) if isinstance(one, tuple) else _found(one, number, pictures))
        paths.append(path)
    title = source.title
    if len(set(paths)) <= 1:
        title = path[-1] if path else title
    else:
        found = [_tagged(one, tags) for one, tags in zip(found, paths, strict=True)]
    return (Material(title, tuple(found), media=pictures.media),)


def _category(element: Element) -> tuple[str, ...]:
    """The names from the outermost on; a slash in a name is written twice."""
    text = raw(element.find("category")).replace("//", "\0")
    names = (name.replace("\0", "/").strip() for name in text.split("/"))
    return tuple(name for name in names if name and name != "top" and not (name[0] == name[-1] == "$"))


def _tagged(found: Found, tags: tuple[str, ...]) -> Found:
    if found.item is None or not tags:
        return found
    both = tuple(dict.fromkeys((*tags, *(found.item.local.tags or ()))))
    item = found.item.with_local(found.item.local.replaced(tags=both))
    return Found(found.place, item, found.lost)


def _broken(block: Broken) -> Found:
    line, source, why = block
    text = " ".join(re.sub(r"<[^>]*>", " ", source).split())[:60]
    shown = message('{why} It begins with "{text}".', why=why, text=text)
    return Found(f"line {line}", None, refused=shown, source=source[:_MOST_SOURCE])


def _found(element: Element, number: int, pictures: Pictures) -> Found:
    entry = Entry(element, pictures)
    shown = entry.name or words(entry.stem)
    where = f"{number}. {shown[:60]}" if shown else str(number)
    if entry.kind == "description":
        return _stimulus(entry, where, pictures)
    reader = READERS.get(entry.kind)
    if reader is None:
        return _unknown(entry, where, pictures)
    points, lost = _points(entry)
    try:
        question, own = reader(entry, points)
        question, gone = cleaned(_with_head(entry, question), pictures)
    except ValidationError:
        return Found(where, None, refused=message("It does not fit together: what it says of its answers is broken."))
    item = _with_tags(Item.of(question, points=points), entry)
    return Found(where, item, each_once([*lost, *entry.lost, *own, *gone, *_left(entry)]))


def _with_head(entry: Entry, question: Question) -> Question:
    """The question with its label and feedback. A name that Moodle made of the text is no label."""
    if entry.name and not is_made(entry.name, entry.stem, question):
        question = question.replaced(title=entry.name)
    for kind, name in _FEEDBACK.items():
        if html := entry.html(entry.element.find(name)):
            question = question.with_feedback(kind, html)
    return question


def _points(entry: Entry) -> tuple[float, list[Message]]:
    said = entry.said("defaultgrade")
    if not said:
        return (weight_of(entry) or 1) if entry.kind in ("cloze", "multianswer") else 1, []
    value = decimal_of(said)
    if value is None or not 0 <= value <= _MOST_POINTS:
        return 1, [message("Its points: the file does not say them, and 1 is taken.")]
    return plain_number(value), []


def _with_tags(item: Item, entry: Entry) -> Item:
    tags = tuple(dict.fromkeys(entry.tags))
    return item.with_local(item.local.replaced(tags=tags)) if tags else item


def _left(entry: Entry) -> list[Message]:
    """What no reader looks at."""
    lost = []
    if raw(entry.element.find("partiallycorrectfeedback")).strip():
        lost.append(message("Feedback for answers that are right in part."))
    if any(raw(one).strip() for one in entry.element.findall("hint")):
        lost.append(message("Hints between tries."))
    if number := entry.said("idnumber"):
        lost.append(message("Its number in Moodle ({number}).", number=number[:60]))
    return lost


def _stimulus(entry: Entry, where: str, pictures: Pictures) -> Found:
    body, gone = rich(entry.stem, pictures)
    raw_entry = {"title": entry.name, "body": body}
    kept = message("A text without a question: it is kept here, but Canvas's API takes none.")
    item = Item.from_wire({"entry_type": "Stimulus", "points_possible": 0, "entry": raw_entry})
    return Found(where, _with_tags(item, entry), each_once([*entry.lost, *gone, kept]))


def _unknown(entry: Entry, where: str, pictures: Pictures) -> Found:
    stem, gone = rich(entry.stem, pictures)
    source = source_of(entry.element)[:_MOST_SOURCE]
    kind = entry.kind or "unknown"
    kept = message('A question of a kind that Quizwright does not know ("{kind}"): kept with its source.', kind=kind)
    item = placeholder(kind, stem or f"<p>{escape(entry.name)}</p>", source)
    return Found(where, _with_tags(item, entry), each_once([*entry.lost, *gone, kept]))
