"""Moving the library to another computer, bringing one in, and taking one back."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from app.errors import UserError
from app.library.moved_file import SUFFIX, Moved
from app.library.taking_over import Arrival
from app.message import message
from app.preferences import Preferences
from app.session.moving import HandedOver, Moving
from app.session.notice import Notices
from app.session.workspace import Workspace
from app.ui.dialogs.asked import ask
from app.ui.moving import journey_words
from app.ui.moving.journey_dialog import JourneyDialog
from app.ui.save_dialog import save_dialog


class MoveCommands(QObject):
    """`standing_changed` as in `Moving`; `connect_wanted`: the accounts that came along need their tokens."""

    standing_changed = Signal()
    connect_wanted = Signal()

    def __init__(
        self,
        workspace: Workspace,
        notices: Notices,
        preferences: Preferences,
        under_way: Callable[[], tuple[str, ...]],
        window: QWidget,
    ) -> None:
        """`under_way` names what runs for Canvas: a library does not go while something of it is being sent."""
        super().__init__(window)
        self._workspace, self._notices, self._window = workspace, notices, window
        self._under_way = under_way
        self._moving = Moving(workspace, preferences, self)
        self._moving.standing_changed.connect(self.standing_changed)

    def move(self) -> None:
        """Begin, unless something runs that would be cut in two."""
        if not self._is_busy():
            self.offer()

    def offer(self) -> None:
        """Say what moving means, then ask where to."""
        dialog = JourneyDialog(self.tr("Move this library to another computer"), self._window)
        quizzes = len(self._workspace.rows())
        verb = self.tr("Choose where to write it…")
        dialog.ask(journey_words.before_move(quizzes), journey_words.NOTE_OF_MOVE, verb)
        dialog.begun.connect(lambda: self._ask_where(dialog))
        dialog.open()

    def hand_over(self, dialog: JourneyDialog, to: Path) -> None:
        """Write the file, and show how far it is."""
        dialog.run(journey_words.MOVING)
        self._moving.progressed.connect(dialog.show_progress)
        self._moving.stopped.connect(dialog.end)
        dialog.cancelled.connect(self._moving.cancel)

        def done(moved: HandedOver) -> None:
            dialog.show_result(journey_words.after_move(moved), journey_words.NOTE_AFTER_MOVE)

        self._moving.hand_over(to, done, dialog.show_error)

    def choose(self) -> None:
        """Ask for the file of a moved library."""
        if self._is_busy():
            return
        chooser = QFileDialog(self._window, self.tr("Import a moved library"))
        chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
        chooser.setNameFilter(self.tr("Moved library") + f" (*{SUFFIX})")
        chooser.setLabelText(QFileDialog.DialogLabel.Accept, self.tr("Choose"))
        chooser.urlsSelected.connect(lambda urls: self.look(Path(urls[0].toLocalFile())))
        chooser.open()

    def look(self, source: Path) -> None:
        """Show what a file holds, and ask whether it shall come in."""
        dialog = JourneyDialog(self.tr("Import a moved library"), self._window)

        def show(moved: Moved) -> None:
            said = journey_words.before_arrival(moved, len(self._workspace.rows()))
            dialog.ask(said, journey_words.NOTE_OF_ARRIVAL, self.tr("Import library"))
            dialog.begun.connect(lambda: self._take_over(dialog, source))
            dialog.open()

        def refuse(error: UserError) -> None:
            dialog.show_error(error)
            dialog.open()

        self._moving.look(source, show, refuse)

    def take_back(self) -> None:
        """Ask, since two copies may live from then on."""
        mark = self._workspace.library.handover
        if mark is None:
            return
        question = self.tr("Take this library back?")
        note = self.tr(
            "It was handed over in “{file}”. If that was imported on the other computer, quizzes can be changed on both"
            " from then on; those that are changed on both are kept twice when you bring them together."
        ).format(file=Path(mark.file).name)
        ask(self._window, question, note, self.tr("Take it back"), self._take_back)

    def _take_back(self) -> None:
        told = message("This library can be changed here again.")
        self._moving.take_back(lambda: self._notices.tell(told), self._workspace.failed.emit)

    def _take_over(self, dialog: JourneyDialog, source: Path) -> None:
        dialog.run(journey_words.READING)
        dialog.no.hide()

        def done(arrival: Arrival) -> None:
            dialog.no.show()
            said = journey_words.after_arrival(arrival)
            if any(account.kind == "canvas" for account in self._workspace.accounts()):
                dialog.show_result(
                    said, journey_words.NOTE_OF_ARRIVAL, self.tr("Connect to Canvas…"), self.connect_wanted.emit
                )
            else:
                dialog.show_result(said, [])

        def failed(error: UserError) -> None:
            dialog.no.show()
            dialog.show_error(error)

        self._moving.take_over(source, done, failed)

    def _ask_where(self, dialog: JourneyDialog) -> None:
        name = self.tr("Quizwright library {day}").format(day=date.today().isoformat()) + SUFFIX
        chooser = save_dialog(dialog, self.tr("Move this library"), self.tr("Moved library"), name)
        chooser.setLabelText(QFileDialog.DialogLabel.Accept, self.tr("Move"))
        chooser.urlsSelected.connect(lambda urls: self.hand_over(dialog, Path(urls[0].toLocalFile())))
        chooser.open()

    def _is_busy(self) -> bool:
        running = self._under_way()
        if running:
            told = message("“{task}” is under way. Wait until it is done, or cancel it first.", task=running[0])
            self._notices.tell(told)
        return bool(running)
