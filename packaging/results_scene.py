"""The scenes of results: a class that took a Classic quiz, and one attempt being marked."""

from collection import SAMPLE
from PySide6.QtCore import Qt
from stage import Stage, settle, until
from sync_scene import COURSE, Practice

from app.sandbox.classroom import Classroom
from app.ui.library.place import Place
from app.ui.results.preview_dialog import PreviewDialog
from app.ui.results.results_screen import ResultsScreen

_HANDED_IN = 1_790_000_000.0
_NEW = "Photosynthesis and leaf structure"
_CLASSIC = "Syllabus quiz (classic)"


class Results:
    """Played on the class of the Practice Canvas."""

    def __init__(self, practice: Practice) -> None:
        self._practice = practice

    async def table(self, stage: Stage) -> None:
        """Students in every state."""
        await self._practice.start(stage)
        page = stage.window.canvas.results.page
        stage.window.canvas.results.show(Place("course", self._practice.account.id, COURSE))
        await until(lambda: page.list.count() > 1 and not page.busy, "the quizzes of a course")
        rows = map(page.list.item, range(page.list.count()))
        page.list.setCurrentItem(next(row for row in rows if row.text() == _CLASSIC))
        page.fetch.click()
        await until(lambda: page.of_quiz.table.model.rowCount() > 0 and not page.busy, "results")
        await settle()

    async def preview(self, stage: Stage) -> None:
        """A preview attempt that was begun."""
        page = _page(stage)
        page.of_quiz.table.preview.click()
        dialog = next(one for one in page.findChildren(PreviewDialog) if one.isVisible())
        dialog.begin.click()
        await until(dialog.hand_in.isEnabled, "a preview")
        await settle(20)

    async def marking(self, stage: Stage) -> None:
        """An essay has points that are not sent yet."""
        page = _page(stage)
        page.of_quiz.table.opened.emit(page.of_quiz.table.model.shown[0])
        answer = page.of_quiz.marking.answers[2]
        answer.points.show_points(2)
        answer.points.points_edited.emit(2)
        answer.comment.setPlainText("You say what you want to know. Say why, too.")
        page.of_quiz.marking.focus_answer(3)
        await until(lambda: page.send.isVisible(), "a mark that is kept")
        await settle()

    async def analysis(self, stage: Stage) -> None:
        """Questions of a Classic quiz."""
        page = _page(stage)
        page.of_quiz.marking.back.click()
        page.of_quiz.table.analyse.click()
        await until(lambda: page.of_quiz.currentWidget() is page.of_quiz.analysis and not page.busy, "an analysis")
        await settle()

    async def report(self, stage: Stage) -> None:
        """What students answered in a New Quiz."""
        page = _page(stage)
        rows = map(page.list.item, range(page.list.count()))
        chosen = next(row for row in rows if row.text() == _NEW)
        quiz = chosen.data(Qt.ItemDataRole.UserRole).quiz_id
        self._sit(quiz)
        page.list.setCurrentItem(chosen)
        page.fetch.click()
        await until(lambda: page.of_quiz.table.model.rowCount() > 0 and not page.busy, "results")
        page.of_quiz.table.report.click()
        await until(lambda: page.of_quiz.currentWidget() is page.of_quiz.report and not page.busy, "a report")
        await settle()

    def _sit(self, quiz: str) -> None:
        """Students hand it in, each with an answer of their own to every question."""
        core = self._practice.server.core
        people, items = Classroom(core), [str(item["id"]) for item in core.items(COURSE, quiz)]
        students = (key for key, row in core.state.rows("people") if row["role"] == "student")
        for student, (said, points) in zip(list(students), _ANSWERS, strict=False):
            answers = {item: {"text": said, "points": points} for item in items}
            score = points * len(items)
            people.sit(quiz, student, state="complete", score=score, submitted_at=_HANDED_IN, answers=answers)

    async def tab(self, stage: Stage) -> None:
        """Scores of the quiz that is open."""
        stage.open(SAMPLE)
        stage.quiz.turn_to("results")
        tab = stage.quiz.parts.results
        assert tab is not None
        tab.fetch.click()
        await until(lambda: tab.of_quiz.kept is not None and not tab.asking.busy, "results")
        await settle()

    async def students(self, stage: Stage) -> None:
        """A share of the time without a name, not sent yet, and an attempt more."""
        page = _page(stage)
        stage.window.canvas.shown.emit(page)
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


_ANSWERS = (("Light", 1.0), ("Water and light", 0.5), ("Soil", 0.0), ("Light", 1.0), ("=SUM(A1:A9)", 0.0))


def _page(stage: Stage) -> ResultsScreen:
    return stage.window.canvas.results.page
