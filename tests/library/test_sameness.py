"""The same question in several quizzes is known by what stands in it."""

from app.library.library import Library
from app.library.row import QuizName
from app.models.copied import copied
from app.models.item import Item
from app.models.local import Local
from app.models.quiz import NewQuiz
from tests.support.quiz import choice, three_items


def midterm(library: Library, *items: Item, title: str = "Midterm") -> QuizName:
    quiz = library.create_quiz(NewQuiz(title=title), items)
    return QuizName(quiz.id, quiz.title)


def test_a_copy_is_known_whatever_its_id_points_and_tags(library: Library) -> None:
    leaf = Item.of(choice("Which is green?", "leaf", "bark"), id="a")
    here = midterm(library, leaf)
    there = midterm(library, leaf.with_id("x").with_points(9).with_local(Local(tags=("old",))), title="Final")
    assert library.same_elsewhere([(here.id, "a")]) == {(here.id, "a"): (there,)}
    assert library.same_elsewhere([(there.id, "x")]) == {(there.id, "x"): (here,)}


def test_a_copy_that_was_changed_is_another_question(library: Library) -> None:
    here = midterm(library, Item.of(choice("Which is green?", "leaf", "bark"), id="a"))
    midterm(library, Item.of(choice("Which is green?", "leaf", "root"), id="b"), title="Final")
    assert library.same_elsewhere([(here.id, "a")]) == {}


def test_what_canvas_makes_for_each_copy_does_not_count(library: Library) -> None:
    quizzes = []
    for number, title in enumerate(("Midterm", "Final")):
        entry = {**choice("Which?", "leaf").wire(), "id": str(number), "created_at": f"2026-0{number + 1}-01"}
        quizzes.append(midterm(library, Item.from_wire({"entry_type": "Item", "entry": entry}, id="a"), title=title))
    first, second = quizzes
    assert library.same_elsewhere([(first.id, "a")]) == {(first.id, "a"): (second,)}


def test_twice_in_one_quiz_is_nothing_elsewhere(library: Library) -> None:
    leaf = Item.of(choice("Which?", "leaf"), id="a")
    here = midterm(library, leaf, leaf.with_id("b"))
    assert library.same_elsewhere([(here.id, "a")]) == {}


def test_deleted_quizzes_are_not_told(library: Library) -> None:
    here, there = midterm(library, *three_items()), midterm(library, *three_items(), title="Final")
    library.delete_quiz(there.id)
    assert library.same_elsewhere([(here.id, "a")]) == {}


def test_a_copy_remembers_where_it_came_from_also_when_it_is_duplicated() -> None:
    leaf = Item.of(choice("Which?", "leaf"), id="a")
    made = copied(leaf, quiz_id="q", quiz_title="Midterm")
    origin = made.with_id("again").local.origin
    assert origin is not None
    assert (origin.quiz, origin.item, origin.title) == ("q", "a", "Midterm")
    assert made.id != "a"
    assert leaf.local.origin is None


def test_one_question_is_read_and_a_missing_one_is_none(library: Library) -> None:
    here = midterm(library, *three_items())
    found = library.item(here.id, "b")
    assert found is not None
    assert found.summary.first_words == "Leaves breathe."
    assert library.item(here.id, "gone") is None
