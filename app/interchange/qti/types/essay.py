"""Essay: `response_str` with what a student writes with."""

from app.interchange.maker import essay
from app.interchange.qti.build import add
from app.interchange.qti.draft import Draft
from app.interchange.qti.item import QtiItem, Read, yes, yes_no
from app.interchange.qti.types.choices import RESPONSE
from app.interchange.xml import first
from app.message import message
from app.models.number import whole_of
from app.models.questions.essay import EssayInteraction, EssayQuestion


def read(item: QtiItem) -> Read:
    """The options; what the file does not say is as Canvas begins with."""
    question = essay(item.stem, item.fields.get("grading_notes", ""))
    row = first(item.presentation, "response_str")
    if row is None:
        return question, []
    options = question.options
    for name in ("rce", "word_count", "spell_check"):
        if row.get(name) is not None:
            options = options.replaced(**{name: yes(row.get(name))})
    if yes(row.get("word_limit_enabled")):
        limits = {name: value for name in _LIMITS if whole_of(value := row.get(name)) is not None}
        options = options.replaced(word_limit_enabled=True, **limits)
    return question.replaced(interaction_data=options), []


_LIMITS = ("word_limit_max", "word_limit_min")


def write(question: EssayQuestion, draft: Draft) -> None:
    """The options as attributes, the notes as a field."""
    options = question.options
    if question.notes:
        draft.field("grading_notes", question.notes)
    draft.stem(question.item_body)
    row = add(
        draft.presentation, "response_str", ident=RESPONSE, rcardinality="Single",
        rce=yes_no(options.rce is not False), word_count=yes_no(options.word_count),
        spell_check=yes_no(options.spell_check), **_limits(options),
    )  # fmt: skip
    add(add(row, "render_fib"), "response_label", ident="answer1", rshuffle="No")
    add(draft.condition(), "other")
    if options.file_upload:
        draft.lost.append(message("Files beside the text."))


def _limits(options: EssayInteraction) -> dict[str, str | None]:
    if not options.word_limit_enabled:
        return {"word_limit_enabled": "No"}
    given = {"word_limit_max": options.word_limit_max, "word_limit_min": options.word_limit_min}
    return {
        **{name: None if value is None else str(value) for name, value in given.items()},
        "word_limit_enabled": "Yes",
    }
