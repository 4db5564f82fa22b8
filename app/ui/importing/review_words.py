"""How a review says what became of a question."""

from PySide6.QtCore import QCoreApplication

from app.interchange.material import Found
from app.interchange.twins import Known, Twin
from app.message import message
from app.ui.editors.kind import kind_of
from app.ui.words import words


def first_line(found: Found) -> str:
    """The words by which it is known."""
    if found.item is not None:
        summary = found.item.summary
        return summary.first_words or summary.title or "…"
    return " ".join(found.source.split()) or found.place


def second_line(found: Found, twin: Twin | None) -> str:
    """What is to be known of it before it is brought in, else its type and its place in the file."""
    if found.item is None:
        return _refused(found)
    parts = [_lost(found), same_as(twin) if twin is not None else ""]
    return " · ".join(filter(None, parts)) or f"{kind_of(found.item.summary.type).name} · {found.place}"


def same_as(twin: Twin) -> str:
    """Where the same question stands, or one that is nearly the same."""
    first, more = twin.others[0], len(twin.others) - 1
    if twin.kind == "near":
        return words(message("Nearly the same as {which}", which=which(first)))
    if not more:
        return words(message("The same as {which}", which=which(first)))
    return words(
        message(
            "The same as {which}, and {count} other",
            plural="The same as {which}, and {count} others",
            count=more,
            which=which(first),
        )
    )


def which(known: Known) -> str:
    """A question by its number and its quiz."""
    if not known.quiz_id:
        return words(message("question {number} of this import", number=known.number))
    title = known.quiz_title or QCoreApplication.translate("Message", "Untitled quiz")
    return words(message("question {number} of “{title}”", number=known.number, title=title))


def _refused(found: Found) -> str:
    assert found.refused is not None
    return words(message("Refused: {why}", why=found.refused))


def _lost(found: Found) -> str:
    if not found.lost:
        return ""
    first = found.lost[0]
    if len(found.lost) == 1:
        return words(message("Lost: {what}", what=first))
    text = "Lost: {what} And {count} more."
    return words(message(text, plural=text, count=len(found.lost) - 1, what=first))
