"""The course that a plan is about, and the menu of all courses that the quiz is in."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from app.library.linked import LinkedCourse
from app.message import message
from app.ui.account_words import account_name, account_names
from app.ui.fields.text_button import TextButton
from app.ui.icons import icon
from app.ui.words import words

_WIDEST = 34
"""In letters: a longer name of a course is cut in the button, not in its menu."""


class LinkButton(TextButton):
    """`chosen` and `unlink_wanted` carry the id of a link."""

    chosen = Signal(str)
    another_wanted = Signal()
    unlink_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.setFlat(True)
        self.links: tuple[LinkedCourse, ...] = ()
        self._accounts: Mapping[str, str] = {}
        self.setMenu(QMenu(self))
        self.hide()

    def show_links(self, links: Sequence[LinkedCourse], current: str) -> None:
        """Name the course of the link `current`, and offer the others; without a link there is nothing to show."""
        self.links = tuple(links)
        accounts = {link.account.id: link.account for link in links}
        self._accounts = account_names(list(accounts.values())) if len(accounts) > 1 else {}
        place = next((place for place, one in enumerate(links) if one.link.id == current), None)
        self.setVisible(place is not None)
        if place is not None:
            self._name(links[place], place)
            self._fill(links[place])

    def _name(self, shown: LinkedCourse, place: int) -> None:
        metrics = self.fontMetrics()
        room = _WIDEST * metrics.averageCharWidth()
        name = metrics.elidedText(shown.course_name, Qt.TextElideMode.ElideRight, room)
        whole = shown.course_name
        if len(self.links) > 1:
            of = self.tr("{course} · {number} of {count}")
            name = of.format(course=name, number=place + 1, count=len(self.links))
            whole = of.format(course=whole, number=place + 1, count=len(self.links))
        self.setText(name)
        self.setAccessibleName(self.tr("Course: {course}").format(course=whole))
        account = self.tr("{account}, as {person}").format(
            account=account_name(shown.account), person=shown.account.user_name
        )
        what = self.tr("The courses of this quiz: choose which one is synced, or add another one")
        self.setToolTip(f"{shown.course_name} · {account}\n{what}")
        self.setAccessibleDescription(account)

    def _fill(self, shown: LinkedCourse) -> None:
        menu = self.menu()
        menu.clear()
        group = QActionGroup(menu)
        for one in self.links:
            action = menu.addAction(self._line(one))
            action.setCheckable(True)
            action.setChecked(one is shown)
            group.addAction(action)
            action.triggered.connect(lambda _checked=False, link=one.link.id: self.chosen.emit(link))
        menu.addSeparator()
        menu.addAction(icon("plus"), self.tr("Also to another course…")).triggered.connect(self.another_wanted)
        remove = menu.addAction(icon("unlink"), self.tr("Remove the link to {course}").format(course=shown.course_name))
        remove.triggered.connect(lambda: self.unlink_wanted.emit(shown.link.id))

    def _line(self, one: LinkedCourse) -> str:
        parts = [one.course_name]
        if self._accounts:
            parts.append(self._accounts[one.account.id])
        if one.link.canvas_id is None:
            parts.append(self.tr("not sent yet"))
        elif one.changes:
            count = one.changes
            parts.append(words(message("1 change not there yet", plural="{count} changes not there yet", count=count)))
        return " · ".join(parts).replace("&", "&&")
