"""The editor of hot spots: a picture, and the regions on it that are right."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from app.errors import UserError
from app.geometry.region import Region
from app.geometry.wire import OvalReading
from app.html.text import plain_text
from app.message import message
from app.models.each_region import each_region
from app.models.item import Item
from app.models.questions.hot_spot import HotSpotQuestion, with_region_marks
from app.pictures.errors import PictureTooLarge
from app.preferences import HOT_SPOT_FORM, OVAL_READING, Preferences
from app.session.edit import Edit
from app.ui.editors.question import QuestionEditor
from app.ui.fields.fold import remember_fold
from app.ui.fields.folded import FoldedSection
from app.ui.fields.picture_note import PictureNote
from app.ui.fields.seen_field import SeenField
from app.ui.hot_spot.drawer import HotSpotDrawer
from app.ui.words import words

if TYPE_CHECKING:
    from app.session.pictures import PictureShelf, TakenPicture


class HotSpotEditor(QuestionEditor):
    """The drawer draws; the shelf keeps pictures; here they become a question."""

    def __init__(self, shelf: "PictureShelf", parent: QWidget | None = None) -> None:
        super().__init__(shelf, parent)
        self._arrived: dict[str, TakenPicture] = {}
        self._reading = OvalReading.CORNERS
        self._single = False
        self.drawer = HotSpotDrawer(self)
        self.note = PictureNote(self)
        self.note_section = FoldedSection(self.tr("Note on the picture"), self.note, self)
        remember_fold(self.note_section, "picture-note")
        self.part = SeenField(self.tr("Picture and region"), self.drawer, self)
        self.add(self.part, wide=True, picture=self.drawer, regions=self.drawer)
        self.add(self.note_section)
        self.drawer.regions_edited.connect(self._take_regions)
        self.drawer.picture_offered.connect(self._take_picture)
        self.drawer.questions_wanted.connect(self._make_questions)
        self.drawer.full_asked.connect(self.window_wanted)
        self.drawer.message.closed.connect(self._forget_arrived)
        self.note.edited.connect(self._take_note)

    @property
    def spot(self) -> HotSpotQuestion:
        """The question that is shown."""
        question = self.question
        assert isinstance(question, HotSpotQuestion)
        return question

    def show_question(self, item: Item) -> None:
        """Show picture, regions and note."""
        self._show_picture(item)
        self.drawer.show_regions(self._regions(item), of=item.id)
        self.drawer.asked.setText(plain_text(self.spot.item_body or ""))
        self.note.show_note(item.local.picture_note)
        self.note_section.set_summary(self.note.summary())
        if item.id in self._arrived and self.drawer.message.isHidden():
            # Its edit comes after this showing, never within it.
            QTimer.singleShot(0, self, self._put_arrived)

    def see(self, height: int) -> None:
        """The picture, its tools and its regions are seen at once."""
        self.part.see(height)

    @property
    def window_part(self) -> QWidget:
        """The drawer."""
        return self.drawer

    def fill_window(self, filled: bool) -> None:
        """The drawer shows what is asked, which is out of sight then."""
        self.drawer.fill_window(filled)

    def prefer(self, preferences: Preferences) -> None:
        """Read and write ovals, and one region alone, as is preferred; what is stored stays as it is."""
        self._reading = OvalReading(preferences[OVAL_READING])
        self._single = preferences[HOT_SPOT_FORM] == "single"
        if self.item is not None:
            self.drawer.show_regions(self._regions(self.item), of=self.item.id)

    def _regions(self, item: Item) -> tuple[Region, ...]:
        return self.spot.regions(item.local, self._reading)

    def finish(self) -> None:
        """Take in what is under way."""
        super().finish()
        self.drawer.finish()
        self.note.finish()

    def focus_field(self, field: str) -> None:
        """The canvas, or the button that chooses a picture while there is none."""
        if field.partition("/")[0] not in ("picture", "regions"):
            super().focus_field(field)
            return
        self.reveal_problems()
        self.drawer.turn_to(field.partition("/")[2])
        if self.drawer.picture_size() is None:
            self.drawer.place.choose.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.drawer.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_picture(self, item: Item) -> None:
        reference = self.spot.picture
        path = self.shelf.path_of(reference) if reference else None
        missing = None
        if reference and path is None:
            missing = message("The picture is on Canvas and not on this computer yet. The next sync brings it here.")
        self.drawer.show_picture(path, name=item.local.picture_name or "", message=missing)

    def _take_regions(self, regions: tuple[Region, ...], edit: Edit) -> None:
        assert self.item is not None
        local = with_region_marks(self.item.local, regions)
        item = self.item.with_entry(self.spot.with_regions(regions, self._reading, single=self._single))
        self.say(item if local is self.item.local else item.with_local(local), edit)

    def _take_picture(self, source: bytes | Path, name: str, *, smaller: bool = False) -> None:
        """Hand the picture to the shelf; the question that it was for gets it, even if another is open by then."""
        assert self.item is not None
        item_id = self.item.id
        self.drawer.show_busy(self.tr("Making a smaller copy…") if smaller else self.tr("Taking in the picture…"))
        again = partial(self._take_picture, source, name, smaller=True)
        self.shelf.take(source, name, lambda result: self._receive(item_id, result, again), smaller=smaller)

    def _receive(self, item_id: str, result: "TakenPicture | UserError", again: Callable[[], None]) -> None:
        shown = self.item is not None and self.item.id == item_id
        if not isinstance(result, UserError):
            self._arrived[item_id] = result
            if shown:
                self._put_arrived()
        elif shown and self.item is not None:
            self._show_picture(self.item)
            self._say_refused(result, again)

    def _say_refused(self, error: UserError, again: Callable[[], None]) -> None:
        """Say why, with the one click that helps where there is one (hot-spot.md, point 4)."""
        if isinstance(error, PictureTooLarge) and error.shrinkable:
            self.drawer.message.show_words(words(error.message), (self.tr("Make a smaller copy"), again))
        else:
            text = f"{words(error.message)} {words(error.hint)}" if error.hint else words(error.message)
            self.drawer.message.show_words(text)

    def _put_arrived(self) -> None:
        """Show what arrived; regions were drawn on another picture, so it is asked whether they are kept."""
        picture = self._arrived.get(self.item.id) if self.item is not None else None
        if picture is None or self.item is None:
            return
        if self.spot.picture is None or not self.spot.stored_regions:
            self._put(picture, keep=True)
            return
        question = self.tr("Keep the regions on “{name}”?").format(name=picture.name)
        keep = (self.tr("Keep regions"), partial(self._put, picture, keep=True))
        remove = (self.tr("Remove regions"), partial(self._put, picture, keep=False))
        self.drawer.message.ask(question, keep, remove)
        self.drawer.status.say(question)

    def _forget_arrived(self) -> None:
        """The question whether regions are kept was closed: the old picture stays."""
        if self.item is not None:
            self._arrived.pop(self.item.id, None)

    def _put(self, picture: "TakenPicture", *, keep: bool) -> None:
        if self.item is None or self._arrived.pop(self.item.id, None) is not picture:
            return
        local = self.item.local.replaced(picture_name=picture.name, picture_size=(picture.width, picture.height))
        question = self.spot.with_picture(picture.reference)
        if not keep:
            question, local = question.with_regions(()), with_region_marks(local, ())
        replaced = self.spot.picture is not None
        item = self.item.with_entry(question).with_local(local)
        self.say(item, Edit(self.tr("Replace picture") if replaced else self.tr("Add picture")))
        size = self.tr("{name}: {width} × {height} pixels")
        self.drawer.status.say(size.format(name=picture.name, width=picture.width, height=picture.height))

    def _make_questions(self, texts: Mapping[str, str]) -> None:
        assert self.item is not None
        self.finish()
        self.items_made.emit(each_region(self.item, texts), self.tr("One question of each region"))

    def _take_note(self, note: str) -> None:
        assert self.item is not None
        local = self.item.local.replaced(picture_note=note)
        self.say(self.item.with_local(local), Edit(self.tr("Note on the picture"), "picture_note"))
