"""The items of a New Quiz and the address for a hot spot's picture ("New Quiz Items API")."""

from app.canvas.address import origin
from app.canvas.answer import Json
from app.canvas.connection import Connection
from app.canvas.errors import NotCanvas
from app.canvas.paging import whole_list
from app.canvas.quizzes import quiz_lane, quizzes_path
from app.canvas.signed_address import SignedAddress


class Items:
    """Raw items of all four kinds of entry. Every method raises CanvasError."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    async def list(self, course_id: str, quiz_id: str) -> tuple[Json, ...]:
        """Every row of the quiz in the order in which Canvas gives them."""
        return await whole_list(self._connection, items_path(course_id, quiz_id))

    async def get(self, course_id: str, quiz_id: str, item_id: str) -> Json:
        """One row; Gone where it is deleted."""
        return self._connection.object(await self._connection.get(items_path(course_id, quiz_id, item_id)))

    async def create(self, course_id: str, quiz_id: str, item: Json) -> Json:
        """Make an item; what comes back is what Canvas stored."""
        return await self._write("POST", course_id, quiz_id, items_path(course_id, quiz_id), {"item": item})

    async def update(self, course_id: str, quiz_id: str, item_id: str, item: Json) -> Json:
        """Change the fields given; Canvas merges lists in `interaction_data` by id (canvas-facts, 2.3)."""
        return await self._write("PATCH", course_id, quiz_id, items_path(course_id, quiz_id, item_id), {"item": item})

    async def delete(self, course_id: str, quiz_id: str, item_id: str) -> Json:
        """Delete the row; gives the item that was."""
        return await self._write("DELETE", course_id, quiz_id, items_path(course_id, quiz_id, item_id))

    async def media_upload_url(self, course_id: str, quiz_id: str) -> SignedAddress:
        """A new signed address for one picture of one question, to be used within 120 seconds."""
        path = items_path(course_id, quiz_id, "media_upload_url")
        url = self._connection.object(await self._connection.get(path)).get("url")
        if not isinstance(url, str) or origin(url) is None:
            raise NotCanvas(self._connection.host)
        return SignedAddress(url)

    async def _write(self, method: str, course_id: str, quiz_id: str, path: str, body: Json | None = None) -> Json:
        return await self._connection.write(method, path, body, lane=quiz_lane(course_id, quiz_id))


def items_path(course_id: str, quiz_id: str, *below: str) -> str:
    """The path of a quiz's items, and below it."""
    return quizzes_path(course_id, quiz_id, "items", *below)
