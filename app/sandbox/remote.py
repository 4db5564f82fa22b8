"""What a colleague does in the browser meanwhile, and what tests look at: the inside of a sandbox without HTTP."""

import json
import threading

from app.sandbox.assignment import assignment_values
from app.sandbox.authentication import issue
from app.sandbox.call import Site, stamp
from app.sandbox.course_file import stored_path
from app.sandbox.entry import response_type, tidied_entry
from app.sandbox.exchange import Json, JsonObject
from app.sandbox.item import order_of, remove_item, shown_item
from app.sandbox.media import Media
from app.sandbox.merge import merged
from app.sandbox.picture_address import upload_path_of
from app.sandbox.position import Positions, added, moved
from app.sandbox.quiz import new_quiz_row, quiz_keys, remove_quiz, shown_quiz
from app.sandbox.state import State
from app.sandbox.storage import Storage

_ITEM: JsonObject = {"entry_type": "Item", "points_possible": 1.0, "properties": {}, "stimulus": "", "extra": {}}


class Remote:
    """Views and edits of the state, guarded by the lock that requests take. Ids are text; nothing is validated here."""

    def __init__(self, state: State, media: Media, site: Site) -> None:
        self.state = state
        self.site = site
        self._media = media
        self.lock = threading.RLock()

    def _now(self) -> float:
        raise NotImplementedError

    def _written(self) -> None:
        """Called after every edit."""

    def token(self, kind: str = "teacher") -> str:
        """A token: teacher, student, expired, revoked or unscoped."""
        return str(self.state.tables["meta"]["tokens"][kind])

    def add_token(self, person: str = "1", ends_at: float | None = None) -> str:
        """A token that a person makes by hand, good until `ends_at` in epoch seconds."""
        with self.lock:
            token = issue(self.state, person, "made")
            self.state.put("tokens", token, {**self.state.tables["tokens"][token], "ends_at": ends_at})
            self._written()
            return token

    def end_token(self, token: str) -> None:
        """The time of a token is over."""
        with self.lock:
            self.state.put("tokens", token, {**self.state.tables["tokens"][token], "ends_at": self._now()})
            self._written()

    def end_access(self) -> None:
        """An hour passes: every access token of a sign-in is at its end, the refresh tokens are not."""
        with self.lock:
            for token, row in list(self.state.rows("tokens")):
                if "client" in row:
                    self.state.put("tokens", token, {**row, "ends_at": self._now()})
            self._written()

    def renew_token(self, token: str) -> None:
        """Make a token good again after the fault `session-deadline`."""
        with self.lock:
            self.state.put("tokens", token, {**self.state.tables["tokens"][token], "state": "good"})
            self._written()

    def quizzes(self, course_id: str) -> list[JsonObject]:
        """The NewQuiz objects of a course, oldest first."""
        with self.lock:
            keys = sorted(quiz_keys(self.state, course_id), key=int)
            return [_copy(shown_quiz(key, self.state.tables["quizzes"][key])) for key in keys]

    def assignment(self, quiz_id: str) -> JsonObject:
        """What the assignment of a quiz says: published, has_submitted_submissions and so on."""
        with self.lock:
            return dict(_copy(assignment_values(self.state.tables["quizzes"][quiz_id])))

    def items(self, course_id: str, quiz_id: str) -> list[JsonObject]:
        """The QuizItem objects of a quiz in their order."""
        with self.lock:
            self._check(course_id, quiz_id)
            order = order_of(self.state, quiz_id)
            return [_copy(shown_item(self.state, str(key), place, self.site.storage)) for key, place in order]

    def media(self, address: str) -> bytes:
        """The bytes of an uploaded picture by its path or whole address; raises KeyError."""
        with self.lock:
            path = upload_path_of(self.state, address)
            if path is None:
                raise KeyError(address)
            return self._media.read(path)

    def add_media(self, content: bytes, content_type: str = "image/png") -> str:
        """Put a picture into the storage as an upload does; returns its address."""
        with self.lock:
            path = f"/dev-uploads/item_media/{self.state.next_uuid()}/{self.state.next_uuid()}"
            Storage(self.state, self._media).keep(path, content, content_type)
            self._written()
            return self.site.storage + path

    def files(self, course_id: str) -> list[JsonObject]:
        """The files of a course as a person sees them there: id, folder, display_name, size and so on."""
        with self.lock:
            rows = [(key, row) for key, row in self.state.rows("files") if row["course"] == course_id]
            return [_copy({"id": key, **row}) for key, row in rows if row["state"] == "available"]

    def file_content(self, file_id: str) -> bytes:
        """The bytes of a file; raises KeyError."""
        with self.lock:
            return self._media.read(stored_path(self.state.tables["files"][file_id]))

    def add_file(self, course_id: str, name: str, content: bytes, content_type: str = "image/png") -> str:
        """Put a file into a course; returns its id."""
        with self.lock:
            key = self.state.next_id("file")
            row: JsonObject = {"course": course_id, "folder": "course files", "filename": name, "display_name": name}
            row |= {"content_type": content_type, "size": len(content), "on_duplicate": "rename"}
            row |= {"uuid": self.state.next_uuid(), "state": "available", "created_at": stamp(self._now())}
            Storage(self.state, self._media).keep(stored_path(row), content, content_type)
            self.state.put("files", key, row)
            self._written()
            return key

    def set_file_quota(self, course_id: str, size: int) -> None:
        """How many bytes the files of a course may take."""
        with self.lock:
            self.state.put("courses", course_id, {**self.state.tables["courses"][course_id], "quota": size})
            self._written()

    def add_quiz(self, course_id: str, fields: JsonObject | None = None) -> str:
        """A new quiz; returns its id."""
        with self.lock:
            key = self.state.next_id("assignment")
            self.state.put("quizzes", key, new_quiz_row(self.state, course_id, fields or {}, self._now()))
            self.state.put("orders", key, {"items": []})
            self._written()
            return key

    def edit_quiz(self, course_id: str, quiz_id: str, fields: JsonObject) -> None:
        """Replace fields of a quiz; objects are merged at every depth."""
        with self.lock:
            row = self._check(course_id, quiz_id)
            self.state.put("quizzes", quiz_id, {**row, "fields": merged(row["fields"], _copy(fields))})
            self._written()

    def delete_quiz(self, course_id: str, quiz_id: str) -> None:
        with self.lock:
            self._check(course_id, quiz_id)
            remove_quiz(self.state, quiz_id)
            self._written()

    def set_published(self, quiz_id: str, *, published: bool) -> None:
        self._set_flag(quiz_id, "published", published)

    def set_submissions(self, quiz_id: str, *, submitted: bool = True, count: int = 1) -> None:
        """Students have submitted: items become immutable, only texts and points may change, no unpublishing."""
        self._set_flag(quiz_id, "handed_in", count)
        self._set_flag(quiz_id, "submissions", submitted)

    def delete_group(self, group_id: str) -> None:
        """An assignment group goes."""
        with self.lock:
            self.state.drop("groups", group_id)
            self._written()

    def set_overrides(self, quiz_id: str, overrides: list[JsonObject]) -> None:
        """Sections, groups and students have dates of their own, in the shape of the API's AssignmentOverride."""
        self._set_flag(quiz_id, "overrides", _copy(overrides))

    def _set_flag(self, quiz_id: str, name: str, value: Json) -> None:
        with self.lock:
            self.state.put("quizzes", quiz_id, {**self.state.tables["quizzes"][quiz_id], name: value})
            self._written()

    def add_item(self, course_id: str, quiz_id: str, item: JsonObject, position: int | None = None) -> str:
        """A new row in the shape of the API (`entry_type`, `points_possible`, `entry`); returns its id."""
        with self.lock:
            self._check(course_id, quiz_id)
            key = self.state.next_id("item")
            entry = self._kept(_copy(item.get("entry") or {}))
            if item.get("entry_type", "Item") == "Item":
                entry = {"id": self.state.next_id("entry"), "user_response_type": response_type(entry), **entry}
            known = {name: _copy(item[name]) for name in _ITEM if name in item}
            self.state.put("items", key, {**_ITEM, **known, "quiz": quiz_id, "entry": entry})
            order = added(order_of(self.state, quiz_id), key, position or item.get("position"), Positions.INSERT)
            self.state.put("orders", quiz_id, {"items": order})
            self._written()
            return key

    def edit_item(self, course_id: str, quiz_id: str, item_id: str, changes: JsonObject) -> None:
        """Change `points_possible` or parts of `entry`: objects are merged, lists replaced, HTML tidied."""
        with self.lock:
            self._check(course_id, quiz_id)
            row = self.state.tables["items"][item_id]
            changed = merged(row, {name: _copy(value) for name, value in changes.items() if name in {*_ITEM, "entry"}})
            self.state.put("items", item_id, {**changed, "entry": self._kept(changed["entry"])})
            self._written()

    def move_item(self, course_id: str, quiz_id: str, item_id: str, position: int) -> None:
        """Give an item another place, 1 being the first."""
        with self.lock:
            self._check(course_id, quiz_id)
            order = moved(order_of(self.state, quiz_id), item_id, position, Positions.INSERT)
            self.state.put("orders", quiz_id, {"items": order})
            self._written()

    def delete_item(self, course_id: str, quiz_id: str, item_id: str) -> None:
        with self.lock:
            self._check(course_id, quiz_id)
            remove_item(self.state, item_id, Positions.INSERT)
            self._written()

    def _check(self, course_id: str, quiz_id: str) -> JsonObject:
        row = self.state.tables["quizzes"][quiz_id]
        if row["course"] != course_id:
            raise KeyError(quiz_id)
        return row

    def _kept(self, entry: JsonObject) -> JsonObject:
        """An entry as the server keeps it: tidy HTML, and a picture of its own by its path."""
        entry = tidied_entry(entry)
        data = entry.get("interaction_data")
        path = upload_path_of(self.state, str(data.get("image_url", ""))) if isinstance(data, dict) else None
        return {**entry, "interaction_data": {**data, "image_url": path}} if path and data else entry


def _copy(value: Json) -> Json:
    """A deep copy by way of JSON, so that what is not JSON is found here."""
    return json.loads(json.dumps(value))
