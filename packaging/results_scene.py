"""The scenes of results: a class that took a Classic quiz, and one attempt being marked."""

from stage import Stage, settle, until
from sync_scene import COURSE, Practice

from app.ui.library.place import Place
from app.ui.results.preview_dialog import PreviewDialog
from app.ui.results.results_screen import ResultsScreen

_CLASSIC = "Syllabus quiz (classic)"


class Results:
    """Played on the class of the Practice Canvas."""

    def __init__(self, practice: Practice) -> None:
        self._practice = practice

    async def table(self, stage: Stage) -> None:
        """Students in every state."""
        await self._practice.start(stage)
        page = stage.window.canvas.results_page
        stage.window.canvas.show_results(Place("course", self._practice.account.id, COURSE))
        await until(lambda: page.list.count() > 1 and not page.busy, "the quizzes of a course")
        rows = map(page.list.item, range(page.list.count()))
        page.list.setCurrentItem(next(row for row in rows if row.text() == _CLASSIC))
        page.fetch.click()
        await until(lambda: page.table.model.rowCount() > 0 and not page.busy, "results")
        await settle()

    async def preview(self, stage: Stage) -> None:
        """A preview attempt that was begun."""
        page = _page(stage)
        page.table.preview.click()
        dialog = next(one for one in page.findChildren(PreviewDialog) if one.isVisible())
        dialog.begin.click()
        await until(dialog.hand_in.isEnabled, "a preview")
        await settle(20)

    async def marking(self, stage: Stage) -> None:
        """An essay has points that are not sent yet."""
        page = _page(stage)
        page.table.opened.emit(page.table.model.shown[0])
        answer = page.marking.answers[2]
        answer.points.show_points(2)
        answer.points.points_edited.emit(2)
        answer.comment.setPlainText("You say what you want to know. Say why, too.")
        page.marking.focus_answer(3)
        await until(lambda: page.send.isVisible(), "a mark that is kept")
        await settle()

    async def analysis(self, stage: Stage) -> None:
        """Questions of a Classic quiz."""
        page = _page(stage)
        page.marking.back.click()
        page.table.analyse.click()
        await until(lambda: page.stack.currentWidget() is page.analysis and not page.busy, "an analysis")
        await settle()

    async def students(self, stage: Stage) -> None:
        """A share of the time without a name, not sent yet, and an attempt more."""
        page = _page(stage)
        page.list.setCurrentRow(0)
        await settle()
        page.students.minutes.show_number(15)
        page.students.share.number.show_number(180)
        page.students.share.number.number_edited.emit(180)
        page.students.new_attempts.attempts.show_number(1)
        page.students.new_attempts.attempts.number_edited.emit(1)
        page.students.give_time.click()
        await until(lambda: page.students.known.lines, "what was given")
        await settle()


def _page(stage: Stage) -> ResultsScreen:
    return stage.window.canvas.results_page
