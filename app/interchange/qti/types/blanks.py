"""Blanks in a text: a `response_lid` for each, named by the token that stands in the text."""

from collections.abc import Iterator
from dataclasses import replace
from html import escape

from lxml.etree import _Element as Element

from app.html.text import plain_text
from app.interchange.qti.build import add
from app.interchange.qti.draft import Draft, equal_to, share
from app.interchange.qti.item import QtiItem, Read, ident_of, kept_id, labels_of, yes
from app.interchange.qti.material import add_words, own_material, words_in
from app.message import Message, message
from app.models.number import whole_of
from app.models.question import ScoringAlgorithm
from app.models.questions.blank import OPEN_ALGORITHMS, Blank
from app.models.questions.blank_body import place, with_words
from app.models.questions.blank_rows import AnswerType
from app.models.questions.choices import Choice
from app.models.questions.rich_fill_blank import RichFillBlankQuestion

_PREFIX = "response_"


def read(item: QtiItem) -> Read:
    """Each list is a blank; words of a bank are gathered from all of them."""
    body, blanks, bank, reuse = item.stem, [], dict[str, Choice](), False
    right = {t.response: t.value for one in reversed(item.scoring) for t in reversed(one.equal)}
    lost: list[Message] = []
    names: dict[str, str] = {}
    behind = ""
    for row in item.lists:
        name = ident_of(row).removeprefix(_PREFIX)
        labels = list(labels_of(row))
        own = kept_id(name)
        blank = replace(_blank(row, labels, right.get(ident_of(row)), names), id=own)
        token = f"[{escape(name, quote=False)}]"
        if token not in body:
            lost.append(message("The place of a blank: it stands behind the text."))
            behind += f"<p>{place(own)}</p>"
        else:
            body = body.replace(token, place(own))
        if blank.answer_type == AnswerType.WORDBANK:
            bank |= {one.id: one for one in _words(labels, names) if one.id not in bank}
            reuse = reuse or any(yes(label.get("allow_reuse")) for label in labels)
        if not (blank.accepted or blank.right):
            lost.append(message("No right answer in a blank: the file has none."))
        blanks.append(blank)
    question = RichFillBlankQuestion.new().with_word_bank(tuple(bank.values())).with_reused_words(reuse)
    return question.with_body(body + behind, new=blanks), lost


def _blank(row: Element, labels: list[Element], right: str | None, names: dict[str, str]) -> Blank:
    """The blank that a list makes; Canvas Classic does not say what it is, and means words to type.

    `names`: the name of a word of the bank in the file → its id here, the same in every blank.
    """
    kind = labels[0].get("answer_type") if labels else None
    shown = words_in(own_material(row))
    if kind == AnswerType.DROPDOWN:
        return _dropdown(labels, shown, right)
    if kind == AnswerType.WORDBANK:
        word = next((one for one in _words(labels, names) if one.id == names.get(right or "")), None)
        text = word.item_body or "" if word else shown
        return Blank("", AnswerType.WORDBANK, ScoringAlgorithm.TEXT_EQUIVALENCE, text, right=word.id if word else None)
    return _typed(labels, shown)


def _dropdown(labels: list[Element], shown: str, right: str | None) -> Blank:
    choices = list[Choice]()
    ids: dict[str, str] = {}
    for label in labels:
        name = ident_of(label)
        own = kept_id(name if name not in ids else "")
        ids.setdefault(name, own)
        choices.append(Choice(id=own, position=len(choices) + 1, item_body=words_in(label)))
    return Blank(
        "", AnswerType.DROPDOWN, ScoringAlgorithm.EQUIVALENCE, shown, choices=tuple(choices),
        right=ids.get(right) if right is not None else None,
    )  # fmt: skip


def _typed(labels: list[Element], shown: str) -> Blank:
    accepted = tuple(words_in(label) for label in labels)
    algorithm = (labels[0].get("scoring_algorithm") or "") if labels else ""
    if algorithm not in OPEN_ALGORITHMS:
        algorithm = ScoringAlgorithm.TEXT_IN_CHOICES
    close = algorithm == ScoringAlgorithm.TEXT_CLOSE_ENOUGH
    distance = whole_of(labels[0].get("levenshtein_distance")) if close else None
    return Blank(
        "",
        algorithm=ScoringAlgorithm(algorithm),
        text=shown or (accepted[0] if accepted else ""),
        accepted=accepted if algorithm == ScoringAlgorithm.TEXT_IN_CHOICES else accepted[:1],
        ignore_case=close and yes(labels[0].get("ignore_case")),
        edit_distance=1 if distance is None else distance,
    )


def _words(labels: list[Element], names: dict[str, str]) -> list[Choice]:
    for label in labels:
        names.setdefault(ident_of(label), kept_id(ident_of(label)))
    return [Choice(id=names[ident_of(label)], item_body=words_in(label)) for label in labels]


def write(question: RichFillBlankQuestion, draft: Draft) -> None:
    """A token in the place of each blank, and its answers."""
    draft.stem(with_words(question.body, {blank.id: f"[{blank.id}]" for blank in question.blanks}))
    for blank in question.blanks:
        row = draft.choose(f"{_PREFIX}{blank.id}")
        add_words(row, blank.shown)
        right = _write_labels(question, blank, add(row, "render_choice"))
        if right is not None:
            variables = draft.condition(scored=share(len(question.blanks)), action="Add")
            equal_to(variables, f"{_PREFIX}{blank.id}", [right])
    draft.lost += _left(question)


def _write_labels(question: RichFillBlankQuestion, blank: Blank, shown: Element) -> str | None:
    """The answers of a blank; gives the name of the right one."""
    common = {"scoring_algorithm": str(blank.algorithm), "answer_type": str(blank.answer_type)}
    if blank.answer_type == AnswerType.DROPDOWN:
        for n, one in enumerate(blank.choices, start=1):
            add_words(add(shown, "response_label", ident=one.id, position=str(n), **common), one.item_body or "")
        return blank.right
    if blank.answer_type == AnswerType.WORDBANK:
        reuse = "true" if question.reuses_words else None
        for one in question.word_bank:
            add_words(add(shown, "response_label", ident=one.id, **common, allow_reuse=reuse), one.item_body or "")
        return blank.right
    close = blank.algorithm == ScoringAlgorithm.TEXT_CLOSE_ENOUGH
    near = {"levenshtein_distance": str(blank.edit_distance), "ignore_case": str(blank.ignore_case).lower()}
    for n, text in enumerate(blank.accepted):
        label = add(shown, "response_label", ident=f"{blank.id}-{n}", **common, **(near if close else {}))
        add_words(label, text)
    return f"{blank.id}-0" if blank.accepted else None


def _left(question: RichFillBlankQuestion) -> Iterator[Message]:
    if any(blank.shuffled for blank in question.blanks):
        yield message("Shuffling in blanks.")
    if question.word_bank and all(blank.answer_type != AnswerType.WORDBANK for blank in question.blanks):
        yield message("The words of the bank: no blank takes one.")
    if not question.blanks and plain_text(question.item_body or ""):
        yield message("It has no blank.")
