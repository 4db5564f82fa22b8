"""Words are found wherever a quiz or a question has them."""

import pytest

from app.library.library import Library
from app.models.item import Item
from app.models.quiz import NewQuiz
from tests.support.quiz import choice, three_items


def found(library: Library, text: str) -> list[str]:
    return [hit.item_id for hit in library.search(text)]


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("green", ["a"]),
        ("GREEN bark", ["a"]),
        ("gre", ["a"]),
        ("breathe", ["b"]),
        ("crown", ["c"]),
        ("herbarium", [""]),
    ],
)
def test_words_of_texts_and_answers_are_found(library: Library, text: str, items: list[str]) -> None:
    library.create_quiz(NewQuiz(title="Herbarium"), three_items())
    assert found(library, text) == items


@pytest.mark.parametrize("text", ["", " ", '"', 'a"b', "NEAR(", "green OR", "*", "choice", "purple", "title:green"])
def test_what_nobody_wrote_is_not_found(library: Library, text: str) -> None:
    library.create_quiz(NewQuiz(title="Herbarium"), three_items())
    assert found(library, text) == []


def test_accents_do_not_matter(library: Library) -> None:
    library.create_quiz(NewQuiz(title="Résumé of Übungen"))
    assert len(library.search("resume ubungen")) == 1


def test_an_edit_changes_what_is_found(library: Library) -> None:
    quiz = library.create_quiz(NewQuiz(title="Herbarium"), three_items())
    after = quiz.with_item(Item.of(choice("Which is brown?", "bark"), id="a")).with_fields(NewQuiz(title="Trees"))
    library.save(after, before=quiz, what="Edit", problem_counts={})
    assert found(library, "green") == found(library, "herbarium") == []
    assert found(library, "brown") == ["a"]
    assert found(library, "trees") == [""]


def test_deleted_quizzes_and_questions_are_not_found(library: Library) -> None:
    quiz = library.create_quiz(NewQuiz(title="Herbarium"), three_items())
    library.save(quiz.with_items(quiz.items[1:]), before=quiz, what="Delete question", problem_counts={})
    assert found(library, "green") == []
    library.delete_quiz(quiz.id)
    assert found(library, "herbarium") == []


def test_the_search_text_of_an_item_is_reached_by_its_key(library: Library) -> None:
    plan = (
        "EXPLAIN QUERY PLAN DELETE FROM words WHERE rowid = (SELECT key FROM word_key WHERE quiz = 'q' AND item = 'i')"
    )
    steps = " ".join(str(row) for row in library.db.execute(plan))
    assert "SEARCH word_key" in steps
    assert "SCAN words VIRTUAL TABLE INDEX 0:=" in steps
