"""Marks worked out by hand: numbers, with the ends of every interval."""

import pytest

from app.grading.response import Response
from app.grading.table import grade
from tests.support.graded import formula, numeric


def _exact(value: str) -> dict[str, str]:
    return {"type": "exactResponse", "value": value}


def _margin(value: str, margin: str, kind: str = "absolute") -> dict[str, str]:
    return {"type": "marginOfError", "value": value, "margin": margin, "margin_type": kind}


def _range(start: str, end: str) -> dict[str, str]:
    return {"type": "withinARange", "start": start, "end": end}


def _precise(value: str, digits: str, kind: str = "decimals") -> dict[str, str]:
    return {"type": "preciseResponse", "value": value, "precision": digits, "precision_type": kind}


SIGNIFICANT = "significantDigits"


@pytest.mark.parametrize(
    ("answer", "taken", "refused"),
    [
        (
            _exact("200"),
            ["200", "200.0", "+200", " 200 ", "2*10^2", "2e2", "2E2", "0200", "200,0"],
            ["199", "200.0001"],
        ),
        (_exact("0"), ["0", "-0", "0.0", "+0", "0*10^5", ",0", ".0"], ["1e-7", "-1e-7", "", "zero"]),
        (_exact("1e-7"), ["1e-7", "0.0000001", "1*10^-7", "10*10^-8", "0,0000001"], ["0", "1e-8", "0.00000010000001"]),
        (_exact("-12"), ["-12", "-12.0", "\u221212", "-1.2*10^1", "-12,0"], ["12", "-12.01", "- 1", "--12"]),
        (_exact("0.1"), ["0.1", ".1", ",1", "0,1", "1*10^-1", "0.10"], ["0.1000000000000000055511151231257827", "0.3"]),
        (_exact("123,456.789"), ["123456.789", "123,456.789", "123 456.789", "1.23456789*10^5"], ["123.456", "123456"]),
        (_exact("1234"), ["1,234", "1234", "1'234", "1234.0", "1.234*10^3", "1 234"], ["1.234", "1,23", "12,34"]),
        (_exact("1.5"), ["1.5", "1,5", "1.50", "15e-1", "1.5·10^0"], ["1.49999", "15", "1,500.5"]),
        (_exact("1.23*10^4"), ["12300", "12,300", "1.23e4", "1,23*10^4", "1.23 × 10^4", "1.23x10^4"], ["1.23", "1234"]),
        (_exact("x"), [], ["x", "0", "1"]),
        (_margin("10", "0.5"), ["9.5", "10.5", "10", "9.50", "10,5"], ["9.49999999", "10.50000001", "9,4"]),
        (_margin("10", "0"), ["10", "10.0"], ["10.0000000001", "9.9999999999"]),
        (_margin("0", "1"), ["-1", "1", "0", "-0"], ["1.0001", "-1.0001"]),
        (_margin("-3", "0.1"), ["-3.1", "-2.9", "-3"], ["-3.11", "-2.89", "3"]),
        (_margin("0.3", "0.1"), ["0.2", "0.4", "0.3"], ["0.1999999999999999", "0.4000000000000001"]),
        (_margin("200", "5", "percent"), ["190", "210", "200"], ["189.999", "210.001"]),
        (_margin("-200", "5", "percent"), ["-190", "-210"], ["-189.999", "-210.001", "190"]),
        (_margin("0", "5", "percent"), ["0", "-0"], ["0.0000001"]),
        (_margin("3", "33.3", "percent"), ["2.001", "3.999"], ["2.0009", "3.9991"]),
        (_margin("10", "-1"), [], ["9", "10", "11"]),
        (_margin("10", "?"), [], ["10"]),
        (_range("16", "18.0003"), ["16", "18.0003", "17", "16.0"], ["15.9999999", "18.00031"]),
        (_range("-1", "1"), ["-1", "0", "1"], ["-1.01", "1.01"]),
        (_range("5", "5"), ["5"], ["4.9", "5.1"]),
        (_range("18", "16"), [], ["17", "16", "18"]),
        (_range("1e-7", "1e-6"), ["5e-7", "0.0000001", "1e-6"], ["9e-8", "1.1e-6", "0"]),
        (_precise("3.14159", "2"), ["3.14", "3.145", "3.1351"], ["3.135", "3.1451", "3.15"]),
        (_precise("2.5", "0"), ["3", "3.5", "2.51"], ["2.5", "3.51", "2"]),
        (_precise("-2.5", "0"), ["-3", "-3.49", "-2.5"], ["-3.5", "-2.49"]),
        (_precise("10", "1"), ["10", "10.05", "9.951"], ["9.95", "10.051"]),
        (_precise("13.4", "4", SIGNIFICANT), ["13.4", "13.405", "13.3951", "13.40"], ["13.395", "13.4051"]),
        (_precise("1234", "2", SIGNIFICANT), ["1200", "1250", "1151", "1.2*10^3"], ["1150", "1251", "1300"]),
        (_precise("0.00456", "2", SIGNIFICANT), ["0.0046", "0.00465", "0.00456"], ["0.00455", "0.0047"]),
        (_precise("1", "-1"), [], ["1"]),
        (_precise("1", "0", SIGNIFICANT), [], ["1"]),
        (_precise("1", "x"), [], ["1"]),
    ],
)
def test_what_one_answer_takes(answer: dict[str, str], taken: list[str], refused: list[str]) -> None:
    item = numeric(answer, points=3)
    assert [text for text in taken if grade(item, text).points != 3] == []
    assert [text for text in refused if grade(item, text).points != 0] == []


@pytest.mark.parametrize(
    ("given", "points"),
    [
        ("200", 2),
        ("16", 2),
        ("17.5", 2),
        ("18", 2),
        ("19", 0),
        ("199", 0),
        (200, 2),
        (17.5, 2),
        (-1, 0),
        (None, 0),
        ("", 0),
        ("   ", 0),
        ("two hundred", 0),
        ("200 g", 0),
        ("1/2", 0),
        ("NaN", 0),
        ("inf", 0),
        ("1e99999", 0),
    ],
)
def test_any_of_several_answers_is_enough(given: Response, points: float) -> None:
    assert grade(numeric(_exact("200"), _range("16", "18"), points=2), given).points == points


def test_a_row_of_a_kind_that_is_not_known_takes_nothing_and_leaves_the_others_alone() -> None:
    item = numeric({"type": "new kind", "value": "5"}, _exact("6"))
    assert [grade(item, text).points for text in ("5", "6")] == [0, 1]


def test_no_answer_takes_nothing() -> None:
    assert grade(numeric(), "0").points == 0


ROUNDED = formula("0.05", "absolute", "7.5", "-3", "1*10^3", points=4)
PERCENT = formula("10", "percent", "50", "-50", "0")


@pytest.mark.parametrize(
    ("given", "points"),
    [
        ("7.5", 4),
        ("7.45", 4),
        ("7.55", 4),
        ("7,5", 4),
        ("7.449", 0),
        ("7.551", 0),
        ("-3", 0),
        ({"solution": 0, "answer": "7.5"}, 4),
        ({"solution": 1, "answer": "-3"}, 4),
        ({"solution": 1, "answer": "-3.05"}, 4),
        ({"solution": 1, "answer": "-2.95"}, 4),
        ({"solution": 1, "answer": "-2.9"}, 0),
        ({"solution": 1, "answer": "7.5"}, 0),
        ({"solution": 2, "answer": "1000"}, 4),
        ({"solution": 2, "answer": "1e3"}, 4),
        ({"solution": 2, "answer": "1*10^3"}, 4),
        ({"solution": 2, "answer": 1000}, 4),
        ({"solution": 2, "answer": "1000.06"}, 0),
        ({"answer": "7.5"}, 4),
        ({"solution": 1}, 0),
        ({"solution": 1, "answer": None}, 0),
        ({"solution": 1, "answer": ""}, 0),
        (None, 0),
    ],
)
def test_a_formula_takes_the_result_of_the_numbers_that_were_dealt(given: Response, points: float) -> None:
    assert grade(ROUNDED, given).points == points


@pytest.mark.parametrize(
    ("place", "answer", "right"),
    [
        (0, "45", True),
        (0, "55", True),
        (0, "44.99", False),
        (0, "55.01", False),
        (1, "-45", True),
        (1, "-55", True),
        (1, "-55.01", False),
        (2, "0", True),
        (2, "0.001", False),
    ],
)
def test_a_margin_in_per_cent_is_one_of_the_result(place: int, answer: str, right: bool) -> None:
    assert grade(PERCENT, {"solution": place, "answer": answer}).right is right


def test_a_formula_without_solutions_takes_nothing() -> None:
    assert grade(formula("0", "absolute"), "0").points == 0
