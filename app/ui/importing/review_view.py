"""What the keyboard is on in a review: a question as it will look and what it lost, or why there is none."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QStackedWidget, QWidget

from app.interchange.incoming import account
from app.interchange.review import Review
from app.interchange.twins import Known, Place
from app.message import message
from app.session.pictures import PictureShelf
from app.ui.importing.note_lines import NoteLines
from app.ui.importing.note_page import NotePage
from app.ui.importing.review_list import Spot
from app.ui.importing.review_words import same_as, which
from app.ui.my_questions.question_view import QuestionView
from app.ui.words import words


class ReviewView(QStackedWidget):
    """Read, never edited. One that is here already, or nearly the same, stands below the one from the file."""

    def __init__(self, shelf: PictureShelf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._review = Review()
        self.both = QSplitter(Qt.Orientation.Vertical, self)
        self.both.setChildrenCollapsible(False)
        self.question, self.other = QuestionView(shelf, self.both), QuestionView(shelf, self.both)
        for view in (self.question, self.other):
            # A picture is as high as it is wide: a bar that came and went would make it so without end.
            view.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
            view.show_elsewhere(())
            self.both.addWidget(view)
        self.lines = NoteLines(self.question)
        self.question.put_below(self.lines)
        self.note = NotePage(self)
        self.addWidget(self.both)
        self.addWidget(self.note)

    def show_spot(self, review: Review, spot: Spot | None) -> None:
        """Show what stands in that row."""
        self._review = review
        if spot is None:
            self.note.show_note("", "", ())
            self.setCurrentWidget(self.note)
        elif len(spot) == 1:
            self._show_file(spot[0])
        elif len(spot) == 2:
            self._show_quiz(spot)
        else:
            self._show_question((spot[0], spot[1], spot[2]))

    def _show_file(self, number: int) -> None:
        file = self._review.files[number]
        if file.error is not None:
            hint = words(file.error.hint) if file.error.hint is not None else ""
            self.note.show_note(file.name, hint, [("circle-x", words(file.error.message))])
        self.setCurrentWidget(self.note)

    def _show_quiz(self, spot: Spot) -> None:
        material = self._review.files[spot[0]].materials[spot[1]]
        lines = [("triangle-alert", words(what)) for what in material.lost]
        self.note.show_note(material.title, words(account(material.found).words), lines)
        self.setCurrentWidget(self.note)

    def _show_question(self, place: Place) -> None:
        found = self._review.found(place)
        if found.item is None:
            assert found.refused is not None
            title = self.tr("This question cannot be imported")
            self.note.show_note(title, found.place, [("circle-x", words(found.refused))], found.source)
            self.setCurrentWidget(self.note)
            return
        file = self._review.files[place[0]].name
        self.question.show_question(found.item, f"{file} · {found.place}")
        self.lines.show_lines(list(_lines(self._review, place)))
        twin = self._review.twin(place)
        self.other.setVisible(twin is not None)
        if twin is not None:
            self.other.show_question(twin.others[0].item, _title(twin.others[0]))
        self.setCurrentWidget(self.both)


def _lines(review: Review, place: Place) -> Iterator[tuple[str, str]]:
    """What was lost, then what it is like."""
    for what in review.found(place).lost:
        yield "triangle-alert", words(message("Lost: {what}", what=what))
    twin = review.twin(place)
    if twin is not None:
        yield "copy", f"{same_as(twin)}: {_begin(twin.others[0])}"


def _begin(known: Known) -> str:
    return known.item.summary.first_words or known.item.summary.title or "…"


def _title(known: Known) -> str:
    said = which(known)
    return said[:1].upper() + said[1:]
