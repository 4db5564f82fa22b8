"""Pages of Canvas that a person opens in the browser."""

from app.canvas.path import path


def quiz_page(origin: str, course_id: str, quiz_id: str) -> str:
    """A New Quiz is an assignment and is opened as one (canvas-facts, 1.8); a question has no page of its own."""
    return path(f"{origin}/courses", (course_id, "assignments", quiz_id))
