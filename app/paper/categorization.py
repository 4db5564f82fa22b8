"""Categorization on paper: answers with letters, and a line for each category."""

from html import escape

from app.grading.deal import Deal
from app.message import message
from app.models.item import Item
from app.models.questions.categorization import CategorizationQuestion
from app.paper.sheet import Flow, Lines, Note, Piece, Row, Rows, Text, letter, lettered


def asked(item: Item, dealt: Deal) -> tuple[Piece, ...]:
    """The answers in a frame, then the categories."""
    question = _question(item)
    texts = {answer.id: answer.item_body or "" for answer in question.answers}
    rows = lettered([escape(texts[key]) for key in _order(question, dealt)])
    told = Note(message("Write the letters of the answers behind their category; some may belong to none."))
    if not question.distractors:
        told = Note(message("Write the letters of the answers behind their category."))
    lines = (Lines(1, category.item_body or "…") for category in question.categories)
    return Text(question.item_body or ""), told, Flow(rows, framed=True), *lines


def solved(item: Item, dealt: Deal) -> tuple[Piece, ...]:
    """The letters of each category."""
    question = _question(item)
    places = {key: place for place, key in enumerate(_order(question, dealt))}
    rows = []
    for category in question.categories:
        letters = ", ".join(letter(place) for place in sorted(places[key] for key in question.key[category.id]))
        rows.append(Row(f"{escape(category.item_body or '…')}: <strong>{letters or '–'}</strong>"))
    return (Rows(tuple(rows)),)


def _order(question: CategorizationQuestion, dealt: Deal) -> list[str]:
    known = {answer.id for answer in question.answers}
    return [key for key in dealt.order if key in known] or sorted(known)


def _question(item: Item) -> CategorizationQuestion:
    assert isinstance(item.entry, CategorizationQuestion)
    return item.entry
