"""Marks worked out by hand: what is typed or chosen in a blank."""

from typing import Any

import pytest

from app.grading.response import Response
from app.grading.table import grade
from tests.support.graded import blanks

EACUTE_ONE, EACUTE_TWO = "caf\u00e9", "cafe\u0301"


@pytest.mark.parametrize(
    ("blank", "taken", "refused"),
    [
        (
            {"algorithm": "TextEquivalence", "value": "H2O"},
            ["H2O", " H2O ", "H2O\n", "\tH2O"],
            ["h2o", "H2O.", "H 2 O", "", " ", "H20", "the H2O"],
        ),
        ({"algorithm": "TextEquivalence", "value": EACUTE_ONE}, [EACUTE_ONE, EACUTE_TWO], ["cafe", "CAF\u00c9"]),
        ({"algorithm": "TextEquivalence", "value": "a  b"}, ["a  b"], ["a b", "ab"]),
        ({"algorithm": "TextEquivalence", "value": ""}, [], ["", "x"]),
        (
            {"algorithm": "TextContainsAnswer", "value": "cell"},
            ["cell", "CELL", "a cell wall", "cells", "Unicellular", " cell", "cell\nwall"],
            ["cel", "c ell", "", "  ", "sell"],
        ),
        ({"algorithm": "TextContainsAnswer", "value": "\u00c9tat"}, ["l'\u00e9tat", "E\u0301TAT c'est moi"], ["etat"]),
        ({"algorithm": "TextContainsAnswer", "value": " red "}, ["red", "RED", "hundred"], ["re d", "rot"]),
        ({"algorithm": "TextContainsAnswer", "value": ""}, [], ["", "anything"]),
        (
            {"algorithm": "TextInChoices", "value": ["colour", "color", "hue"]},
            ["colour", "Color", " HUE ", "COLOUR"],
            ["colours", "col", "", "colour, color", "the hue"],
        ),
        ({"algorithm": "TextInChoices", "value": []}, [], ["", "x"]),
        ({"algorithm": "TextInChoices", "value": [""]}, [], ["", " "]),
        ({"algorithm": "TextInChoices", "value": [EACUTE_TWO]}, [EACUTE_ONE, "CAFE\u0301"], ["cafe"]),
        (
            {"algorithm": "TextCloseEnough", "value": "mitosis", "edit_distance": "1", "ignore_case": False},
            ["mitosis", "mitsis", "mitossis", "mitotis", "Mitosis", " mitosis "],
            ["meiosis", "mitoss s", "MITOSIS", "mtsis", "", "mitosis!!"],
        ),
        (
            {"algorithm": "TextCloseEnough", "value": "mitosis", "edit_distance": 2, "ignore_case": True},
            ["MITOSIS", "Meiosis", "mitoses", "mtsis", "xmitosisx", "mtosi"],
            ["mitochondria", "osis", "mi"],
        ),
        (
            {"algorithm": "TextCloseEnough", "value": "ab", "edit_distance": "0", "ignore_case": "true"},
            ["ab", "AB", "aB"],
            ["a", "abc", "ba"],
        ),
        ({"algorithm": "TextCloseEnough", "value": "ab", "edit_distance": "1", "ignore_case": "false"}, ["Ab"], ["AB"]),
        ({"algorithm": "TextCloseEnough", "value": EACUTE_ONE, "edit_distance": 1}, [EACUTE_TWO, "cafe"], ["caffes"]),
        ({"algorithm": "TextCloseEnough", "value": "", "edit_distance": 3}, [], ["", "a"]),
        (
            {"algorithm": "TextRegex", "value": "colou?r"},
            ["color", "colour", "my colour", "colours"],
            ["Color", "colr", "", "coloour"],
        ),
        ({"algorithm": "TextRegex", "value": "^[A-Z]{2}\\d+$"}, ["AB1", "XY99"], ["ab1", "AB", "AB1x", "xAB1"]),
        ({"algorithm": "TextRegex", "value": "(?i)rome|roma"}, ["Rome", "ROMA"], ["rom", "r\u00f6me"]),
        ({"algorithm": "TextRegex", "value": "("}, [], ["(", "", "x"]),
        ({"algorithm": "TextRegex", "value": ""}, [], ["", "x"]),
        ({"algorithm": "TextRegex", "value": "(a+)+$"}, ["aaaa"], ["a" * 40 + "!"]),
    ],
)
def test_what_a_typed_blank_takes(blank: dict[str, Any], taken: list[str], refused: list[str]) -> None:
    item = blanks(blank, points=2)
    assert [text for text in taken if grade(item, {"0": text}).points != 2] == []
    assert [text for text in refused if grade(item, {"0": text}).points != 0] == []


DROPDOWN = {
    "kind": "dropdown",
    "algorithm": "Equivalence",
    "value": "c2",
    "choices": [{"id": "c1", "position": 1, "item_body": "left"}, {"id": "c2", "position": 2, "item_body": "right"}],
}
BANKED = {"kind": "wordbank", "algorithm": "TextEquivalence", "value": "a", "choice_id": "wa"}


@pytest.mark.parametrize(
    ("blank", "given", "points"),
    [
        (DROPDOWN, "c2", 5),
        (DROPDOWN, "right", 5),
        (DROPDOWN, "c1", 0),
        (DROPDOWN, "left", 0),
        (DROPDOWN, "Right", 0),
        (DROPDOWN, "nobody", 0),
        (DROPDOWN, "", 0),
        (DROPDOWN, None, 0),
        (BANKED, "wa", 5),
        (BANKED, "a", 5),
        (BANKED, "wb", 0),
        (BANKED, "b", 0),
        (BANKED, "A", 0),
        (BANKED, "nobody", 0),
        (BANKED, None, 0),
        ({**BANKED, "value": ""}, "wa", 0),
    ],
)
def test_what_a_chosen_blank_takes(blank: dict[str, Any], given: Response, points: float) -> None:
    assert grade(blanks(blank, points=5, bank="ab"), {"0": given}).points == points


WORD = {"algorithm": "TextEquivalence", "value": "x"}


@pytest.mark.parametrize(
    ("given", "points"),
    [
        ({"0": "x", "1": "c2", "2": "wa"}, 1),
        ({"0": "x", "1": "c2"}, pytest.approx(2 / 3, abs=1e-15)),
        ({"0": "x"}, pytest.approx(1 / 3, abs=1e-15)),
        ({"2": "a", "0": "x", "1": "right"}, 1),
        ({"0": "y", "1": "c1", "2": "wb"}, 0),
        ({"0": "y", "1": "c2", "2": "wb"}, pytest.approx(1 / 3, abs=1e-15)),
        ({"0": None, "1": None, "2": None}, 0),
        ({}, 0),
        ({"nobody": "x"}, 0),
        (None, 0),
        ("", 0),
    ],
)
def test_each_blank_earns_its_share(given: Response, points: object) -> None:
    assert grade(blanks(WORD, DROPDOWN, BANKED, points=1, bank="ab"), given).points == points


def test_a_question_without_blanks_earns_nothing() -> None:
    assert grade(blanks(points=3), {"0": "x"}).points == 0


def test_a_blank_that_is_scored_in_a_way_nobody_knows_waits_for_a_person() -> None:
    mark = grade(blanks(WORD, {"algorithm": "TextByMagic", "value": "x"}, points=2), {"0": "x", "1": "x"})
    assert (mark.points, mark.right) == (None, None)
    assert [part.right for part in mark.parts] == [True, None]


def test_a_pattern_that_fits_a_part_only_says_so() -> None:
    [part] = grade(blanks({"algorithm": "TextRegex", "value": "cat"}), {"0": "cats"}).parts
    assert str(part.words) == 'The pattern fits a part of "cats" only: Canvas may want the whole.'
