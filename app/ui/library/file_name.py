"""A file name that every system takes, made of a title."""

import re

_REFUSED = re.compile(r'[<>:"/\\|?*\x00-\x1f]+')
_LONGEST = 80


def file_name(title: str, ending: str) -> str:
    """`title` without what Windows, macOS or Linux refuse in names, with `ending` (".quizwright")."""
    words = " ".join(_REFUSED.sub(" ", title).split())[:_LONGEST].strip(" .")
    return f"{words or 'quiz'}{ending}"
