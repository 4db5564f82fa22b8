"""What is good to know and not needed never stops a look at Canvas."""

import pytest

from app.library.assignment import read_assignment
from app.sync.look import assignment_of
from tests.support.scripted import Runner, ScriptedServer, Time, Wire, serving

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
