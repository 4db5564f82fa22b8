"""The scenes of templates of settings: saved, applied to several quizzes, managed."""

from stage import Stage, settle, until

from app.library.templates import Template, keep_template
from app.models.quiz import NewQuiz
from app.ui.library.place import HERE
from app.ui.templates.apply_dialog import ApplyDialog
from app.ui.templates.manage_dialog import ManageDialog
from app.ui.templates.save_dialog import SaveDialog

_EXAM = {
    "has_time_limit": True,
    "session_time_limit_in_seconds": 5400,
    "shuffle_questions": True,
    "shuffle_answers": True,
    "require_student_access_code": True,
    "student_access_code": "tulip",
    "multiple_attempts": {"multiple_attempts_enabled": False},
    "result_view_settings": {"result_view_restricted": True, "display_points_awarded": True},
}
_DAILY = {"has_time_limit": False, "multiple_attempts": {"multiple_attempts_enabled": True, "attempt_limit": False}}
_TEMPLATES = (("daily", "Daily quiz", _DAILY), ("exam", "Exam in the lecture hall", _EXAM), ("late", "Make-up", _DAILY))


async def save(stage: Stage) -> None:
    """The settings of a quiz get a name that there is already."""
    await _keep(stage)
    stage.open("Hamlet, act 3").turn_to("settings")
    stage.window.commands["save_template"].trigger()
    dialog = next(one for one in stage.window.findChildren(SaveDialog) if one.isVisible())
    dialog.name.setText("daily quiz")


async def apply(stage: Stage) -> None:
    """Several quizzes of the library, and what an exam would change."""
    await _keep(stage)
    stage.window.show_home()
    stage.window.library.search.end()
    stage.window.library.places.open(HERE)
    stage.window.library.table.selectAll()
    stage.window.commands["apply_template"].trigger()
    await until(lambda: _applying(stage), "the dialog of templates")
    _applying(stage)[0].list.setCurrentRow(1)


async def manage(stage: Stage) -> None:
    """One was just deleted."""
    await _keep(stage)
    stage.window.show_home()
    stage.window.commands["manage_templates"].trigger()
    dialog = next(one for one in stage.window.findChildren(ManageDialog) if one.isVisible())
    dialog.list.setCurrentRow(2)
    dialog.delete.click()
    await settle(12)


def _applying(stage: Stage) -> list[ApplyDialog]:
    return [one for one in stage.window.findChildren(ApplyDialog) if one.isVisible()]


async def _keep(stage: Stage) -> None:
    for key, name, settings in _TEMPLATES:
        template = Template(key, name, NewQuiz.model_validate({"quiz_settings": settings}))
        await stage.workspace.writer.run(lambda template=template: keep_template(stage.workspace.library, template))  # type: ignore[misc]
