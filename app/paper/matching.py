"""Matching on paper: prompts at the left, answers with letters at the right."""

from collections.abc import Iterator
from html import escape

from app.grading.deal import Deal
from app.message import message
from app.models.item import Item
from app.models.questions.matching import MatchingQuestion
from app.models.questions.pair import Pair
from app.paper.sheet import Columns, Note, Piece, Place, Row, Rows, Text, letter, lettered


def asked(item: Item, dealt: Deal) -> tuple[Piece, ...]:
    """A line for a letter before each prompt."""
    question = _question(item)
    left = tuple(
        Row(escape(pair.prompt), f"{number}.", Place.LINE) for number, pair in enumerate(_pairs(question, dealt), 1)
    )
    right = lettered([escape(text) for text in _answers(question, dealt)])
    told = Note(message("Write the letter of the right answer before each number."))
    return Text(question.item_body or ""), told, Columns(left, right)


def solved(item: Item, dealt: Deal) -> tuple[Piece, ...]:
    """The letter of each number."""
    question = _question(item)
    return (Rows(tuple(_right(question, dealt))),)


def _right(question: MatchingQuestion, dealt: Deal) -> Iterator[Row]:
    places = {text: place for place, text in enumerate(_answers(question, dealt))}
    for number, pair in enumerate(_pairs(question, dealt), 1):
        if pair.answer in places:
            yield Row(f"<strong>{letter(places[pair.answer])}</strong> – {escape(pair.answer)}", f"{number}.")


def _pairs(question: MatchingQuestion, dealt: Deal) -> list[Pair]:
    known = {pair.id: pair for pair in question.pairs}
    return [known[key] for key in dealt.order or known if key in known]


def _answers(question: MatchingQuestion, dealt: Deal) -> list[str]:
    """Each text once, in the order of the question; of the alphabet where that would be the order of the prompts."""
    written = (question.interaction_data.answers if question.interaction_data else None) or ()
    right = (pair.answer for pair in question.pairs)
    answers = [text for text in dict.fromkeys((*written, *right, *question.distractors)) if text]
    wanted = [text for text in dict.fromkeys(pair.answer for pair in _pairs(question, dealt)) if text]
    return sorted(answers, key=str.casefold) if answers[: len(wanted)] == wanted else answers


def _question(item: Item) -> MatchingQuestion:
    assert isinstance(item.entry, MatchingQuestion)
    return item.entry
