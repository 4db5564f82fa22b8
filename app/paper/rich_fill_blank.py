"""Fill in the blank on paper: numbered lines in the text, the choices of lists below it, and the word bank."""

from collections.abc import Iterator, Sequence
from html import escape

from app.grading.deal import Deal
from app.message import message
from app.models.answers.rich_fill_blank import how_filled
from app.models.item import Item
from app.models.questions.blank import Blank
from app.models.questions.blank_body import with_words
from app.models.questions.blank_rows import AnswerType
from app.models.questions.choices import Choice
from app.models.questions.rich_fill_blank import RichFillBlankQuestion
from app.paper.chosen import in_order
from app.paper.sheet import Flow, Piece, Place, Row, Rows, Text, letter

_NARROWEST, _WIDEST = 8, 30
"""Signs of a line."""
_ROOM = 1.4
"""Handwriting against print."""


def asked(item: Item, dealt: Deal) -> tuple[Piece, ...]:
    """The text with a line in the place of each blank, and what can be put there."""
    question = item.entry
    assert isinstance(question, RichFillBlankQuestion)
    return asked_of(question, dealt)


def asked_of(question: RichFillBlankQuestion, dealt: Deal) -> tuple[Piece, ...]:
    """The same of a question of any kind that has blanks."""
    blanks = question.blanks
    text = Text(with_words(question.body, {blank.id: _line(number, blank) for number, blank in enumerate(blanks, 1)}))
    lists = (
        Flow(_lettered(in_order(blank.choices, dealt.blanks.get(blank.id, ()))), f"({number})")
        for number, blank in enumerate(blanks, 1)
        if blank.answer_type == AnswerType.DROPDOWN
    )
    return text, *_bank(question, dealt), *lists


def solved(item: Item, dealt: Deal) -> tuple[Piece, ...]:
    """What is right in each blank."""
    question = item.entry
    assert isinstance(question, RichFillBlankQuestion)
    return solved_of(question, dealt)


def solved_of(question: RichFillBlankQuestion, dealt: Deal) -> tuple[Piece, ...]:
    """The same of a question of any kind that has blanks."""
    rows = (_right(number, blank, dealt) for number, blank in enumerate(question.blanks, 1))
    return (Rows(tuple(rows)),)


def _right(number: int, blank: Blank, dealt: Deal) -> Row:
    """What is taken in a blank; of a list with its letter, of what is typed with how it is compared."""
    label = f"({number})"
    if blank.answer_type == AnswerType.DROPDOWN:
        placed = enumerate(in_order(blank.choices, dealt.blanks.get(blank.id, ())))
        found = [(letter(place), choice) for place, choice in placed if choice.id == blank.right]
        return Row(" ".join(f"<strong>{sign}</strong> – {escape(one.item_body or '')}" for sign, one in found), label)
    if blank.answer_type == AnswerType.WORDBANK:
        return Row(escape(blank.text), label)
    return Row(" · ".join(map(escape, blank.accepted)), label, note=how_filled(blank))


def _line(number: int, blank: Blank) -> str:
    """A line that is long enough for what is right, and that does not tell how long it is."""
    room = {AnswerType.DROPDOWN: _NARROWEST}.get(blank.answer_type, 2 * _NARROWEST)  # type: ignore[call-overload]
    wanted = min(max(room, round(_ROOM * len(blank.shown))), _WIDEST)
    return f"({number})\N{NO-BREAK SPACE}{'_' * wanted}"


def _bank(question: RichFillBlankQuestion, dealt: Deal) -> Iterator[Flow]:
    if any(blank.answer_type == AnswerType.WORDBANK for blank in question.blanks):
        words = in_order(question.word_bank, dealt.order)
        rows = tuple(Row(escape(word.item_body or "")) for word in words if word.item_body)
        yield Flow(rows, message("Word bank:"), framed=True)


def _lettered(choices: Sequence[Choice]) -> tuple[Row, ...]:
    return tuple(
        Row(escape(choice.item_body or ""), letter(place), Place.CIRCLE) for place, choice in enumerate(choices)
    )
