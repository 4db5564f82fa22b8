"""Publishing and unpublishing a quiz: an act of the person by itself, never a part of a sync (canvas-facts, 1.8).

The request sets one flag to a value, so that sending it twice does no harm; nothing has to be journalled. What matters
is to know how it ended, because students see it.
"""

from app.canvas.client import CanvasClient
from app.canvas.errors import OutcomeUnknown, Unreachable
from app.sync.run import Seams
from app.sync.side import Raw

LOOKS = 5
"""How often Canvas is asked within its grace how an act ended whose answer was lost."""


async def published_or_not(
    client: CanvasClient, course_id: str, quiz_id: str, seams: Seams, grace: float, *, published: bool
) -> Raw:
    """Publish or unpublish, and give the assignment as it is then. `grace` in seconds (decisions 18).

    Raises CanvasError: Invalid and Unchanged where Canvas refuses, OutcomeUnknown where it never said.
    """
    try:
        return await client.assignments.publish(course_id, quiz_id, published=published)
    except OutcomeUnknown as error:
        lost = error
    for _ in range(LOOKS):
        await seams.sleep(grace / LOOKS)
        assignment = await _looked(client, course_id, quiz_id)
        if assignment is not None and assignment.get("published") is published:
            return assignment
    raise lost


async def _looked(client: CanvasClient, course_id: str, quiz_id: str) -> Raw | None:
    try:
        return await client.assignments.get(course_id, quiz_id)
    except Unreachable:
        return None
