"""Reading QTI 1.2 in every flavour that Canvas writes: New Quizzes, Classic, course exports, Common Cartridge."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import uuid4

from lxml.etree import _Element as Element

from app.interchange.errors import FileRefused
from app.interchange.material import Found, Material
from app.interchange.pictures import Pictures
from app.interchange.qti.documents import Contents, Document, contents_of, is_questions
from app.interchange.qti.entries import draws, entries
from app.interchange.qti.found import Place, found_of
from app.interchange.qti.item import QtiItem
from app.interchange.qti.package import MAGIC, Package
from app.interchange.qti.settings import fields_of
from app.interchange.rich import rich
from app.interchange.source import Source
from app.interchange.xml import text_of, within
from app.library.packed import NotReadable
from app.message import Message, message
from app.models.quiz import NewQuiz

_HEAD = 4096
_SIGNS = (b"calculator_type", b"answer_type=", b"hot_spot_question", b"categorization_question", b"ordering_question")


def fits(source: Source) -> bool:
    """Whether it holds QTI 1.2 with what only New Quizzes writes."""
    return any(any(sign in data for sign in _SIGNS) for data in question_documents(source))


def question_documents(source: Source) -> Iterator[bytes]:
    """The documents with questions, one by one."""
    if not source.data.startswith(MAGIC) and not is_questions(source.data[:_HEAD]):
        return
    try:
        package = Package(source)
        for name in package.documents:
            data = package.read(name)
            if is_questions(data[:_HEAD]):
                yield data
    except (FileRefused, NotReadable):
        return


def read(source: Source) -> tuple[Material, ...]:
    """One quiz for each in the package, then one for each bank. Raises `FileRefused`."""
    package = Package(source)
    contents = contents_of(package)
    if not contents.documents:
        why = contents.lost[0] if contents.lost else message("there is no quiz in it.")
        raise FileRefused(source.name, why)
    documents = sorted(contents.documents, key=lambda one: one.is_bank)
    total = sum(1 for one in documents for _ in entries(one.element))
    reading = _Reading(source, package, contents, total)
    found = tuple(reading.material(one) for one in documents)
    return _with_lost(found, contents.lost)


def _with_lost(found: tuple[Material, ...], lost: list[Message]) -> tuple[Material, ...]:
    first = found[0]
    told = Material(first.title, first.found, first.fields, first.local, first.media, (*lost, *first.lost))
    return (told, *found[1:])


@dataclass
class _Reading:
    """One file while it is read, counting its questions."""

    source: Source
    package: Package
    contents: Contents
    total: int
    done: int = 0

    def __post_init__(self) -> None:
        self._banked = {
            item.get("ident") or "": item for one in self.contents.documents for item in one.element.iter("item")
        }

    def material(self, document: Document) -> Material:
        """One quiz or bank."""
        pictures = Pictures(self.package.find)
        title = self._title(document)
        found, ids = [], set[str]()
        tags = (title,) if document.is_bank else ()
        for number, entry in enumerate(entries(document.element), start=1):
            self.done += 1
            self.source.step(self.done, self.total)
            one = self._found(entry.element, Place(number, (*tags, *entry.groups), entry.points), pictures)
            found.append(_once(one, ids))
        fields, lost = self._fields(document, found, pictures)
        drawn = tuple(draws(document.element))
        if drawn:
            fields = fields.without("points_possible")  # it counts what is drawn, and here are all
        return Material(title, tuple(found), fields, media=pictures.media, lost=(*lost, *drawn))

    def _fields(self, document: Document, found: list[Found], pictures: Pictures) -> tuple[NewQuiz, list[Message]]:
        """The fields of a quiz: instructions cleaned, points only where they are not the sum of its questions."""
        fields, lost = fields_of(self.contents.settings.get(document.ident))
        instructions, gone = rich(fields.instructions or "", pictures)
        if instructions:
            fields = fields.replaced(instructions=instructions)
        if fields.points_possible == sum(one.item.points or 0 for one in found if one.item is not None):
            fields = fields.without("points_possible")
        return fields, [*lost, *gone]

    def _title(self, document: Document) -> str:
        named = {
            text_of(row.find("fieldlabel")): text_of(row.find("fieldentry"))
            for row in within(document.element.find("qtimetadata"), "qtimetadatafield")
        }
        settings = self.contents.settings.get(document.ident)
        said = text_of(settings.find("title")) if settings is not None else ""
        title = named.get("bank_title") or document.element.get("title") or said
        return title.strip() or self.source.title

    def _found(self, entry: Element, place: Place, pictures: Pictures) -> Found:
        if entry.tag == "item":
            return found_of(QtiItem.of(entry), place, pictures)
        banked = self._banked.get(entry.get("item_ref") or "")
        if banked is None:
            why = message("A question of an item bank that is not in the file.")
            return Found(str(place.number), None, refused=why)
        one = found_of(QtiItem.of(banked), place, pictures)
        copied = message("Its bank: it is a copy here, as a question of the quiz.")
        return Found(one.place, one.item, (*one.lost, copied), one.refused)


def _once(found: Found, ids: set[str]) -> Found:
    """The question under an id of its own, and told where the file has it twice."""
    item = found.item
    if item is None:
        return found
    if item.id not in ids:
        ids.add(item.id)
        return found
    other = item.with_id(str(uuid4()))
    ids.add(other.id)
    return Found(found.place, other, (*found.lost, message("The file has another question of the same name.")))
