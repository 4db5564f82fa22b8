"""Who sees a quiz on Canvas and who has other dates there, in words."""

from app.library.assignment import OwnDates
from app.message import Message, message


def own_dates_words(own: OwnDates) -> Message | None:
    """Whom a date of the quiz does not concern, because Canvas has another one for them; None where there is nobody."""
    if not own:
        return None
    parts = [
        message("1 section", plural="{count} sections", count=own.sections) if own.sections else None,
        message("1 group", plural="{count} groups", count=own.groups) if own.groups else None,
        message("1 student", plural="{count} students", count=own.students) if own.students else None,
    ]
    said = [part for part in parts if part is not None]
    if not said or own.others:
        return message("Some students have other dates on Canvas.")
    who = said[0]
    for part in said[1:-1]:
        who = message("{before}, {next}", before=who, next=part)
    if len(said) > 1:
        who = message("{before} and {last}", before=who, last=said[-1])
    count = own.sections + own.groups + own.students
    return message("{who} has other dates on Canvas.", plural="{who} have other dates on Canvas.", count=count, who=who)
