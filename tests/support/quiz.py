"""Items for tests of whole quizzes."""

from app.models.item import Item
from app.models.questions.choice import ChoiceQuestion
from app.models.questions.true_false import TrueFalseQuestion
from app.models.quiz import NewQuiz, Quiz
from app.session.past import Past

NO_PAST = Past(lambda: (), lambda number: Quiz(str(number), NewQuiz()))
"""The past of a quiz that no library keeps."""


def choice(text: str, *answers: str) -> ChoiceQuestion:
    """A multiple choice without problems; the first answer is right."""
    raw = [{"id": f"c{n}", "position": n, "item_body": f"<p>{words}</p>"} for n, words in enumerate(answers, start=1)]
    made = ChoiceQuestion.new().replaced(item_body=f"<p>{text}</p>", interaction_data={"choices": raw})
    return made.with_right("c1")


def three_items() -> tuple[Item, ...]:
    """A multiple choice, a true/false and one more multiple choice, with the ids a, b and c."""
    statement = TrueFalseQuestion.new().replaced(item_body="<p>Leaves breathe.</p>").with_right(True)
    return (
        Item.of(choice("Which is green?", "leaf", "bark"), id="a"),
        Item.of(statement, id="b", points=2),
        Item.of(choice("Which is deep?", "root", "crown"), id="c"),
    )


def stimulus(item_id: str = "s") -> Item:
    """A row that Canvas lets nobody move or change."""
    return Item.from_wire({"entry_type": "Stimulus", "entry": {"title": "Read", "body": "<p>this</p>"}}, id=item_id)
