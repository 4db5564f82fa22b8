"""File upload (New Quiz Items, appendix, File Upload; canvas-facts 3.13)."""

from typing import ClassVar, Self

from app.models.number import like, whole_of
from app.models.question import Question, ScoringAlgorithm
from app.models.value import Number, Value


class FileUploadInteraction(Value):
    """How many files a student may hand in, and whether that counts."""

    files_count: Number | None = None
    restrict_count: bool | None = None


class FileUploadProperties(Value):
    """Which file suffixes are taken, separated by commas, and whether that counts."""

    allowed_types: str | None = None
    restrict_types: bool | None = None


class FileUploadScoring(Value):
    """Always ""; files are graded by hand."""

    value: str | None = None


class FileUploadQuestion(Question):
    """Answer with files, graded by hand."""

    slug: ClassVar[str] = "file-upload"
    algorithms: ClassVar[tuple[ScoringAlgorithm, ...]] = (ScoringAlgorithm.NONE,)

    interaction_data: FileUploadInteraction | None = None
    properties: FileUploadProperties | None = None
    scoring_data: FileUploadScoring | None = None

    @classmethod
    def new(cls) -> Self:
        """Any number of files of any kind."""
        return cls.model_validate(
            {
                "interaction_type_slug": cls.slug,
                "item_body": "",
                "interaction_data": {"files_count": "1", "restrict_count": False},
                "properties": {"allowed_types": "", "restrict_types": False},
                "scoring_data": {"value": ""},
                "scoring_algorithm": ScoringAlgorithm.NONE,
            }
        )

    @property
    def restricts_count(self) -> bool:
        """Whether the number of files is limited."""
        return bool(self.interaction_data and self.interaction_data.restrict_count)

    @property
    def files_count(self) -> int | None:
        """How many files at most, None while it is no whole number."""
        return whole_of(self.interaction_data.files_count if self.interaction_data else None)

    @property
    def restricts_types(self) -> bool:
        """Whether only certain kinds of file are taken."""
        return bool(self.properties and self.properties.restrict_types)

    @property
    def allowed_types(self) -> tuple[str, ...]:
        """The suffixes that are taken, each with its point."""
        listed = (self.properties.allowed_types if self.properties else None) or ""
        return _suffixes(listed.split(","))

    def with_count(self, restricted: bool, count: int) -> Self:
        """The same question with another number of files."""
        data = self.interaction_data or FileUploadInteraction()
        changed = data.replaced(restrict_count=restricted, files_count=like(data.files_count, count))
        return self.replaced(interaction_data=changed)

    def with_types(self, restricted: bool, suffixes: tuple[str, ...]) -> Self:
        """The same question with other suffixes; a missing point is added."""
        properties = self.properties or FileUploadProperties()
        listed = ",".join(_suffixes(suffixes))
        return self.replaced(properties=properties.replaced(restrict_types=restricted, allowed_types=listed))


def _suffixes(words: tuple[str, ...] | list[str]) -> tuple[str, ...]:
    names = (word.strip().lstrip(".") for word in words)
    return tuple(dict.fromkeys(f".{name}" for name in names if name))
