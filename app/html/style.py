"""The declarations of a `style` attribute."""

import re

from app.html.tag import Tag

_DECLARATION = re.compile(r"""((?:[^;"'(]|"[^"]*"|'[^']*'|\([^)]*\)|["'(])+)(?:;|\Z)""")


def declarations(tag: Tag) -> dict[str, str]:
    """Property to value, names in lower case, in order; the last of a name counts."""
    found: dict[str, str] = {}
    for declaration in _DECLARATION.findall(tag.attribute("style")):
        name, colon, value = declaration.partition(":")
        if colon:
            found[name.strip().lower()] = value.strip()
    return found


def with_declaration(tag: Tag, name: str, value: str) -> Tag:
    """The tag with another value of a property, which is left out where it is ""."""
    kept = {**declarations(tag), name: value}
    return tag.replaced("style", " ".join(f"{key}: {text};" for key, text in kept.items() if text))
