"""The address of an uploaded picture: kept as its path, shown with the origin that the storage has now."""

from urllib.parse import urlsplit

from app.sandbox.exchange import JsonObject
from app.sandbox.state import State

_LOOPBACK = frozenset({"127.0.0.1", "localhost", "storage.sandbox"})


def upload_path_of(state: State, address: str) -> str | None:
    """The path of an upload that `address` names, or None where nothing was uploaded to it.

    A sandbox started again may have another port; an address that it gave before still names its picture.
    """
    parts = urlsplit(address)
    known = state.row("uploads", parts.path) is not None
    return parts.path if known and (not parts.netloc or parts.hostname in _LOOPBACK) else None


def with_origin(entry: JsonObject, storage: str) -> JsonObject:
    """The entry as it is shown: the path of a hot spot's picture made an address."""
    data = entry.get("interaction_data")
    if not isinstance(data, dict) or not str(data.get("image_url", "")).startswith("/"):
        return entry
    return {**entry, "interaction_data": {**data, "image_url": storage + data["image_url"]}}
