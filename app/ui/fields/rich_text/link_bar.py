"""A link: its words and its address, which is checked while it is typed."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QWidget

from app.html.address import address_problem, completed, host_of
from app.html.link import link_at, linked, unlinked, words_of
from app.ui.fields.line import LineField
from app.ui.fields.quiet import QuietLabel
from app.ui.fields.rich_text.part import Part
from app.ui.theme import Gap, control_height
from app.ui.words import words

if TYPE_CHECKING:
    from app.session.pictures import PictureShelf
    from app.ui.fields.rich_text.edit import RichEdit

_OPENED = frozenset({"http", "https", "mailto"})


class LinkBar(Part):
    """For the link at the cursor, for what is selected, or for new words."""

    def __init__(self, edit: "RichEdit", shelf: "PictureShelf", parent: QWidget | None = None) -> None:
        super().__init__(edit, shelf, parent)
        self.address = LineField(self.tr("Address of the link"), self)
        self.address.setPlaceholderText(self.tr("https://…"))
        self.text = LineField(self.tr("Words of the link"), self)
        self.problem = QuietLabel("", self)
        self.done = self._button(self.tr("Set link"))
        self.remove = self._button(self.tr("Remove link"))
        self.open = self._button("")
        self._lay_out()
        self.address.edited.connect(self._check)
        for field in (self.address, self.text):
            field.returnPressed.connect(self._set)
        self.done.clicked.connect(self._set)
        self.remove.clicked.connect(self._remove)
        self.open.clicked.connect(lambda: QDesktopServices.openUrl(self._url()))

    def begin(self) -> None:
        """Show the link at the cursor; the address has the focus."""
        chosen = self.edit.chosen
        link = link_at(chosen)
        self.address.show_text(link.address if link is not None else "")
        self.text.show_text(link.text if link is not None else words_of(chosen))
        self.remove.setVisible(link is not None)
        self.done.setText(self.tr("Change link") if link is not None else self.tr("Set link"))
        self._check()
        self.show()
        self.address.selectAll()
        self.address.setFocus(Qt.FocusReason.OtherFocusReason)

    def _check(self) -> None:
        address = completed(self.address.text())
        found = address_problem(address) if address else None
        self.problem.setText(words(found) if found is not None else "")
        self.problem.setVisible(found is not None)
        self.done.setEnabled(bool(address) and found is None)
        url = self._url()
        self.open.setVisible(url.isValid() and url.scheme() in _OPENED and found is None)
        self.open.setText(self.tr("Open {place}").format(place=host_of(completed(self.address.text()))))

    def _url(self) -> QUrl:
        return QUrl(completed(self.address.text()), QUrl.ParsingMode.StrictMode)

    def _set(self) -> None:
        if self.done.isEnabled():
            made = linked(self.edit.chosen, completed(self.address.text()), self.text.text())
            self.end()
            self.edit.step(made)

    def _remove(self) -> None:
        made = unlinked(self.edit.chosen)
        self.end()
        self.edit.step(made)

    def _button(self, name: str) -> QPushButton:
        made = QPushButton(name, self)
        made.setAutoDefault(False)
        made.setMinimumHeight(control_height())
        return made

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(Gap.SMALL)
        for row, (name, field) in enumerate(((self.tr("Address"), self.address), (self.tr("Words"), self.text))):
            label = QLabel(name, self)
            label.setBuddy(field)
            grid.addWidget(label, row, 0)
            grid.addWidget(field, row, 1)
        grid.addWidget(self.problem, 2, 1)
        line = QHBoxLayout()
        for button in (self.done, self.remove, self.open):
            line.addWidget(button)
        line.addStretch(1)
        grid.addLayout(line, 3, 1)
        grid.setColumnStretch(1, 1)
