"""The parts of an open quiz, one of which is seen: its questions, settings, preview, history and results."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.session.document import Document
from app.ui.fields.tag_field import Known
from app.ui.screens import screen

if TYPE_CHECKING:
    from app.library.row import There
    from app.session.past import Past
    from app.session.pictures import PictureShelf
    from app.session.tryouts import Tryouts
    from app.ui.history.history_screen import HistoryScreen
    from app.ui.preview.preview_screen import PreviewScreen
    from app.ui.results.results_tab import ResultsTab
    from app.ui.settings.settings_screen import SettingsScreen


class QuizParts(QStackedWidget):
    """The questions are there from the start, each other part is made when it is first turned to.

    `question_wanted` leads from the preview to a question; `template_wanted` is that of the settings.
    """

    question_wanted = Signal(str)
    template_wanted = Signal(str)

    def __init__(
        self,
        document: Document,
        shelf: "PictureShelf",
        past: "Past",
        questions: QWidget,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._document, self._shelf, self._past = document, shelf, past
        self._known_tags: Known = tuple
        self._allowed = True
        self._there: There | None = None
        self._tryouts: Callable[[], Tryouts] | None = None
        self.questions = questions
        self.settings: SettingsScreen | None = None
        self.history: HistoryScreen | None = None
        self.preview: PreviewScreen | None = None
        self.results: ResultsTab | None = None
        self._made_results: Callable[[], ResultsTab] | None = None
        self.addWidget(questions)

    def turn_to(self, name: str) -> None:
        """Show the questions, the settings, the preview, the history or the results."""
        shown = {
            "settings": self.shown_settings,
            "history": self._shown_history,
            "preview": self._shown_preview,
            "results": self._shown_results,
        }
        self.setCurrentWidget(shown[name]() if name in shown else self.questions)
        if name == "preview":
            self._shown_preview().open()

    def focus_preview(self) -> None:
        """Put the keyboard where the preview goes on."""
        self._shown_preview().focus_page()

    @property
    def other(self) -> QWidget | None:
        """The part that is seen, None while it is the questions."""
        seen = self.currentWidget()
        return seen if seen is not self.questions else None

    @property
    def shows_settings(self) -> bool:
        """Whether the settings are seen."""
        return self.settings is not None and self.currentWidget() is self.settings

    def allow_edits(self, allowed: bool) -> None:
        """Let the settings be changed, or only be seen."""
        self._allowed = allowed
        if self.settings is not None:
            self.settings.allow_edits(allowed)

    def offer_tags(self, known: Known) -> None:
        """Where tags come from that can be chosen."""
        self._known_tags = known

    def show_there(self, there: "There | None") -> None:
        """Have the settings tell what Canvas has set; None for a quiz that is not there."""
        self._there = there
        if self.settings is not None:
            self.settings.show_there(there)

    def offer_results(self, made: "Callable[[], ResultsTab]") -> None:
        """What makes the results, which need all that asks Canvas."""
        self._made_results = made

    def offer_tryouts(self, kept: "Callable[[], Tryouts]") -> None:
        """Where attempts are kept."""
        self._tryouts = kept

    def finish(self) -> None:
        """Take in what is under way."""
        if self.settings is not None:
            self.settings.finish()

    def shown_settings(self) -> "SettingsScreen":
        """The settings, made if they are not there yet."""
        if self.settings is None:
            self.settings = screen("settings")(self._document, self._shelf, self)
            self.settings.tags.offer(self._known_tags)
            self.settings.template_wanted.connect(self.template_wanted)
            self.settings.show_there(self._there)
            self.settings.allow_edits(self._allowed)
            self.addWidget(self.settings)
        return self.settings

    def _shown_history(self) -> "HistoryScreen":
        if self.history is None:
            self.history = screen("history")(self._document, self._shelf, self._past, self)
            self.addWidget(self.history)
        self.history.show_versions()
        return self.history

    def _shown_results(self) -> QWidget:
        if self.results is None:
            assert self._made_results is not None
            self.results = self._made_results()
            self.addWidget(self.results)
        return self.results

    def _shown_preview(self) -> "PreviewScreen":
        if self.preview is None:
            self.preview = screen("preview")(self._document, self._shelf, self)
            if self._tryouts is not None:
                self.preview.offer_tryouts(self._tryouts())
            self.preview.question_wanted.connect(self.question_wanted)
            self.addWidget(self.preview)
        return self.preview
