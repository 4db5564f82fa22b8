"""The three things that a position may mean."""

from collections.abc import Callable

import pytest

from tests.support.core_client import Questions

NAMES = "abcd"


def _filled(questions: Questions) -> dict[str, str]:
    """Four items, created in order; ids by name."""
    return {
        name: questions.send({**questions.entry("essay"), "title": name}, position=place)["id"]
        for place, name in enumerate(NAMES, start=1)
    }


def _order(questions: Questions) -> list[tuple[str, int]]:
    return [(item["entry"]["title"], item["position"]) for item in questions.all()]


def test_insert_shifts_the_rest(questions: Questions) -> None:
    ids = _filled(questions)
    questions.patch(ids["d"], {"position": 2})
    assert _order(questions) == [("a", 1), ("d", 2), ("b", 3), ("c", 4)]
    questions.send({**questions.entry("essay"), "title": "e"}, position=1)
    assert _order(questions)[:2] == [("e", 1), ("a", 2)]


def test_insert_moves_down_to_the_place_that_is_named(questions: Questions) -> None:
    ids = _filled(questions)
    assert questions.patch(ids["a"], {"position": 3})["position"] == 3
    assert _order(questions) == [("b", 1), ("c", 2), ("a", 3), ("d", 4)]


def test_a_position_beyond_the_end_is_the_end(questions: Questions) -> None:
    ids = _filled(questions)
    assert questions.patch(ids["a"], {"position": 99})["position"] == 4


def test_set_leaves_the_rest_alone(ask: Callable[..., Questions]) -> None:
    questions = ask(faults={"positions-set": 1})
    ids = _filled(questions)
    questions.patch(ids["d"], {"position": 2})
    assert _order(questions) == [("a", 1), ("b", 2), ("d", 2), ("c", 3)]
    questions.client.json("DELETE", f"{questions.path}/{ids['a']}")
    assert _order(questions) == [("b", 2), ("d", 2), ("c", 3)]


def test_append_ignores_the_position_of_a_post(ask: Callable[..., Questions]) -> None:
    questions = ask(faults={"positions-append": 1})
    ids = _filled(questions)
    questions.send({**questions.entry("essay"), "title": "e"}, position=1)
    assert _order(questions)[-1] == ("e", 5)
    questions.patch(ids["d"], {"position": 1})
    assert _order(questions)[0] == ("d", 1)


@pytest.mark.parametrize("name", NAMES)
def test_the_rest_closes_up_after_a_delete(questions: Questions, name: str) -> None:
    ids = _filled(questions)
    questions.client.json("DELETE", f"{questions.path}/{ids[name]}")
    assert [position for _, position in _order(questions)] == [1, 2, 3]
