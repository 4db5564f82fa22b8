"""Essay (New Quiz Items, appendix, Essay; canvas-facts 3.12)."""

from typing import ClassVar, Self

from app.models.number import like, whole_of
from app.models.question import Question, ScoringAlgorithm
from app.models.value import Json, Map, Number, Value


class EssayInteraction(Value):
    """What a student writes with, and how much; the limits are whole numbers of words, as text."""

    rce: bool | None = None
    essay: Json | None = None
    word_count: bool | None = None
    file_upload: bool | None = None
    spell_check: bool | None = None
    word_limit_max: Number | None = None
    word_limit_min: Number | None = None
    word_limit_enabled: bool | None = None

    @property
    def least(self) -> int | None:
        """The fewest words, None while they are no whole number."""
        return whole_of(self.word_limit_min)

    @property
    def most(self) -> int | None:
        """The most words, None while they are no whole number."""
        return whole_of(self.word_limit_max)


class EssayScoring(Value):
    """Notes for whoever grades; never null on the wire, "" where there are none."""

    value: str | None = None


class EssayQuestion(Question):
    """Answer with a text, graded by hand."""

    slug: ClassVar[str] = "essay"
    algorithms: ClassVar[tuple[ScoringAlgorithm, ...]] = (ScoringAlgorithm.NONE,)

    interaction_data: EssayInteraction | None = None
    properties: Map[Json] | None = None
    scoring_data: EssayScoring | None = None

    @classmethod
    def new(cls) -> Self:
        """The rich editor and nothing else: no limits, no notes."""
        return cls.model_validate(
            {
                "interaction_type_slug": cls.slug,
                "item_body": "",
                "interaction_data": {
                    "rce": True,
                    "essay": None,
                    "word_count": False,
                    "file_upload": False,
                    "spell_check": False,
                    "word_limit_enabled": False,
                },
                "properties": {},
                "scoring_data": {"value": ""},
                "scoring_algorithm": ScoringAlgorithm.NONE,
            }
        )

    @property
    def options(self) -> EssayInteraction:
        """What a student writes with, an empty one where nothing was set."""
        return self.interaction_data or EssayInteraction()

    @property
    def notes(self) -> str:
        """The grading notes."""
        return (self.scoring_data.value if self.scoring_data else None) or ""

    def with_options(self, **options: bool) -> Self:
        """The same question with `rce`, `word_count` or `spell_check` set."""
        return self.replaced(interaction_data=self.options.replaced(**options))

    def with_word_limit(self, enabled: bool, *, least: int, most: int) -> Self:
        """The same question with a limit in words; Canvas wants both ends (canvas-facts 3.12)."""
        options = self.options
        limits = {
            "word_limit_min": like(options.word_limit_min, least),
            "word_limit_max": like(options.word_limit_max, most),
        }
        return self.replaced(interaction_data=options.replaced(word_limit_enabled=enabled, **limits))

    def with_notes(self, notes: str) -> Self:
        """The same question with other grading notes."""
        return self.replaced(scoring_data=(self.scoring_data or EssayScoring()).replaced(value=notes))
