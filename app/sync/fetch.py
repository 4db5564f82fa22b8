"""Fetches the pictures that came with a pull, once, so that they are there off-line (decisions 25).

The pictures of texts come from Canvas and its file store. Those of other hosts are told, and left until a person asks.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeGuard
from urllib.parse import urlsplit

from app.canvas.client import CanvasClient
from app.canvas.errors import CanvasError
from app.html.sources import source_key, sources
from app.message import Message, message
from app.models.item import Item
from app.models.question import Question
from app.models.quiz import Quiz
from app.sync.ledger import Ledger
from app.sync.outcome import Outcome
from app.sync.step import BringItem, BringUnits, Conflict, Held
from app.sync.together import together
from app.sync.unit import ANSWERS
from app.sync.wire import MEDIA

AT_ONCE = 3
_OWN = re.compile(rb"media:[0-9a-f]{64}")
"""A picture of this library in the document of an item."""
_FETCHABLE = ("http:", "https:", "/")


@dataclass(frozen=True, slots=True)
class Pictures:
    """How many pictures a quiz has, and how many of them are on this computer."""

    here: int
    named: int


@dataclass(frozen=True, slots=True)
class Wanted:
    """A picture that is named; `number` is the place of its question, 0 for the instructions."""

    address: str
    item_id: str
    number: int
    is_hot_spot: bool = False


async def fetch_pictures(client: CanvasClient, ledger: Ledger, outcome: Outcome, asked: frozenset[str]) -> Pictures:
    """Keep every picture that is not here yet, of strange hosts those of `asked` alone; tell which cannot be had.

    Gives how many the quiz has, and how many of them are here now.
    """
    every = {source_key(one.address): one for one in _named(ledger.quiz())}
    named = {key: one for key, one in every.items() if not ledger.pictures.is_kept(one.address)}
    wanted = [one for one in named.values() if _is_near(client, ledger, one) or _host(one.address) in asked]
    for start in range(0, len(wanted), AT_ONCE):
        await together(*(_fetch(client, ledger, one, outcome) for one in wanted[start : start + AT_ONCE]))
    left = Counter(_host(one.address) for one in named.values() if one not in wanted)
    outcome.strangers = sorted(left)
    outcome.notes += [_not_asked(host, left[host]) for host in outcome.strangers]
    await ledger.habits.note_file_hosts(client.files.hosts)
    own = len({found for item in ledger.quiz().items for found in _OWN.findall(item.document)})
    here = sum(ledger.pictures.is_kept(one.address) for one in every.values())
    return Pictures(here + own, len(every) + own)


def _named(quiz: Quiz) -> Iterator[Wanted]:
    """Every picture of Canvas that the quiz names, those of hot spots first."""
    for number, item in enumerate(quiz.items, start=1):
        if (address := picture_address(item)) is not None:
            yield Wanted(address, item.id, number, is_hot_spot=True)
    for source in _addresses(quiz.fields.instructions):
        yield Wanted(source, "", 0)
    for number, item in enumerate(quiz.items, start=1):
        if b"<img" in item.document.lower():  # else nothing is read: a quiz may have 2,000 questions
            for source in _addresses(item.entry.wire()):
                yield Wanted(source, item.id, number)


def _addresses(texts: object) -> Iterator[str]:
    return (source for source in sources(texts) if source.lower().startswith(_FETCHABLE))


def picture_address(item: Item) -> str | None:
    """The address of a hot spot's picture on Canvas; None for a picture of this library."""
    return _address_in(item.entry.wire()) if isinstance(item.entry, Question) else None


def _address_in(answers: Mapping[str, object]) -> str | None:
    data = answers.get("interaction_data")
    url = data.get("image_url") if isinstance(data, dict) else None
    return url if isinstance(url, str) and url and not url.startswith(MEDIA) else None


def hosts_named(steps: Iterable[object], conflicts: Iterable[Conflict] = ()) -> frozenset[str]:
    """The hosts of the pictures that Canvas names in what is brought in, and in what a person may take from it."""
    raws = [step.raw for step in steps if _brings_answers(step)]
    addresses = [picture_address(Item.from_wire(raw)) for raw in raws]
    addresses += [_address_in(conflict.theirs or {}) for conflict in conflicts if conflict.unit == ANSWERS]
    return frozenset(urlsplit(address).netloc.rpartition("@")[2] for address in addresses if address)


def _brings_answers(step: object) -> TypeGuard[BringItem | BringUnits]:
    return isinstance(step, BringItem) or (isinstance(step, BringUnits) and ANSWERS in step.units)


def _is_near(client: CanvasClient, ledger: Ledger, wanted: Wanted) -> bool:
    hosts = client.files.hosts | ledger.pictures.hosts
    return wanted.is_hot_spot or client.files.is_here(wanted.address) or _host(wanted.address) in hosts


def _host(address: str) -> str:
    try:
        return urlsplit(address).netloc.rpartition("@")[2].lower()
    except ValueError:
        return ""


async def _fetch(client: CanvasClient, ledger: Ledger, wanted: Wanted, outcome: Outcome) -> None:
    try:
        data = await _data(client, ledger, wanted)
    except CanvasError as error:
        if wanted.is_hot_spot:
            reason = message("Its picture could not be fetched: {why}", why=error.message)
            outcome.held.append(Held(wanted.item_id, reason))
        else:
            outcome.notes.append(_not_fetched(wanted, error.message))
        return
    if await ledger.keep_picture(wanted.address, data):
        outcome.fetched += 1


async def _data(client: CanvasClient, ledger: Ledger, wanted: Wanted) -> bytes:
    if wanted.is_hot_spot:
        return await client.storage.download(wanted.address, hosts=ledger.habits.picture_hosts)
    if not _is_near(client, ledger, wanted):
        return await client.strangers.picture(client.files.absolute(wanted.address))
    return await client.files.picture(wanted.address, hosts=ledger.pictures.hosts)


def _not_fetched(wanted: Wanted, why: Message) -> Message:
    if not wanted.number:
        return message("A picture of the instructions could not be fetched: {why}", why=why)
    return message("A picture of question {number} could not be fetched: {why}", number=wanted.number, why=why)


def _not_asked(host: str, count: int) -> Message:
    """Whoever owns a host would learn from a fetch who works on this quiz, and when."""
    return message(
        "1 picture on {host} was not fetched: it is not of your Canvas.",
        plural="{count} pictures on {host} were not fetched: they are not of your Canvas.",
        host=host,
        count=count,
    )
