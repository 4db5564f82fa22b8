"""Regular expressions of answers."""

import pytest

from app.matching.pattern import MOST_PATTERN, MOST_SUBJECT, Fit, fit, flaw, nests_repeats


@pytest.mark.parametrize(
    ("pattern", "answer", "fits"),
    [
        ("colou?r", "color", Fit.WHOLE),
        ("colou?r", "the color red", Fit.PART),
        ("colou?r", "culler", Fit.NONE),
        ("(?i)h2o", "H2O", Fit.WHOLE),
    ],
)
def test_a_pattern_fits_the_whole_a_part_or_nothing(pattern: str, answer: str, fits: Fit) -> None:
    assert fit(pattern, answer) is fits


def test_a_pattern_that_would_run_for_ever_is_given_up() -> None:
    assert fit("(a|aa)+$", "a" * 60 + "b", seconds=0.05) is Fit.SLOW


def test_no_more_than_the_beginning_of_a_long_answer_is_looked_at() -> None:
    assert fit("b", "a" * MOST_SUBJECT + "b") is Fit.NONE


def test_the_place_of_a_mistake_is_told() -> None:
    found = flaw("ab(c")
    assert found is not None
    assert found.place == 5
    assert flaw("a(b)c") is None


def test_a_pattern_that_is_too_long_is_not_compiled() -> None:
    assert flaw("(" * (MOST_PATTERN + 1)) is None


@pytest.mark.parametrize(
    ("pattern", "nested"), [("(a+)+", True), ("(ab*){2,}", True), ("(ab)+", False), ("a+b+", False)]
)
def test_repeats_of_repeats_are_found(pattern: str, nested: bool) -> None:
    assert nests_repeats(pattern) is nested
