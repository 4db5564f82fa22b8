"""The key that a school issues, so that its people can sign in through the browser, and what the key must allow.

Canvas calls it a developer key (Canvas, OAuth2, "Developer Keys"). Its addresses are compared to the letter where they
stand in its list, by host alone where they stand in the older field; so few fixed ports serve both.
"""

import re
from dataclasses import dataclass, field
from typing import Final

from app.canvas.errors import KeyRefused
from app.message import message

LOOPBACK: Final = "127.0.0.1"
PORTS: Final = (47811, 47812, 47813)
"""Of no known service; the second and third are for two windows that sign in at the same time."""
SIGNED_IN_PATH: Final = "/signed-in"
ADDRESSES: Final = tuple(f"http://{LOOPBACK}:{port}{SIGNED_IN_PATH}" for port in PORTS)
"""Where the browser is sent back to."""

_COURSE: Final = "/api/v1/courses/:course_id"
_NEW: Final = "/api/quiz/v1/courses/:course_id"
_QUIZ: Final = f"{_NEW}/quizzes"
_CLASSIC: Final = f"{_COURSE}/quizzes/:quiz_id"
SCOPES: Final = (
    "url:GET|/api/v1/users/:id",
    "url:GET|/api/v1/courses",
    f"url:GET|{_COURSE}/assignment_groups",
    f"url:GET|{_COURSE}/assignments",
    f"url:GET|{_COURSE}/assignments/:id",
    f"url:PUT|{_COURSE}/assignments/:id",
    f"url:GET|{_COURSE}/assignments/:assignment_id/submission_summary",
    f"url:POST|{_COURSE}/files",
    f"url:GET|{_COURSE}/files/:id",
    "url:GET|/api/v1/files/:id",
    f"url:GET|{_QUIZ}",
    f"url:POST|{_QUIZ}",
    f"url:GET|{_QUIZ}/:assignment_id",
    f"url:PATCH|{_QUIZ}/:assignment_id",
    f"url:DELETE|{_QUIZ}/:assignment_id",
    f"url:GET|{_QUIZ}/:assignment_id/items",
    f"url:POST|{_QUIZ}/:assignment_id/items",
    f"url:GET|{_QUIZ}/:assignment_id/items/:item_id",
    f"url:PATCH|{_QUIZ}/:assignment_id/items/:item_id",
    f"url:DELETE|{_QUIZ}/:assignment_id/items/:item_id",
    f"url:GET|{_QUIZ}/:assignment_id/items/media_upload_url",
    f"url:GET|{_COURSE}/users",
    f"url:GET|{_COURSE}/assignments/:assignment_id/submissions",
    f"url:GET|{_CLASSIC}/questions",
    f"url:GET|{_CLASSIC}/submissions",
    f"url:GET|{_CLASSIC}/submissions/:id",
    f"url:PUT|{_CLASSIC}/submissions/:id",
    f"url:POST|{_CLASSIC}/extensions",
    f"url:POST|{_COURSE}/quiz_extensions",
    f"url:POST|{_NEW}/accommodations",
    f"url:POST|{_QUIZ}/:assignment_id/accommodations",
    f"url:POST|{_QUIZ}/:assignment_id/reports",
    "url:GET|/api/v1/progress/:id",
)
"""Everything that is ever asked of Canvas, for schools whose keys name it one by one.

Each stands in the document of its API, but that of accommodations of a course, which is named like that of a quiz.
"""

_CLIENT_ID: Final = re.compile(r"\d{1,20}")
_SECRET: Final = re.compile(r"[\x21-\x7e]{0,512}")


@dataclass(frozen=True, slots=True)
class SchoolKey:
    """`client_id` is no secret; `secret` is "" for a public key, which proves itself with PKCE alone."""

    client_id: str
    secret: str = field(default="", repr=False)


def school_key(client_id: str, secret: str = "") -> SchoolKey:
    """The key as a person typed or pasted it. Raises KeyRefused where it cannot be one."""
    typed, hidden = client_id.strip(), secret.strip()
    if not _CLIENT_ID.fullmatch(typed):
        raise KeyRefused(
            message("A client ID is a long number; “{text}” is none.", text=typed[:40]),
            message("It stands in the key's row under Admin › Developer Keys. Ask your school's IT for it."),
        )
    if not _SECRET.fullmatch(hidden):
        raise KeyRefused(
            message("This is not the secret of a key: it has blanks or signs that no secret has."),
            message("Copy it once more, or leave it empty if your school gave you none."),
        )
    return SchoolKey(typed, hidden)
