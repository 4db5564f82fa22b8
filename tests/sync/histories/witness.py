"""Nothing goes on either side without a proof: a 404 by id for what goes here, a person for what goes there."""

from app.library.library import Library
from app.models.quiz import Quiz
from app.sync.agreement import base_of
from tests.sync.histories.watched import WatchedSandbox


class Witnesses:
    """Made before a sync, asked after it. `removed` are the items that the person deleted meanwhile."""

    def __init__(self, library: Library, link_id: str, quiz: Quiz, core: WatchedSandbox) -> None:
        self._base = base_of(library, link_id)
        self._here = set(quiz.places)
        self._core = core
        core.gone.clear()
        core.deleted.clear()

    def check(self, library: Library, quiz: Quiz, removed: set[str]) -> None:
        """Raises AssertionError for a deletion that nobody can have wanted."""
        base, here = self._base, set(quiz.places)
        for item_id in self._here - here - removed:
            witnesses = self._core.gone - base.by_canvas_id.keys()  # its row may be one that came since
            if item_id in base.items:
                witnesses |= self._core.gone & {base.items[item_id].canvas_id}
            assert witnesses, f"{item_id} went here without a second witness"
        query = "SELECT kind, item FROM intent WHERE canvas_id = ?"
        for canvas_id in self._core.deleted:
            intents = library.db.execute(query, (canvas_id,)).fetchall()
            wanted = any(kind == "delete replaced" or (kind == "delete" and item not in here) for kind, item in intents)
            assert wanted, f"{canvas_id} was deleted on Canvas and nobody wanted that"
