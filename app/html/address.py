"""The address of a link as a person types it."""

import re
from urllib.parse import urlsplit

from app.message import Message, message

SCHEMES = frozenset({"http", "https", "mailto"})

_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):(?!\d+(?:/|\Z))")  # "example.org:8080/a" has a port, no scheme
_MAIL = re.compile(r"[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+")
_HOST = re.compile(r"(?:[\w-]+\.)+[^\W\d_][\w-]*|localhost|\d{1,3}(?:\.\d{1,3}){3}|\[[0-9a-fA-F:.]+\]")


def completed(typed: str) -> str:
    """The address with the scheme that is meant: `example.org` is a page, `a@example.org` a mailbox."""
    address = typed.strip()
    if not address or _SCHEME.match(address) or address.startswith(("/", "#", "?")):
        return f"https:{address}" if address.startswith("//") else address
    return f"mailto:{address}" if _MAIL.fullmatch(address) else f"https://{address}"


def address_problem(address: str) -> Message | None:
    """What is wrong with a completed address; None for one that a link may have.

    An address within Canvas (`/courses/1/pages/x`, `#part`) needs no host.
    """
    if not address:
        return message("Type an address, such as https://example.org.")
    if re.search(r"\s", address):
        return message("An address has no spaces. Write %20 where one belongs in it.")
    scheme = _SCHEME.match(address)
    if scheme is None:
        return None if address[0] in "/#?" else message("An address begins with https://.")
    if scheme[1].lower() not in SCHEMES:
        return message("A link can lead to a page (https) or a mailbox (mailto), not to “{scheme}:”.", scheme=scheme[1])
    return _mail_problem(address) if scheme[1].lower() == "mailto" else _host_problem(address)


def host_of(address: str) -> str:
    """Where a link leads, to be shown before it is opened: a host, or a mailbox; "" for one within Canvas."""
    try:
        parts = urlsplit(address)
        return parts.path if parts.scheme.lower() == "mailto" else parts.hostname or ""
    except ValueError:
        return ""


def _mail_problem(address: str) -> Message | None:
    mailbox = address.partition(":")[2].partition("?")[0]
    return None if _MAIL.fullmatch(mailbox) else message("A mail address looks like name@example.org.")


def _host_problem(address: str) -> Message | None:
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
        known = parts.port is None or parts.port >= 0
    except ValueError:
        return message("This address cannot be read. Copy it again from the browser.")
    shown = f"[{host}]" if ":" in host else host
    if not host or not known or not _HOST.fullmatch(shown):
        return message("This address has no website in it. It looks like https://example.org/page.")
    return None
