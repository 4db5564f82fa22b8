"""Matching: each question has one answer out of a list of texts."""

from app.sandbox.questions.submitted import Submitted
from app.sandbox.schema import Field, unique


def check(question: Submitted) -> None:
    """New Quiz Items, appendix, Matching."""
    answers = question.interaction["answers"].elements(least=1)
    texts = unique(answers, [answer.filled() for answer in answers], "an answer")
    prompts = question.interaction["questions"].elements(least=1)
    ids = unique(prompts, [prompt["id"].text() for prompt in prompts], "an id")
    bodies = {prompt["id"].text(): prompt["item_body"].filled() for prompt in prompts}
    pairs = _pairs(question.scoring["value"], ids, texts)
    if edit := question.scoring.get("edit_data"):
        _check_edit_data(edit, bodies, pairs, texts)
    rules = question.properties.get("shuffle_rules")
    if rules and (shuffle := rules.get("questions")):
        shuffle["shuffled"].boolean()


def _pairs(value: Field, ids: set[str], texts: set[str]) -> dict[str, str]:
    pairs = {key: answer.reference(texts, "an answer") for key, answer in value.members()}
    if set(pairs) != ids:
        raise value.problem(f"The property '{value.path}' must have one answer for each question")
    return pairs


def _check_edit_data(edit: Field, bodies: dict[str, str], pairs: dict[str, str], texts: set[str]) -> None:
    """The redundant copy from which the editor of Canvas works must tell the same."""
    told = {}
    for match in edit["matches"].elements():
        key = match["question_id"].reference(pairs.keys(), "a question")
        if match["question_body"].text() != bodies[key]:
            raise match.problem(f"The property '{match.path}/question_body' differs from the question")
        told[key] = match["answer_body"].text()
    if told != pairs:
        raise edit.problem("'edit_data' does not agree with 'value'")
    wrong = edit.get("distractors")
    given = {distractor.text() for distractor in wrong.elements()} if wrong else set()
    if given != texts - set(pairs.values()):
        raise edit.problem("The distractors of 'edit_data' must be the answers that no question has")
