"""What a dictionary is asked about."""

import pytest

from app.spelling.word import words


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("The heart beats.", ["The", "heart", "beats"]),
        ("It doesn’t, well-known", ["It", "doesn't", "well-known"]),
        ("DNA, mRNA, pH and H2O in 3kg", ["and", "in"]),
        ("see https://example.edu/page.html or ann@example.edu", ["see", "or"]),
        ("a snake_case name", ["name"]),
        ("Größe, naïve", ["Größe", "naïve"]),
        ("x" * 100, []),
    ],
)
def test_only_words_are_asked_about(text: str, asked: list[str]) -> None:
    assert [word.text for word in words(text)] == asked


def test_a_word_knows_its_place() -> None:
    text = "😀 the heart"
    assert [text[word.start : word.end] for word in words(text)] == ["the", "heart"]
