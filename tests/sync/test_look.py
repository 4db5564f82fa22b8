"""What is good to know and not needed never stops a look at Canvas."""

import pytest

from app.library.assignment import read_assignment
from app.sync.look import assignment_of, look
from app.sync.side import Theirs
from tests.support.scripted import Asked, Reply, Runner, ScriptedServer, Time, Wire, serving

SUBMITTED = {"id": "2", "published": True, "has_submitted_submissions": True}


def looked(server: ScriptedServer) -> dict[str, object]:
    return dict(Runner(server, Time())(lambda client: assignment_of(client, "1", "2")))


@pytest.mark.parametrize("status", [403, 404, 500])
def test_a_canvas_that_does_not_count_who_handed_in_is_looked_at_all_the_same(status: int) -> None:
    wire = Wire()
    with serving() as server:
        server.answer(wire.json(SUBMITTED), wire.json({"errors": []}, status))
        told = read_assignment(looked(server))
    assert (told.submitted, told.handed_in) == (True, None)


def test_who_handed_in_is_asked_only_where_anybody_did() -> None:
    wire = Wire()
    with serving() as server:
        server.answer(wire.json({**SUBMITTED, "has_submitted_submissions": False}))
        assert read_assignment(looked(server)).submitted is False
        assert len(server.asked) == 1
        server.answer(wire.json(SUBMITTED), wire.json({"graded": 3, "ungraded": 2, "not_submitted": 4}))
        assert read_assignment(looked(server)).handed_in == 5


def seen(*answers: tuple[object, int]) -> Theirs:
    """One row is expected and no list has it; what its address says, look by look."""
    wire, left = Wire(), iter(answers)

    def answer(asked: Asked) -> Reply:
        if asked.path.endswith("/items/7"):
            return wire.json(*next(left))
        return wire.json([] if asked.path.endswith("/items") else {"id": "2"})

    with serving() as server:
        server.answer(*[answer] * 20)
        return Runner(server, Time())(lambda client: look(client, "1", "2", ["7"]))


GONE: tuple[object, int] = ({"errors": []}, 404)
THERE = ({"id": "7", "entry_type": "Item"}, 200)


def test_a_row_is_gone_when_two_looks_say_so() -> None:
    theirs = seen(GONE, GONE)
    assert (theirs.gone, theirs.items, theirs.order_known) == (frozenset("7"), (), True)


def test_a_row_that_was_hidden_for_a_moment_is_not_gone() -> None:
    theirs = seen(GONE, THERE, GONE)
    assert (theirs.gone, theirs.order_known) == (frozenset(), False)
    assert seen(GONE, THERE, THERE).by_id.keys() == {"7"}
