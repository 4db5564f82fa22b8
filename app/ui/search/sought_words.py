"""What is looked for and what was found, in words: on the buttons of the filters, above the list, where it is empty."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QCoreApplication, QLocale

from app.library.row import Found, State
from app.library.sought import Sought
from app.message import Message, message
from app.ui.editors.kind import kind_of
from app.ui.fields.points import points_text
from app.ui.standing import CHANGED_THERE, ON_CANVAS, ONLY_HERE
from app.ui.words import words

_FEW = 2

STATES: Mapping[State, Message] = {
    State.LOCAL: ONLY_HERE.words,
    State.EDITED: message("Changed here"),
    State.CHANGED_THERE: CHANGED_THERE.words,
    State.CONFLICT: message("Conflict"),
    State.SYNCED: ON_CANVAS.words,
}
"""In the order in which they are offered."""


def _tr(text: str) -> str:
    return QCoreApplication.translate("Sought", text)


def types_words(sought: Sought) -> str:
    """The types that are wanted."""
    return _listed(kind_of(slug).name for slug in sorted(sought.types))


def points_words(sought: Sought) -> str:
    """The points that are wanted: "2 to 5", "2 or more", "at most 5"."""
    least, most = points_text(sought.points_from), points_text(sought.points_to)
    if least and most:
        return least if least == most else _tr("{least} to {most}").format(least=least, most=most)
    if least:
        return _tr("{least} or more").format(least=least)
    return _tr("at most {most}").format(most=most) if most else ""


def problems_words(sought: Sought) -> str:
    """Whether those with problems are wanted."""
    if sought.has_problems is None:
        return ""
    return _tr("With problems") if sought.has_problems else _tr("Without problems")


def states_words(sought: Sought) -> str:
    """The states of the quiz that are wanted."""
    return _listed(words(said) for state, said in STATES.items() if state in sought.states)


def tags_words(sought: Sought) -> str:
    """The tags that are wanted."""
    return _listed(sorted(sought.tags, key=str.casefold))


def filters_words(sought: Sought) -> str:
    """All filters that are set, for the sentence of an empty list."""
    points = points_words(sought)
    said = (
        types_words(sought),
        _tr("{points} points").format(points=points) if points else "",
        problems_words(sought),
        states_words(sought),
        tags_words(sought),
    )
    return " · ".join(part for part in said if part)


def found_words(found: Found) -> str:
    """How many were found, and that the list is cut where it is."""
    many = [
        words(message("{count} quiz", plural="{count} quizzes", count=found.quizzes)) if found.quizzes else "",
        words(message("{count} question", plural="{count} questions", count=found.questions)),
    ]
    shown = " · ".join(part for part in many if part)
    if found.is_cut:
        first = QLocale().toString(len(found.hits))
        return _tr("{found} · the first {shown} are shown").format(found=shown, shown=first)
    return shown


def _listed(parts: Iterable[str]) -> str:
    """A few of them by name, and how many more."""
    all_parts = list(parts)
    shown = ", ".join(all_parts[:_FEW])
    more = len(all_parts) - _FEW
    return f"{shown} +{more}" if more > 0 else shown
