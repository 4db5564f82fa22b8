"""What was learned of the server of an account: its habits, and the hosts that it names for pictures."""

from collections.abc import Awaitable, Callable, Iterable

from app.library import linking
from app.library.library import Library

Keep = Callable[[Callable[[Library], object]], Awaitable[None]]
"""Makes durable what is done with the library that it is given."""


class Habits:
    """Read once and kept in step, for all syncs of the account that come."""

    def __init__(self, reader: Library, account_id: str, keep: Keep) -> None:
        self._account, self._keep = account_id, keep
        known = linking.habits(reader.db, account_id)
        self._merges = bool(known.get("patch merges"))
        self._picture_hosts = frozenset[str](known.get("picture hosts", ()))
        self._file_hosts = frozenset[str](known.get("file hosts", ()))

    @property
    def merges(self) -> bool:
        """Whether this server was seen to keep elements that an update left out."""
        return self._merges

    async def note_merges(self) -> None:
        """Remember that it does."""
        self._merges = True
        await self._learn("patch merges", True)

    @property
    def picture_hosts(self) -> frozenset[str]:
        """Hosts that Canvas itself named for pictures; from no other is one fetched (decisions 25)."""
        return self._picture_hosts

    async def note_picture_hosts(self, hosts: Iterable[str]) -> None:
        """Remember more of them."""
        both = self._picture_hosts | frozenset(hosts)
        if both != self._picture_hosts:
            self._picture_hosts = both
            await self._learn("picture hosts", sorted(both))

    async def note_file_hosts(self, hosts: frozenset[str]) -> None:
        """Remember which hosts the file store has."""
        if not hosts <= self._file_hosts:
            self._file_hosts |= hosts
            await self._learn("file hosts", sorted(self._file_hosts))

    async def _learn(self, habit: str, value: object) -> None:
        await self._keep(lambda library: linking.learn(library.db, self._account, habit, value))
