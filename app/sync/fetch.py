"""Fetches the hot-spot pictures that came with a pull, once, so that they are there off-line (decisions 25)."""

import asyncio
from collections.abc import Iterable
from typing import TypeGuard
from urllib.parse import urlsplit

from app.canvas.client import CanvasClient
from app.canvas.errors import CanvasError
from app.message import message
from app.models.item import Item
from app.models.question import Question
from app.sync.ledger import Ledger
from app.sync.outcome import Outcome
from app.sync.step import BringItem, BringUnits, Held
from app.sync.unit import ANSWERS
from app.sync.wire import MEDIA

AT_ONCE = 3


async def fetch_pictures(client: CanvasClient, ledger: Ledger, items: Iterable[Item], outcome: Outcome) -> None:
    """Keep every hot-spot picture that is not here yet. One that cannot be had is told; nothing stops for it."""
    wanted = [
        (item.id, address) for item in items if (address := picture_address(item)) and not ledger.is_kept(address)
    ]
    for start in range(0, len(wanted), AT_ONCE):
        group = wanted[start : start + AT_ONCE]
        await asyncio.gather(*(_fetch(client, ledger, item_id, address, outcome) for item_id, address in group))


def picture_address(item: Item) -> str | None:
    """The address of a hot spot's picture on Canvas; None for a picture of this library."""
    data = item.entry.wire().get("interaction_data") if isinstance(item.entry, Question) else None
    url = data.get("image_url") if isinstance(data, dict) else None
    return url if isinstance(url, str) and url and not url.startswith(MEDIA) else None


def hosts_named(steps: Iterable[object]) -> frozenset[str]:
    """The hosts of the pictures that Canvas names in what is brought in."""
    raws = [step.raw for step in steps if _brings_answers(step)]
    addresses = [picture_address(Item.from_wire(raw)) for raw in raws]
    return frozenset(urlsplit(address).netloc.rpartition("@")[2] for address in addresses if address)


def _brings_answers(step: object) -> TypeGuard[BringItem | BringUnits]:
    return isinstance(step, BringItem) or (isinstance(step, BringUnits) and ANSWERS in step.units)


async def _fetch(client: CanvasClient, ledger: Ledger, item_id: str, address: str, outcome: Outcome) -> None:
    try:
        data = await client.storage.download(address, hosts=ledger.picture_hosts)
    except CanvasError as error:
        reason = message("Its picture could not be fetched: {why}", why=error.message)
        outcome.held.append(Held(item_id, reason))
    else:
        await ledger.keep_picture(address, data)
        outcome.fetched += 1
