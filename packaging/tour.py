"""Goes through the scenes and draws each as it is looked at: light and dark, small and large, with large text."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from collection import fill
from PySide6.QtCore import QObject, Signal
from scene import DIALOGS, EDITORS, FILES, FIRST, LIBRARY, PREVIEW, QUIZ, READ_ONLY, RICH_TEXT, Scene, sync_scenes
from stage import Stage, settle
from sync_scene import Practice

from app.session.loop import Loop
from app.ui.theme import Theme


@dataclass(frozen=True)
class Look:
    """How a scene is drawn."""

    name: str
    scheme: Literal["light", "dark"]
    size: tuple[int, int]


SMALL, LARGE = (900, 600), (1280, 800)
LOOKS = (
    Look("light", "light", LARGE),
    Look("light-small", "light", SMALL),
    Look("dark-small", "dark", SMALL),
    Look("dark", "dark", LARGE),
)
LARGE_TEXT_LOOKS = (Look("large-text", "light", LARGE), Look("large-text-small", "light", SMALL))
DENSE_LOOKS = (Look("dense", "light", LARGE),)
_IN_LIBRARY = (*LIBRARY, *QUIZ, *EDITORS, *PREVIEW, *RICH_TEXT, *FILES, *DIALOGS)
LARGE_TEXT = 200
"""Per cent of the system's text."""


class Tour(QObject):
    """Plays the scenes one after the other; `ended` comes at the end, also after an error."""

    ended = Signal()

    def __init__(self, folder: Path, work: Path, theme: Theme, wanted: Sequence[str]) -> None:
        super().__init__()
        self._folder, self._work, self._theme, self._wanted = folder, work, theme, wanted
        self.errors: list[BaseException] = []
        self.drawn = 0

    def fail(self, _title: str, error: BaseException) -> None:
        """An error in the background ends the tour."""
        self.errors.append(error)
        self.ended.emit()

    async def dense(self, loop: Loop) -> None:
        """Draw what is looked at closely, on the screen as it is: one with twice as many pixels."""
        stage = Stage(self._work / "library", loop)
        await fill(stage)
        await self._play(stage, _close(_IN_LIBRARY), DENSE_LOOKS)
        self.ended.emit()

    async def whole(self, loop: Loop) -> None:
        """Draw everything; large text in windows of its own, which were opened with it."""
        await self._play(Stage(self._work / "empty", loop), FIRST, LOOKS)
        stage = Stage(self._work / "library", loop)
        await fill(stage)
        await self._play(stage, _IN_LIBRARY, LOOKS)
        self._theme.choose("light")
        self._theme.scale_text(LARGE_TEXT)
        await self._play(Stage(self._work / "large", loop), _close(FIRST), LARGE_TEXT_LOOKS)
        stage = Stage(self._work / "library", loop)
        await self._play(stage, _close(_IN_LIBRARY), LARGE_TEXT_LOOKS)
        await self._large_syncs(loop)
        self._theme.scale_text(100)
        await self._syncs(Stage(self._work / "library", loop))
        self.ended.emit()

    async def _syncs(self, stage: Stage) -> None:
        practice = Practice(self._work / "sandbox")
        try:
            await self._play(stage, sync_scenes(practice), LOOKS, last=False)
            await practice.bring_course(stage)
            await self._play(stage, READ_ONLY, LOOKS)
        finally:
            practice.stop()

    async def _large_syncs(self, loop: Loop) -> None:
        """Each of these scenes stands on the one before, so all are played and only some drawn."""
        stage, practice = Stage(self._work / "large-library", loop), Practice(self._work / "large-sandbox")
        await fill(stage)
        try:
            scenes = sync_scenes(practice)
            await self._play(stage, scenes, LARGE_TEXT_LOOKS, drawn=_close(scenes))
        finally:
            practice.stop()

    async def _play(
        self,
        stage: Stage,
        scenes: Sequence[Scene],
        looks: Sequence[Look],
        *,
        drawn: Sequence[Scene] | None = None,
        last: bool = True,
    ) -> None:
        for scene in scenes:
            await scene.play(stage)
            if (drawn is None or scene in drawn) and self._is_wanted(scene):
                for look in looks:
                    await self._draw(stage, scene, look)
            stage.close_popups()
        if last:
            stage.close()

    def _is_wanted(self, scene: Scene) -> bool:
        return not self._wanted or any(scene.name.startswith(name) for name in self._wanted)

    async def _draw(self, stage: Stage, scene: Scene, look: Look) -> None:
        if look.scheme != self._theme.scheme:
            self._theme.choose(look.scheme)
        stage.resize(*look.size)
        await settle()
        if scene.floats:
            stage.close_popups()
            await scene.play(stage)
            await settle()
        stage.picture().save(str(self._folder / f"{scene.name}-{look.name}.png"))
        self.drawn += 1


def _close(scenes: Sequence[Scene]) -> tuple[Scene, ...]:
    return tuple(scene for scene in scenes if scene.close)
