"""The open quiz: steps, bursts, undo without limit."""

import random
import weakref

import pytest
from pytestqt.qtbot import QtBot

from app.models.item import Item
from app.models.questions.choice import ChoiceQuestion
from app.models.questions.true_false import TrueFalseQuestion
from app.models.quiz import NewQuiz, Quiz
from app.session.document import Document
from app.session.edit import Edit


@pytest.fixture
def document(qtbot: QtBot) -> Document:
    items = tuple(Item.of(kind.new()) for kind in (ChoiceQuestion, TrueFalseQuestion, TrueFalseQuestion))
    return Document(Quiz("q", NewQuiz(title="Leaves"), items), {})


def typed(document: Document, place: int, text: str, merge_key: str | None = "item_body") -> None:
    item = document.quiz.items[place]
    document.edit_item(item.with_entry(item.entry.replaced(item_body=text)), Edit("Question text", merge_key))


def bodies(document: Document) -> list[str | None]:
    return [getattr(item.entry, "item_body", None) for item in document.quiz.items]


def test_a_burst_of_typing_is_one_step(document: Document) -> None:
    for text in ("W", "Wh", "Why"):
        typed(document, 0, text)
    document.undo_stack.undo()
    assert bodies(document) == ["", "", ""]
    document.undo_stack.redo()
    assert bodies(document) == ["Why", "", ""]


def test_a_pause_begins_a_new_step(document: Document) -> None:
    typed(document, 0, "Why")
    document.finish_burst()
    typed(document, 0, "Why not")
    document.undo_stack.undo()
    assert bodies(document)[0] == "Why"


def test_typing_in_another_question_is_another_step(document: Document) -> None:
    typed(document, 1, "a")
    typed(document, 2, "b")
    document.undo_stack.undo()
    assert bodies(document) == ["", "a", ""]


def test_a_burst_that_returns_to_its_start_is_no_step(document: Document) -> None:
    typed(document, 0, "x")
    typed(document, 0, "")
    assert document.undo_stack.count() == 0


def test_every_other_gesture_is_a_step_of_its_own(document: Document) -> None:
    typed(document, 0, "x", None)
    typed(document, 0, "xy", None)
    assert document.undo_stack.count() == 2


def test_undo_names_the_field_and_shows_the_question(document: Document, qtbot: QtBot) -> None:
    typed(document, 2, "x")
    assert document.undo_stack.undoText() == "Question text"
    with qtbot.waitSignal(document.shown) as shown:
        document.undo_stack.undo()
    assert shown.args == [document.quiz.items[2].id]


def test_deleted_questions_come_back_where_they_were(document: Document) -> None:
    before = document.quiz
    document.delete_items([before.items[0].id, before.items[2].id], "Delete 2 questions")
    assert document.quiz.items == (before.items[1],)
    document.undo_stack.undo()
    assert document.quiz.items == before.items


@pytest.mark.parametrize(
    ("moved", "place", "order"), [([0], 3, [1, 2, 0]), ([2], 0, [2, 0, 1]), ([0, 2], 1, [0, 2, 1])]
)
def test_moved_questions_keep_their_order(document: Document, moved: list[int], place: int, order: list[int]) -> None:
    rows = document.quiz.items
    document.move_items([rows[n].id for n in moved], place, "Move")
    assert document.quiz.items == tuple(rows[n] for n in order)


def test_a_move_to_the_same_place_is_no_step(document: Document) -> None:
    document.move_items([document.quiz.items[0].id], 1, "Move")
    assert document.undo_stack.count() == 0


def test_problems_are_found_when_a_question_changes(document: Document) -> None:
    item = document.quiz.items[1]
    assert "no-question-text" in {problem.rule for problem in document.problems(item.id)}
    typed(document, 1, "<p>Leaves breathe.</p>")
    assert {problem.rule for problem in document.problems(item.id)} == {"no-right-answer"}
    assert document.problem_count(item.id) == 1


def test_problems_of_many_new_questions_are_looked_for_beside_the_window(document: Document, qtbot: QtBot) -> None:
    told: list[str] = []
    document.problems_changed.connect(told.append)
    document.insert_items([Item.of(TrueFalseQuestion.new()) for _ in range(50)], 0, "Add")
    assert (sum(document.problem_counts().values()), told) == (0, [""])
    qtbot.waitUntil(lambda: told == ["", ""])
    assert set(document.problem_counts().values()) == {0, 2}
    assert sum(document.problem_counts().values()) == 100


def test_problems_that_are_still_looked_for_are_counted_before_a_quiz_is_kept(document: Document) -> None:
    document.insert_items([Item.of(TrueFalseQuestion.new()) for _ in range(50)], 0, "Add")
    document.delete_items([document.quiz.items[0].id], "Delete")
    document.finish_checks()
    assert sum(document.problem_counts().values()) == 98


def test_the_title_is_undoable(document: Document) -> None:
    document.edit_fields(document.quiz.fields.replaced(title="Roots"), Edit("Title", "title"))
    document.undo_stack.undo()
    assert document.quiz.title == "Leaves"


@pytest.mark.parametrize("seed", range(5))
def test_undoing_everything_gives_the_first_value_and_redoing_the_last(document: Document, seed: int) -> None:
    rng, first = random.Random(seed), document.quiz
    for n in range(200):
        rows = document.quiz.items
        match rng.randrange(5) if rows else 0:
            case 0:
                document.insert_items([Item.of(TrueFalseQuestion.new())], rng.randint(0, len(rows)), "Add")
            case 1:
                document.delete_items([rng.choice(rows).id], "Delete")
            case 2:
                document.move_items([rng.choice(rows).id], rng.randint(0, len(rows)), "Move")
            case 3:
                typed(document, rng.randrange(len(rows)), f"<p>{n}</p>", rng.choice(["item_body", None]))
            case _:
                document.undo_stack.undo()
    last = [item.document for item in document.quiz.items]
    steps = document.undo_stack.index()
    for _ in range(steps):
        document.undo_stack.undo()
    assert document.quiz.items == first.items
    for _ in range(steps):
        document.undo_stack.redo()
    assert [item.document for item in document.quiz.items] == last


def test_a_document_that_nobody_needs_goes_at_once_with_its_steps(qtbot: QtBot) -> None:
    document = Document(Quiz("q", NewQuiz(), (Item.of(TrueFalseQuestion.new()),)), {})
    typed(document, 0, "x")
    gone = weakref.ref(document)
    del document
    assert gone() is None


def test_several_items_change_in_one_step(document: Document) -> None:
    before = document.quiz
    document.edit_items([item.with_points(5) for item in before.items[1:]], Edit("Points"))
    assert [item.points for item in document.quiz.items] == [1, 5, 5]
    assert document.undo_stack.count() == 1
    document.undo_stack.undo()
    assert document.quiz.items == before.items


def test_typing_at_several_items_is_one_step_and_none_when_it_returns(document: Document) -> None:
    for points in (2.0, 25.0, 1.0):
        changed = [item.with_points(points) for item in document.quiz.items if item.points != points]
        document.edit_items(changed, Edit("Points", "points"))
    assert document.undo_stack.count() == 0


def test_nothing_changed_in_several_items_is_no_step(document: Document) -> None:
    document.edit_items(document.quiz.items, Edit("Points"))
    assert document.undo_stack.count() == 0
