"""The address of a Canvas: what a person types becomes an origin, and what is printed shows no secret."""

import re
from ipaddress import ip_address
from urllib.parse import SplitResult, urljoin, urlsplit, urlunsplit

from app.canvas.errors import AddressRefused
from app.message import message

DEFAULT_PORTS = {"https": 443, "http": 80}
LABEL = r"[a-z0-9]([a-z0-9-]*[a-z0-9])?"
HOST_NAME = re.compile(rf"{LABEL}(\.{LABEL})*")
URL_IN_TEXT = re.compile(r"https?://[^\s\"'<>]+", re.IGNORECASE)


def canvas_address(text: str) -> str:
    """The origin `https://host[:port]` of what a person typed or pasted: with or without scheme, path and slash.

    Raises AddressRefused for anything that cannot be a Canvas: no host, a user name inside, another scheme, and plain
    http to any host but this computer (reliability, 3.1).
    """
    typed = text.strip()
    if not typed or any(character.isspace() or character == "\\" for character in typed):
        raise AddressRefused(message("This is not a web address: {text}", text=redacted(typed) or "“”"))
    parts = split(typed if "://" in typed else f"https://{typed}")
    if parts is None or not (host := host_name(parts)):
        raise AddressRefused(message("This is not a web address: {text}", text=redacted(typed)))
    if "@" in parts.netloc:
        raise AddressRefused(
            message("The address of Canvas must not hold a user name or password."),
            message("Enter only the host, for example canvas.example.edu; the token has a field of its own."),
        )
    scheme = parts.scheme if "://" in typed or not is_loopback_host(host) else "http"
    refuse_scheme(scheme, host)
    return origin_from(scheme, host, parts.port)


def refuse_scheme(scheme: str, host: str) -> None:
    """Raise AddressRefused unless the token would travel encrypted or stay on this computer."""
    if scheme == "http" and not is_loopback_host(host):
        raise AddressRefused(
            message("{host} can only be used with https, so that nobody on the way can read your token.", host=host),
            message("Enter https://{host} instead.", host=host),
        )
    if scheme not in DEFAULT_PORTS:
        raise AddressRefused(message("The address of Canvas begins with https://, not {scheme}:", scheme=scheme))


def split(url: str) -> SplitResult | None:
    """The parts of `url`; None where it is malformed, its port included."""
    try:
        parts = urlsplit(url)
        return parts if parts.port is None or parts.port > 0 else None
    except ValueError:
        return None


def host_name(parts: SplitResult) -> str:
    """The host in ASCII, lower case, without the dot of the root; an empty text where it is none."""
    host = (parts.hostname or "").rstrip(".")
    try:
        return ip_address(host).compressed if ":" in host else ascii_name(host)
    except ValueError:
        return ""


def ascii_name(host: str) -> str:
    """A host name as DNS takes it. Raises ValueError where it has characters that no host has."""
    name = host.encode("idna").decode("ascii").lower()
    if not HOST_NAME.fullmatch(name):
        raise ValueError(name)
    return name


def origin_from(scheme: str, host: str, port: int | None) -> str:
    """Scheme, host and port as browsers write an origin: the usual port of the scheme is left out."""
    shown = f"[{host}]" if ":" in host else host
    return f"{scheme}://{shown}" if port in (None, DEFAULT_PORTS[scheme]) else f"{scheme}://{shown}:{port}"


def origin(url: str) -> str | None:
    """The origin of an absolute http or https address; None for every other text and where a user name is inside."""
    parts = split(url)
    if parts is None or parts.scheme not in DEFAULT_PORTS or "@" in parts.netloc or not (host := host_name(parts)):
        return None
    return origin_from(parts.scheme, host, parts.port)


def joined(url: str, reference: str) -> str | None:
    """The absolute address of `reference` found at `url`; None where it is malformed or empty."""
    try:
        return urljoin(url, reference) if reference else None
    except ValueError:
        return None


def is_loopback_host(host: str) -> bool:
    """Whether `host` is this computer."""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def is_loopback(url: str) -> bool:
    """Whether the address is served by this computer."""
    parts = split(url)
    return parts is not None and is_loopback_host(host_name(parts))


def redacted(url: str) -> str:
    """The address without query, fragment and user name: the only form in which one is shown, logged or raised."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return "…"
    path = parts.path if parts.netloc else parts.path.rpartition("@")[2]
    return urlunsplit((parts.scheme, parts.netloc.rpartition("@")[2], path, "", ""))


def redacted_text(text: str) -> str:
    """`text` with every http address in it redacted."""
    return URL_IN_TEXT.sub(lambda found: redacted(found.group()), text)
