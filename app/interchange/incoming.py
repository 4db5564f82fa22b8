"""Files on their way in: each read by the format that it fits, or named with why it cannot be."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from app.errors import UserError
from app.interchange.errors import ColumnsUnknown
from app.interchange.format import Format
from app.interchange.material import Found, Material
from app.interchange.source import Source, Step
from app.interchange.table import format_named, format_of
from app.interchange.table_head import KnownRoles, TableHead
from app.message import Message, message


@dataclass(frozen=True, slots=True)
class Incoming:
    """One file: what it holds, or the `error` for which nothing of it can be read."""

    name: str
    materials: tuple[Material, ...] = ()
    form: Format | None = None
    error: UserError | None = None

    @property
    def heads(self) -> tuple[TableHead, ...]:
        """The columns of its tables, also of one that could not be read for them."""
        own = (self.error.head,) if isinstance(self.error, ColumnsUnknown) else ()
        return (*own, *(one.head for one in self.materials if one.head is not None))


@dataclass(frozen=True, slots=True)
class Account:
    """Of `total` questions of a file some come along whole, some with losses, some not at all: exactly all of them."""

    whole: int
    partly: int
    refused: int

    @property
    def total(self) -> int:
        """How many questions there are."""
        return self.whole + self.partly + self.refused

    @property
    def words(self) -> Message:
        """The line of accounting."""
        if not self.total:
            return message("No question was found.")
        if self.whole == self.total:
            return message("{count} question, whole.", plural="{count} questions, all of them whole.", count=self.total)
        return message(
            "{count} question: {whole} whole, {partly} with losses, {refused} refused.",
            plural="{count} questions: {whole} whole, {partly} with losses, {refused} refused.",
            count=self.total,
            whole=self.whole,
            partly=self.partly,
            refused=self.refused,
        )


def incoming(path: Path, step: Step, roles: KnownRoles | None = None, form: str = "") -> Incoming:
    """Read a file, in the format of that name or in the one that it fits. Raises `Stopped` where `step` does."""
    try:
        return received(replace(Source.read(path, step), roles={} if roles is None else roles), form)
    except UserError as error:
        return Incoming(path.name, error=error)


def received(source: Source, name: str = "") -> Incoming:
    """The same of what is in memory already."""
    try:
        form = format_named(name) if name else format_of(source)
        return Incoming(source.name, form.material(source), form)
    except UserError as error:
        return Incoming(source.name, error=error)


@dataclass(frozen=True, slots=True)
class Clipboard:
    """What was copied elsewhere: the words, and the same as HTML where there is one, in which a key may be bold."""

    name: str
    text: str
    html: str = ""


def of_clipboard(held: Clipboard, step: Step, roles: KnownRoles | None = None) -> Incoming:
    """Read a list that was copied: as HTML where that tells at least as many questions, else as words alone."""
    plain = received(Source(held.name, held.text.encode(), step, {} if roles is None else roles))
    if not held.html or (plain.form is not None and plain.form.name != "text"):
        return plain
    source = Source(held.name, held.html.encode(), step)
    form = format_named("html")
    if not form.fits(source):
        return plain
    rich = Incoming(held.name, form.material(source), form)
    return rich if _questions(rich) >= _questions(plain) else plain


def _questions(file: Incoming) -> int:
    return sum(len(material.found) for material in file.materials)


def account(found: Iterable[Found]) -> Account:
    """Count what became of each question."""
    whole = partly = refused = 0
    for one in found:
        if one.item is None:
            refused += 1
        elif one.lost:
            partly += 1
        else:
            whole += 1
    return Account(whole, partly, refused)
