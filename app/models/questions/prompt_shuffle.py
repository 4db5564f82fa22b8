"""The shuffle rules that matching and categorization share: `shuffle_rules.questions.shuffled`."""

from app.models.value import Value


class PromptShuffle(Value):
    """Whether the prompts are shuffled."""

    shuffled: bool | None = None


class PromptShuffleRules(Value):
    """The rules by what they shuffle."""

    questions: PromptShuffle | None = None


class PromptProperties(Value):
    """What can be set about the prompts as a whole."""

    shuffle_rules: PromptShuffleRules | None = None

    @property
    def shuffled(self) -> bool:
        """Whether students see the prompts in an order of their own."""
        questions = self.shuffle_rules.questions if self.shuffle_rules else None
        return bool(questions and questions.shuffled)

    def with_shuffled(self, shuffled: bool) -> "PromptProperties":
        """The properties with shuffling on or off."""
        rules = self.shuffle_rules or PromptShuffleRules()
        questions = (rules.questions or PromptShuffle()).replaced(shuffled=shuffled)
        return self.replaced(shuffle_rules=rules.replaced(questions=questions))
