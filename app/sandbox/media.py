"""The pictures that the storage holds: in memory, or as files of the data folder."""

import os
from pathlib import Path
from typing import Protocol

PREFIX = "/dev-uploads/item_media/"


class Media(Protocol):
    """Bytes by the path under which the storage serves them."""

    def read(self, path: str) -> bytes: ...

    def write(self, path: str, content: bytes) -> None: ...


class MemoryMedia:
    """Pictures that are gone when the sandbox stops."""

    def __init__(self) -> None:
        self._contents: dict[str, bytes] = {}

    def read(self, path: str) -> bytes:
        return self._contents[path]

    def write(self, path: str, content: bytes) -> None:
        self._contents[path] = content


class FolderMedia:
    """Pictures as files named after their path."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        folder.mkdir(parents=True, exist_ok=True)

    def _file(self, path: str) -> Path:
        return self._folder / path.removeprefix(PREFIX).replace("/", "_")

    def read(self, path: str) -> bytes:
        return self._file(path).read_bytes()

    def write(self, path: str, content: bytes) -> None:
        """Written beside and renamed, so that a kill leaves the old picture or the new one."""
        file = self._file(path)
        beside = file.with_suffix(".part")
        beside.write_bytes(content)
        os.replace(beside, file)
