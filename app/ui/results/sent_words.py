"""What came of sending marks and extra time, in words."""

from app.message import Message, message
from app.sync.results.send_given import Gave
from app.sync.results.send_marks import Sent


def sent_words(marked: Sent, gave: Gave) -> Message:
    """What came of sending, in one line."""
    count = marked.sent + gave.sent
    sent = message("1 change sent.", plural="{count} changes sent.", count=count)
    left = marked.refused + marked.changed_there + gave.refused
    if gave.later:
        sent = message(
            "{sent} 1 waits until the student has opened the quiz.",
            plural="{sent} {count} wait until the students have opened the quiz.",
            count=gave.later,
            sent=sent,
        )
    if not left:
        return sent
    waits = message("1 needs you: open it to see why.", plural="{count} need you: open them to see why.", count=left)
    return message("{sent} {waits}", sent=sent, waits=waits)
