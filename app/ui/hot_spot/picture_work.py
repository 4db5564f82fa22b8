"""What is done to the picture itself: covers over parts of it, a crop, turns."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.geometry.box import Box
from app.geometry.reframe import WHOLE, cropped
from app.geometry.region import Region
from app.ui.hot_spot.cover_layer import CoverLayer
from app.ui.hot_spot.cover_list import CoverList
from app.ui.hot_spot.covers import Covers
from app.ui.hot_spot.crop_layer import CropLayer
from app.ui.hot_spot.message_bar import MessageBar
from app.ui.hot_spot.shape_words import region_name
from app.ui.hot_spot.surroundings import surroundings
from app.ui.hot_spot.toolbox import Toolbox
from app.ui.hot_spot.tools.crop import CropTool
from app.ui.hot_spot.view import RegionView


class PictureWork(QObject):
    """Wires the cover tool and the crop tool. `crop_wanted(Box)` comes when nothing is left to be asked."""

    crop_wanted = Signal(object)

    def __init__(self, view: RegionView, toolbox: Toolbox, message: MessageBar, parent: QWidget) -> None:
        super().__init__(parent)
        self._view, self._board, self._toolbox, self._message = view, view.board, toolbox, message
        crop = toolbox.named("crop")
        assert isinstance(crop, CropTool)
        self._crop = crop
        self.covers = Covers(toolbox.named("cover").board, lambda box: surroundings(view.pyramid, box))
        self.list = CoverList(self.covers, parent)
        layer = CoverLayer(view, self.covers, toolbox)
        CropLayer(view, crop, toolbox)
        view.draw_over_picture = layer.draw
        self._asking = False
        crop.wanted.connect(self._ask_for_crop)
        toolbox.picked.connect(self._picked)
        view.board.selection_changed.connect(self._region_selected)
        self.list.chosen.connect(self._cover_chosen)
        self.covers.board.selection_changed.connect(self._tell_cover)

    def _picked(self, name: str) -> None:
        if name in ("cover", "crop"):
            self._board.select("")
        if name == "crop":
            self._asking = True
            self._offer_crop()
        elif self._asking:
            self._asking = False
            self._message.hide()

    def _region_selected(self) -> None:
        """A region was chosen in the list: it is what the person works on now."""
        if self._board.selected and self._toolbox.tool.board is not self._board:
            self._toolbox.pick("select")

    def _cover_chosen(self, cover_id: str) -> None:
        if self._toolbox.tool.name != "cover":
            self._toolbox.pick("cover")
        self.covers.board.select(cover_id)
        region = self.covers.board.selection
        if region is not None:
            self._view.keep_in_view(region.shape.bounds)

    def _tell_cover(self) -> None:
        """To screen readers, unless the list has the focus, which speaks itself."""
        board = self.covers.board
        if board.selection is not None and not self.list.table.hasFocus():
            board.said.emit(self.list.spoken(board.selected))

    def _offer_crop(self) -> None:
        words = self.tr("Drag a frame around the part that stays.")
        crop = (self.tr("Crop"), lambda: self._ask_for_crop(self._crop.frame))
        self._message.offer(words, crop, (self.tr("Cancel"), self._leave))

    def _ask_for_crop(self, frame: Box) -> None:
        """Regions that lie outside are told before they go."""
        if frame == WHOLE:
            self._leave()
            return
        lost = [region for region in self._board.regions if cropped(region.shape, frame) is None]
        if not lost:
            self._crop_to(frame)
            return
        names = ", ".join(self._named(region) for region in lost)
        words = self.tr("Outside the frame, and gone after the crop: {names}.").format(names=names)
        crop = (self.tr("Crop and remove them"), lambda: self._crop_to(frame))
        self._message.ask(words, crop, (self.tr("Change the frame"), self._back_to_frame))

    def _named(self, region: Region) -> str:
        return region_name(region, self._board.number(region.id))

    def _back_to_frame(self) -> None:
        self._offer_crop()
        self._view.setFocus()

    def _crop_to(self, frame: Box) -> None:
        self._leave()
        self.crop_wanted.emit(frame)

    def _leave(self) -> None:
        self._toolbox.pick("select")
        self._view.setFocus()
