"""The sandbox's core as an httpx transport: many histories in memory, without a server, with the same faults."""

import httpx

from app.sandbox.core import Sandbox
from app.sandbox.exchange import Delivery, Request, Response


class CoreTransport(httpx.AsyncBaseTransport):
    """Carries requests for the Canvas and the storage origin of `core` into it; other origins cannot be reached."""

    def __init__(self, core: Sandbox) -> None:
        self._core = core

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        sent = Request(
            method=request.method,
            path=request.url.path,
            query=request.url.query.decode("ascii"),
            headers={name.lower(): value for name, value in request.headers.items()},
            body=await request.aread(),
        )
        response = self._answer(request, sent)
        _fail_as_delivered(response.delivery, request)
        return httpx.Response(response.status, headers=dict(response.headers), content=response.body, request=request)

    def _answer(self, request: httpx.Request, sent: Request) -> Response:
        port = f":{request.url.port}" if request.url.port else ""
        origin = f"{request.url.scheme}://{request.url.host}{port}"
        if origin == self._core.site.canvas:
            return self._core.handle(sent)
        if origin == self._core.site.storage:
            return self._core.handle_storage(sent)
        raise httpx.ConnectError(f"no such host: {origin}", request=request)


def _fail_as_delivered(delivery: Delivery, request: httpx.Request) -> None:
    if delivery is Delivery.RESET:
        raise httpx.ReadError("connection reset", request=request)
    if delivery is Delivery.SILENCE:
        raise httpx.ReadTimeout("timed out", request=request)
    if delivery is Delivery.TRUNCATED:
        raise httpx.RemoteProtocolError("peer closed connection without sending complete message body", request=request)
