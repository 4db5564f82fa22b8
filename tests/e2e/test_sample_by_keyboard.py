"""The whole sample quiz written anew by keys alone, in an empty library: no mouse, no call of a widget."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from app.library.native_file import read_native
from app.models.item import Item
from app.paths import resources
from tests.e2e.conftest import OpenWindow
from tests.support.keyboard import Keyboard
from tests.support.rebuilt import quiz
from tests.support.rebuilt.table import WRITERS
from tests.support.signed_in import said

MOST_KEYS = 120
"""Beside the letters of its texts; two regions of a hot spot and a table of numbers take the most."""
SAMPLE = read_native(resources() / "sample.quizwright")


@pytest.mark.parametrize("number", range(1, len(SAMPLE.quiz.items) + 1))
def test_a_question_of_the_sample_is_written_by_keys_alone(
    open_window: OpenWindow, tmp_path: Path, number: int
) -> None:
    person = open_window()
    keys = Keyboard(person.window, person.qtbot, tmp_path)
    for name, picture in pictures().items():
        (tmp_path / name).write_bytes(picture)
    keys.new_quiz("By hand")
    WRITERS[number - 1](keys)
    person.screen.finish()
    [written] = person.quiz.items
    is_there, wanted = meant(written), meant(SAMPLE.quiz.items[number - 1])
    assert (sorted(is_there - wanted), sorted(wanted - is_there)) == ([], [])
    assert keys.presses <= MOST_KEYS


def test_its_title_and_its_instructions_are_written_by_keys_alone(open_window: OpenWindow, tmp_path: Path) -> None:
    person = open_window()
    keys = Keyboard(person.window, person.qtbot, tmp_path)
    keys.new_quiz(SAMPLE.quiz.title)
    quiz.instructions(keys)
    person.screen.finish()
    wanted = SAMPLE.quiz.fields
    assert (person.quiz.fields.title, person.quiz.fields.instructions) == (wanted.title, wanted.instructions)


def pictures() -> dict[str, bytes]:
    """The pictures of the hot spots, under the names that they came with."""
    hot_spots = [item for item in SAMPLE.quiz.items if item.summary.type == "hot-spot"]
    addresses = [item.entry.wire()["interaction_data"]["image_url"].removeprefix("media:") for item in hot_spots]
    return {str(item.local.picture_name): SAMPLE.media[sha] for item, sha in zip(hot_spots, addresses, strict=True)}


def meant(item: Item) -> set[str]:
    """All that a question says and that is known of it here, a line each, with what ids stand for in their place."""
    whole = {**said(item), "local": item.local.wire()}
    answers = whole["answers"]
    assert isinstance(answers, dict)
    if item.summary.type == "matching":
        answers["interaction_data"]["answers"].sort()  # mixed by ids
    return set(lines(named(whole, dict(names(answers)))))


def lines(value: object, path: str = "") -> Iterator[str]:
    """Each leaf of the wire with its path."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from lines(inner, f"{path}/{key}")
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            yield from lines(inner, f"{path}/{place}")
    else:
        yield f"{path} = {float(value) if isinstance(value, int | float) else value!r}"


def names(value: Any) -> Iterator[tuple[str, str]]:  # noqa: ANN401  (the wire)
    """Each id of the wire, with the words that it stands for or else its place."""
    if not isinstance(value, Mapping | list):
        return
    rows = list(value.values() if isinstance(value, Mapping) else value)
    for place, one in enumerate(rows):
        yield from names(one)
        if isinstance(one, Mapping) and isinstance(one.get("id"), str):
            yield one["id"], str(one.get("item_body", place))


def named(value: Any, words: Mapping[str, str]) -> object:  # noqa: ANN401  (the wire)
    """The same with words for ids."""
    if isinstance(value, Mapping):
        return {named(key, words): named(inner, words) for key, inner in value.items()}
    if isinstance(value, list):
        return [named(inner, words) for inner in value]
    if isinstance(value, str):
        for id, word in words.items():
            value = value.replace(id, word)
    return value
