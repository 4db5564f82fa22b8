"""Addresses of a course's files as texts name them (canvas-facts, 1.7)."""

import re
from collections.abc import Mapping
from urllib.parse import parse_qs, urlencode, urlsplit

from app.canvas.path import core_path

_FILE = re.compile(r"(?:/(?:courses/(\d+(?:~\d+)?)|users/[^/]+|groups/[^/]+))?/files/(\d+(?:~\d+)?)(?:/.*)?")


def file_path(address: str) -> str | None:
    """The path of the API for the file that an address of Canvas names; None where it names none."""
    try:
        found = _FILE.fullmatch(urlsplit(address).path)
    except ValueError:
        return None
    if found is None:
        return None
    course, file = found[1], found[2]
    return core_path("courses", course, "files", file) if course else core_path("files", file)


def course_of(address: str) -> str | None:
    """The course whose file an address names; None where it names none, or no course."""
    try:
        found = _FILE.fullmatch(urlsplit(address).path)
    except ValueError:
        return None
    return found[1] if found else None


def text_address(origin: str, course_id: str, file: Mapping[str, object]) -> str:
    """The address under which a text shows a file: its preview, with the verifier that Canvas gave for it.

    New Quizzes shows a text on another host than Canvas's own, where nobody is logged in.
    """
    address = f"{origin}{core_path('courses', course_id, 'files', str(file['id']), 'preview').removeprefix('/api/v1')}"
    verifier = parse_qs(urlsplit(str(file.get("url") or "")).query).get("verifier")
    return f"{address}?{urlencode({'verifier': verifier[0]})}" if verifier else address
