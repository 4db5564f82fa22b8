"""Aiken, as people write it."""

import pytest

from app.models.questions.choice import ChoiceQuestion
from tests.interchange.conftest import Read, losses


def test_questions_with_options_and_a_key(read: Read) -> None:
    material = read("aiken", "What is\nwater?\nA. H2O\nB) CO2\nANSWER: A\n\nSun?\nA. hot\nB. cold\nanswer: b\n")
    first, second = (item.entry for item in material.items)
    assert isinstance(first, ChoiceQuestion)
    assert isinstance(second, ChoiceQuestion)
    assert first.item_body == "<p>What is<br>water?</p>"
    assert [one.item_body for one in first.choices] == ["<p>H2O</p>", "<p>CO2</p>"]
    assert (first.right, second.right) == (first.choices[0].id, second.choices[1].id)
    assert material.losses == ()


def test_an_option_goes_on_over_lines(read: Read) -> None:
    [item] = read("aiken", "Q?\nA. one\nmore\nB. two\nANSWER: B").items
    assert isinstance(item.entry, ChoiceQuestion)
    assert item.entry.choices[0].item_body == "<p>one<br>more</p>"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Q?\nA. a\nB. b\nANSWER: C", "No right answer: the key names none of the options."),
        ("Q?\nA. a\nB. b\n", "No right answer: the key names none of the options."),
        ("Q?\nA. a\nB. b\nANSWER: A, B", "Several right answers (A, B): Aiken has one. The first is taken."),
        ("Q?\nANSWER: A", "This is no question with options A, B … below it."),
        ("A. a\nB. b\nANSWER: A", "This is no question with options A, B … below it."),
    ],
)
def test_what_is_wrong_is_told_at_its_line(read: Read, text: str, told: str) -> None:
    material = read("aiken", f"{text}\n\nNext?\nA. a\nB. b\nANSWER: A" if "ANSWER" in text else text)
    assert losses(material.found[0]) == [told]
    assert material.found[0].place == "line 1"


def test_a_question_without_its_answer_line_does_not_eat_the_next(read: Read) -> None:
    found = read("aiken", "Which?\nA. one\nB. two\n\nWho?\nA. Ann\nB. Ben\nANSWER: A\n").found
    assert [losses(one) for one in found] == [["No right answer: the key names none of the options."], []]


def test_a_key_below_no_question_is_refused(read: Read) -> None:
    found = read("aiken", "Which?\nA. one\nB. two\nANSWER: A\nANSWER: B\n").found
    assert [losses(one) for one in found] == [[], ["This is the key of no question: none stands above it."]]
