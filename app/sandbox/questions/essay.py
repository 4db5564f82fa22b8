"""Essay: what the student may use, a word limit, and notes for the grader."""

from app.sandbox.questions.submitted import Submitted

_SWITCHES = ("rce", "word_count", "file_upload", "spell_check", "word_limit_enabled")


def check(question: Submitted) -> None:
    """New Quiz Items, appendix, Essay. Every switch may be left out: the document's own request does."""
    for name in _SWITCHES:
        if switch := question.interaction.get(name):
            switch.boolean()
    if question.interaction.object().get("essay") is not None:
        raise question.interaction.problem("The property '#/essay' must be null")
    limited = question.interaction.get("word_limit_enabled")
    if limited and limited.boolean():
        least = question.interaction["word_limit_min"].integer(least=0)
        if question.interaction["word_limit_max"].integer(least=0) < least:
            raise question.interaction.problem("The property '#/word_limit_max' is below '#/word_limit_min'")
    question.scoring["value"].text()
