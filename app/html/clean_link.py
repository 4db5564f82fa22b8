"""Addresses of pasted links and pictures: what may stay."""

import re
from urllib.parse import parse_qs, urlsplit

_PICTURE = re.compile(r"data:image/(?:png|jpe?g|gif|webp|bmp);base64,[A-Za-z0-9+/=\s]+\Z")
_UNSEEN = re.compile(r"[\x00-\x20\x7f]+")


def link(address: str) -> str:
    """The address that a link leads to (http, https, mailto), "" for any other. Detours of Google and Outlook go."""
    address = _UNSEEN.sub("", address)
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    if parts.scheme == "mailto":
        return address if "@" in parts.path else ""
    if parts.scheme not in ("http", "https") or not parts.netloc:
        return ""
    return link(target) if (target := _target(address)) else address


def picture(address: str) -> str:
    """The address of a picture on the web or in the HTML itself, "" for any other."""
    if _PICTURE.match(address.strip()):
        return _UNSEEN.sub("", address)
    return link(address) if address.strip().lower().startswith(("http:", "https:")) else ""


def _target(address: str) -> str:
    """Where a detour leads, "" where the address is none."""
    parts = urlsplit(address)
    host, query = parts.hostname or "", parse_qs(parts.query)
    if host in ("www.google.com", "google.com") and parts.path == "/url":
        return (query.get("q") or query.get("url") or [""])[0]
    if host.endswith(".safelinks.protection.outlook.com"):
        return query.get("url", [""])[0]
    return ""
