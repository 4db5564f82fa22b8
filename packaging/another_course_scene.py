"""The scene of quizzes that go to another course."""

from stage import Stage, settle, until

from app.models.item import Item
from app.models.questions.true_false import TrueFalseQuestion
from app.models.quiz import NewQuiz
from app.ui.another_course.copy_dialog import CopyDialog

_FIELDS = {
    "title": "Pollination, week 4",
    "unlock_at": "2026-03-16T13:00:00Z",
    "due_at": "2026-03-21T03:59:00Z",
    "lock_at": "2026-03-22T03:59:00Z",
    "quiz_settings": {"result_view_settings": {"show_item_responses_at": "2026-03-23T12:00:00Z"}},
}


async def use_in_another_course(stage: Stage) -> None:
    """A quiz with dates and a text that only Canvas itself can make, eleven weeks later."""
    stimulus = Item.from_wire({"entry_type": "Stimulus", "entry": {"title": "The bee"}}, id="stimulus")
    true = Item.of(TrueFalseQuestion.new().replaced(item_body="<p>Bees see red.</p>").with_right(False), points=1)
    fields = NewQuiz.model_validate(_FIELDS)
    library = stage.workspace.library
    made = await stage.workspace.writer.run(lambda: library.create_quiz(fields, (stimulus, true)).id)
    stage.workspace.rows_changed.emit()
    dialog = stage.window.canvas.copies.ask([made])
    assert isinstance(dialog, CopyDialog)
    await until(dialog.copy.isEnabled, "what is known of the quiz")
    dialog.course.setCurrentIndex(dialog.course.count() - 1)
    await until(dialog.copy.isEnabled, "what is known of that course")
    dialog.weeks.setValue(11)
    await settle()
