"""A place for one refresh token, which other programs may write to as well."""

from dataclasses import dataclass, field


@dataclass
class Kept:
    """In memory; `written` is everything that was ever kept here."""

    refresh_token: str = ""
    written: list[str] = field(default_factory=list)

    def read(self) -> str:
        return self.refresh_token

    def write(self, refresh_token: str) -> None:
        self.refresh_token = refresh_token
        self.written.append(refresh_token)
