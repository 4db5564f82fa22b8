"""Files of a course: uploads in three steps, and pictures that a text names (Canvas, File Uploads; canvas-facts, 1.7).

The storage's client never sees the token: it is sent in the first step, and in the third only to Canvas's own origin.
"""

from collections.abc import Collection
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from app.canvas.address import joined, origin
from app.canvas.answer import Json
from app.canvas.connection import Connection
from app.canvas.errors import DownloadRefused, Invalid, NotCanvas, OutcomeUnknown, QuotaExceeded, UploadExpired
from app.canvas.file_address import file_path, text_address
from app.canvas.file_form import FileForm
from app.canvas.path import core_path
from app.canvas.signed_address import SignedAddress
from app.canvas.storage import Storage
from app.message import message

FOLDER = "Quizwright"
"""Where the pictures of texts lie in a course, so that nobody takes them for his own files."""
LARGEST_TEXT_PICTURE = 20 * 1024 * 1024
"""Bytes (reliability, 3.1)."""
TRIES = 3


@dataclass(frozen=True, slots=True)
class NewFile:
    """A file to be uploaded. What has this name in the folder is replaced, so that it may be sent twice."""

    name: str
    data: bytes = field(repr=False)
    content_type: str


class Files:
    """Every method raises CanvasError."""

    def __init__(self, connection: Connection, storage: Storage) -> None:
        self._connection, self._storage = connection, storage
        self._named: set[str] = set()

    @property
    def hosts(self) -> frozenset[str]:
        """Hosts of the file store, as the answers of this Canvas named them."""
        return frozenset(self._named)

    async def upload(self, course_id: str, file: NewFile) -> str:
        """Put a file into the course's folder `Quizwright` and give the address under which a text shows it.

        A step whose outcome is unknown, or whose fields have expired, is begun anew: the name makes it one file.
        Raises QuotaExceeded, UploadRefused.
        """
        for _ in range(TRIES - 1):
            try:
                return await self._uploaded(course_id, file)
            except (OutcomeUnknown, UploadExpired):
                continue
        return await self._uploaded(course_id, file)

    async def _uploaded(self, course_id: str, file: NewFile) -> str:
        form = await self._begun(course_id, file)
        raw = await self._finished(await self._storage.send_form(form, file.name, file.data, file.content_type))
        return text_address(self._connection.origin, course_id, raw)

    async def _begun(self, course_id: str, file: NewFile) -> FileForm:
        body: Json = {
            "name": file.name,
            "size": len(file.data),
            "content_type": file.content_type,
            "parent_folder_path": FOLDER,
            "on_duplicate": "overwrite",
        }
        path = core_path("courses", course_id, "files")
        try:
            answer = await self._connection.write("POST", path, body, lane=f"file {course_id} {file.name}")
        except Invalid as error:
            if "quota" in error.words.lower():
                raise QuotaExceeded from error
            raise
        form = FileForm.read(answer)
        if form is None:
            raise NotCanvas(self._connection.host)
        self._note(form.url)
        return form

    async def _finished(self, target: SignedAddress) -> Json:
        """The third step: with the token where it leads to Canvas, without it to any other origin."""
        if origin(target.url) == self._connection.origin:
            value = (await self._connection.page(target.url)).value
        else:
            value = await self._storage.confirm(target)
        raw = self._connection.object(value)
        if not raw.get("id"):
            raise NotCanvas(self._connection.host)
        return raw

    async def picture(self, address: str, *, hosts: Collection[str] = (), largest: int = LARGEST_TEXT_PICTURE) -> bytes:
        """The picture at an address of a text: on Canvas itself, on a store that its answers named, or on `hosts`.

        A file of Canvas is asked for through the API, because an address alone shows it only to who is logged in.
        Raises DownloadRefused for any other host.
        """
        whole = self.absolute(address)
        if not self.is_here(address):
            return await self._storage.download(whole, hosts=self.hosts | frozenset(hosts), largest=largest)
        path = file_path(whole)
        url = whole if path is None else await self._url_of(path)
        here = frozenset({self._connection.host})
        named = here if path is None else here | {urlsplit(url).netloc}
        return await self._storage.download(url, hosts=named, onward=here, largest=largest)

    def absolute(self, address: str) -> str:
        """The whole address of one that may be relative to this Canvas."""
        return joined(f"{self._connection.origin}/", address) or ""

    def is_here(self, address: str) -> bool:
        """Whether an address is one of this Canvas itself."""
        try:
            return urlsplit(self.absolute(address)).netloc == self._connection.host
        except ValueError:
            return False

    async def _url_of(self, path: str) -> str:
        raw = self._connection.object(await self._connection.get(path))
        url = raw.get("url")
        if not isinstance(url, str) or origin(url) is None:
            raise DownloadRefused(message("Canvas does not give this picture to you: {path}", path=path))
        if urlsplit(url).netloc != self._connection.host:
            self._note(url)
        return url

    def _note(self, url: str) -> None:
        if origin(url) is not None:
            self._named.add(urlsplit(url).netloc)
