"""Matching: a `response_lid` for each prompt, each with the same answers."""

from app.interchange.qti.build import add
from app.interchange.qti.draft import Draft, equal_to, share
from app.interchange.qti.item import QtiItem, Read, ident_of, labels_of
from app.interchange.qti.material import add_words, own_material, words_in
from app.message import Message, message
from app.models.question import ScoringAlgorithm
from app.models.questions.matching import MatchingQuestion
from app.models.questions.pair import Pair

_PREFIX = "response_"
_DISTRACTOR = "distractor_"


def read(item: QtiItem) -> Read:
    """Every prompt with the text of its answer; answers that are right nowhere are distractors."""
    texts: dict[str, str] = {}
    for row in item.lists:
        for label in labels_of(row):
            texts.setdefault(ident_of(label), words_in(label))
    right: dict[str, str] = {}
    for one in item.scoring:
        for test in one.equal:
            right.setdefault(test.response, test.value)
    pairs, lost = list[Pair](), _lost(item, right, texts)
    for row in item.lists:
        name = ident_of(row)
        answer = texts.get(right.get(name, ""), "")
        key = name.removeprefix(_PREFIX)
        pairs.append(
            Pair(
                key if key and all(one.id != key for one in pairs) else Pair.new().id,
                words_in(own_material(row)),
                answer,
            )
        )
    used = {pair.answer for pair in pairs}
    spare = [(name, text) for name, text in texts.items() if text not in used]
    spare.sort(key=lambda one: _number(one[0]))
    question = _empty(item.stem, tuple(dict.fromkeys(texts.values())))
    question = question.with_pairs(tuple(pairs), tuple(dict.fromkeys(text for _, text in spare)))
    return question.with_partial_credit(_partial(item)), lost


def _lost(item: QtiItem, right: dict[str, str], texts: dict[str, str]) -> list[Message]:
    missing = sum(texts.get(right.get(ident_of(row), "")) is None for row in item.lists)
    if not missing:
        return []
    return [message("A right answer is missing.", plural="{count} right answers are missing.", count=missing)]


def _empty(stem: str, answers: tuple[str, ...]) -> MatchingQuestion:
    """A question whose answers stand in the order of the file, so that they keep it."""
    empty = MatchingQuestion.new().with_pairs((), ())
    data = {"answers": answers, "questions": ()}
    return empty.replaced(item_body=stem, interaction_data=data)


def _partial(item: QtiItem) -> bool:
    """Canvas Classic gives a part of the points for each pair, and says so by adding them up alone."""
    algorithm = item.entry("scoring_algorithm")
    if algorithm:
        return algorithm == ScoringAlgorithm.PARTIAL_DEEP
    return any(one.action == "add" for one in item.scoring)


def _number(name: str) -> int:
    number = name.removeprefix(_DISTRACTOR)
    return int(number) if name.startswith(_DISTRACTOR) and number.isdecimal() and len(number) < 9 else 0


def write(question: MatchingQuestion, draft: Draft) -> None:
    """Prompts with the answers that students choose from, in the order in which they see them."""
    partial = question.gives_partial_credit
    draft.field("scoring_algorithm", ScoringAlgorithm.PARTIAL_DEEP if partial else ScoringAlgorithm.DEEP_EQUALS)
    draft.stem(question.item_body)
    names = _names(question)
    for pair in question.pairs:
        row = draft.choose(f"{_PREFIX}{pair.id}")
        add_words(row, pair.prompt)
        shown = add(row, "render_choice")
        for text, name in names.items():
            add_words(add(shown, "response_label", ident=name), text)
    for pair in question.pairs:
        if pair.answer in names:
            variables = draft.condition(scored=share(len(question.pairs)), action="Add")
            equal_to(variables, f"{_PREFIX}{pair.id}", [names[pair.answer]])
    draft.lost += _left(question)


def _names(question: MatchingQuestion) -> dict[str, str]:
    """Text of an answer → its name in the file; the number of a distractor is its place among them."""
    listed = question.interaction_data.answers if question.interaction_data else None
    right = {pair.answer for pair in question.pairs if pair.answer}
    wrong = {text: f"{_DISTRACTOR}{n}" for n, text in enumerate(question.distractors, start=1) if text not in right}
    order = dict.fromkeys((*(listed or ()), *right, *wrong))
    kept = [text for text in order if text in right or text in wrong]
    return {text: wrong.get(text, f"answer_{n}") for n, text in enumerate(kept, start=1)}


def _left(question: MatchingQuestion) -> list[Message]:
    lost = []
    answers = [pair.answer for pair in question.pairs]
    if question.shuffled:
        lost.append(message("Shuffling of the prompts."))
    if len(set(answers)) < len(answers):
        lost.append(message("Prompts with the same answer: Canvas may take another of them for right."))
    if any(sign in text for text in (*answers, *question.distractors) for sign in "&<>"):
        lost.append(message("& or < in an answer: Canvas may show it as &amp; or &lt;."))
    if set(question.distractors) & set(answers):
        lost.append(message("A distractor that is a right answer, too."))
    return lost
