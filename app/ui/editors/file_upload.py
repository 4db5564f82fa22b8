"""The editor of file upload."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from app.models.item import Item
from app.models.questions.file_upload import FileUploadQuestion
from app.ui.editors.question import QuestionEditor
from app.ui.fields.file_types import FileTypesField
from app.ui.fields.switched_number import SwitchedNumber

if TYPE_CHECKING:
    from app.session.pictures import PictureShelf


class FileUploadEditor(QuestionEditor):
    """How many files students hand in, and of which types."""

    def __init__(self, shelf: "PictureShelf", parent: QWidget | None = None) -> None:
        super().__init__(shelf, parent)
        self.count = SwitchedNumber(self.tr("Limit the number of files"), self.tr("Files at most"), self)
        self.types = FileTypesField(self)
        self.add(self.count, files_count=self.count.number)
        self.add(self.types, allowed_types=self.types.line)
        self.count.edited.connect(self._count)
        self.types.edited.connect(self._take_types)

    @property
    def files(self) -> FileUploadQuestion:
        """The question that is shown."""
        question = self.question
        assert isinstance(question, FileUploadQuestion)
        return question

    def show_question(self, _item: Item) -> None:
        """Show both limits; what is off is kept."""
        self.count.show_number(self.files.restricts_count, self.files.files_count)
        self.types.show_types(self.files.restricts_types, self.files.allowed_types)

    def finish(self) -> None:
        """Take in what is under way."""
        super().finish()
        self.count.finish()
        self.types.finish()

    def _count(self, limited: bool, count: int) -> None:
        typed = limited == self.files.restricts_count
        self.change(self.files.with_count(limited, count), self.tr("Number of files"), "files_count" if typed else None)

    def _take_types(self, limited: bool, suffixes: tuple[str, ...]) -> None:
        typed = limited == self.files.restricts_types
        question = self.files.with_types(limited, suffixes)
        self.change(question, self.tr("File types"), "allowed_types" if typed else None)
