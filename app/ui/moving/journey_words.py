"""What is said of a library on its way: sentences as values, so that tests and both dialogs read the same."""

from collections.abc import Sequence

from PySide6.QtCore import QDateTime, QLocale

from app.library.moved_file import Moved
from app.library.taking_over import Arrival
from app.message import Message, message
from app.session.moving import HandedOver


def before_move(quizzes: int) -> tuple[Message, ...]:
    """What goes into the file."""
    return (
        message(
            "{count} quiz goes into one file, with its history and pictures, and your preferences.",
            plural="{count} quizzes go into one file, with their history and pictures, and your preferences.",
            count=quizzes,
        ),
        message("On the other computer, choose “Import a moved library…” and take that file."),
    )


NOTE_OF_MOVE = (
    message(
        "From then on this library can only be read here, so that nothing is written in two places. You can take it"
        " back at any time."
    ),
    message("Access tokens stay in the keychain of this computer: connect your accounts again on the other one."),
)
MOVING = message("Writing quizzes and pictures…")
READING = message("Bringing in quizzes and pictures…")


def after_move(moved: HandedOver) -> tuple[Message, ...]:
    """Where it is now, and what is missing in it."""
    size = QLocale().formattedDataSize(moved.size)
    said = message("Everything is in the file “{file}” ({size}).", file=moved.file.name, size=size)
    if not moved.left_out:
        return (said,)
    missing = message(
        "{count} picture was damaged on disk and is not in it.",
        plural="{count} pictures were damaged on disk and are not in it.",
        count=moved.left_out,
    )
    return (said, missing)


NOTE_AFTER_MOVE = (
    message("Take it to the other computer and choose “Import a moved library…” there. This copy can be read here."),
)


def before_arrival(moved: Moved, own: int) -> tuple[Message, ...]:
    """What a file holds, and what becomes of the quizzes that are here."""
    day = QLocale().toString(QDateTime.fromSecsSinceEpoch(int(moved.at)).date(), QLocale.FormatType.LongFormat)
    pictures = message("{count} picture", plural="{count} pictures", count=moved.pictures)
    quizzes = message("{count} quiz", plural="{count} quizzes", count=moved.quizzes)
    said = message("Handed over on {day}: {quizzes}, {pictures}.", day=day, quizzes=quizzes, pictures=pictures)
    if not moved.pictures:
        said = message("Handed over on {day}: {quizzes}.", day=day, quizzes=quizzes)
    if not own:
        return (said,)
    return (
        said,
        message(
            "The quizzes that are here stay. One that was changed on both computers since is kept twice, and you are"
            " told which."
        ),
    )


NOTE_OF_ARRIVAL = (message("Access tokens do not come along: connect your accounts again afterwards."),)


def after_arrival(arrival: Arrival) -> tuple[Message, ...]:
    """What came of it, like a letter."""
    said: Sequence[Message | None] = (
        _counted("{count} quiz is new here.", "{count} quizzes are new here.", arrival.new),
        _counted(
            "{count} quiz is as the other computer left it.",
            "{count} quizzes are as the other computer left them.",
            arrival.updated,
        ),
        _twice(arrival.twice),
    )
    found = tuple(one for one in said if one is not None)
    return found or (message("Everything in it was here already."),)


def _counted(one: str, several: str, count: int) -> Message | None:
    return message(one, plural=several, count=count) if count else None


def _twice(titles: Sequence[str]) -> Message | None:
    if not titles:
        return None
    named = ", ".join(f"“{title}”" for title in titles)
    return message(
        "{count} quiz was changed on both computers, and both are kept: {titles}. The names say which is which.",
        plural="{count} quizzes were changed on both computers, and both of each are kept: {titles}. The names say"
        " which is which.",
        count=len(titles),
        titles=named,
    )
