"""True or false: a list of two answers."""

from app.interchange.maker import true_false
from app.interchange.qti.build import add
from app.interchange.qti.draft import Draft, equal_to
from app.interchange.qti.item import QtiItem, Read, ident_of, labels_of
from app.interchange.qti.material import add_words, words_in
from app.interchange.qti.types.choices import RESPONSE
from app.message import message
from app.models.questions.true_false import TrueFalseQuestion

_NO = ("false", "f", "no")
_YES = ("true", "t", "yes")


def read(item: QtiItem) -> Read:
    """The first answer is true, unless the words or names of both say otherwise."""
    labels = [(ident_of(row), words_in(row).strip()) for row in (labels_of(item.lists[0]) if item.lists else ())][:2]
    if len(labels) == 2 and (_says(labels[0], _NO) or _says(labels[1], _YES)):
        labels.reverse()
    names = [name for name, _ in labels]
    chosen = next((t.value for one in item.scoring for t in one.equal if t.value in names), None)
    texts = (*(text for _, text in labels), "True", "False")[:2] if len(labels) == 2 else ("True", "False")
    right = None if chosen is None else names.index(chosen) == 0
    question = true_false(item.stem, right, (texts[0], texts[1]))
    return question, [] if chosen is not None else [message("No right answer: the file has none.")]


def _says(label: tuple[str, str], words: tuple[str, ...]) -> bool:
    return label[0].lower() in words or label[1].lower() in words


def write(question: TrueFalseQuestion, draft: Draft) -> None:
    """Both answers, and the right one."""
    draft.stem(question.item_body)
    shown = add(draft.choose(RESPONSE), "render_choice")
    for ident, text in zip(("true", "false"), question.labels, strict=True):
        add_words(add(shown, "response_label", ident=ident), text)
    if question.right is not None:
        equal_to(draft.condition(scored="100"), RESPONSE, ["true" if question.right else "false"])
    if question.labels != ("True", "False"):
        draft.lost.append(message("The words for true and for false: Canvas may show its own."))
