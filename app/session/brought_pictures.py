"""Pictures of what is about to be brought in, shown before they are in the library."""

from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from app.interchange.material import Material
from app.session.pictures import MEDIA, PictureShelf
from app.session.workspace import Workspace


class BroughtPictures(PictureShelf):
    """A shelf that has these too, each as a file in a folder for as long as it is shown."""

    def __init__(self, workspace: Workspace) -> None:
        super().__init__(workspace.library, workspace.reader, workspace.writer, workspace)
        self._data: dict[str, bytes] = {}
        self._folder: TemporaryDirectory[str] | None = None
        workspace.closing.connect(self.clear)

    def show_materials(self, materials: Iterable[Material]) -> None:
        """From now on have the pictures of these, and no others."""
        self.clear()
        for material in materials:
            self._data |= material.media

    def clear(self) -> None:
        """Forget them."""
        self._data = {}
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None

    def path_of(self, reference: str) -> Path | None:
        """A picture of the library, else one that is brought in."""
        here = super().path_of(reference)
        data = self._data.get(reference.removeprefix(MEDIA))
        if here is not None or data is None or not reference.startswith(MEDIA):
            return here
        if self._folder is None:
            self._folder = TemporaryDirectory(prefix="quizwright-", ignore_cleanup_errors=True)
        path = Path(self._folder.name) / reference.removeprefix(MEDIA)
        if not path.exists():
            path.write_bytes(data)
        return path
