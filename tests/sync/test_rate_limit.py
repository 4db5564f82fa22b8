"""A sync keeps within the rate limit of Canvas, and of one that is ten times tighter (reliability.md, row 16)."""

from contextlib import closing

import pytest

from app.library.library import Library
from app.sandbox.throttle import BucketSize
from tests.sync.far import Far

QUESTIONS = 200
ENDLESS = BucketSize(maximum=1e9, high_water=1e9)
CANVAS = BucketSize(cost=1.0)
TIGHT = BucketSize(maximum=80.0, high_water=60.0, outflow=1.0, upfront=5.0, cost=0.1)


def pushed(library: Library, bucket: BucketSize) -> tuple[float, float]:
    """Seconds, and which share of the requests was refused."""
    with closing(Far(library, QUESTIONS, bucket)) as far:
        began = far.loop.time()
        outcome = far.sync()
        assert (outcome.created, outcome.held) == (QUESTIONS, [])
        return far.loop.time() - began, far.transport.refused / far.transport.requests


@pytest.mark.parametrize(("bucket", "slower"), [(CANVAS, 1.3), (TIGHT, 2.0)], ids=["as Canvas", "ten times tighter"])
def test_a_push_is_hardly_ever_refused_and_not_much_slower(library: Library, bucket: BucketSize, slower: float) -> None:
    ideal, _ = pushed(library, ENDLESS)
    seconds, refused = pushed(library, bucket)
    assert refused <= 0.01
    assert seconds <= slower * ideal
