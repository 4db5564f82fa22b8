"""The keys of the sandbox's school, and what a sign-in must name of them (`canvas-facts.md` 1.5, OAuth2 Endpoints).

A public key has no secret: it proves each sign-in with PKCE, and its refresh tokens are good for one use.
"""

from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from app.sandbox.refusal import oauth_refused

OUT_OF_BAND: Final = "urn:ietf:wg:oauth:2.0:oob"


@dataclass(frozen=True, slots=True)
class DeveloperKey:
    """What an administrator entered. `host` is the domain of the older field, `addresses` the newer list."""

    client_id: str
    name: str
    secret: str
    host: str
    addresses: tuple[str, ...]

    @property
    def is_public(self) -> bool:
        return not self.secret

    def takes(self, redirect: str, *, exact: bool) -> bool:
        """Whether the browser may be sent to an address: the domain must be the key's, or one below it."""
        if redirect == OUT_OF_BAND or redirect in self.addresses:
            return True
        try:
            host = urlsplit(redirect).hostname or ""
        except ValueError:
            return False
        return not exact and (host == self.host or host.endswith(f".{self.host}"))


_LOOPBACK: Final = "127.0.0.1"
_ADDRESSES: Final = tuple(f"http://{_LOOPBACK}:{port}/signed-in" for port in (47811, 47812, 47813))
PUBLIC: Final = DeveloperKey("10000000000001", "Quizwright", "", _LOOPBACK, _ADDRESSES)
SECRET: Final = DeveloperKey("10000000000002", "Quizwright", "sandbox-key-secret", _LOOPBACK, _ADDRESSES)
KEYS: Final = {key.client_id: key for key in (PUBLIC, SECRET)}


def key_of(client_id: str | None) -> DeveloperKey:
    """The key with that id; refuses every other."""
    key = KEYS.get(client_id or "")
    if key is None:
        raise oauth_refused("invalid_client", "unknown client", 401)
    return key
