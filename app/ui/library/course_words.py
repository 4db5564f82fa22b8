"""What is told of a course in the library: what of it is here, and how far bringing its quizzes here is."""

from app.library.row import CourseRow, Ready
from app.message import Message, message

MINUTE = 60


def course_line(course: CourseRow, ready: Ready) -> Message:
    """What of the course can be used off-line, or what is not here."""
    if course.kept:
        return message("Ready for off-line: {quizzes}, {pictures}", quizzes=_quizzes(ready), pictures=_pictures(ready))
    if course.listed_at is None:
        return message("Which quizzes are only on Canvas was not looked up yet.")
    missing = only_there(ready)
    if missing:
        return message("1 quiz is only on Canvas.", plural="{count} quizzes are only on Canvas.", count=missing)
    return message("All quizzes of this course are on this computer.")


def only_there(ready: Ready) -> int:
    """How many quizzes of the course are not here."""
    return ready.all_quizzes - ready.here


def _quizzes(ready: Ready) -> Message:
    if ready.quizzes == ready.all_quizzes:
        return message("1 quiz", plural="{count} quizzes", count=ready.quizzes)
    return message(
        "{ready} of 1 quiz", plural="{ready} of {count} quizzes", ready=ready.quizzes, count=ready.all_quizzes
    )


def _pictures(ready: Ready) -> Message:
    if ready.pictures == ready.all_pictures:
        return message("1 picture", plural="{count} pictures", count=ready.pictures)
    return message(
        "{ready} of 1 picture", plural="{ready} of {count} pictures", ready=ready.pictures, count=ready.all_pictures
    )


def progress_line(title: str, done: int, total: int, seconds: float | None) -> Message:
    """Which quiz is on its way, how many of how many, how long still."""
    told = message("“{title}” ({number} of {total})", title=title, number=done + 1, total=total)
    if seconds is None:
        return told
    return message("{told} · {left}", told=told, left=_left(seconds))


def _left(seconds: float) -> Message:
    if seconds < MINUTE:
        count = max(5, round(seconds / 5) * 5)
        return message("about {count} seconds left", count=count)
    minutes = round(seconds / MINUTE)
    return message("about 1 minute left", plural="about {count} minutes left", count=minutes)
