"""Writing a quiz for the import of Canvas Classic: QTI 1.2 in the words of `lib/cc/qti` of Canvas."""

from typing import Final

from app.interchange.format import Media, Written
from app.interchange.left import FEEDBACK, LABEL, PICTURES, POINTS
from app.interchange.qti.profile import Profile
from app.interchange.qti.settings import left_of_classic, written_classic_settings
from app.interchange.qti.types.classic import CLASSIC_WRITERS, write_stimulus
from app.interchange.qti.write import written
from app.interchange.source import Step
from app.models.quiz import Quiz

CLASSIC: Final = Profile(
    CLASSIC_WRITERS,
    frozenset({LABEL, POINTS, FEEDBACK, PICTURES}),
    write_stimulus,
    written_classic_settings,
    left_of_classic,
    fields=frozenset(
        {
            "question_type",
            "points_possible",
            "original_answer_ids",
            "assessment_question_identifierref",
            "cc_maxattempts",
        }
    ),
    refers=True,
)
"""What every Canvas takes; neither hot spots nor shuffling of single questions."""


def write(quiz: Quiz, media: Media, step: Step) -> Written:
    """The package of a quiz."""
    return written(quiz, media, step, CLASSIC)
