"""Message values in the words of the window's language."""

from PySide6.QtCore import QCoreApplication

from app.message import Message


def words(message: Message) -> str:
    """The message translated, its arguments put in; a message among them is translated too."""
    plural = message.plural is not None and message.count != 1
    template = message.plural if plural and message.plural is not None else message.template
    translated = QCoreApplication.translate("Message", template)
    arguments = {
        name: words(value) if isinstance(value, Message) else value for name, value in message.arguments.items()
    }
    return translated.format_map({**arguments, "count": message.count})


def capital(said: str) -> str:
    """Words that stand alone begin with a capital letter."""
    return said[:1].upper() + said[1:]
