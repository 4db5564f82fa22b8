"""New Quiz Items: list, show, create, update, delete (`new-quiz-items.txt`)."""

from app.sandbox.blank import blanks_in
from app.sandbox.call import Call
from app.sandbox.entry import check_entry, check_required, response_type, sent_entry, stored_entry
from app.sandbox.exchange import Answer, Json, JsonObject
from app.sandbox.key_case import camel_cased, snake_cased
from app.sandbox.merge import intended_entry, patched_entry
from app.sandbox.paging import bookmarked
from app.sandbox.picture_address import with_origin
from app.sandbox.position import Order, Positions, added, moved, removed
from app.sandbox.presigned import signed_query, upload_path
from app.sandbox.quiz import quiz_of
from app.sandbox.quiz_field import points
from app.sandbox.refusal import bad_parameter, bad_request, crashed, invalid, missing, not_found
from app.sandbox.state import State
from app.sandbox.submission import same_structure

_OWN = frozenset({
    "id", "position", "points_possible", "entry_type", "entry_editable", "stimulus_quiz_entry_id", "status",
    "properties", "entry",
})  # fmt: skip
_BLOCKS = ("interaction_data", "scoring_data", "properties")
_ANSWER = frozenset({*_BLOCKS, "scoring_algorithm", "answer_feedback"})
_IMMUTABLE = "The item cannot be changed because the quiz has submissions"


def order_of(state: State, quiz: str) -> Order:
    """The `[item id, position]` pairs of a quiz."""
    order: Order = state.tables["orders"][quiz]["items"]
    return order


def shown_item(state: State, key: str, position: Json, storage: str) -> JsonObject:
    """A QuizItem object."""
    row = state.tables["items"][key]
    locked = state.tables["quizzes"][row["quiz"]]["submissions"]
    return {
        "id": key,
        "position": position,
        "points_possible": row["points_possible"],
        "entry_type": row["entry_type"],
        "entry_editable": row["entry_type"] == "Item",
        "stimulus_quiz_entry_id": row["stimulus"],
        "status": "immutable" if locked else "mutable",
        "properties": row["properties"],
        "entry": with_origin(row["entry"], storage),
        **row["extra"],
    }


def _shown(call: Call, key: str, position: Json) -> JsonObject:
    item = shown_item(call.state, key, position, call.site.storage)
    if "camel-case" in call.switches:
        entry = item["entry"]
        item["entry"] = {**entry, **{name: camel_cased(entry[name]) for name in _BLOCKS if name in entry}}
    return item


def _answer(call: Call, key: str) -> Answer:
    place = next(pair[1] for pair in order_of(call.state, call.path["quiz"]) if pair[0] == key)
    return Answer(200, _shown(call, key, place))


def list_items(call: Call) -> Answer:
    quiz_of(call)
    order = order_of(call.state, call.path["quiz"])
    keys = [
        [int(str(place)), number] for number, (_, place) in enumerate(order)
    ]  # rows of one position keep their order
    return bookmarked(call, keys, lambda place: _shown(call, str(order[place][0]), order[place][1]))


def _row(call: Call) -> JsonObject:
    quiz_of(call)
    row = call.state.row("items", call.path["item"])
    if row is None or row["quiz"] != call.path["quiz"]:
        raise not_found()
    return row


def show_item(call: Call) -> Answer:
    _row(call)
    return _answer(call, call.path["item"])


def _sent(call: Call) -> JsonObject:
    item = call.parameters().get("item")
    if isinstance(item, str):
        raise crashed()
    if not isinstance(item, dict) or not item:
        raise missing("item")
    return dict(snake_cased(item))


def _position(sent: JsonObject) -> int | None:
    position = sent.get("position")
    if position is None:
        return None
    if isinstance(position, bool) or not isinstance(position, int) or position < 1:
        raise bad_parameter("position must be an integer of at least 1")
    return position


def _points(call: Call, value: Json) -> float:
    return 0.0 if value == 0 and "zero-points" in call.switches else points(value)


def semantics(switches: frozenset[str]) -> Positions:
    """What `position` means on this server."""
    if "positions-set" in switches:
        return Positions.SET
    return Positions.APPEND if "positions-append" in switches else Positions.INSERT


def create_item(call: Call) -> Answer:
    quiz_of(call)
    sent = _sent(call)
    if "entry_type" not in sent:
        raise missing("entry_type")
    if sent["entry_type"] != "Item":
        raise bad_request()
    worth, position = _points(call, sent.get("points_possible", 1)), _position(sent)
    entry = sent_entry(sent.get("entry"), drop_unknown="drop-unknown" in call.switches)
    check_required(entry)
    check_entry(call.state, entry)
    entry = stored_entry(call.state, entry, rewrite="html-rewrite" in call.switches)
    key = _insert(call, worth, _stamped(call, entry), _extra(call, sent), position)
    return _answer(call, key)


def _stamped(call: Call, entry: JsonObject) -> JsonObject:
    made = {"id": call.state.next_id("entry"), "created_at": call.stamp(), "updated_at": call.stamp()}
    defaults: JsonObject = {
        "title": None,
        "calculator_type": "none",
        "feedback": {},
        "properties": {},
        "answer_feedback": {},
    }
    return {**made, "user_response_type": response_type(entry), **defaults, **entry}


def _extra(call: Call, sent: JsonObject) -> JsonObject:
    if "drop-unknown" in call.switches:
        return {}
    return {key: value for key, value in sent.items() if key not in _OWN}


def _insert(call: Call, worth: float, entry: JsonObject, extra: JsonObject, position: int | None) -> str:
    key, quiz = call.state.next_id("item"), call.path["quiz"]
    row = {"quiz": quiz, "entry_type": "Item", "points_possible": worth, "entry": entry}
    call.state.put("items", key, {**row, "properties": {}, "stimulus": "", "extra": extra})
    order = added(order_of(call.state, quiz), key, position, semantics(call.switches))
    call.state.put("orders", quiz, {"items": order})
    return key


def update_item(call: Call) -> Answer:
    row, sent, key = _row(call), _sent(call), call.path["item"]
    if row["entry_type"] != "Item" or sent.get("entry_type", "Item") != "Item":
        raise bad_request()
    position = _position(sent)
    changed = dict(row)
    if "points_possible" in sent:
        changed["points_possible"] = _points(call, sent["points_possible"])
    if "entry" in sent:
        changed["entry"] = _patched(call, row, sent["entry"])
    changed["extra"] = {**row["extra"], **_extra(call, sent)}
    call.state.put("items", key, changed)
    if position is not None:
        order = moved(order_of(call.state, row["quiz"]), key, position, semantics(call.switches))
        call.state.put("orders", row["quiz"], {"items": order})
    return _answer(call, key)


def _patched(call: Call, row: JsonObject, sent: Json) -> JsonObject:
    """What is checked is the entry as it is meant; what is kept may have ghosts."""
    old = row["entry"]
    patch = sent_entry(sent, drop_unknown="drop-unknown" in call.switches)
    if patch.get("interaction_type_slug", old["interaction_type_slug"]) != old["interaction_type_slug"]:
        raise invalid("interaction_type_slug", "The type of a question cannot be changed")
    meant = intended_entry(old, patch)
    check_entry(call.state, meant, whole=not _ANSWER.isdisjoint(patch))
    if call.state.tables["quizzes"][row["quiz"]]["submissions"] and not same_structure(old, meant):
        raise invalid("base", _IMMUTABLE)
    places = None if "interaction_data" in patch else blanks_in(old["item_body"])
    tidy = stored_entry(call.state, meant, rewrite="html-rewrite" in call.switches, blanks=places)
    patch = {name: tidy[name] for name in patch}
    kept = patched_entry(old, patch, replace="patch-replace" in call.switches)
    return {**kept, "updated_at": call.stamp()}


def delete_item(call: Call) -> Answer:
    row, key = _row(call), call.path["item"]
    if row["entry_type"] != "Item":
        raise bad_request()
    if call.state.tables["quizzes"][row["quiz"]]["submissions"]:
        raise invalid("base", _IMMUTABLE)
    answer = _answer(call, key)
    remove_item(call.state, key, semantics(call.switches))
    return answer


def remove_item(state: State, key: str, positions: Positions) -> None:
    """Drop an item and its place in the order."""
    quiz = state.tables["items"][key]["quiz"]
    state.drop("items", key)
    state.put("orders", quiz, {"items": removed(order_of(state, quiz), key, positions)})


def media_upload_url(call: Call) -> Answer:
    quiz_of(call)
    path = upload_path(call.state)
    return Answer(200, {"url": f"{call.site.storage}{path}?{signed_query(call.state, path, call.now)}"})
