"""Writing a .quizwright file: nothing is lost."""

from app.interchange.format import Media, Written
from app.interchange.source import Step
from app.library.native_file import native_bytes
from app.models.quiz import Quiz


def write(quiz: Quiz, media: Media, step: Step) -> Written:
    """The whole quiz with its pictures."""
    step(0, len(quiz.items))
    return Written(native_bytes(quiz, lambda sha: media(f"media:{sha}")))
