"""Reading a body: JSON, or a form with `a[b][c]` and `a[]` as Canvas's own examples send it."""

import json
import re
from urllib.parse import parse_qsl

from app.sandbox.exchange import Json, JsonObject, Request
from app.sandbox.refusal import bad_parameter

_PARTS = re.compile(r"\[([^\]]*)\]")
_DIGITS = re.compile(r"-?\d+(\.\d+)?")
_NUMBERS = frozenset({
    "points_possible", "position", "max_attempts", "cooling_period_seconds", "session_time_limit_in_seconds",
    "x", "y", "points",
})  # fmt: skip
_TEXTS = frozenset({
    "title", "name", "item_body", "instructions", "student_access_code", "correct", "incorrect", "neutral",
    "true_choice", "false_choice",
})  # fmt: skip


def body_parameters(request: Request) -> JsonObject:
    """The parameters of the body; those of the query are left out, as no write of the documents uses them."""
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind == "application/json" or (not kind and request.body[:1] == b"{"):
        return _from_json(request.body)
    return dict(_coerced(_from_form(request.body)))


def body_list(request: Request) -> list[Json]:
    """The bare list that a body is (`canvas-facts.md` 1.11)."""
    value = _any_json(request.body)
    if not isinstance(value, list):
        raise bad_parameter("The request body must be a JSON array")
    return value


def _from_json(body: bytes) -> JsonObject:
    value = _any_json(body)
    if not isinstance(value, dict):
        raise bad_parameter("The request body must be a JSON object")
    return dict(value)


def _any_json(body: bytes) -> Json:
    try:
        value: Json = json.loads(body or b"{}", parse_constant=_no_number)
        if b"\\u" in body:
            json.dumps(value, ensure_ascii=False).encode()  # half of a surrogate pair is no text
    except (ValueError, RecursionError) as error:
        raise bad_parameter("The request body is not valid JSON") from error
    return value


def _no_number(name: str) -> Json:
    raise ValueError(name)


def _from_form(body: bytes) -> JsonObject:
    tree: JsonObject = {}
    for name, value in parse_qsl(body.decode("utf-8", "replace"), keep_blank_values=True):
        head, bracket, rest = name.partition("[")
        _plant(tree, [head, *_PARTS.findall(bracket + rest)], value)
    return tree


def _plant(tree: JsonObject, path: list[str], value: str) -> None:
    """Set one value; `[]` opens a list, and a key that an element already has begins the next element."""
    head, *rest = path
    if not rest:
        tree[head] = value
    elif rest[0] == "":
        _append(tree.setdefault(head, []), rest[1:], value)
    else:
        branch = tree.setdefault(head, {})
        if not isinstance(branch, dict):
            raise bad_parameter(f"expected {head} to be a hash")
        _plant(branch, rest, value)


def _append(elements: Json, path: list[str], value: str) -> None:
    if not isinstance(elements, list):
        raise bad_parameter("expected a list")
    if not path:
        elements.append(value)
        return
    if not elements or not isinstance(elements[-1], dict) or path[0] in elements[-1]:
        elements.append({})
    _plant(elements[-1], path, value)


def _coerced(value: Json, name: str = "") -> Json:
    """A form knows only text: booleans, known numbers and the address ranges get the type that JSON has."""
    if isinstance(value, dict):
        return {key: _coerced(part, key) for key, part in value.items()}
    if isinstance(value, list):
        return [_coerced(part, name) for part in value]
    if name in _NUMBERS and _DIGITS.fullmatch(value):
        return float(value) if "." in value else int(value)
    if value in {"true", "false"} and name not in _TEXTS:
        return value == "true"
    if name == "ips" and value.startswith("["):
        return _from_json(b'{"ips":' + value.encode() + b"}")["ips"]
    return value
