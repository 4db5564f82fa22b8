"""What is wished on paper, as a Word document."""

from collections.abc import Sequence
from functools import partial

from app.paper.sheet import Sheet
from app.paper.word_look import WordLook
from app.paper.word_part import WordPictures
from app.paper.word_sheet import WordFile, word_file
from app.ui.paper import word_pictures
from app.ui.paper.kit import Kit
from app.ui.paper.metric import UNITS
from app.ui.paper.wish import Wish
from app.ui.words import words

_TWENTIETHS = 1440
"""Of a point, to the inch."""
_POINTS = 72


def word_document(sheets: Sequence[Sheet], wish: Wish, kit: Kit) -> WordFile:
    """The same sheets on the same paper. Any thread may; `kit` holds the pictures."""
    metric, unit = wish.metric, _TWENTIETHS / UNITS
    look = WordLook(
        width=round(metric.page.width() * unit),
        height=round(metric.page.height() * unit),
        margin=round(metric.margin * unit),
        points=round(metric.em * _POINTS / UNITS),
    )
    pictures = WordPictures(partial(word_pictures.of_text, kit), partial(word_pictures.marked, kit))
    return word_file(sheets, look, pictures, words, whole_sheets=wish.whole_sheets)
