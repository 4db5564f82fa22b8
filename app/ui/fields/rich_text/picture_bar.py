"""A picture in a text: what it says to those who cannot see it, and how large it is."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLabel, QWidget

from app.ui.fields.line import LineField
from app.ui.fields.quiet import QuietLabel
from app.ui.fields.rich_text.part import Part
from app.ui.fields.rich_text.picture_acts import chosen_picture, sized, with_alt
from app.ui.fields.rich_text.picture_file import natural_size
from app.ui.theme import Gap

if TYPE_CHECKING:
    from app.session.pictures import PictureShelf
    from app.ui.fields.rich_text.edit import RichEdit

_WIDEST = 4000
_DIGITS = 6


class PictureBar(Part):
    """Stands under the text while a picture is selected. It asks for a description, never in a dialog."""

    def __init__(self, edit: "RichEdit", shelf: "PictureShelf", parent: QWidget | None = None) -> None:
        super().__init__(edit, shelf, parent)
        self.alt = LineField(self.tr("Description of the picture for those who cannot see it"), self)
        self.alt.setPlaceholderText(self.tr("What the picture shows, for those who cannot see it"))
        self.decorative = QCheckBox(self.tr("Only decoration"), self)
        self.width_line = self._number(self.tr("Width of the picture in pixels"))
        self.height_line = self._number(self.tr("Height of the picture in pixels"))
        self.note = QuietLabel(self.tr("Describe the picture, or say that it is only decoration."), self)
        self._lay_out()
        self.alt.edited.connect(lambda text: with_alt(self.edit, text, decorative=False))
        self.alt.returnPressed.connect(self.end_writing)
        self.decorative.clicked.connect(lambda on: with_alt(self.edit, "", decorative=on))
        self.width_line.editingFinished.connect(lambda: self._resize(width=self.width_line.text()))
        self.height_line.editingFinished.connect(lambda: self._resize(height=self.height_line.text()))

    def begin(self) -> None:
        """Show the picture that is selected."""
        self.follow()
        self.show()

    def ask(self) -> None:
        """Ask for the description of a picture that is new."""
        self.begin()
        self.alt.setFocus(Qt.FocusReason.OtherFocusReason)

    def follow(self) -> None:
        """Another picture is selected, or none, or it changed."""
        picture = chosen_picture(self.edit)
        if picture is None:
            self.hide()
            return
        self.alt.show_text(picture.alt)
        self.alt.setEnabled(not picture.decorative)
        self.decorative.setChecked(picture.decorative)
        self.width_line.show_text(str(picture.width or ""))
        self.height_line.show_text(str(picture.height or ""))
        own = natural_size(self.shelf, picture.address)
        for line, side in ((self.width_line, own and own.width()), (self.height_line, own and own.height())):
            line.setPlaceholderText(str(side or ""))
        self.note.setVisible(not picture.alt and not picture.decorative)

    def finish(self) -> None:
        """Take in what an input method has under way."""
        self.alt.finish()

    def end_writing(self) -> None:
        """Back to the text, behind the picture."""
        self.end()
        self.edit.select(self.edit.chosen.end)

    def _resize(self, *, width: str = "", height: str = "") -> None:
        picture = chosen_picture(self.edit)
        if picture is None or not (width or height):
            return
        if int(width or 0) != (picture.width or 0) if width else int(height) != (picture.height or 0):
            sized(self.edit, self.shelf, width=int(width or 0), height=int(height or 0))

    def _number(self, name: str) -> LineField:
        made = LineField(name, self)
        made.setValidator(QIntValidator(1, _WIDEST, made))
        made.setMaximumWidth(_DIGITS * made.fontMetrics().horizontalAdvance("0") + 2 * Gap.LARGE)
        return made

    def _lay_out(self) -> None:
        size = QHBoxLayout()
        for widget in (self.width_line, QLabel("×", self), self.height_line, QLabel(self.tr("pixels"), self)):
            size.addWidget(widget)
        size.addStretch(1)
        size.addWidget(self.decorative)
        label = QLabel(self.tr("Description"), self)
        label.setBuddy(self.alt)
        side = QLabel(self.tr("Size"), self)
        side.setBuddy(self.width_line)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(Gap.SMALL)
        grid.setColumnStretch(1, 1)
        grid.addWidget(label, 0, 0)
        grid.addWidget(self.alt, 0, 1)
        grid.addWidget(side, 1, 0)
        grid.addLayout(size, 1, 1)
        grid.addWidget(self.note, 2, 1)
