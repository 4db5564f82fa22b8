"""The ways in and out for files and lists of questions, each loaded at its first use."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QObject, Signal
from PySide6.QtWidgets import QWidget

from app.session.notice import Notices
from app.session.workspace import Workspace
from app.ui.screens import screen

if TYPE_CHECKING:
    from app.ui.exporting.export_commands import ExportCommands
    from app.ui.importing.import_commands import ImportCommands
    from app.ui.paper.print_commands import PrintCommands


class Files(QObject):
    """Signals as in `ImportCommands`."""

    shown = Signal(QWidget)
    brought = Signal(str, str)
    home_wanted = Signal(str)

    def __init__(self, workspace: Workspace, notices: Notices, window: QWidget) -> None:
        super().__init__(window)
        self._workspace, self._notices, self._window = workspace, notices, window

    @cached_property
    def imports(self) -> "ImportCommands":
        """The ways in."""
        made: ImportCommands = screen("import")(self._workspace, self._notices, self._window)
        made.shown.connect(self.shown)
        made.brought.connect(self.brought)
        made.home_wanted.connect(self.home_wanted)
        return made

    @cached_property
    def exports(self) -> "ExportCommands":
        """The way out."""
        made: ExportCommands = screen("export")(self._workspace, self._notices, self._window)
        made.question_wanted.connect(self.brought)
        return made

    @cached_property
    def prints(self) -> "PrintCommands":
        """The way onto paper."""
        made: PrintCommands = screen("print")(self._workspace, self._window)
        return made

    @property
    def page(self) -> QWidget | None:
        """The page of the review, where there has been one."""
        return self.imports.page if "imports" in self.__dict__ else None


def dropped(data: QMimeData) -> list[Path]:
    """The files of a drop that a format may read."""
    paths = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    found: list[Path] = screen("importable")(paths)
    return found
