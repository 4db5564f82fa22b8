"""Pictures on their way into a hot spot: from outside, or made out of the one that is there."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.errors import UserError
from app.models.covering import drawn_picture, with_covers
from app.models.item import Item
from app.models.questions.hot_spot import HotSpotQuestion, with_region_marks
from app.pictures.errors import PictureTooLarge
from app.session.edit import Edit
from app.ui.hot_spot.drawer import HotSpotDrawer
from app.ui.hot_spot.picture_entry import told
from app.ui.words import words

if TYPE_CHECKING:
    from app.pictures.rework import Rework
    from app.session.pictures import PictureShelf, TakenPicture

Follow = Callable[[Item, "TakenPicture"], Item]
"""The item on a picture that was made out of its own: what is drawn on it follows."""


@dataclass(frozen=True, slots=True)
class Making:
    """A picture is made out of `source`; `text` is the name of the step."""

    source: str
    text: str
    follow: Follow


class SpotPictures(QObject):
    """The shelf works beside the window; the question that a picture is for gets it, even if another is open by then.

    `edited(Item, Edit)` is one step.
    """

    edited = Signal(object, object)

    def __init__(self, shelf: "PictureShelf", drawer: HotSpotDrawer) -> None:
        super().__init__(drawer)
        self._shelf, self._drawer = shelf, drawer
        self._item: Item | None = None
        self._arrived: dict[str, tuple[TakenPicture, Making | None]] = {}
        drawer.message.closed.connect(self._forget)

    def show_item(self, item: Item) -> None:
        """This question is open now; what came for it meanwhile is put in after this showing, never within it."""
        self._item = item
        if item.id in self._arrived and self._drawer.message.isHidden():
            QTimer.singleShot(0, self, self._put_arrived)

    def take(self, source: bytes | Path, name: str, *, smaller: bool = False) -> None:
        """Take a picture from outside into the library, and then into the question."""
        if self._item is None:
            return
        item_id, again = self._item.id, partial(self.take, source, name, smaller=True)
        self._drawer.show_busy(self.tr("Making a smaller copy…") if smaller else self.tr("Taking in the picture…"))
        if isinstance(source, Path) and not smaller:
            self._drawer.expect(source, name)

        def receive(result: "TakenPicture | UserError") -> None:
            if isinstance(source, Path) and not isinstance(result, UserError):
                self._drawer.expected_came(source, result.path)
            self._receive(item_id, result, None, again)

        self._shelf.take(source, name, receive, smaller=smaller)

    def make(self, rework: "Rework", text: str, busy: str, follow: Follow) -> None:
        """Make another picture out of the one that is drawn on, and let the question follow in one step `text`."""
        source = drawn_picture(self._item) if self._item is not None else None
        if self._item is None or source is None:
            return
        item_id, making = self._item.id, Making(source, text, follow)
        self._drawer.status.say(busy)
        name = self._item.local.picture_name or ""
        self._shelf.rework(source, rework, name, lambda result: self._receive(item_id, result, making, None))

    def _receive(
        self,
        item_id: str,
        result: "TakenPicture | UserError",
        making: Making | None,
        smaller: Callable[[], None] | None,
    ) -> None:
        shown = self._item is not None and self._item.id == item_id
        if not isinstance(result, UserError):
            self._arrived[item_id] = (result, making)
            if shown:
                self._put_arrived()
        elif shown:
            self._refuse(result, smaller)

    def _refuse(self, error: UserError, smaller: Callable[[], None] | None) -> None:
        """Say why, with the one click that helps where there is one (hot-spot.md, point 4)."""
        self._drawer.expect_nothing()
        if self._drawer.picture_size() is None:
            self._drawer.place.invite()
        if isinstance(error, PictureTooLarge) and error.shrinkable and smaller is not None:
            self._drawer.message.show_words(words(error.message), (self.tr("Make a smaller copy"), smaller))
        else:
            self._drawer.message.show_words(told(error))

    def _put_arrived(self) -> None:
        """Show what arrived; regions were drawn on another picture, so it is asked whether they are kept."""
        item = self._item
        found = self._arrived.get(item.id) if item is not None else None
        if item is None or found is None:
            return
        picture, making = found
        if making is not None:
            self._follow(item, picture, making)
        elif drawn_picture(item) is None or not _spot(item).stored_regions:
            self._put(picture, keep=True)
        else:
            self._ask(picture)

    def _follow(self, item: Item, picture: "TakenPicture", making: Making) -> None:
        del self._arrived[item.id]
        if drawn_picture(item) == making.source:
            self._say(making.follow(item, picture), making.text, picture)

    def _ask(self, picture: "TakenPicture") -> None:
        question = self.tr("Keep the regions on “{name}”?").format(name=picture.name)
        keep = (self.tr("Keep regions"), partial(self._put, picture, keep=True))
        remove = (self.tr("Remove regions"), partial(self._put, picture, keep=False))
        self._drawer.message.ask(question, keep, remove)
        self._drawer.status.say(question)

    def _put(self, picture: "TakenPicture", *, keep: bool) -> None:
        item = self._item
        if item is None or self._arrived.pop(item.id, (None, None))[0] is not picture:
            return
        local = item.local.replaced(picture_name=picture.name, picture_size=(picture.width, picture.height))
        question = _spot(item)
        if not keep:
            question, local = question.with_regions(()), with_region_marks(local, ())
        replaced = drawn_picture(item) is not None
        item = with_covers(item.with_entry(question).with_local(local), (), picture.reference)
        self._say(item, self.tr("Replace picture") if replaced else self.tr("Add picture"), picture)

    def _say(self, item: Item, text: str, picture: "TakenPicture") -> None:
        self.edited.emit(item, Edit(text))
        size = self.tr("{name}: {width} × {height} pixels")
        self._drawer.status.say(size.format(name=picture.name, width=picture.width, height=picture.height))

    def _forget(self) -> None:
        """The question whether regions are kept was closed: the old picture stays."""
        self._drawer.expect_nothing()
        if self._item is not None:
            self._arrived.pop(self._item.id, None)


def _spot(item: Item) -> HotSpotQuestion:
    question = item.entry
    assert isinstance(question, HotSpotQuestion)
    return question
