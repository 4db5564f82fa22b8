"""What the window does with the place of a quiz in a course: open its page there, take the quiz from it."""

from collections.abc import Callable, Sequence

from app.canvas.page_address import quiz_page
from app.library.linked import linked_courses
from app.library.unlinking import Unlinked, put_back, take_from_course
from app.message import Message, message
from app.session.notice import UNDO, Notices
from app.session.workspace import Workspace
from app.ui.browser import open_page
from app.ui.canvas_access import PRACTICE


class CanvasLinks:
    """Asks nothing of Canvas, and changes nothing there."""

    def __init__(self, workspace: Workspace, notices: Notices) -> None:
        self._workspace, self._notices = workspace, notices

    def open_page(self, quiz_id: str, link_id: str = "") -> None:
        """Show the quiz in the browser, in the course of `link_id`, else in the first where it is."""
        links = [link for link in self._workspace.reader.links(quiz_id) if link.canvas_id is not None]
        link = next((link for link in links if link.id == link_id), links[0] if links else None)
        if link is None or link.canvas_id is None:
            self._notices.tell(message("This quiz is not on Canvas yet. Choose “Sync” to send it there."))
            return
        account = next(account for account in self._workspace.accounts() if account.id == link.account_id)
        if account.kind == PRACTICE:
            self._notices.tell(message("The Practice Canvas has no pages: it keeps your quizzes and shows nothing."))
        elif not open_page(quiz_page(account.origin, link.course_id, link.canvas_id), account.origin):
            self._notices.tell(message("The browser could not be opened for {origin}.", origin=account.origin))

    def unlink(self, quiz_id: str, link_id: str = "") -> None:
        """Take a quiz from the course of `link_id`, else from its first one; on Canvas nothing changes."""
        found = linked_courses(self._workspace.reader.db, quiz_id)
        taken = next((one for one in found if one.link.id == link_id), found[0] if found else None)
        if taken is None:
            return
        library = self._workspace.library

        def tell(unlinked: Unlinked) -> None:
            told = _unlinked(taken.course_name, [one.course_name for one in found if one is not taken])
            self._notices.tell(told, UNDO, lambda: self._write(lambda: put_back(library.db, unlinked)))

        take = library.together(lambda: take_from_course(library.db, taken.link.id))
        self._workspace.write(take, tell, self._workspace.failed.emit)

    def _write(self, work: Callable[[], None]) -> None:
        self._workspace.write(self._workspace.library.together(work), None, self._workspace.failed.emit)


def _unlinked(course: str, others: Sequence[str]) -> Message:
    if not others:
        return message("The quiz is no longer linked to {course}. On Canvas nothing has changed.", course=course)
    return message(
        "The quiz is no longer linked to {course}, but still to {other}. On Canvas nothing has changed.",
        course=course,
        other=", ".join(others),
    )
