"""The sandbox as an ASGI application: two origins, latency, and responses that are delivered badly on purpose."""

import asyncio
import contextlib

from starlette.requests import ClientDisconnect
from starlette.requests import Request as HttpRequest
from starlette.types import Receive, Scope, Send

from app.sandbox.connection import Connections
from app.sandbox.core import Sandbox
from app.sandbox.exchange import Delivery, Request, Response
from app.sandbox.late import LATEST

SILENCE = 1.0
"""Seconds without an answer before a silent connection closes."""

_DRIPS = 20
_PAUSE = 0.02


class Shell:
    """Carries requests to the core and responses back; which origin is meant tells the port."""

    def __init__(self, core: Sandbox, connections: Connections, *, storage_port: int, latency_ms: float) -> None:
        self._core = core
        self._connections = connections
        self._storage_port = storage_port
        self.latency_ms = latency_ms
        self.closing = asyncio.Event()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        http = HttpRequest(scope, receive)
        try:
            body = await http.body()
        except ClientDisconnect:  # the client died while it was sending
            return
        request = Request(
            method=scope["method"],
            path=scope["path"],
            query=scope["query_string"].decode("latin-1"),
            headers={name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]},
            body=body,
        )
        storage = scope["server"][1] == self._storage_port
        response = await (self._from_storage(request) if storage else self._from_canvas(request))
        await self._deliver(scope, send, response)

    async def _from_storage(self, request: Request) -> Response:
        await self._wait(self.latency_ms / 1000)
        return self._core.handle_storage(request)

    async def _from_canvas(self, request: Request) -> Response:
        refused = self._core.admit(request)
        await self._wait(self.latency_ms / 1000)
        if refused is not None:
            return refused
        response = self._core.answer(request)
        if self._core.expects_late_writes:
            asyncio.get_running_loop().call_later(LATEST + 0.01, self._core.tick)
        return response

    async def _wait(self, seconds: float) -> None:
        """Sleep, but not beyond the end of the server."""
        if seconds > 0:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(seconds):
                    await self.closing.wait()

    async def _deliver(self, scope: Scope, send: Send, response: Response) -> None:
        if response.delivery in {Delivery.RESET, Delivery.SILENCE}:
            await self._wait(SILENCE if response.delivery is Delivery.SILENCE else 0)
            await self._break(scope)
            return
        await self._send_head(send, response)
        if response.delivery is Delivery.TRUNCATED:
            await send(_piece(response.body[: len(response.body) // 2], more=True))
            await self._break(scope, after=_PAUSE)
        elif response.delivery is Delivery.DRIP:
            await self._drip(send, response.body)
        else:
            await send(_piece(response.body, more=False))

    async def _send_head(self, send: Send, response: Response) -> None:
        headers = {**response.headers, "Content-Length": str(len(response.body))}
        raw = [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in headers.items()]
        await send({"type": "http.response.start", "status": response.status, "headers": raw})

    async def _drip(self, send: Send, body: bytes) -> None:
        size = max(1, -(-len(body) // _DRIPS))
        for start in range(0, len(body), size):
            await send(_piece(body[start : start + size], more=True))
            await self._wait(_PAUSE)
        await send(_piece(b"", more=False))

    async def _break(self, scope: Scope, after: float = 0) -> None:
        """Break the connection and let the loop notice before uvicorn misses the rest of the response."""
        await self._wait(after)
        self._connections.reset(tuple(scope["client"]))
        for _ in range(3):
            await asyncio.sleep(0)


def _piece(body: bytes, *, more: bool) -> dict[str, object]:
    return {"type": "http.response.body", "body": body, "more_body": more}
