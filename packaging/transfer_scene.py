"""The scenes of questions that go to another quiz."""

from stage import Stage, settle


async def move_to(stage: Stage) -> None:
    """Where the selected questions shall go."""
    _select(stage)
    stage.window.commands["move_questions"].trigger()
    await settle()


def _select(stage: Stage) -> None:
    page = stage.open("Hamlet, act 3")
    ids = [item.id for item in page.document.quiz.items][:3]
    page.panel.list.select(ids[0], ids)
