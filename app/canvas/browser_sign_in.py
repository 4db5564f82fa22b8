"""The sign-in through the browser, from opening the page to the tokens."""

import asyncio
from collections.abc import Callable
from typing import Final

from app.canvas.attempt import Attempt
from app.canvas.complaint import shortened
from app.canvas.errors import CanvasError, KeyRefused, SignInFailed
from app.canvas.loopback import Loopback, Return
from app.canvas.token_endpoint import Grant, TokenEndpoint
from app.message import Message, message

LONGEST: Final = 600.0
"""Seconds: Canvas keeps what proves the attempt no longer (canvas-facts, 1.5)."""

GO_BACK: Final = message("Canvas has answered. You can close this page and go back to Quizwright.")
DENIED: Final = message("You did not let Quizwright in. You can close this page; nothing has changed.")


async def signed_in(
    endpoint: TokenEndpoint,
    show: Callable[[str], object],
    *,
    words: Callable[[Message], str] = str,
    seconds: float = LONGEST,
) -> Grant:
    """Let the person sign in on the page that `show` is given the address of, and get the tokens.

    `words` makes what the browser says at the end. Raises SignInFailed, KeyRefused, CanvasError; cancelling gives up.
    """
    attempt = Attempt.new()

    def is_meant(answer: Return) -> bool:
        return attempt.is_answered_by(answer.state) and bool(answer.code or answer.error)

    def page(answer: Return) -> str:
        return words(DENIED if answer.error == "access_denied" else GO_BACK)

    async with Loopback(is_meant, page) as loopback:
        show(attempt.address(endpoint.origin, endpoint.key, loopback.redirect))
        try:
            async with asyncio.timeout(seconds):
                answer = await loopback.returned()
        except TimeoutError:
            raise SignInFailed(endpoint.host, text=message("Nobody signed in within ten minutes.")) from None
        if answer.error:
            raise _refused(endpoint.host, answer)
        return await endpoint.exchanged(answer.code, attempt.verifier, loopback.redirect)


def _refused(host: str, answer: Return) -> CanvasError:
    """What the browser brought in place of a code (RFC 6749, 4.1.2.1)."""
    told = shortened(answer.description, hidden=())
    match answer.error:
        case "access_denied":
            return SignInFailed(
                host,
                text=message("You did not let Quizwright in on the page of {host}.", host=host),
                hint=message("Nothing has changed. To connect, sign in again and choose “Authorize”."),
            )
        case "invalid_scope":
            return KeyRefused(
                message("Your school's key does not allow what Quizwright needs: {words}", words=told),
                message("Ask your school's IT to allow it; the page for them lists all of it."),
            )
        case "unauthorized_client":
            return KeyRefused(
                message("Canvas at {host} does not let this key be used: {words}", host=host, words=told),
                message("Ask your school's IT to switch the key on for your school."),
            )
        case _:
            return SignInFailed(host, told or shortened(answer.error, hidden=()))
