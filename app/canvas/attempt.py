"""One attempt to sign in through the browser: what proves that its answer is meant for us (RFC 7636, RFC 8252)."""

import base64
import hashlib
import hmac
import secrets
from dataclasses import dataclass, field
from typing import Final, Self
from urllib.parse import urlencode

from app.canvas.school_key import SCOPES, SchoolKey

AUTHORIZE: Final = "/login/oauth2/auth"
_RANDOM_BYTES: Final = 32


@dataclass(frozen=True, slots=True)
class Attempt:
    """`state` comes back with the answer and must be the same; `verifier` goes to Canvas alone, with the code."""

    state: str = field(repr=False)
    verifier: str = field(repr=False)

    @classmethod
    def new(cls) -> Self:
        """Both so random that nobody guesses them."""
        return cls(secrets.token_urlsafe(_RANDOM_BYTES), secrets.token_urlsafe(_RANDOM_BYTES))

    @property
    def challenge(self) -> str:
        """What Canvas is told of the verifier beforehand: its hash (RFC 7636, 4.2, S256)."""
        digest = hashlib.sha256(self.verifier.encode("ascii")).digest()
        return base64.urlsafe_b64encode(digest).rstrip(b"=").decode("ascii")

    def address(self, origin: str, key: SchoolKey, redirect: str) -> str:
        """The page on which the person lets Quizwright in."""
        query = {
            "client_id": key.client_id,
            "response_type": "code",
            "redirect_uri": redirect,
            "state": self.state,
            "scope": " ".join(SCOPES),
            "code_challenge": self.challenge,
            "code_challenge_method": "S256",
            "purpose": "Quizwright",
        }
        return f"{origin}{AUTHORIZE}?{urlencode(query)}"

    def is_answered_by(self, state: str) -> bool:
        """Whether an answer belongs to this attempt; takes the same time for every wrong one."""
        return hmac.compare_digest(self.state.encode(), state.encode("utf-8", "replace"))
