"""Which item of a quiz a text on the command line names."""

from app.cli.exit_code import wrong_use
from app.message import message
from app.models.quiz import Quiz

SHORTEST = 4
"""As short a beginning of an id as is taken."""


def found_item(quiz: Quiz, text: str) -> str:
    """The id of the item whose id, or whose only id with this beginning, is `text`. Raises `WrongUse`."""
    if text in quiz.places:
        return text
    ids = [item_id for item_id in quiz.places if len(text) >= SHORTEST and item_id.startswith(text)]
    if len(ids) == 1:
        return ids[0]
    if ids:
        raise wrong_use(
            message('"{text}" stands for several items: {ids}.', text=text, ids=", ".join(ids)),
            message("Use one of these ids."),
        )
    raise wrong_use(
        message('The quiz "{title}" has no item "{text}".', title=quiz.title, text=text),
        message("“quizwright show” prints the ids of the items."),
    )
