"""The open connections of the server, so that a fault can break one as a network does."""

import asyncio
import socket
import struct
from typing import ClassVar

from uvicorn.protocols.http.h11_impl import H11Protocol

_NO_LINGER = struct.pack("ii", 1, 0)

Peer = tuple[str, int]


class Connections:
    """Transports by the address of the client."""

    def __init__(self) -> None:
        self._open: dict[Peer, asyncio.Transport] = {}

    def protocol(self) -> type[H11Protocol]:
        """uvicorn's protocol in a form that tells this register of its connections."""

        class Registered(_Followed):
            register = self

        return Registered

    def add(self, peer: Peer, transport: asyncio.Transport) -> None:
        """Note a connection. asyncio sends without delay only where a socket names its protocol, which one of
        `create_server` does not: every answer would wait 40 ms for an acknowledgement."""
        transport.get_extra_info("socket").setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self._open[peer] = transport

    def remove(self, peer: Peer) -> None:
        self._open.pop(peer, None)

    def reset(self, peer: Peer) -> None:
        """Break a connection with RST: nothing that is still to be sent is sent."""
        transport = self._open.get(peer)
        if transport is not None:
            transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _NO_LINGER)
            transport.abort()


class _Followed(H11Protocol):
    """A connection that tells when it comes and goes."""

    register: ClassVar[Connections]

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        if self.client is not None:
            self.register.add(self.client, transport)

    def connection_lost(self, exc: Exception | None) -> None:
        if self.client is not None:
            self.register.remove(self.client)
        super().connection_lost(exc)
