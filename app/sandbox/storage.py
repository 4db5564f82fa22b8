"""The storage host: uploads to presigned addresses, pictures to everybody, never a token."""

import hashlib
from dataclasses import dataclass
from xml.sax.saxutils import escape

from app.sandbox.exchange import Request, Response
from app.sandbox.media import PREFIX, Media
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

    def handle(self, request: Request, now: float, faults: frozenset[str] = frozenset()) -> Response:
        """`faults` are those drawn for this request."""
        if "authorization" in request.headers:
            return _refused(400, "InvalidArgument", _ONE_MECHANISM)
        if request.method == "PUT":
            return self._upload(request, now, faults)
        if request.method == "GET":
            return self._serve(request.path)
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

    def _serve(self, path: str) -> Response:
        row = self.state.row("uploads", path)
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
