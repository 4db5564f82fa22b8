"""The hot-spot drawer: a picture, the regions on it, and all that changes them (hot-spot.md)."""

from pathlib import Path

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from app.errors import UserError
from app.geometry.point import Scale
from app.geometry.region import Region
from app.geometry.vertex import FEWEST
from app.message import Message
from app.models.cover import Cover
from app.ui.fields.picture_choice import ChooseFile, choose_picture
from app.ui.hot_spot.asked import Asked
from app.ui.hot_spot.board import EMPTY, Board
from app.ui.hot_spot.columns import Columns
from app.ui.hot_spot.each_region import EachRegionPanel
from app.ui.hot_spot.foot import Foot
from app.ui.hot_spot.frame import CanvasFrame
from app.ui.hot_spot.into_view import IntoView
from app.ui.hot_spot.message_bar import MessageBar
from app.ui.hot_spot.metric import WORD_PAUSE
from app.ui.hot_spot.numbers import Numbers
from app.ui.hot_spot.picture_entry import PictureEntry, told
from app.ui.hot_spot.picture_loader import PictureLoader
from app.ui.hot_spot.picture_work import PictureWork
from app.ui.hot_spot.placeholder import Placeholder
from app.ui.hot_spot.reception import Reception
from app.ui.hot_spot.region_list import RegionList
from app.ui.hot_spot.telling import Telling
from app.ui.hot_spot.test_click import TestClick
from app.ui.hot_spot.toolbar import Toolbar
from app.ui.hot_spot.toolbox import Toolbox
from app.ui.hot_spot.view import RegionView
from app.ui.theme import Gap
from app.ui.words import words


class HotSpotDrawer(QWidget):
    """Composes the parts; what they do is theirs.

    `regions_edited(regions, Edit)` is one undo step. `picture_offered(source, name)` hands over a file or its bytes;
    whoever owns the library takes it in and calls `show_picture`. `picture_ready` comes when all of a picture is shown,
    `questions_wanted(texts)` when each region is to become a question (see `EachRegionPanel.made`), `full_asked` when
    the picture is to have all the room, or no longer. `covers_edited(covers, Edit)` is one undo step too;
    `crop_asked(Box)`, `turn_asked(quarters to the right)` and `smaller_asked()` want another picture made of this one.
    """

    regions_edited = Signal(object, object)
    picture_offered = Signal(object, str)
    picture_ready = Signal()
    questions_wanted = Signal(object)
    full_asked = Signal()
    covers_edited = Signal(object, object)
    crop_asked = Signal(object)
    turn_asked = Signal(int)
    smaller_asked = Signal()

    def __init__(self, parent: QWidget | None = None, *, choose_file: ChooseFile = choose_picture) -> None:
        super().__init__(parent)
        self._path: Path | None = None
        self._of = ""
        self.board = Board(self)
        self.toolbox = Toolbox(self.board)
        self._test_click = TestClick(self.board)
        self.toolbox.add(self._test_click)
        self.view = RegionView(self.board, self.toolbox, self)
        self.asked = Asked(self)
        self.toolbar = Toolbar(self.toolbox, self)
        self.regions = RegionList(self.board, self)
        self.numbers = Numbers(self.board, self)
        self.place = Placeholder(self)
        self.message = MessageBar(self)
        self.entry = PictureEntry(self.message, choose_file, self)
        self.work = PictureWork(self.view, self.toolbox, self.message, self)
        self._foot = Foot(self)
        self.status, self.facts = self._foot.status, self._foot.facts
        self.each = EachRegionPanel(self.board, self)
        self._telling = Telling(self.view, self.toolbox, self.status, self.regions.table.hasFocus)
        self._loader = PictureLoader(self)
        self._words_due = QTimer(self, singleShot=True, interval=WORD_PAUSE)
        Reception(self, self.place, self.entry)
        IntoView(self, self.view, self.toolbar)
        self._lay_out()
        self._connect()
        self.asked.hide()
        self.show_picture(None)

    def show_picture(self, path: Path | None, *, name: str = "", message: Message | None = None) -> None:
        """Show a file of the library's media folder; without one, `message` says why, or a picture is asked for."""
        if path is not None and path == self._path:
            return
        self._path, self._telling.picture = path, name
        self.toolbox.tool.leave()
        self._loader.cancel()
        self.message.hide()
        self._close_picture()
        self.view.detail.show_file(path)
        if path is not None:
            self.place.show_busy(self.tr("Opening the picture…"))
            self._loader.load(path, name)
        elif message is not None:
            self.place.show_reason(words(message))
        else:
            self.place.invite()

    def expect(self, source: Path, name: str) -> None:
        """A file is being taken in: decode of it meanwhile what can be."""
        self._loader.begin_early(source, name)

    def expected_came(self, source: Path, path: Path) -> None:
        """It was taken in as `path`, which is shown next, or in a while, or is shown already."""
        if path == self._path:
            self._loader.drop_early()
        else:
            self._loader.came(source, path)

    def expect_nothing(self) -> None:
        """It does not come."""
        self._loader.drop_early()

    def show_busy(self, text: str) -> None:
        """Say that a picture is being taken in."""
        if self.picture_size() is None:
            self.place.show_busy(text)
        self.status.say(text)

    def show_regions(self, regions: tuple[Region, ...], *, of: str = "") -> None:
        """Show the document's regions; `of` is the id of what they belong to.

        An unfinished draft stays, unless these are the regions of something else: Canvas numbers the regions of every
        question from 1, so that their ids alone do not tell.
        """
        if of != self._of:
            self._of = of
            self._start_over()
            self._telling.forget()
        before, after = ({region.id for region in which} for which in (self.board.regions, regions))
        if before and after and not before & after:
            self.toolbox.tool.leave()
        self.board.show(regions)
        self._telling.settle()

    def show_covers(self, covers: tuple[Cover, ...]) -> None:
        """Show the document's covers."""
        self.work.covers.show(covers)

    def fill_window(self, filled: bool) -> None:
        """Stand alone, with what is asked above the picture, or in the form again."""
        self.asked.setVisible(filled)
        self.toolbar.full.setChecked(filled)
        if filled and not self.isAncestorOf(QApplication.focusWidget() or self):
            self.view.setFocus()

    def turn_to(self, region_id: str) -> None:
        """Select a region and bring it into view, if it is there."""
        region = self.board.region(region_id)
        if region is not None:
            self.board.select(region_id)
            self.view.keep_in_view(region.shape.bounds)

    def _start_over(self) -> None:
        """Another question: nothing of the last one is in the hand."""
        self.each.hide()
        self.message.hide()
        self.status.end_news()
        self.expect_nothing()
        self.toolbox.tool.leave()
        self.toolbox.pick("select")
        self.board.select("")
        if self.picture_size() is not None:
            self.view.fit()

    def finish(self) -> None:
        """Take in numbers and names that are being typed; a gesture under way and a draft of a point or two go."""
        self.numbers.finish()
        self.regions.finish()
        tool = self.toolbox.tool
        if tool.pressed or len(tool.draft.points) < FEWEST:
            tool.leave()

    def in_tab_order(self) -> tuple[QWidget, ...]:
        """The picture comes first: who draws by keys has no way through the tools, which have keys of their own."""
        return self.asked, self._stack, self.toolbar, self.message, self.each, self._columns.side, self.facts

    def picture_size(self) -> tuple[int, int] | None:
        """Width and height of the shown picture in pixels."""
        size = self.board.size
        return None if size is EMPTY else (int(size.width), int(size.height))

    def sizeHint(self) -> QSize:
        """Room for a picture and the list beside it."""
        return QSize(860, 560)

    def minimumSizeHint(self) -> QSize:
        """What the canvas needs with the lines above and below it, which are higher where it is narrow."""
        least, layout = super().minimumSizeHint(), self.layout()
        if layout is None or not layout.hasHeightForWidth():
            return least
        return QSize(least.width(), max(least.height(), layout.minimumHeightForWidth(self.width())))

    def _lay_out(self) -> None:
        self._stack = QStackedWidget(self)
        self._frame = CanvasFrame(self.view, self)
        self._stack.addWidget(self.place)
        self._stack.addWidget(self._frame)
        self._columns = Columns(self._stack, self.regions, self.work.list, self.numbers, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Gap.SMALL)
        for widget in (self.asked, self.toolbar, self.message, self.each):
            layout.addWidget(widget)
        layout.addWidget(self._columns, 1)
        layout.addWidget(self._foot)

    def _connect(self) -> None:
        board, view, toolbar = self.board, self.view, self.toolbar
        board.edited.connect(self.regions_edited)
        board.live_changed.connect(self._words_soon)
        board.regions_changed.connect(self._show_side)
        self._words_due.timeout.connect(self._show_words)
        self.toolbox.picked.connect(self._picked)
        self._test_click.tried.connect(lambda at, right: view.layers.show_verdict(at, is_right=right))
        self.regions.each_wanted.connect(self.each.open)
        self.regions.large_wanted.connect(view.show_selection)
        self.each.made.connect(self.questions_wanted)
        self.each.name_wanted.connect(self.regions.table.edit_name)
        self.each.closed.connect(self.regions.each.setFocus)
        view.zoomed.connect(toolbar.show_zoom)
        view.customContextMenuRequested.connect(self._menu_at)
        toolbar.full_asked.connect(self.full_asked)
        toolbar.zoom_asked.connect(view.zoom_by)
        toolbar.loupe_asked.connect(view.loupe.keep)
        toolbar.fit_asked.connect(view.fit)
        toolbar.actual_size_asked.connect(view.show_actual_size)
        toolbar.turn_asked.connect(self.turn_asked)
        for asked in (toolbar.picture_asked, self.place.choose_asked):
            asked.connect(self.entry.choose)
        self.place.paste_asked.connect(self.entry.paste)
        self.entry.offered.connect(self.picture_offered)
        self.entry.busy.connect(self.show_busy)
        self.work.covers.edited.connect(self.covers_edited)
        self.work.crop_wanted.connect(self.crop_asked)
        self.facts.smaller_asked.connect(self.smaller_asked)
        self._loader.measured.connect(self._measured)
        for shown in (self._loader.shown, self._loader.finished):
            shown.connect(self.view.show_pyramid)
        self._loader.finished.connect(self.picture_ready)
        self._loader.failed.connect(self._not_loaded)

    def _close_picture(self) -> None:
        self.view.show_pyramid(None)
        self.board.size = EMPTY
        self._stack.setCurrentWidget(self.place)
        self.toolbar.hide()
        self.status.hide()
        self.facts.hide()
        self._show_side()

    def _measured(self, size: Scale) -> None:
        self.board.size = size
        entered = self.place.is_entered
        self._stack.setCurrentWidget(self._frame)
        if entered:
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.toolbar.show()
        self.status.show()
        self._show_side()
        self.view.fit()
        self.view.layers.clear_verdicts()
        self.toolbox.pick("select")
        self._telling.name_canvas()
        self.numbers.show_selection()

    def _not_loaded(self, error: UserError) -> None:
        self._close_picture()
        self.place.show_reason(told(error))

    def _show_side(self) -> None:
        """The list stands beside a picture, and beside a missing one whose regions are known."""
        self._columns.side.setVisible(self.picture_size() is not None or bool(self.board.regions))

    def _words_soon(self) -> None:
        if not self._words_due.isActive():
            self._words_due.start()

    def _show_words(self) -> None:
        self.numbers.show_selection()
        self.regions.table.show_live()

    def _picked(self, name: str) -> None:
        if name != "try":
            self.view.layers.clear_verdicts()
        if self.picture_size() is not None and self.toolbar.isAncestorOf(QApplication.focusWidget() or self):
            self.view.setFocus()

    def _menu_at(self, place: QPoint) -> None:
        self.regions.open_menu(self.view.mapToGlobal(place))
