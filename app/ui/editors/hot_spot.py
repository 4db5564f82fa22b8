"""The editor of hot spots: a picture, and the regions on it that are right."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.geometry.box import Box
from app.geometry.region import Region
from app.html.text import plain_text
from app.message import message
from app.models.cover import Cover
from app.models.covering import covers_of, drawn_picture, with_covers
from app.models.each_region import each_region
from app.models.equivalent import equivalent_choice
from app.models.item import Item
from app.models.questions.hot_spot import HotSpotQuestion, with_region_marks
from app.preferences import HOT_SPOT_FORM, HOT_SPOT_WHEEL, Preferences
from app.session.edit import Edit
from app.ui.editors.question import QuestionEditor
from app.ui.editors.spot_pictures import SpotPictures
from app.ui.editors.spot_reworks import SpotReworks
from app.ui.fields.fold import remember_fold
from app.ui.fields.folded import FoldedSection
from app.ui.fields.picture_hint import PictureHint
from app.ui.fields.picture_note import PictureNote
from app.ui.fields.seen_field import SeenField
from app.ui.hot_spot.drawer import HotSpotDrawer

if TYPE_CHECKING:
    from app.session.pictures import PictureShelf


class HotSpotEditor(QuestionEditor):
    """The drawer draws; the shelf keeps pictures; here they become a question."""

    def __init__(self, shelf: "PictureShelf", parent: QWidget | None = None) -> None:
        super().__init__(shelf, parent)
        self._single = False
        self._found: tuple[str | None, ...] | None = None
        self.drawer = HotSpotDrawer(self)
        self.pictures = SpotPictures(shelf, self.drawer)
        self.reworks = SpotReworks(self.pictures)
        self.hint = PictureHint(self)
        self.note = PictureNote(self)
        self.note_section = FoldedSection(self.tr("Note on the picture"), self.note, self)
        remember_fold(self.note_section, "picture-note")
        self.part = SeenField(self.tr("Picture and region"), self.drawer, self)
        self.add(self.part, wide=True, picture=self.drawer, regions=self.drawer)
        self.add(self.hint)
        self.add(self.note_section)
        self.drawer.regions_edited.connect(self._take_regions)
        self.drawer.covers_edited.connect(self._take_covers)
        self.drawer.picture_offered.connect(self.pictures.take)
        self.drawer.crop_asked.connect(self._crop)
        self.drawer.turn_asked.connect(self.reworks.turn)
        self.drawer.smaller_asked.connect(self.reworks.shrink)
        self.pictures.edited.connect(self.say)
        self.hint.wanted.connect(self._make_equivalent)
        self.drawer.questions_wanted.connect(self._make_questions)
        self.drawer.full_asked.connect(self.window_wanted)
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
        self.pictures.show_item(item)

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
        """Write one region alone as is preferred, and show ovals as they are read now. What is stored stays."""
        self._single = preferences[HOT_SPOT_FORM] == "single"
        self.drawer.view.wheel_zooms = preferences[HOT_SPOT_WHEEL] == "zoom"
        if self.item is not None:
            self.drawer.show_regions(self._regions(self.item), of=self.item.id)

    def _regions(self, item: Item) -> tuple[Region, ...]:
        return self.spot.regions(item.local)

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
        """One that was found is not looked for again while its regions are edited: a disk answers when it likes."""
        wanted = (item.id, drawn_picture(item), self.spot.picture, item.local.picture_name)
        if wanted != self._found:
            self._found = wanted if self._find_picture(item, drawn_picture(item)) else None
        self.drawer.show_covers(covers_of(item))

    def _find_picture(self, item: Item, reference: str | None) -> bool:
        """Show it, or say why it is not there."""
        path = self.shelf.path_of(reference) if reference else None
        missing = None
        if reference and path is None:
            missing = message("The picture is on Canvas and not on this computer yet. The next sync brings it here.")
        self.drawer.show_picture(path, name=item.local.picture_name or "", message=missing)
        self.hint.setVisible(path is not None)
        if self.spot.picture:  # while its covers are painted, what was said of the former one stays
            self.drawer.facts.show_facts(self.shelf.facts(self.spot.picture))
        return path is not None

    def _take_regions(self, regions: tuple[Region, ...], edit: Edit) -> None:
        assert self.item is not None
        local = with_region_marks(self.item.local, regions)
        item = self.item.with_entry(self.spot.with_regions(regions, single=self._single))
        self.say(item if local is self.item.local else item.with_local(local), edit)

    def _take_covers(self, covers: tuple[Cover, ...], edit: Edit) -> None:
        """The picture that students get is painted beside, and follows (app.session.cover_painter)."""
        assert self.item is not None
        original = self.shelf.kept(drawn_picture(self.item) or "")
        if original is not None:
            self.say(with_covers(self.item, covers, original), edit)

    def _crop(self, frame: Box) -> None:
        size = self.drawer.picture_size()
        if size is not None:
            self.reworks.crop(frame, size)

    def _make_equivalent(self) -> None:
        assert self.item is not None
        self.finish()
        label = self.tr("For students who cannot see the picture")
        self.items_made.emit((equivalent_choice(self.item, label),), self.tr("Equivalent question"))

    def _make_questions(self, texts: Mapping[str, str]) -> None:
        assert self.item is not None
        self.finish()
        self.items_made.emit(each_region(self.item, texts), self.tr("One question of each region"))

    def _take_note(self, note: str) -> None:
        assert self.item is not None
        local = self.item.local.replaced(picture_note=note)
        self.say(self.item.with_local(local), Edit(self.tr("Note on the picture"), "picture_note"))
