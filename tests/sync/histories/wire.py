"""What lies between the client and the server."""

from collections.abc import Awaitable, Callable

import httpx


class Wire(httpx.AsyncBaseTransport):
    """Time passes `before` a request goes out; the process may die then, and `after` it, when its answer comes."""

    def __init__(
        self, inner: httpx.AsyncBaseTransport, before: Callable[[], Awaitable[None]], after: Callable[[], None]
    ) -> None:
        self._inner, self._before, self._after = inner, before, after

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        await self._before()
        response = await self._inner.handle_async_request(request)
        try:
            self._after()
        except BaseException:
            await response.aclose()
            raise
        return response

    async def aclose(self) -> None:
        await self._inner.aclose()
