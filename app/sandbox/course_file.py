"""Files of a course: the first and third step of an upload, the file's JSON, the quota (`canvas-facts.md` 1.7)."""

from app.sandbox.call import Call, Site
from app.sandbox.course import core_id
from app.sandbox.exchange import Answer, Json, JsonObject
from app.sandbox.file_ticket import UPLOAD_PATH, upload_params
from app.sandbox.refusal import Refusal, missing, not_found
from app.sandbox.state import State

QUOTA = 500 * 2**20
"""Bytes that the files of a course may take."""
_ON_DUPLICATE = ("overwrite", "rename")
_ROOT = "course files"


def begin_upload(call: Call) -> Answer:
    """Take note of a file that will come, and say where it is to be sent."""
    sent = call.parameters()
    if not sent.get("name"):
        raise missing("name")
    size = _size(sent.get("size"))
    quota = _quota(call.state, call.path["course"])
    if "file-quota" in call.switches or used(call.state, call.path["course"]) + size > quota:
        raise _refused("file size exceeds quota")
    key = call.state.next_id("file")
    row = {
        "course": call.path["course"],
        "folder": _folder(sent),
        "filename": str(sent["name"]),
        "display_name": str(sent["name"]),
        "content_type": str(sent.get("content_type") or "application/octet-stream"),
        "size": size,
        "on_duplicate": _on_duplicate(sent),
        "uuid": call.state.next_uuid(),
        "state": "pending",
        "created_at": call.stamp(),
    }
    call.state.put("files", key, row)
    params = upload_params(call.state, key, row, call.now)
    address = call.site.storage + UPLOAD_PATH
    return Answer(200, {"file_param": "file", "progress": None, "upload_url": address, "upload_params": params})


def finish_upload(call: Call) -> Answer:
    """The third step; asking again changes nothing."""
    row = _row(call)
    if row["state"] == "pending" or call.request.argument("uuid") != row["uuid"]:
        raise not_found()
    if row["state"] == "stored":
        _place(call.state, call.path["file"], row)
    return show_file(call)


def show_file(call: Call) -> Answer:
    """The file's JSON; of one that was replaced, that of its successor."""
    key = current(call.state, call.path["file"])
    row = call.state.row("files", key or "")
    if key is None or row is None or row["course"] != call.path.get("course", row["course"]):
        raise not_found()
    if row["course"] not in call.person["courses"]:
        raise not_found()
    return Answer(200, _shown(call, key, row))


def show_quota(call: Call) -> Answer:
    course = call.path["course"]
    return Answer(200, {"quota": _quota(call.state, course), "quota_used": used(call.state, course)})


def current(state: State, key: str) -> str | None:
    """The id under which a file is now, or None where there is none: what was replaced leads to what replaced it."""
    row = state.row("files", key)
    while row is not None and row["state"] == "replaced":
        key = row["by"]
        row = state.row("files", key)
    return key if row is not None and row["state"] == "available" else None


def stored_path(row: JsonObject) -> str:
    """The path under which the storage has the bytes of a file."""
    return f"/files/{row['uuid']}"


def file_address(site: Site, key: str, row: JsonObject) -> str:
    """The `url` of a file: it works without a login, for its verifier."""
    return f"{site.canvas}/files/{key}/download?download_frd=1&verifier={row['uuid']}"


def used(state: State, course: str) -> int:
    """Bytes that the files of a course take."""
    rows = [row for _, row in state.rows("files") if row["course"] == course and row["state"] == "available"]
    return sum(int(row["size"]) for row in rows)


def _row(call: Call) -> JsonObject:
    row = call.state.row("files", call.path["file"])
    if row is None or row["course"] not in call.person["courses"]:
        raise not_found()
    return row


def _place(state: State, key: str, row: JsonObject) -> None:
    """Give a file that came its name, which another may have."""
    others = {
        (other["folder"], other["display_name"]): other_key
        for other_key, other in state.rows("files")
        if other["course"] == row["course"] and other["state"] == "available"
    }
    name = row["display_name"]
    taken = others.get((row["folder"], name))
    if taken is not None and row["on_duplicate"] == "overwrite":
        state.put("files", taken, {**state.tables["files"][taken], "state": "replaced", "by": key})
    number = 0
    while row["on_duplicate"] == "rename" and (row["folder"], name) in others:
        number += 1
        stem, dot, ending = row["display_name"].rpartition(".")
        name = f"{stem}-{number}{dot}{ending}" if dot else f"{ending}-{number}"
    state.put("files", key, {**row, "display_name": name, "state": "available"})


def _shown(call: Call, key: str, row: JsonObject) -> JsonObject:
    return {
        "id": core_id(call, key),
        "uuid": row["uuid"],
        "folder_id": core_id(call, "1"),
        "display_name": row["display_name"],
        "filename": row["filename"],
        "upload_status": "success",
        "content-type": row["content_type"],
        "url": file_address(call.site, key, row),
        "size": row["size"],
        "created_at": row["created_at"],
        "updated_at": row["created_at"],
        "locked": False,
        "hidden": False,
        "locked_for_user": False,
        "media_entry_id": None,
    }


def _size(value: Json) -> int:
    return int(value) if isinstance(value, int) or (isinstance(value, str) and value.isdigit()) else 0


def _quota(state: State, course: str) -> int:
    return int(state.tables["courses"][course].get("quota", QUOTA))


def _folder(sent: JsonObject) -> str:
    path = sent.get("parent_folder_path") or sent.get("folder")
    if path and sent.get("parent_folder_id"):
        raise _refused("Can't set folder path and folder id")
    return "/".join(part for part in str(path or _ROOT).split("/") if part)


def _on_duplicate(sent: JsonObject) -> str:
    wanted = sent.get("on_duplicate") or _ON_DUPLICATE[0]
    if wanted not in _ON_DUPLICATE:
        raise _refused("invalid on_duplicate option")
    return str(wanted)


def _refused(message: str) -> Refusal:
    return Refusal(Answer(400, {"message": message}))
