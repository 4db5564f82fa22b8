"""A question taken over into another quiz."""

from uuid import uuid4

from app.models.item import Item
from app.models.local import Origin


def copied(item: Item, *, quiz_id: str, quiz_title: str) -> Item:
    """A copy with an id of its own that remembers which quiz it was taken from, and what that was called then."""
    origin = Origin(quiz=quiz_id, item=item.id, title=quiz_title)
    return item.with_local(item.local.replaced(origin=origin)).with_id(str(uuid4()))
