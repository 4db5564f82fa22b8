"""How a PATCH changes an entry: objects merge at every depth, lists inside `interaction_data` merge by id.

An element or key that the client leaves out therefore stays as a ghost (`canvas-facts.md` 2.3, 1).
"""

from app.sandbox.exchange import Json, JsonObject


def merged(old: Json, new: Json, *, by_id: bool = False) -> Json:
    """Lay `new` over `old`; with `by_id` lists of objects with ids are merged too, else lists are replaced."""
    if isinstance(old, dict) and isinstance(new, dict):
        return {**old, **{key: merged(old.get(key), value, by_id=by_id) for key, value in new.items()}}
    if by_id and _identified(old) and _identified(new):
        return _merged_lists(old, new)
    return new


def _identified(value: Json) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(part, dict) and "id" in part for part in value)


def _merged_lists(old: list[JsonObject], new: list[JsonObject]) -> list[JsonObject]:
    sent = {str(part["id"]): part for part in new}
    known = {str(part["id"]) for part in old}
    kept = [merged(part, sent.get(str(part["id"]), {}), by_id=True) for part in old]
    return kept + [part for part in new if str(part["id"]) not in known]


BLOCKS = ("interaction_data", "scoring_data", "properties")


def patched_entry(entry: JsonObject, patch: JsonObject, *, replace: bool = False) -> JsonObject:
    """The entry as the server keeps it; `replace` is the switch for a server that does not merge the three blocks."""
    after = dict(entry)
    for key, value in patch.items():
        if key in BLOCKS and replace:
            after[key] = value
        else:
            after[key] = merged(entry.get(key), value, by_id=key == "interaction_data")
    return after


def intended_entry(entry: JsonObject, patch: JsonObject) -> JsonObject:
    """The entry as its author means it, without ghosts: this is what is validated."""
    after = {**entry, **patch}
    for key in BLOCKS:
        if isinstance(entry.get(key), dict) and isinstance(patch.get(key), dict):
            after[key] = {**entry[key], **patch[key]}
    if isinstance(patch.get("feedback"), dict):
        after["feedback"] = merged(entry.get("feedback"), patch["feedback"])
    return after
