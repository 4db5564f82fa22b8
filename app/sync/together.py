"""Several requests in flight at a time. Where one fails the others are seen through before its error is raised.

Else they would go on behind it, and the client would be closed under them.
"""

import asyncio
from collections.abc import Awaitable
from typing import TypeVar

A = TypeVar("A")
B = TypeVar("B")


async def together(*work: Awaitable[A]) -> list[A]:
    """What they give, in their order. Raises the first error."""
    found = []
    for one in await asyncio.gather(*work, return_exceptions=True):
        if isinstance(one, BaseException):
            raise one
        found.append(one)
    return found


async def both(first: Awaitable[A], second: Awaitable[B]) -> tuple[A, B]:
    """The same for two of different kinds."""
    one, other = await asyncio.gather(first, second, return_exceptions=True)
    if isinstance(one, BaseException):
        raise one
    if isinstance(other, BaseException):
        raise other
    return one, other
