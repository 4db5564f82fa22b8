"""Questions and quizzes are found by their words and by filters, over the whole library."""

from dataclasses import replace
from typing import Any, cast

import pytest

from app.library import linking
from app.library.library import Library
from app.library.row import Found, Hit, State
from app.library.sought import Sought
from app.models.item import Item
from app.models.local import Local, QuizLocal
from app.models.quiz import NewQuiz, Quiz
from tests.support.quiz import choice, stimulus, three_items


def hits(library: Library, text: str = "", **filters: object) -> tuple[Hit, ...]:
    return library.search(replace(Sought(text), **cast(dict[str, Any], filters))).hits


def found(library: Library, text: str = "", **filters: object) -> list[str]:
    return [hit.item_id for hit in hits(library, text, **filters)]


def tagged(item: Item, *tags: str) -> Item:
    return item.with_local(Local(tags=tags))


@pytest.fixture
def herbarium(library: Library) -> Quiz:
    return library.create_quiz(NewQuiz(title="Herbarium"), three_items())


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("green", ["a"]),
        ("GREEN bark", ["a"]),
        ("bark, green?", ["a"]),
        ("gre", ["a"]),
        ("breathe", ["b"]),
        ("crown", ["c"]),
        ("herbarium", [""]),
        ("which green 🌿", ["a"]),
        ("^green", ["a"]),
        ("-(green)", ["a"]),
        ("green " * 500, ["a"]),
    ],
)
def test_words_of_texts_and_answers_are_found(library: Library, herbarium: Quiz, text: str, items: list[str]) -> None:
    assert found(library, text) == items


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", '"', 'a"b', "NEAR(", "green OR", "*", "choice", "purple", "title:green", "gree bark", "🌿", "- -"),
        *("green NOT", "\x00", "\ud800", "%", "_", "x" * 5000, "green " * 500 + "x"),
    ],
)
def test_what_nobody_wrote_is_not_found(library: Library, herbarium: Quiz, text: str) -> None:
    assert library.search(Sought(text)) == Found()


@pytest.mark.parametrize("text", ["resume ubungen", "RÉSUMÉ Übung", "re\u0301sume\u0301 u\u0308b"])
def test_accents_do_not_matter(library: Library, text: str) -> None:
    library.create_quiz(NewQuiz(title="Résumé of Übungen"))
    [hit] = hits(library, text)
    assert hit.snippet == "Résumé of Übungen"
    assert [hit.snippet[left:right] for left, right in hit.found] == ["Résumé", "Übungen"]


def test_words_that_signs_hold_together_are_found_as_one(library: Library) -> None:
    items = (Item.of(choice("It's well-known", "yes"), id="a"), Item.of(choice("Known well", "no"), id="b"))
    library.create_quiz(NewQuiz(title="Herbarium"), items)
    assert found(library, "well-kno") == ["a"]
    assert found(library, "it's") == ["a"]
    assert sorted(found(library, "known well")) == ["a", "b"]


def test_an_edit_changes_what_is_found(library: Library, herbarium: Quiz) -> None:
    after = herbarium.with_item(Item.of(choice("Which is brown?", "bark"), id="a")).with_fields(NewQuiz(title="Trees"))
    library.save(after, before=herbarium, what="Edit", problem_counts={})
    assert found(library, "green") == found(library, "herbarium") == []
    assert found(library, "brown") == ["a"]
    assert found(library, "trees") == [""]


def test_deleted_quizzes_and_questions_are_not_found(library: Library, herbarium: Quiz) -> None:
    library.save(herbarium.with_items(herbarium.items[1:]), before=herbarium, what="Delete", problem_counts={})
    assert found(library, "green") == []
    library.delete_quiz(herbarium.id)
    assert found(library, "herbarium") == found(library, "breathe") == found(library, types=frozenset({"choice"})) == []


def test_a_hit_tells_what_a_list_shows(library: Library) -> None:
    item = tagged(Item.of(choice("Which is green?", "leaf", "bark").replaced(title="L1"), id="a", points=3), "fresh")
    quiz = library.create_quiz(NewQuiz(title="Herbarium"), [item])
    library.save(quiz.with_item(item.with_points(2)), before=quiz, what="Points", problem_counts={"a": 2})
    [hit] = hits(library, "green")
    assert (hit.quiz_id, hit.quiz_title, hit.type, hit.title) == (quiz.id, "Herbarium", "choice", "L1")
    assert (hit.points, hit.problems, hit.tags) == (2, 2, ("fresh",))
    assert [hit.snippet[left:right] for left, right in hit.found] == ["green"]


def test_the_part_of_a_long_text_is_shown_in_which_the_words_stand(library: Library) -> None:
    item = Item.of(choice(f"{'Much is said of roots. ' * 20} Bark is brown. {'And so on. ' * 30}", "leaf"), id="a")
    library.create_quiz(NewQuiz(title="Herbarium"), [item])
    [hit] = hits(library, "roots brown")
    assert hit.snippet.startswith("…")
    assert hit.snippet.endswith("…")
    assert {hit.snippet[left:right] for left, right in hit.found} == {"roots", "brown"}


def test_quizzes_come_before_questions_and_both_are_counted(library: Library) -> None:
    library.create_quiz(NewQuiz(title="Which tree"), three_items())
    answer = library.search(Sought("which"))
    assert [hit.item_id == "" for hit in answer.hits] == [True, False, False]
    assert (answer.quizzes, answer.questions, answer.is_cut) == (1, 2, False)


def test_what_has_the_words_most_comes_first_and_by_one_letter_the_newest(library: Library) -> None:
    short, long = Item.of(choice("green", "a"), id="s"), Item.of(choice("green " + "and red " * 40, "a"), id="l")
    library.create_quiz(NewQuiz(title="Colours"), [short, long])
    assert found(library, "green") == ["s", "l"]
    assert found(library, "gr") == ["s", "l"]
    assert found(library, "g") == ["l", "s"]


def test_more_than_a_list_can_show_is_counted_all_the_same(library: Library) -> None:
    library.create_quiz(NewQuiz(title="Large"), [Item.of(choice(f"Leaf {n}?", "yes"), id=f"i{n}") for n in range(300)])
    for sought in (Sought("leaf"), Sought(types=frozenset({"choice"}))):
        answer = library.search(sought)
        assert (len(answer.hits), answer.questions, answer.is_cut) == (200, 300, True)


@pytest.mark.parametrize(
    ("filters", "items"),
    [
        ({"types": frozenset({"true-false"})}, ["b"]),
        ({"types": frozenset({"true-false", "choice"})}, ["a", "b", "c"]),
        ({"points_from": 2.0}, ["b"]),
        ({"points_to": 1.5}, ["a", "c"]),
        ({"points_from": 1.0, "points_to": 1.0}, ["a", "c"]),
        ({"has_problems": True}, ["c"]),
        ({"has_problems": False}, ["a", "b"]),
        ({"only_questions": True, "states": frozenset({State.LOCAL})}, ["a", "b", "c"]),
        ({"states": frozenset({State.SYNCED, State.CONFLICT})}, []),
        ({"has_problems": False, "types": frozenset({"choice"})}, ["a"]),
    ],
)
def test_filters_alone_list_questions_in_their_order(
    library: Library, herbarium: Quiz, filters: dict[str, Any], items: list[str]
) -> None:
    again = herbarium.with_items(herbarium.items)
    library.save(again, before=None, what="Check", problem_counts={"c": 1})
    assert found(library, **filters) == items


def test_words_and_filters_must_both_be_true(library: Library, herbarium: Quiz) -> None:
    assert found(library, "which", points_to=1.0, types=frozenset({"true-false"})) == []
    assert sorted(found(library, "which", types=frozenset({"choice"}))) == ["a", "c"]


def test_a_quiz_is_found_by_its_state(library: Library, herbarium: Quiz) -> None:
    with library.transaction() as db:
        account = linking.account_for(db, kind="canvas", origin="https://uni.example.edu", user_id="1", user_name="A")
        link = linking.link_to(db, herbarium.id, account.id, "7")
        db.execute("UPDATE link SET canvas_id = '70', changes = 3 WHERE id = ?", (link.id,))
    assert found(library, states=frozenset({State.EDITED})) == ["", "a", "b", "c"]
    assert found(library, "green", states=frozenset({State.LOCAL})) == []


def test_a_question_is_found_by_its_tags_and_by_those_of_its_quiz(library: Library) -> None:
    a, b, c = three_items()
    items = (tagged(a, "Exam 2024", "easy"), b, tagged(c, "easy"))
    library.create_quiz(NewQuiz(title="Herbarium"), items, local=QuizLocal(tags=("Botany",)))
    assert found(library, tags=frozenset({"EASY"})) == ["a", "c"]
    assert found(library, tags=frozenset({"easy", "exam 2024"})) == ["a"]
    assert found(library, tags=frozenset({"botany"})) == ["", "a", "b", "c"]
    assert found(library, tags=frozenset({"botany", "easy"})) == ["a", "c"]
    assert found(library, "botany") == [""]
    assert found(library, "exam") == ["a"]
    assert library.tags() == ["Botany", "easy", "Exam 2024"]


def test_stimuli_are_no_questions_to_insert(library: Library) -> None:
    library.create_quiz(NewQuiz(title="Herbarium"), [stimulus()])
    assert found(library, "read this") == ["s"]
    assert found(library, "read this", only_questions=True) == []


def test_the_search_text_of_an_item_is_reached_by_its_key(library: Library) -> None:
    plan = (
        "EXPLAIN QUERY PLAN DELETE FROM words WHERE rowid = (SELECT key FROM word_key WHERE quiz = 'q' AND item = 'i')"
    )
    steps = " ".join(str(row) for row in library.db.execute(plan))
    assert "SEARCH word_key" in steps
    assert "SCAN words VIRTUAL TABLE INDEX 0:=" in steps


def test_the_list_of_quizzes_has_their_tags(library: Library) -> None:
    library.create_quiz(NewQuiz(title="Herbarium"), three_items(), local=QuizLocal(tags=("spring term", "Botany")))
    library.create_quiz(NewQuiz(title="Trees"), (tagged(three_items()[0], "oak"),))
    assert {row.title: row.tags for row in library.quizzes()} == {"Herbarium": ("spring term", "Botany"), "Trees": ()}
