"""Writing a quiz as QTI 1.2 with its settings and pictures. The same quiz, the same bytes.

`write` writes what New Quizzes exports; `written` does the same for any profile.
"""

import hashlib
import io
import zipfile
from typing import Final

from app.interchange.format import Media, Written
from app.interchange.left import CALCULATOR, FEEDBACK, LABEL, PICTURES, POINTS, named
from app.interchange.material import Loss, each_once
from app.interchange.qti.build import add, document, root
from app.interchange.qti.files import Files
from app.interchange.qti.manifest import written_manifest
from app.interchange.qti.profile import Profile
from app.interchange.qti.settings import attempts_of, written_settings
from app.interchange.qti.types import stimulus
from app.interchange.qti.types.table import WRITERS
from app.interchange.qti.written_item import write_item
from app.interchange.source import Step
from app.interchange.unsaid import unsaid
from app.models.quiz import Quiz

_NAMESPACE: Final = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
_UNIX: Final = 3
NEW_QUIZZES: Final = Profile(
    WRITERS,
    frozenset({LABEL, POINTS, CALCULATOR, FEEDBACK, PICTURES}),
    stimulus.write,
    written_settings,
    lambda _: (),
)
"""The dialect of New Quizzes, which carries all types."""


def write(quiz: Quiz, media: Media, step: Step) -> Written:
    """The package of a quiz for New Quizzes."""
    return written(quiz, media, step, NEW_QUIZZES)


def written(quiz: Quiz, media: Media, step: Step, profile: Profile) -> Written:
    """The package of a quiz for the readers of a profile."""
    ident = f"g{hashlib.sha256(quiz.id.encode()).hexdigest()[:31]}"
    files = Files(media)
    top = root("questestinterop", _NAMESPACE)
    assessment = add(top, "assessment", ident=ident, title=quiz.title)
    attempts = add(add(assessment, "qtimetadata"), "qtimetadatafield")
    add(attempts, "fieldlabel", "cc_maxattempts")
    add(attempts, "fieldentry", attempts_of(quiz))
    section = add(assessment, "section", ident="root_section")
    losses, missing = [], set()
    for place, item in enumerate(quiz.items, start=1):
        step(place, len(quiz.items))
        lost, there = write_item(item, section, files, profile)
        losses += [Loss(named(item, place), what) for what in each_once(lost)]
        if not there:
            missing.add(item.id)
    files.lost = []
    settings = profile.settings(quiz, ident, files.in_html(quiz.fields.instructions))
    parts = {
        "imsmanifest.xml": written_manifest(ident, tuple(files.data)),
        f"{ident}/{ident}.xml": document(top),
        f"{ident}/assessment_meta.xml": settings,
        **files.data,
    }
    of_quiz = [Loss(quiz.title, what) for what in (*files.lost, *profile.left(quiz), *unsaid(quiz))]
    return Written(_packed(parts), (*of_quiz, *losses), frozenset(missing))


def _packed(parts: dict[str, bytes]) -> bytes:
    """A zip whose members have a fixed order and date; pictures, which are compressed already, as they are."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as packed:
        for name, data in parts.items():
            info = zipfile.ZipInfo(name, _EPOCH)
            info.create_system = _UNIX  # else the bytes would tell the system that wrote them
            info.external_attr = 0o644 << 16
            packed.writestr(info, data, zipfile.ZIP_DEFLATED if name.endswith(".xml") else zipfile.ZIP_STORED)
    return buffer.getvalue()
