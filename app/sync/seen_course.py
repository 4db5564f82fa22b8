"""A course as it was just seen on Canvas, for the library."""

from app.canvas.courses import Course
from app.library.row import CourseRow


def course_row(account_id: str, course: Course) -> CourseRow:
    """The row that lists, and the dates of its quizzes, are shown with."""
    return CourseRow(account_id, course.id, course.name, course.term or "", course.time_zone, ends_at=course.ends_at)
