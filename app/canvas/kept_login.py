"""What the keychain keeps of an account: a pasted token as it is, or the sign-in through the browser as one short text.

It is one entry, so that what belongs together is kept and forgotten together. The access token is not in it: it is good
for an hour and comes anew with the first request.
"""

import json
from dataclasses import dataclass, field
from typing import Self

from app.canvas.school_key import SchoolKey


@dataclass(frozen=True, slots=True)
class KeptLogin:
    """A sign-in through the browser. `refresh_token` is "" once it is over: signing in again needs the key only."""

    key: SchoolKey
    refresh_token: str = field(repr=False)

    @classmethod
    def read(cls, secret: str) -> Self | None:
        """The sign-in that a text of the keychain is; None for a pasted token, which never begins with a brace."""
        if not secret.startswith("{"):
            return None
        try:
            value = json.loads(secret)
            return cls(SchoolKey(str(value["client_id"]), str(value["secret"])), str(value["refresh_token"]))
        except (ValueError, KeyError, TypeError):
            return None

    def text(self) -> str:
        """For the keychain, whose entries are short on Windows (reliability, 3.1)."""
        value = {"client_id": self.key.client_id, "secret": self.key.secret, "refresh_token": self.refresh_token}
        return json.dumps(value, separators=(",", ":"))
