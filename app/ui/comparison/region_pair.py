"""The regions of a hot spot on two sides: on one picture where both have the same, else on two beside each other."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.models.questions.hot_spot import HotSpotQuestion
from app.ui.comparison.region_comparison import RegionComparison, first, second
from app.ui.theme import Gap

if TYPE_CHECKING:
    from app.session.pictures import PictureShelf


class RegionPair(QWidget):
    """Hidden where there is nothing to see."""

    def __init__(self, name: str, other_name: str, shelf: "PictureShelf", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names = (name, other_name)
        self.picture = RegionComparison(shelf, self)
        self.other_picture = RegionComparison(shelf, self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Gap.LARGE)
        layout.addWidget(self.picture, 1)
        layout.addWidget(self.other_picture, 1)

    def show_questions(self, one: HotSpotQuestion | None, other: HotSpotQuestion | None) -> None:
        """Show the regions of both, or of the one that there is."""
        sides = [
            (question.picture or "", side(name, question))
            for question, side, name in zip((one, other), (first, second), self._names, strict=True)
            if question is not None
        ]
        pictures = list(dict.fromkeys(picture for picture, _ in sides))
        for view, picture in zip((self.picture, self.other_picture), pictures, strict=False):
            view.show_sides(picture, [side for of, side in sides if of == picture])
        self.picture.setVisible(len(pictures) > 0)
        self.other_picture.setVisible(len(pictures) > 1)
        self.setVisible(bool(sides))
