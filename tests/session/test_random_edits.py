"""Any edits of any quiz, with questions of every type: undoing all gives the first value, redoing all the last."""

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from app.models.item import Item
from app.models.question import Question
from app.models.quiz import Quiz
from app.models.table import CREATABLE
from app.session.document import Document
from app.session.edit import Edit
from tests.support.strategies.items import items, points, rows
from tests.support.strategies.questions import drafts, questions
from tests.support.strategies.quizzes import fields, quizzes
from tests.support.strategies.words import html

MERGE_KEYS = st.sampled_from([None, "item_body", "points"])


def said(quiz: Quiz) -> object:
    """Everything that a quiz holds, to the byte."""
    return quiz.fields.wire(), [(item.id, item.points, item.document) for item in quiz.items]


def edit_entry(document: Document, data: st.DataObject) -> None:
    """Another question of the same type or, as by the menu of types, of another one."""
    item = picked(document, data)
    slug = data.draw(st.sampled_from([*CREATABLE, *[item.summary.type] * 3]))
    one = (slug if slug in CREATABLE else "choice",)
    document.edit_item(item.with_entry(data.draw(questions(one) | drafts(one))), edit(data))


def type_text(document: Document, data: st.DataObject) -> None:
    item = picked(document, data)
    if isinstance(item.entry, Question):
        document.edit_item(item.with_entry(item.entry.replaced(item_body=data.draw(html))), edit(data))


def set_points(document: Document, data: st.DataObject) -> None:
    document.edit_item(picked(document, data).with_points(data.draw(points)), edit(data))


def set_fields(document: Document, data: st.DataObject) -> None:
    document.edit_fields(data.draw(fields(valid=False)), edit(data))


def add(document: Document, data: st.DataObject) -> None:
    known = document.quiz.places
    drawn = data.draw(st.lists(rows(), min_size=1, max_size=3, unique_by=lambda one: one.id))
    new = [one for one in drawn if one.id not in known]
    if new:
        document.insert_items(new, data.draw(st.integers(0, len(known))), "Add")


def delete(document: Document, data: st.DataObject) -> None:
    document.delete_items(some(document, data), "Delete")


def move(document: Document, data: st.DataObject) -> None:
    document.move_items(some(document, data), data.draw(st.integers(0, len(document.quiz.items))), "Move")


def bring_in(document: Document, data: st.DataObject) -> None:
    brought = document.quiz.with_items(data.draw(st.permutations(document.quiz.items)))
    document.bring_in(brought.with_fields(data.draw(fields())), "Bring in")


def pause(document: Document, _data: st.DataObject) -> None:
    document.finish_burst()


def undo(document: Document, _data: st.DataObject) -> None:
    document.undo_stack.undo()


def redo(document: Document, _data: st.DataObject) -> None:
    document.undo_stack.redo()


ALWAYS: tuple[Callable[[Document, st.DataObject], None], ...] = (add, set_fields, bring_in, pause, undo, redo)
WITH_ITEMS = (edit_entry, type_text, set_points, delete, move)


def picked(document: Document, data: st.DataObject) -> Item:
    return data.draw(st.sampled_from(document.quiz.items))


def some(document: Document, data: st.DataObject) -> list[str]:
    ids = [item.id for item in document.quiz.items]
    return data.draw(st.lists(st.sampled_from(ids), min_size=1, unique=True))


def edit(data: st.DataObject) -> Edit:
    return Edit("Edit", data.draw(MERGE_KEYS))


def undo_and_redo_everything(document: Document, first: object) -> None:
    last, stack = said(document.quiz), document.undo_stack
    top = stack.index()
    values = []
    while stack.index() > 0:
        values.append(said(document.quiz))
        stack.undo()
    assert said(document.quiz) == first
    while stack.index() < top:
        stack.redo()
        assert said(document.quiz) == values.pop()
    assert said(document.quiz) == last


@given(quiz=quizzes(valid=False, read_only=True), data=st.data())
def test_undoing_all_gives_the_first_value_and_redoing_all_the_last(
    qapp: QApplication, quiz: Quiz, data: st.DataObject
) -> None:
    document = Document(quiz, {})
    first = said(quiz)
    for _ in range(data.draw(st.integers(1, 25))):
        data.draw(st.sampled_from(ALWAYS + (WITH_ITEMS * 2 if document.quiz.items else ())))(document, data)
    undo_and_redo_everything(document, first)


@pytest.mark.parametrize("slug", CREATABLE)
@settings(max_examples=settings().max_examples // 4)
@given(data=st.data())
def test_a_question_of_each_type_goes_back_and_forth(qapp: QApplication, slug: str, data: st.DataObject) -> None:
    item = data.draw(items(valid=False, slugs=(slug,)))
    document = Document(Quiz("q", data.draw(fields()), (item,)), {})
    first = said(document.quiz)
    for _ in range(data.draw(st.integers(1, 8))):
        data.draw(st.sampled_from((edit_entry, type_text, set_points, pause, undo, redo)))(document, data)
    undo_and_redo_everything(document, first)
