"""How to reach Canvas: three ways, and one just to try it out."""

from PySide6.QtWidgets import QWidget

from app.ui.connect.page import Page
from app.ui.fields.text_button import TextButton
from app.ui.icons import icon
from app.ui.library.choice_button import ChoiceButton


class WaysPage(Page):
    """Each way is a button with a line of what it needs."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("How do you reach your Canvas?"), parent)
        self.browser = ChoiceButton(
            icon("external-link"),
            self.tr("Sign in through the browser"),
            self.tr("Your school has a key for Quizwright; you sign in on its own page."),
            self,
        )
        self.token = ChoiceButton(
            icon("key-round"),
            self.tr("Paste an access token"),
            self.tr("You make it in your Canvas settings, in four steps."),
            self,
        )
        self.file = ChoiceButton(
            icon("download"),
            self.tr("Without a connection"),
            self.tr("Hand a quiz over as a file that Canvas imports."),
            self,
        )
        self.practice = ChoiceButton(
            icon("flask-conical"),
            self.tr("Try with the Practice Canvas"),
            self.tr("It runs on this computer alone; nothing leaves it."),
            self,
        )
        self.later = TextButton(self.tr("Not now"), self)
        for way in (self.browser, self.token, self.file, self.practice):
            self.column.addWidget(way)
        self.back.hide()
        self.put_buttons(self.later)
        self.later.setAutoDefault(False)
        self.main = None

    def enter(self) -> None:
        """At the first way."""
        self.browser.setFocus()
