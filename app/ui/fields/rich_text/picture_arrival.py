"""Pictures that are dropped, pasted or chosen: looked at, taken into the library, and put where the cursor was."""

from base64 import b64decode
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtGui import QTextCursor

from app.errors import UserError
from app.message import message
from app.ui.fields.picture_choice import choose_picture
from app.ui.fields.picture_drop import dropped
from app.ui.fields.picture_intake import PictureIntake
from app.ui.fields.rich_text.picture_acts import put_picture, with_address

if TYPE_CHECKING:
    from app.session.pictures import PictureShelf, TakenPicture
    from app.ui.fields.rich_text.edit import RichEdit

_LATE = UserError(
    message("The picture came after its text was left, so it was not put in."), message("Add it once more.")
)


def _decoded(address: str) -> bytes:
    """The bytes of a `data:` address; none where they are no base64, which is no picture then."""
    try:
        return b64decode(address.partition(",")[2])
    except ValueError:
        return b""


class PictureArrival(QObject):
    """For one text. `told` gives what went wrong, None once all is well; `put` comes when a picture is in the text."""

    told = Signal(object)
    put = Signal()

    def __init__(self, edit: "RichEdit", shelf: "PictureShelf") -> None:
        super().__init__(edit)
        self._edit, self._shelf = edit, shelf
        self._place: QTextCursor | None = None
        self._intake = PictureIntake(self)
        self._intake.offered.connect(self._take)
        self._intake.refused.connect(self._refuse)

    def choose(self) -> None:
        """Ask for a file."""
        choose_picture(self._edit, lambda path: self._look(path, path.name))

    def take(self, data: QMimeData) -> bool:
        """Take the picture of a drop or of the clipboard; False where there is none."""
        found = dropped(data)
        if found is None:
            return False
        self._look(found.source, found.name)
        return True

    def take_in(self, address: str) -> None:
        """Keep a picture that came inside markup (`data:`) in the library, and name it there."""
        self._shelf.take(_decoded(address), self.tr("Pasted picture"), lambda result: self._name(address, result))

    def _name(self, address: str, result: "TakenPicture | UserError") -> None:
        if isinstance(result, UserError):
            self.told.emit(result)
        else:
            with_address(self._edit, address, result.reference)

    def forget(self) -> None:
        """The text is left: what is still on its way has no place any more."""
        if self._place is not None:
            self._place = None
            self.told.emit(_LATE)

    def _look(self, source: object, name: str) -> None:
        self._place = self._edit.textCursor()
        self.told.emit(None)
        self._intake.take(source, name)  # type: ignore[arg-type]

    def _take(self, source: bytes | Path, name: str) -> None:
        self._shelf.take(source, name, self._receive)

    def _refuse(self, error: UserError, source: bytes | Path | None, name: str) -> None:
        """Too many pixels for a text: a smaller copy does as well there, so nobody is asked."""
        if source is not None:
            self._shelf.take(source, name, self._receive, smaller=True)
        else:
            self._place = None
            self.told.emit(error)

    def _receive(self, result: "TakenPicture | UserError") -> None:
        place, self._place = self._place, None
        if place is None:
            return
        if isinstance(result, UserError):
            self.told.emit(result)
            return
        self._edit.setTextCursor(place)
        put_picture(self._edit, result.reference)
        self.put.emit()
