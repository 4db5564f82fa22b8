"""Reading zip files that come from elsewhere: named members only, into memory, within limits (reliability.md 3.3)."""

import stat
import zipfile
import zlib
from typing import BinaryIO

from app.message import Message, message

MEMBERS = 5_000
TOTAL_BYTES = 200 * 2**20
RATIO = 100
RATIO_FROM_BYTES = 2**20
_ENCRYPTED = 0x1
_PLAIN_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_CHUNK = 2**16
ZIP_DAMAGES = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError)
"""What reading a zip file raises that is damaged, encrypted or packed in a way that nobody here knows."""


class NotReadable(Exception):
    """Why a packed file is refused; the reader of the format makes the person's error of it."""

    def __init__(self, why: Message) -> None:
        super().__init__(str(why))
        self.why = why


class Packed:
    """An open zip file whose members are read one by one, counted while they are read: headers may lie.

    Nothing is ever extracted to a path that the file names. Raises `NotReadable`, also from `read`.
    """

    def __init__(self, file: BinaryIO, *, total: int = TOTAL_BYTES) -> None:
        self._left = total
        try:
            self._zip = zipfile.ZipFile(file)
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
            raise NotReadable(message("it is no such file, or it is damaged.")) from error
        infos = self._zip.infolist()
        if len(infos) > MEMBERS:
            raise NotReadable(message("it holds too many parts."))
        self._infos = {info.filename: info for info in infos}
        if len(self._infos) < len(infos):
            raise NotReadable(message("it holds a part twice."))

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all members, as the file gives them."""
        return tuple(self._infos)

    def read(self, name: str) -> bytes:
        """The bytes of one member."""
        info = self._infos.get(name)
        if info is None:
            raise NotReadable(message("its part {name} is missing.", name=name))
        if info.flag_bits & _ENCRYPTED or info.compress_type not in _PLAIN_METHODS or _is_link(info):
            raise NotReadable(message("its part {name} is packed in a way that is not allowed.", name=name))
        try:
            return self._counted(info)
        except (*ZIP_DAMAGES, OSError, ValueError) as error:  # a place before the file's beginning is a ValueError
            raise NotReadable(message("its part {name} is damaged.", name=name)) from error

    def _counted(self, info: zipfile.ZipInfo) -> bytes:
        data = bytearray()
        with self._zip.open(info) as member:
            while chunk := member.read(_CHUNK):
                data += chunk
                self._left -= len(chunk)
                if self._left < 0 or (len(data) > RATIO_FROM_BYTES and len(data) > RATIO * info.compress_size):
                    raise NotReadable(message("it unpacks to more than is allowed."))
        return bytes(data)


def _is_link(info: zipfile.ZipInfo) -> bool:
    return stat.S_ISLNK(info.external_attr >> 16)
