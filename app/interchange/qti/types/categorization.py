"""Categorization: a `response_lid` of cardinality Multiple for each category, each with the same answers."""

from app.interchange.qti.build import add
from app.interchange.qti.draft import Draft, equal_to, share
from app.interchange.qti.item import QtiItem, Read, ident_of, kept_id, labels_of
from app.interchange.qti.material import add_words, own_material, words_in
from app.message import Message, message
from app.models.questions.categorization import CategorizationQuestion, Labelled

_METHOD = "all_or_nothing"


def read(item: QtiItem) -> Read:
    """Categories in the order of the file; answers in no key are distractors."""
    ids: dict[str, str] = {}
    answers: dict[str, Labelled] = {}
    for row in item.lists:
        for label in labels_of(row):
            name = ident_of(label)
            if name not in ids:
                ids[name] = kept_id(name)
                answers[name] = Labelled(id=ids[name], item_body=words_in(label))
    question = CategorizationQuestion.new()
    for one in question.categories:
        question = question.without_category(one.id)
    categories = {
        ident_of(row): Labelled(id=kept_id(ident_of(row)), item_body=words_in(own_material(row))) for row in item.lists
    }
    question = question.replaced(item_body=item.stem).with_categories(tuple(categories.values()))
    question = question.with_answers(None, tuple(answers.values()))
    lost: list[Message] = []
    placed: set[str] = set()
    for name, category in categories.items():
        own = [t.value for one in item.scoring for t in one.equal if t.response == name and t.value in answers]
        if placed & set(own):
            lost.append(message("An answer that belongs into two categories: it is kept in one."))
        placed |= set(own)
        if own:
            question = question.with_answers(category.id, tuple(answers[one] for one in own))
    return question, lost


def write(question: CategorizationQuestion, draft: Draft) -> None:
    """Each category with all answers; a category without one has no condition."""
    draft.stem(question.item_body)
    for category in question.categories:
        row = draft.choose(category.id, "Multiple")
        add_words(row, category.item_body or "")
        shown = add(row, "render_choice")
        for one in question.answers:
            add_words(add(shown, "response_label", ident=one.id), one.item_body or "")
    for key, answers in question.key.items():
        if answers:
            equal_to(draft.condition(scored=share(len(question.key)), action="Add"), key, answers)
    if question.scoring_data and question.scoring_data.score_method not in (None, _METHOD):
        draft.lost.append(message("How categories are scored: all or nothing is written."))
    if question.properties and question.properties.shuffled:
        draft.lost.append(message("Shuffling of the categories."))
