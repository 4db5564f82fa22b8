"""Which handler answers which address, and what it asks of the caller."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

from app.sandbox import (
    access_token,
    accommodation,
    assignment,
    course,
    course_file,
    item,
    quiz,
    report,
    score,
    student,
)
from app.sandbox.call import Call
from app.sandbox.classic import extension, submission, taking
from app.sandbox.classic.quiz import list_questions
from app.sandbox.exchange import Answer

Handler: TypeAlias = Callable[[Call], Answer]

_COURSE = "/api/v1/courses/{course}"
_QUIZ = "/api/quiz/v1/courses/{course}/quizzes"
_CLASSIC = _COURSE + "/quizzes/{quiz}"
_SUBMISSION = _CLASSIC + "/submissions/{submission}"


@dataclass(frozen=True, slots=True)
class Route:
    """A handler; `teacher` says that students have no right to it. Paths with a course need that course."""

    handler: Handler
    teacher: bool = False


# The path of media_upload_url stands before `{item}`, which would match it too.
ROUTES: tuple[tuple[str, str, Route], ...] = (
    ("GET", "/api/v1/users/self", Route(course.show_self)),
    ("GET", "/api/v1/users/self/tokens/{token}", Route(access_token.show_token)),
    ("GET", "/api/v1/courses", Route(course.list_courses)),
    ("GET", _COURSE, Route(course.show_course)),
    ("GET", _COURSE + "/assignment_groups", Route(course.list_groups)),
    ("POST", _COURSE + "/assignment_groups", Route(course.create_group, teacher=True)),
    ("GET", _COURSE + "/assignments", Route(assignment.list_assignments)),
    ("GET", _COURSE + "/assignments/{assignment}", Route(assignment.show_assignment)),
    ("PUT", _COURSE + "/assignments/{assignment}", Route(assignment.update_assignment, teacher=True)),
    ("GET", _COURSE + "/assignments/{assignment}/submission_summary", Route(assignment.sum_up, teacher=True)),
    ("GET", _COURSE + "/assignments/{assignment}/submissions", Route(score.list_scores, teacher=True)),
    ("GET", _COURSE + "/users", Route(student.list_users)),
    ("GET", _CLASSIC + "/questions", Route(list_questions, teacher=True)),
    ("GET", _CLASSIC + "/submissions", Route(submission.list_submissions)),
    ("POST", _CLASSIC + "/submissions", Route(taking.start)),
    ("GET", _CLASSIC + "/submission", Route(submission.show_own)),
    ("GET", _SUBMISSION, Route(submission.show_submission)),
    ("PUT", _SUBMISSION, Route(submission.update_submission)),
    ("POST", _SUBMISSION + "/complete", Route(taking.complete)),
    ("GET", _SUBMISSION + "/time", Route(submission.show_time)),
    ("POST", _COURSE + "/quiz_extensions", Route(extension.extend_course)),
    ("POST", _CLASSIC + "/extensions", Route(extension.extend_quiz)),
    ("GET", "/api/v1/progress/{progress}", Route(report.show_progress)),
    ("POST", "/api/quiz/v1/courses/{course}/accommodations", Route(accommodation.accommodate_course, teacher=True)),
    ("POST", _QUIZ + "/{quiz}/accommodations", Route(accommodation.accommodate_quiz, teacher=True)),
    ("POST", _QUIZ + "/{quiz}/reports", Route(report.create_report, teacher=True)),
    ("POST", _COURSE + "/files", Route(course_file.begin_upload, teacher=True)),
    ("GET", _COURSE + "/files/quota", Route(course_file.show_quota, teacher=True)),
    ("GET", _COURSE + "/files/{file}", Route(course_file.show_file)),
    ("GET", "/api/v1/files/{file}", Route(course_file.show_file)),
    ("GET", "/api/v1/files/{file}/create_success", Route(course_file.finish_upload, teacher=True)),
    ("GET", _QUIZ, Route(quiz.list_quizzes, teacher=True)),
    ("POST", _QUIZ, Route(quiz.create_quiz, teacher=True)),
    ("GET", _QUIZ + "/{quiz}", Route(quiz.show_quiz, teacher=True)),
    ("PATCH", _QUIZ + "/{quiz}", Route(quiz.update_quiz, teacher=True)),
    ("DELETE", _QUIZ + "/{quiz}", Route(quiz.delete_quiz, teacher=True)),
    ("GET", _QUIZ + "/{quiz}/items", Route(item.list_items, teacher=True)),
    ("POST", _QUIZ + "/{quiz}/items", Route(item.create_item, teacher=True)),
    ("GET", _QUIZ + "/{quiz}/items/media_upload_url", Route(item.media_upload_url, teacher=True)),
    ("GET", _QUIZ + "/{quiz}/items/{item}", Route(item.show_item, teacher=True)),
    ("PATCH", _QUIZ + "/{quiz}/items/{item}", Route(item.update_item, teacher=True)),
    ("DELETE", _QUIZ + "/{quiz}/items/{item}", Route(item.delete_item, teacher=True)),
)


def _pattern(path: str) -> re.Pattern[str]:
    """Names in braces are ids; a token also goes by its first letters, a submission as one's own."""
    path = path.replace("{submission}", r"(?P<submission>\d+|self)").replace("{token}", r"(?P<token>[^/]+)")
    return re.compile(re.sub(r"\{(\w+)\}", r"(?P<\1>\\d+)", path))


_COMPILED = tuple((method, _pattern(path), route) for method, path, route in ROUTES)


@lru_cache(maxsize=1024)
def matched(method: str, path: str) -> tuple[Route, Mapping[str, str]] | None:
    """The route of a request with the ids in its path, or None."""
    for wanted, pattern, route in _COMPILED:
        if wanted == method and (match := pattern.fullmatch(path)):
            return route, match.groupdict()
    return None
