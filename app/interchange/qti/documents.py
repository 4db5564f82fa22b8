"""What a package holds: quizzes and banks as parts of its documents, and the settings of each quiz."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml.etree import _Element as Element

from app.interchange.qti.package import Package
from app.interchange.xml import NotXml, parsed
from app.library.packed import NotReadable
from app.message import Message, message

_HEAD = 4096
_FULL = "non_cc_assessments/"


@dataclass(frozen=True, slots=True)
class Document:
    """A quiz (`assessment`), a bank (`objectbank`) or loose questions (the root)."""

    name: str
    element: Element

    @property
    def ident(self) -> str:
        """Its name in the package."""
        return self.element.get("ident") or ""

    @property
    def is_bank(self) -> bool:
        """Whether its questions wait in a bank."""
        return self.element.tag == "objectbank"


@dataclass
class Contents:
    """`settings` by the ident of their quiz; `lost`: documents that cannot be read."""

    documents: list[Document] = field(default_factory=list)
    settings: dict[str, Element] = field(default_factory=dict)
    lost: list[Message] = field(default_factory=list)


def contents_of(package: Package) -> Contents:
    """Everything in a package, each quiz once: a course export has it twice, and the full one counts."""
    contents = Contents(lost=list(package.lost))
    every: list[Document] = []
    for name, data in _readable(package, contents.lost):
        head = data[:_HEAD]
        if is_questions(head):
            every += _documents(name, data, contents.lost)
        elif single_bytes(head).find(b"<quiz") >= 0:
            _take_settings(name, data, contents)
    full = {one.ident for one in every if _is_full(one)}
    contents.documents = [one for one in every if _is_full(one) or one.ident not in full or not one.ident]
    return contents


def is_questions(head: bytes) -> bool:
    """Whether a document is QTI 1.2."""
    return b"questestinterop" in single_bytes(head)


def single_bytes(head: bytes) -> bytes:
    """The beginning in single bytes, UTF-16 too."""
    return head.replace(b"\0", b"")


def _is_full(document: Document) -> bool:
    return _FULL in document.name.replace("\\", "/")


def _readable(package: Package, lost: list[Message]) -> Iterator[tuple[str, bytes]]:
    for name in package.documents:
        try:
            yield name, package.read(name)
        except NotReadable as error:
            lost.append(message("{name}: {why}", name=name[:80], why=error.why))


def _documents(name: str, data: bytes, lost: list[Message]) -> list[Document]:
    try:
        root = parsed(data)
    except NotXml as error:
        lost.append(message("{name} is not read: {why}", name=name[:80], why=error.why))
        return []
    found = [Document(name, element) for element in root.iter("assessment", "objectbank")]
    loose = [child for child in root if child.tag in ("item", "section")]
    return [*found, Document(name, root)] if loose or not found else found


def _take_settings(name: str, data: bytes, contents: Contents) -> None:
    try:
        root = parsed(data)
    except NotXml as error:
        contents.lost.append(message("{name} is not read: {why}", name=name[:80], why=error.why))
        return
    if root.tag == "quiz":
        contents.settings.setdefault(root.get("identifier") or "", root)
