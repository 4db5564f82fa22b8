"""“Use in another course…”: a copy of a quiz that is linked to another course, with dates of its own.

Canvas offers course copies for this, which take everything. Here a quiz is made anew through the public API, so that
what that API cannot make is told before (`canvas-facts.md` 2.3, 16). The copy is a quiz of this library like any other:
a sync sends it, goes on where it was cut off, and uploads its pictures into the new course.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from app.canvas.file_address import course_of
from app.html.sources import sources
from app.library import linking
from app.library.library import Library
from app.library.portable import portable
from app.library.row import LinkRow
from app.message import Message, message
from app.models.copied import copied
from app.models.date_shift import MovedDate
from app.models.item import Item
from app.models.questions.hot_spot import HotSpotQuestion
from app.models.quiz import NewQuiz, Quiz
from app.models.quiz_dates import with_dates
from app.models.wall_clock import zone_named
from app.sync.held import held_fields, held_reason
from app.sync.wire import MEDIA

NEVER_TRAVELS = message(
    "To be set again there, on Canvas: dates of single sections and students, modules, outcomes, and that students see "
    "the quiz."
)
"""What the New Quizzes API does not give, so that nobody can say whether there is any of it."""

_OF_COURSE = ("assignment_group_id", "published")
_SHOWN_ONLY = ("display_correct_answer_at", "hide_correct_answer_at")


@dataclass(frozen=True, slots=True)
class LeftBehind:
    """What does not come into the other course, and why; without an item it is about the quiz itself."""

    item_id: str
    what: Message


@dataclass(frozen=True, slots=True)
class Destination:
    """A course of an account, and the zone of its clock."""

    account_id: str
    course_id: str
    zone: ZoneInfo


def zone_of(library: Library, account_id: str, course_id: str) -> ZoneInfo:
    """The zone of a course, as Canvas told it; UTC where it did not."""
    names = (row.time_zone for row in library.courses() if (row.account_id, row.id) == (account_id, course_id))
    return zone_named(next(names, "")) or ZoneInfo("UTC")


def zone_of_quiz(library: Library, quiz_id: str, otherwise: ZoneInfo) -> ZoneInfo:
    """The zone of the first course that a quiz is in; `otherwise` where it is in none."""
    links = library.links(quiz_id)
    return zone_of(library, links[0].account_id, links[0].course_id) if links else otherwise


def left_behind(library: Library, quiz: Quiz, course_id: str) -> tuple[LeftBehind, ...]:
    """What of a quiz cannot come along; reads pictures."""
    whole = portable(library, quiz)
    found = [LeftBehind("", reason) for reason in {str(one): one for one in held_fields(whole).values()}.values()]
    found += [LeftBehind("", why) for why in _missing_pictures(whole.fields.wire(), course_id)]
    for item in whole.items:
        found += [LeftBehind(item.id, why) for why in _why_not(item, course_id)]
    return tuple(found)


def copy_into(library: Library, quiz_id: str, there: Destination, dates: Sequence[MovedDate]) -> LinkRow:
    """The copy, in the library and linked to the course; nothing is sent yet. Raises LibraryError."""
    quiz = library.open_quiz(quiz_id).quiz
    whole = portable(library, quiz)
    fields = with_dates(_without_course(whole.fields), {one.field: one.after for one in dates})
    items = [copied(item, quiz_id=quiz.id, quiz_title=quiz.title) for item in whole.items]
    with library.transaction() as db:  # a copy without its link would go nowhere
        made = library.create_quiz(fields, items, local=quiz.local, what="Use in another course")
        return linking.link_to(db, made.id, there.account_id, there.course_id)


def shown_date(stamp: str | None, zone: ZoneInfo) -> str:
    """A date as the clock of a course shows it, in the form of ISO 8601."""
    if stamp is None:
        return "—"
    found = datetime.fromisoformat(stamp)
    return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(zone).strftime("%Y-%m-%d %H:%M")


def _without_course(fields: NewQuiz) -> NewQuiz:
    """The fields without what belongs to the course that they come from."""
    fields = fields.without(*_OF_COURSE)
    view = fields.quiz_settings.result_view_settings if fields.quiz_settings is not None else None
    if fields.quiz_settings is None or view is None:
        return fields
    view = view.without(*_SHOWN_ONLY)
    return fields.replaced(quiz_settings=fields.quiz_settings.replaced(result_view_settings=view))


def _why_not(item: Item, course_id: str) -> list[Message]:
    found = [why for why in (held_reason(item),) if why is not None]
    if isinstance(item.entry, HotSpotQuestion) and not (item.entry.picture or MEDIA).startswith(MEDIA):
        found.append(message("Its picture is not on this computer: the copy shows the one of the first quiz."))
    return found + _missing_pictures(item.entry.wire(), course_id)


def _missing_pictures(json: object, course_id: str) -> list[Message]:
    """Pictures in texts that lie in a course whose files other students cannot see, and are not kept here."""
    elsewhere = [one for one in sources(json) if course_of(one) not in (None, course_id)]
    if not elsewhere:
        return []
    words = message(
        "A picture in its text is not on this computer and stays in the first course.",
        plural="{count} pictures in its text are not on this computer and stay in the first course.",
        count=len(elsewhere),
    )
    return [words]
