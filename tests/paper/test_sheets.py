"""What stands on paper of each type, and that the key speaks of the same letters and numbers."""

from collections.abc import Iterator
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.grading.deal import Deal, deal
from app.html.text import plain_text
from app.library.native_file import read_native
from app.models.item import Item
from app.models.quiz import NewQuiz, Quiz
from app.models.table import QUESTIONS
from app.paper.exam import exam, key
from app.paper.limits import limits
from app.paper.paper import papers
from app.paper.sheet import Columns, Flow, Lines, Note, Picture, Piece, Place, Row, Rows, SheetKind, Text, letter
from app.paper.table import TYPES, asked, solved
from app.paths import resources
from tests.support.graded import categorization, choice, formula, matching, multi_answer, ordering
from tests.support.quiz import stimulus
from tests.support.strategies.items import items
from tests.support.strategies.quizzes import quizzes

SAMPLE = read_native(resources() / "sample.quizwright").quiz


def rows(pieces: tuple[Piece, ...]) -> Iterator[Row]:
    for piece in pieces:
        if isinstance(piece, (Rows, Flow)):
            yield from piece.rows
        elif isinstance(piece, Columns):
            yield from (*piece.left, *piece.right)


def labelled(pieces: tuple[Piece, ...]) -> dict[str, str]:
    """Label → words of the rows that have one."""
    return {row.label: plain_text(row.html) for row in rows(pieces) if row.label}


def essay(**options: object) -> Item:
    data = {"interaction_type_slug": "essay", "item_body": "<p>Why?</p>", "interaction_data": options}
    return Item.from_wire({"entry_type": "Item", "entry": data}, id="e")


def test_every_type_can_be_asked() -> None:
    assert set(TYPES) == set(QUESTIONS)


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(items(valid=False), st.integers(0, 99))
def test_any_draft_can_be_asked_and_has_a_key(item: Item, seed: int) -> None:
    dealt = deal(item, Random(seed))
    assert isinstance(asked(item, dealt)[0], Text)
    assert isinstance(solved(item, dealt), tuple)


@given(st.permutations("abcd"))
def test_the_key_of_a_choice_has_the_letter_that_stands_on_the_paper(order: list[str]) -> None:
    item, dealt = choice("c", "abcd", 2), Deal(tuple(order))
    shown = labelled(asked(item, dealt))
    assert list(shown) == ["A", "B", "C", "D"]
    assert labelled(solved(item, dealt)) == {one: words for one, words in shown.items() if words == "c"}


@given(st.permutations("abcd"))
def test_so_has_that_of_several(order: list[str]) -> None:
    item, dealt = multi_answer("ad", "abcd", 2, partial=True), Deal(tuple(order))
    shown = labelled(asked(item, dealt))
    assert {row.place for row in rows(asked(item, dealt))} == {Place.BOX}
    assert labelled(solved(item, dealt)) == {one: words for one, words in shown.items() if words in "ad"}


@given(st.permutations("pqr"))
def test_matching_has_two_columns_and_no_order_that_gives_it_away(order: list[str]) -> None:
    item = matching({"p": "x", "q": "y", "r": "w"}, 3, partial=True, distractors=("v",))
    dealt = Deal(tuple(order))
    [columns] = [piece for piece in asked(item, dealt) if isinstance(piece, Columns)]
    answers = {row.label: row.html for row in columns.right}
    found = {row.label: plain_text(row.html) for row in rows(solved(item, dealt))}
    prompts = {row.label: row.html for row in columns.left}
    right = {"P": "x", "Q": "y", "R": "w"}
    for number, prompt in prompts.items():
        one, _, words = found[number].partition(" – ")
        assert (words, answers[one]) == (right[prompt], right[prompt])
    assert [words.partition(" ")[0] for words in found.values()] != ["A", "B", "C"]


@given(st.permutations("abcd"))
def test_the_key_of_a_categorization_has_the_letters_of_the_bank(order: list[str]) -> None:
    item, dealt = categorization({"one": "a", "two": "cb"}, 2, distractors="d"), Deal(tuple(order))
    shown = {words: one for one, words in labelled(asked(item, dealt)).items()}
    said = [plain_text(row.html) for row in rows(solved(item, dealt))]
    assert said == [f"one: {shown['a']}", f"two: {', '.join(sorted((shown['b'], shown['c'])))}"]
    assert [piece.label for piece in asked(item, dealt) if isinstance(piece, Lines)] == ["one", "two"]


@given(st.permutations("abcd"))
def test_the_key_of_an_ordering_has_the_number_for_each_box(order: list[str]) -> None:
    item, dealt = ordering("bdca", 1), Deal(tuple(order))
    numbers = {"b": 1, "d": 2, "c": 3, "a": 4}
    assert labelled(solved(item, dealt)) == {f"{letter(n)} {numbers[one]}": one for n, one in enumerate(order)}


def test_a_formula_asks_with_the_numbers_of_its_version_and_its_key_has_their_result() -> None:
    item = formula("0.5", "absolute", "12", "34")
    assert next(row.html for row in rows(solved(item, Deal(solution=1)))) == "34 ± 0.5"
    question = next(one for one in SAMPLE.items if one.summary.type == "formula")
    texts = {plain_text(str(asked(question, Deal(solution=place))[0])) for place in range(2)}
    assert len(texts) == 2
    assert not any("[" in text for text in texts)


@pytest.mark.parametrize(
    ("options", "lines"),
    [
        ({}, 12),
        ({"word_limit_enabled": True, "word_limit_max": "250"}, 25),
        ({"word_limit_enabled": True, "word_limit_max": "251"}, 26),
        ({"word_limit_enabled": True, "word_limit_max": "5"}, 3),
        ({"word_limit_enabled": True, "word_limit_max": "99999"}, 100),
        ({"word_limit_enabled": False, "word_limit_max": "250"}, 12),
    ],
)
def test_an_essay_has_lines_by_its_limit(options: dict[str, object], lines: int) -> None:
    assert [piece.count for piece in asked(essay(**options), Deal()) if isinstance(piece, Lines)] == [lines]


def test_blanks_are_numbered_lines_that_do_not_tell_how_long_a_short_answer_is() -> None:
    item = next(one for one in SAMPLE.items if one.summary.type == "rich-fill-blank")
    text = asked(item, Deal())[0]
    assert isinstance(text, Text)
    assert "(1)\N{NO-BREAK SPACE}________________" in text.html
    assert labelled(solved(item, Deal()))["(4)"] == "root"


def test_a_list_in_a_text_is_choices_below_it() -> None:
    item = [one for one in SAMPLE.items if one.summary.type == "rich-fill-blank"][1]
    dealt = deal(item, Random(1))
    lists = [piece for piece in asked(item, dealt) if isinstance(piece, Flow) and not piece.framed]
    assert [one.label for one in lists] == ["(1)", "(2)"]
    right = labelled(solved(item, dealt))["(1)"]
    sign, _, words = right.partition(" – ")
    assert {row.label: plain_text(row.html) for row in lists[0].rows}[sign] == words


def test_a_hot_spot_is_a_picture_to_mark_with_its_regions_in_the_key() -> None:
    item = [one for one in SAMPLE.items if one.summary.type == "hot-spot"][1]
    _, told, picture = asked(item, Deal())
    assert isinstance(told, Note)
    assert str(told.words) == "Mark 2 places on the picture with a cross each."
    assert picture == Picture(picture.reference)  # type: ignore[union-attr]
    [marked] = solved(item, Deal())
    assert isinstance(marked, Picture)
    assert [region.name for region in marked.regions] == ["Palisade layer", "Stoma"]


def test_a_file_is_named_as_what_paper_cannot_take() -> None:
    said = [str(one.words) for one in limits(SAMPLE)]
    assert said == [
        "Number 23 asks for a file, which paper cannot take.",
        "Number 24 asks for a file, which paper cannot take.",
    ]


def test_what_comes_from_a_bank_is_left_out_and_that_is_said() -> None:
    bank = Item.from_wire({"entry_type": "Bank", "entry": {"title": "Plants", "entry_count": 3}}, id="k")
    quiz = Quiz("q", NewQuiz(title="Leaves"), (choice("a", "ab", 1), bank))
    [paper] = papers(quiz, 1, 1)
    assert exam(quiz, paper).questions == 1
    [limit] = limits(quiz)
    assert (limit.item, str(limit.words)) == (
        "k",
        "Number 2 comes from an item bank, which is on Canvas only: it is left out.",
    )


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(quizzes(valid=False, read_only=True), st.integers(0, 99))
def test_exam_and_key_number_the_same_questions(quiz: Quiz, seed: int) -> None:
    for paper in papers(quiz, 2, seed):
        asks, answers = exam(quiz, paper), key(quiz, paper)
        numbers = [part.number for part in asks.parts if part.number is not None]
        assert numbers == [part.number for part in answers.parts] == list(range(1, asks.questions + 1))
        assert (asks.points, asks.kind) == (answers.points, SheetKind.EXAM)


def test_what_is_read_before_a_question_stands_on_its_page() -> None:
    led = Item.from_wire({**choice("a", "ab", 1).wire(), "stimulus_quiz_entry_id": "s"}, id="led")
    quiz = Quiz("q", NewQuiz(title="Leaves"), (stimulus("s"), led, stimulus("t")))
    [paper] = papers(quiz, 1, 1)
    assert [(part.number, part.leads) for part in exam(quiz, paper).parts] == [(None, True), (1, False), (None, False)]


def test_points_are_left_out_of_the_exam_and_not_of_the_key() -> None:
    [paper] = papers(SAMPLE, 1, 1)
    assert {part.points for part in exam(SAMPLE, paper, shows_points=False).parts} == {None}
    assert None not in {part.points for part in key(SAMPLE, paper).parts}


def test_letters_go_on_behind_z() -> None:
    assert [letter(place) for place in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]
