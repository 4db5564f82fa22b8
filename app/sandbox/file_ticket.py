"""What the first step of a file upload hands out: fields for the second, good for 30 minutes (canvas-facts 1.7)."""

import hashlib
import hmac
import json
from base64 import b64decode, b64encode
from collections.abc import Mapping

from app.sandbox.exchange import JsonObject
from app.sandbox.state import State

LIFETIME = 1800
"""Seconds."""
UPLOAD_PATH = "/files_api"


def upload_params(state: State, key: str, row: JsonObject, now: float) -> JsonObject:
    """The fields that the second step must send back as they are."""
    policy = {"file": key, "size": row["size"], "expires": now + LIFETIME}
    written = b64encode(json.dumps(policy).encode()).decode()
    plain = {"Filename": row["filename"], "key": f"account_1/attachments/{key}/{row['filename']}", "acl": "private"}
    fields: JsonObject = {**plain, "Policy": written, "content-type": row["content_type"], "success_action_status": 201}
    return {**fields, "Signature": _signature(state, {name: str(value) for name, value in fields.items()})}


def file_of(state: State, fields: Mapping[str, str], now: float) -> tuple[str, str | None]:
    """The id of the file that the fields are for, and what is wrong with them: a code of the storage, or None."""
    rest = {name: value for name, value in fields.items() if name != "Signature"}
    if not hmac.compare_digest(fields.get("Signature", ""), _signature(state, rest)):
        return "", "SignatureDoesNotMatch"
    policy = json.loads(b64decode(rest["Policy"]))
    return str(policy["file"]), "Expired" if now > policy["expires"] else None


def download_token(state: State, path: str) -> str:
    """The query with which the storage serves a file of a course."""
    return _signature(state, {"path": path})


def _signature(state: State, fields: Mapping[str, str]) -> str:
    text = json.dumps(dict(fields), sort_keys=True)
    return hmac.new(state.instance.encode(), text.encode(), hashlib.sha256).hexdigest()
