"""Where the pictures of one link are: on its Canvas, and here for off-line (decisions 4, 25).

Reading is done here and now; `note_…` and `keep` are called inside a transaction of the library.
"""

import asyncio
import json
from collections.abc import Mapping
from typing import Any

from app.canvas.address import origin
from app.canvas.file_address import course_of
from app.html.sources import sources
from app.library import linking, media
from app.library.library import Library
from app.library.row import LinkRow
from app.pictures.header import PictureHeader, probe
from app.sync.wire import MEDIA, Addresses


class LinkPictures:
    """Addresses are read once and kept in step."""

    def __init__(self, library: Library, reader: Library, link: LinkRow) -> None:
        """`library` is written to, `reader` read from."""
        self._library, self._reader, self._link = library, reader, link
        self._account = link.account_id
        self._origin = next((row.origin for row in reader.accounts() if row.id == link.account_id), "")
        self._known: dict[tuple[str, str], str | None] = {}
        self._moving: dict[tuple[str, str], str | None] = {}
        self._came: set[tuple[str, str]] = set()
        self.addresses = Addresses(self._of_hot_spot, self._of_text)

    def _of_hot_spot(self, item_id: str, reference: str) -> str | None:
        return self._address(self._scope(item_id), reference.removeprefix(MEDIA))

    def _of_text(self, item_id: str, source: str) -> str | None:
        """The address in this course; a `media:` reference where the picture has to be uploaded; None to leave it."""
        sha = source.removeprefix(MEDIA) if source.startswith(MEDIA) else self._moved(item_id, source)
        if sha is None:
            return None
        return self._address(media.course_scope(self._link.course_id), sha) or f"{MEDIA}{sha}"

    def _moved(self, item_id: str, source: str) -> str | None:
        """The picture that a text brought from another course or Canvas, where students of this course cannot see it.

        What Canvas itself has in this question stays as it is there.
        """
        if course_of(source) is None:
            return None
        key = (item_id, source)
        if key not in self._moving:
            sha = self._kept_of_another_course(source)
            self._moving[key] = None if sha is None or source in self._returned(item_id) else sha
        return None if key in self._came else self._moving[key]

    def note_came(self, item_id: str, raw: Mapping[str, Any]) -> None:
        """A question, or the quiz itself, came from Canvas like this and is not agreed on yet."""
        self._came |= {(item_id, source) for source in sources(raw)}

    def _kept_of_another_course(self, source: str) -> str | None:
        kept = media.fetched(self._reader.db, source)
        own = [sha for account, sha in kept if account == self._account]
        is_here = origin(source) == self._origin or (origin(source) is None and (own or not kept))
        if is_here and course_of(source) == self._link.course_id:
            return None
        return next(iter([*own, *(sha for _, sha in kept)]), None)

    def _returned(self, item_id: str) -> tuple[str, ...]:
        """The pictures that Canvas had in a question, or in the quiz itself, when it was last agreed on."""
        db, link = self._reader.db, self._link.id
        if not item_id:
            return sources(linking.quiz_base(db, link).returned)
        query = "SELECT returned FROM item_link WHERE link = ? AND item = ?"
        return sources(json.loads(db.execute(query, (link, item_id)).get or "{}"))

    def reference(self, address: str) -> str | None:
        """The picture that was uploaded to an address of this link from here."""
        whole = address if origin(address) or not address.startswith("/") else f"{self._origin}{address}"
        db = self._reader.db
        sha = media.uploaded_sha_at(db, self._account, address)
        sha = sha or media.uploaded_file_sha_at(db, self._account, whole, self._link.course_id)
        return f"{MEDIA}{sha}" if sha else None

    async def data(self, reference: str) -> tuple[bytes, str]:
        """The verified bytes of a picture and their content type. Raises `MediaMissing`."""
        data = await asyncio.to_thread(self._library.read_media, reference)  # the loop is the window's
        known = media.known(self._reader.db, reference.removeprefix(MEDIA))
        return data, known.content_type if known else probe(data).content_type

    def size(self, reference: str) -> int:
        """The bytes of a picture, as the plan tells them."""
        known = media.known(self._reader.db, reference.removeprefix(MEDIA))
        return known.size if known else 0

    def is_kept(self, address: str) -> bool:
        """Whether the picture at an address of this account is here."""
        return any(account == self._account for account, _ in media.fetched(self._reader.db, address))

    @property
    def hosts(self) -> frozenset[str]:
        """The hosts of the file store, as the answers of this account named them."""
        return frozenset(linking.habits(self._reader.db, self._account).get("file hosts", ()))

    def note_hot_spot(self, item_id: str, reference: str, address: str) -> None:
        """A hot spot has an upload of its own."""
        self._note(self._scope(item_id), reference, address)

    def note_file(self, reference: str, address: str) -> None:
        """A picture of texts is in the course."""
        self._note(media.course_scope(self._link.course_id), reference, address)

    def keep(self, address: str, data: bytes, header: PictureHeader) -> None:
        """A picture was fetched from an address."""
        sha = self._library.files.keep(data)
        found = media.Media(sha, len(data), header.content_type, header.width, header.height, "")
        media.note(self._library.db, found, self._library.now())
        media.note_fetched(self._library.db, self._account, address, sha)

    def _note(self, scope: str, reference: str, address: str) -> None:
        sha = reference.removeprefix(MEDIA)
        media.note_address(self._library.db, self._account, scope, sha, address)
        self._known[(scope, sha)] = address

    def _address(self, scope: str, sha: str) -> str | None:
        if (scope, sha) not in self._known:
            self._known[(scope, sha)] = media.address_of(self._reader.db, self._account, scope, sha)
        return self._known[(scope, sha)]

    def _scope(self, item_id: str) -> str:
        return f"item {item_id} {self._link.id}"
