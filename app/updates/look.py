"""One look for a new version: fetch, believe or not, compare. It never installs and never downloads a program."""

from dataclasses import dataclass

from app.canvas.address import origin
from app.canvas.errors import CanvasError
from app.updates.feed import FeedRefused, Release, numbers, released
from app.updates.fetch import NotFetched, fetched
from app.updates.source import Source


@dataclass(frozen=True, slots=True)
class Seen:
    """What a look found: a newer release or none, and the number of the newest feed that was ever believed.

    `asked` is False where nobody answered, so that a start off-line does not count as the look of that day.
    """

    release: Release | None
    serial: int
    asked: bool


async def look(place: Source, *, own: str, serial: int) -> Seen:
    """Ask the feed, as the version `own` that has believed feeds up to the number `serial`."""
    try:
        feed = await fetched(place.address)
    except NotFetched as error:
        return Seen(None, serial, asked=error.answered)
    except CanvasError:  # the proxy settings of this computer cannot be used
        return Seen(None, serial, asked=False)
    try:
        release = believed(feed, place, serial)
    except FeedRefused:
        return Seen(None, serial, asked=True)
    return Seen(release if numbers(release.version) > numbers(own) else None, release.serial, asked=True)


def believed(feed: bytes, place: Source, serial: int) -> Release:
    """The release of a feed that is signed, no older than the last one, and leads to the place that the feed is at.

    Raises `FeedRefused`. An older feed that somebody sends again could hide a release, or bring one back that was
    withdrawn; a page elsewhere would let a stolen key lead people anywhere.
    """
    release = released(feed, place.keys)
    if release.serial < serial:
        raise FeedRefused("it is older than one that came before")
    if origin(release.page) is None or origin(release.page) != origin(place.address):
        raise FeedRefused("its page is not where the feed is")
    return release
