"""Which words are marked in two texts beside each other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.sync import word_difference
from app.sync.word_difference import differing

Text = list[list[str]]


def marked(one: str, other: str) -> tuple[list[str], list[str]]:
    """The marked words of two texts whose lines are cut by a bar."""
    texts = [[line.split() for line in text.split("|")] for text in (one, other)]
    runs = differing(*texts)
    words = [[word for line in text for word in line] for text in texts]
    here, there = ([" ".join(all_[n] for n in run) for run in side] for side, all_ in zip(runs, words, strict=True))
    return here, there


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("leaves breathe by day", "leaves breathe by day", ([], [])),
        ("leaves breathe by day", "leaves respire by day", (["breathe"], ["respire"])),
        ("leaves breathe", "leaves breathe by day", ([], ["by day"])),
        ("o root|o leaf|x bark", "o stem|x leaf|o bark", (["root", "o", "x"], ["stem", "x", "o"])),
        ("a|b|c", "a|new one|b|c", ([], ["new one"])),
        ("one two|three", "one|two three", (["two"], ["two"])),
        ("", "all|is new", ([], ["all", "is new"])),
    ],
)
def test_what_only_one_side_has_is_marked(one: str, other: str, expected: tuple[list[str], list[str]]) -> None:
    assert marked(one, other) == expected


def test_of_very_long_texts_the_changed_lines_are_marked_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_difference, "MOST_PAIRS", 3)
    assert marked("same|a b c", "same|a x c") == (["a b c"], ["a x c"])


lines = st.lists(st.lists(st.sampled_from("abc"), max_size=4), max_size=5)


@given(lines, lines)
def test_what_is_not_marked_is_the_same_on_both_sides(one: Text, other: Text) -> None:
    runs = differing(one, other)
    left = []
    for text, side in zip((one, other), runs, strict=True):
        gone = {number for run in side for number in run}
        left.append([word for number, word in enumerate(word for line in text for word in line) if number not in gone])
    assert left[0] == left[1]
