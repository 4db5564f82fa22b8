"""The quizzes that the gallery shows: what an instructor of botany and literature has on her computer."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import NAMESPACE_URL, uuid5

from app.models.item import Item
from app.models.questions.choice import ChoiceQuestion
from app.models.questions.hot_spot import HotSpotQuestion
from app.models.questions.true_false import TrueFalseQuestion
from app.models.quiz import NewQuiz
from app.models.settings import QuizSettings, ResultView

MINUTE, HOUR, DAY = 60.0, 3600.0, 86400.0


@dataclass(frozen=True)
class Exhibit:
    """One quiz: its title, how long ago it was edited, where it goes, how many changes it got after the sync."""

    title: str
    items: tuple[Item, ...]
    ago: float
    course: str = ""
    changes: int = 0
    published: bool = False
    tags: tuple[str, ...] = ()
    fields: NewQuiz = NewQuiz()  # noqa: RUF009  (frozen)


def tagged(item: Item, *tags: str) -> Item:
    """The item with tags."""
    return item.with_local(item.local.replaced(tags=tags))


def choice(text: str, answers: Sequence[str], *, right: int = 0, points: float = 2) -> Item:
    """A multiple choice; `right` is the place of the right answer, -1 for none."""
    rows = [{"id": _id(n), "position": n, "item_body": f"<p>{words}</p>"} for n, words in enumerate(answers, 1)]
    made = ChoiceQuestion.new().replaced(item_body=f"<p>{text}</p>", interaction_data={"choices": rows})
    return Item.of(made if right < 0 else made.with_right(_id(right + 1)), points=points)


def statement(text: str, right: bool | None, *, points: float = 1) -> Item:
    """A true/false question, undecided for None."""
    made = TrueFalseQuestion.new().replaced(item_body=f"<p>{text}</p>")
    return Item.of(made if right is None else made.with_right(right), points=points)


def rich_choice() -> Item:
    """A multiple choice that uses every option: points by answer, shuffling with a lock, all kinds of feedback."""
    answers = ("the left ventricle", "the right ventricle", "the left atrium", "None of them")
    item = choice("Which chamber pumps blood into the aorta?", answers, points=4)
    question = item.entry
    assert isinstance(question, ChoiceQuestion)
    question = question.with_varied_points(True, 4).with_points_of(_id(3), 1)
    rules = question.shuffle.with_shuffled(True).with_locked((3,))
    question = question.with_shuffle(rules)
    question = question.with_answer_feedback(_id(2), "<p>That one pumps blood to the lungs.</p>")
    question = question.with_answer_feedback(_id(3), "<p>Close: blood waits there before the ventricle.</p>")
    feedback = {
        "neutral": "<p>Figure 12.4 shows the way of the blood.</p>",
        "correct": "<p>Right: its wall is the thickest of the four.</p>",
        "incorrect": "<p>Follow the blood from the lungs onwards.</p>",
    }
    return item.with_entry(question.replaced(feedback=feedback, title="Chambers of the heart"))


def troubled_items() -> tuple[Item, ...]:
    """A draft with what the checks find: equal answers, nothing marked as right, a hot spot without a picture."""
    return (
        choice("Which are veins?", ("vena cava", "aorta", "pulmonary vein", "aorta"), right=-1),
        statement("The heart of a frog has three chambers.", None),
        Item.of(HotSpotQuestion.new().replaced(item_body="<p>Click the aorta.</p>"), points=2),
        choice("Where does blood take up oxygen?", ("in the lungs", "in the liver", "")),
        choice("Where does blood take up oxygen?", ("in the liver", "in the lungs", "")),
    )


def troubled_fields() -> NewQuiz:
    """Settings with what the checks find: points that disagree, switches without their value."""
    view = ResultView(result_view_restricted=True)
    settings = QuizSettings(has_time_limit=True, require_student_access_code=True, result_view_settings=view)
    return NewQuiz(points_possible=20, quiz_settings=settings)


def heart_items() -> tuple[Item, ...]:
    """Questions on the heart."""
    return (
        tagged(rich_choice(), "blood", "exam 2026", "figure 12.4"),
        tagged(statement("The left ventricle has a thicker wall than the right one.", True), "easy"),
        choice("How many chambers does the human heart have?", ("four", "three", "two")),
        choice("Which valve lies between left atrium and left ventricle?", ("mitral valve", "tricuspid valve")),
        statement("Arteries always carry blood that is rich in oxygen.", False),
    )


def cell_items() -> tuple[Item, ...]:
    """Questions on cells."""
    return (
        tagged(choice("Which part of a cell holds the DNA?", ("nucleus", "ribosome", "vacuole", "cell wall")), "easy"),
        choice("What do ribosomes make?", ("proteins", "fats", "sugars")),
        statement("Mitochondria have DNA of their own.", True),
        choice("Which cells have a wall?", ("plant cells", "nerve cells", "red blood cells")),
    )


def hamlet_items() -> tuple[Item, ...]:
    """Questions on a play."""
    return (
        choice("Who speaks “To be, or not to be”?", ("Hamlet", "Claudius", "Polonius", "Horatio")),
        choice("Whom does Hamlet kill behind the arras?", ("Polonius", "Laertes", "Rosencrantz")),
        statement("The play within the play is called “The Mousetrap”.", True),
        statement("Ophelia is Horatio's sister.", False),
        choice("Where does the play take place?", ("at Elsinore", "in Verona", "at Dunsinane")),
    )


def exhibits() -> tuple[Exhibit, ...]:
    """Every quiz of the library but the sample, the longest ago first."""
    bio, eng = "BIO 220 Cell biology", "ENG 110 Shakespeare"
    return (
        Exhibit("Midterm 2025", (*cell_items(), *heart_items()), 40 * DAY, bio, published=True),
        Exhibit("Photosynthesis, week 2", cell_items()[:3], 8 * DAY, bio, published=True),
        Exhibit("Anatomy of the heart", heart_items(), 3 * DAY, bio, tags=("anatomy", "spring term")),
        Exhibit("Cell biology, week 3", cell_items(), 26 * HOUR, bio, published=True),
        Exhibit("Hamlet, act 3", hamlet_items(), 2 * HOUR, eng, changes=3),
        Exhibit("Blood and vessels (draft)", troubled_items(), 12 * MINUTE, fields=troubled_fields()),
    )


def deleted_exhibits() -> tuple[Exhibit, ...]:
    """What was deleted lately."""
    return (
        Exhibit("Old placement test", hamlet_items()[:2], 15 * DAY),
        Exhibit("Untitled quiz", (), 5 * DAY),
    )


def _id(number: int) -> str:
    """The id of an answer, which Canvas wants to be a UUID; answers of different questions may share it."""
    return str(uuid5(NAMESPACE_URL, f"answer/{number}"))
