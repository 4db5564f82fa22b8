"""Brings quizzes of a course here that are not here yet."""

from app.library import linking
from app.library.library import Library
from app.library.linking import QuizBase
from app.library.row import LinkRow
from app.sync.bring import fields_of
from app.sync.side import Raw
from app.sync.unit import quiz_units
from app.sync.wire import NOWHERE, wire_quiz


def brought_quiz(library: Library, account_id: str, course_id: str, raw: Raw) -> LinkRow:
    """The quiz here that is `raw` on Canvas, made with its fields and no items where it is new."""
    canvas_id = str(raw["id"])
    known = linking.quiz_linked_to(library.db, account_id, course_id, canvas_id)
    if known is None:
        with library.transaction() as db:  # a quiz without its link would be brought once more
            quiz = library.create_quiz(fields_of(raw), what="Bring here")
            units = quiz_units(wire_quiz(quiz, NOWHERE))
            link = linking.link_to(db, quiz.id, account_id, course_id)
            linking.note_quiz_base(db, link.id, QuizBase(canvas_id, units, raw, {}, ()))
            linking.wait_there(db, link.id)  # until its questions are here: a pull may be cut off
        known = quiz.id
    return next(link for link in library.links(known) if (link.account_id, link.course_id) == (account_id, course_id))
