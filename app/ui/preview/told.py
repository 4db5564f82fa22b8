"""Rows that nobody can answer here: a stimulus to read, what comes from a bank, and kinds that nobody knows."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.models.entry import Bank, BankEntry, Stimulus
from app.models.item import Item
from app.models.number import whole_of
from app.ui.editors.reading import reading_of
from app.ui.fields.quiet import QuietLabel
from app.ui.fields.rich_text.page_text import PageText
from app.ui.theme import Gap

if TYPE_CHECKING:
    from app.session.pictures import PictureShelf


class ToldRow(QWidget):
    """What can be read of it, and why it cannot be answered."""

    def __init__(self, item: Item, shelf: "PictureShelf", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        reading = reading_of(item)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Gap.SMALL)
        self.note = QuietLabel(self._said(item, reading.title), self)
        layout.addWidget(self.note)
        self.text = PageText(reading.title or self.tr("Text"), shelf, self)
        self.text.show_html(reading.html + "".join(f"<p>{answer}</p>" for answer in reading.answers))
        self.text.setVisible(bool(reading.html))
        layout.addWidget(self.text)

    def _said(self, item: Item, title: str) -> str:
        entry = item.entry
        if isinstance(entry, Stimulus):
            return self.tr("To read: {title}").format(title=title) if title else self.tr("To read")
        if isinstance(entry, Bank):
            return self._bank_said(item, entry, title)
        if isinstance(entry, BankEntry):
            return self.tr("A question of an item bank: it can be answered on Canvas only.")
        return self.tr("Quizwright does not know this kind of question; students can answer it on Canvas.")

    def _bank_said(self, item: Item, bank: Bank, title: str) -> str:
        properties = item.rest.get("properties")
        drawn = whole_of(properties.get("sample_num")) if isinstance(properties, dict) else None
        count = drawn if drawn is not None else bank.item_entry_count
        if count is None:
            return self.tr("Here Canvas asks questions of the item bank “{title}”.").format(title=title)
        said = self.tr("Here Canvas draws {count} of the questions of the item bank “{title}”.")
        return said.format(count=count, title=title)
