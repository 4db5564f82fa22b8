"""The storage host: uploads to presigned addresses and of course files, pictures to everybody, never a token."""

import hashlib
import hmac
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

from app.sandbox.call import Site
from app.sandbox.course_file import stored_path
from app.sandbox.exchange import Delivery, Request, Response
from app.sandbox.file_ticket import UPLOAD_PATH, download_token, file_of
from app.sandbox.media import PREFIX, Media
from app.sandbox.multipart import parts
from app.sandbox.presigned import query_problem
from app.sandbox.state import State

_ONE_MECHANISM = (
    "Only one auth mechanism allowed; only the X-Amz-Algorithm query parameter, Signature query string parameter or "
    "the Authorization header should be specified"
)
_MESSAGES = {
    "AccessDenied": "Access Denied",
    "Expired": "Request has expired",
    "SignatureDoesNotMatch": "The request signature we calculated does not match the signature you provided.",
}


@dataclass(frozen=True, slots=True)
class Storage:
    """Answers requests of the storage origin."""

    state: State
    media: Media
    site: Site = field(default_factory=Site)

    def handle(self, request: Request, now: float, faults: frozenset[str] = frozenset()) -> Response:
        """`faults` are those drawn for this request."""
        if "authorization" in request.headers:
            return _refused(400, "InvalidArgument", _ONE_MECHANISM)
        if request.method == "PUT":
            return self._upload(request, now, faults)
        if request.method == "POST" and request.path == UPLOAD_PATH:
            return self._take_file(request, now, faults)
        if request.method == "GET":
            return self._serve(request)
        return _refused(405, "MethodNotAllowed", "The specified method is not allowed against this resource.")

    def _upload(self, request: Request, now: float, faults: frozenset[str]) -> Response:
        if "presigned-redirect" in faults:
            location = {"Location": f"{PREFIX}elsewhere?{request.query}"}
            return _refused(307, "TemporaryRedirect", "Please re-send this request to the endpoint.", location)
        problem = query_problem(self.state, request.path, request.query, now)
        if problem is None and "presigned-expired" in faults:
            problem = "Expired"
        if problem is not None:
            code = "AccessDenied" if problem == "Expired" else problem
            return _refused(403, code, _MESSAGES[problem])
        kind = request.headers.get("content-type", "")
        if not kind.startswith("image/"):
            return _refused(403, "SignatureDoesNotMatch", _MESSAGES["SignatureDoesNotMatch"])
        self.keep(request.path, request.body, kind)
        return Response(200, {"ETag": _tag(request.body)}, b"")

    def keep(self, path: str, content: bytes, kind: str) -> None:
        """Store a picture: its bytes first, so that a row never names a picture that is not there."""
        self.media.write(path, content)
        self.state.put("uploads", path, {"type": kind, "size": len(content)})

    def _take_file(self, request: Request, now: float, faults: frozenset[str]) -> Response:
        """The second step of a file upload: the fields of the first, and the file behind them."""
        form = parts(request.headers.get("content-type", ""), request.body)
        if not form or form[-1].name != "file" or form[-1].file_name is None:
            return _refused(400, "InvalidArgument", "POST requires exactly one file upload per request.")
        fields = {part.name: part.content.decode("utf-8", "replace") for part in form[:-1]}
        key, problem = file_of(self.state, fields, now)
        if problem == "Expired" or "file-upload-expired" in faults:
            return _refused(403, "AccessDenied", "Invalid according to Policy: Policy expired.")
        if problem is not None or "file-upload-refused" in faults:
            return _refused(403, "SignatureDoesNotMatch", _MESSAGES["SignatureDoesNotMatch"])
        row, content = self.state.tables["files"][key], form[-1].content
        if len(content) != row["size"]:
            return _refused(400, "EntityTooLarge", "Your proposed upload is not of the size that was announced")
        self.keep(stored_path(row), content, row["content_type"])
        if row["state"] == "pending":
            self.state.put("files", key, {**row, "state": "stored"})
        location = {"Location": f"{self.site.canvas}/api/v1/files/{key}/create_success?uuid={row['uuid']}"}
        delivery = Delivery.RESET if "file-upload-lost" in faults else Delivery.WHOLE
        return Response(201 if "file-upload-created" in faults else 303, location, b"", delivery)

    def _serve(self, request: Request) -> Response:
        path = request.path
        row = self.state.row("uploads", path)
        if row is not None and path.startswith("/files/"):
            row = (
                row if hmac.compare_digest(request.argument("token") or "", download_token(self.state, path)) else None
            )
        if row is None:
            return _refused(403, "AccessDenied", _MESSAGES["AccessDenied"])
        content = self.media.read(path)
        headers = {"Content-Type": row["type"], "ETag": _tag(content), "X-Content-Type-Options": "nosniff"}
        return Response(200, headers, content)


def _tag(content: bytes) -> str:
    return f'"{hashlib.md5(content, usedforsecurity=False).hexdigest()}"'


def _refused(status: int, code: str, message: str, headers: dict[str, str] | None = None) -> Response:
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    body = f"{head}<Error><Code>{code}</Code><Message>{escape(message)}</Message></Error>"
    return Response(status, {"Content-Type": "application/xml", **(headers or {})}, body.encode())
