"""Files as a browser gets them from Canvas: an address with a verifier leads to the storage, any other to the login."""

import re
from urllib.parse import parse_qs

from app.sandbox.call import Site
from app.sandbox.course_file import current, stored_path
from app.sandbox.exchange import Answer, Request
from app.sandbox.file_ticket import download_token
from app.sandbox.state import State

_FILE = re.compile(r"(?:/courses/\d+)?/files/(\d+)(?:/(?:preview|download))?")


def file_page(state: State, site: Site, request: Request) -> Answer | None:
    """The redirect for a file's address; None for every other path.

    A token has no effect here: Canvas takes it on the paths of its API alone.
    """
    match = _FILE.fullmatch(request.path)
    if match is None or request.method != "GET":
        return None
    key = current(state, match[1])
    row = state.row("files", key or "")
    first = state.row("files", match[1])
    verifiers = {known["uuid"] for known in (row, first) if known is not None}
    if row is None or not verifiers & set(parse_qs(request.query).get("verifier", ())):
        return Answer(302, text="", headers={"Location": f"{site.canvas}/login/canvas"})
    path = stored_path(row)
    return Answer(302, text="", headers={"Location": f"{site.storage}{path}?token={download_token(state, path)}"})
