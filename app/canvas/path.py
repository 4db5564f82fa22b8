"""Paths below an origin, made of ids that can never lead elsewhere."""

from urllib.parse import quote


def core_path(*segments: str) -> str:
    """A path of Canvas itself."""
    return path("/api/v1", segments)


def new_quizzes_path(*segments: str) -> str:
    """A path of New Quizzes: the same host and token, another root (canvas-facts, 1.1)."""
    return path("/api/quiz/v1", segments)


def path(root: str, segments: tuple[str, ...]) -> str:
    """`root` and the quoted segments. Raises ValueError for an empty one: it would name the whole collection."""
    if any(segment in ("", ".", "..") for segment in segments):
        raise ValueError(f"an id is missing in {segments}")
    return "/".join((root, *(quote(segment, safe="~:") for segment in segments)))
