"""A row that nobody can move, on a server that writes a position as it is: what cannot be done is told once."""

from app.sync.plan import PINS_STAY
from tests.sync.conftest import Bench
from tests.sync.test_run import statement

STIMULUS = {"entry_type": "Stimulus", "points_possible": 0.0, "entry": {"title": "Read", "body": "<p>Read this.</p>"}}


def test_an_order_that_no_position_makes_gives_way_to_that_of_canvas(bench: Bench) -> None:
    bench.server.core.set_fault("positions-set", 1)
    bench.put(statement("a"), statement("b"))
    bench.sync()
    bench.server.core.add_item(bench.link.course_id, bench.canvas_id, STIMULUS, 1)
    bench.sync()
    pin = bench.quiz.items[0]
    bench.put(*bench.quiz.items[1:], pin)
    outcome = bench.sync()
    assert [held.reason for held in outcome.held] == [PINS_STAY]
    assert bench.titles == [item.summary.title for item in bench.quiz.items]
    assert bench.sync().writes == 0
