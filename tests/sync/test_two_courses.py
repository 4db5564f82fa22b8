"""One quiz in two courses, where somebody works in each: in the end all three are the same, with their own pictures."""

from contextlib import suppress

from app.errors import UserError
from app.html.sources import sources
from app.html.text import plain_text
from app.library import linking
from app.library.library import Library
from app.models.quiz import Quiz
from app.sync.choice import Selection, Side
from app.sync.outcome import Outcome
from tests.sync.test_histories import History

SEEDS, SEEDS_LONG = 20, 2_000
MINE_WINS = Selection(brake_released=True, prefer=Side.MINE)
MOST_ROUNDS = 3
"""What comes from the second course goes to the first in the next round."""


class TwoCourses(History):
    """A history with a second link; `link` is the one that is synced."""

    def __init__(self, library: Library, seed: int) -> None:
        super().__init__(library, seed)
        with library.transaction() as db:
            second = linking.link_to(db, self.link.quiz_id, self.link.account_id, "2")
        self.links = (self.link, second)

    @property
    def quiz(self) -> Quiz:
        return self.library.open_quiz(self.link.quiz_id).quiz

    def sync_one(self) -> None:
        """As a person does it, whatever the weather."""
        self.link = self.rng.choice(self.links)
        with suppress(UserError):  # told to the person; the next sync goes on from there
            self.sync()

    def sync_both(self) -> list[Outcome]:
        outcomes = []
        for link in self.links:
            self.link = link
            outcomes.append(self.sync(MINE_WINS))
        return outcomes

    def edit_there(self) -> None:
        """A colleague in one of the courses."""
        course = self.rng.choice("12")
        quizzes = self._quizzes(course)
        rows = self.core.items(course, quizzes[0]) if quizzes else []
        if not rows:
            return
        row, words = self.rng.choice(rows), f"there {next(self.numbers)}"
        match self.rng.randrange(5):
            case 0:
                self.core.delete_item(course, quizzes[0], str(row["id"]))
            case 1:
                entry = {key: value for key, value in row["entry"].items() if key != "id"}
                added = {"entry_type": "Item", "points_possible": 1.0, "entry": {**entry, "title": words}}
                self.core.add_item(course, quizzes[0], added, self.rng.randint(1, len(rows) + 1))
            case 2:
                self.core.move_item(course, quizzes[0], str(row["id"]), self.rng.randint(1, len(rows)))
            case 3:
                self.core.edit_item(course, quizzes[0], str(row["id"]), {"entry": {"item_body": f"<p>{words}</p>"}})
            case _:
                self.core.edit_item(course, quizzes[0], str(row["id"]), {"entry": {"title": words}})

    def _quizzes(self, course: str) -> list[str]:
        title = self.quiz.title
        return [str(quiz["id"]) for quiz in self.core.quizzes(course) if quiz["title"] == title]

    def says(self, course: str) -> list[tuple[object, ...]]:
        """Titles, texts and pictures as students see them there."""
        (quiz,) = self._quizzes(course)
        found = []
        for row in self.core.items(course, quiz):
            pictures = [self.core.file_content(source.split("/")[-2]) for source in sources(row["entry"])]
            found.append((row["entry"]["title"], plain_text(row["entry"]["item_body"]), *pictures))
        return found

    def says_here(self) -> list[tuple[object, ...]]:
        found = []
        for item in self.quiz.items:
            entry = item.entry.wire()
            pictures = [self._picture(source) for source in sources(entry)]
            found.append((entry["title"], plain_text(entry["item_body"]), *pictures))
        return found

    def _picture(self, source: str) -> bytes | None:
        if source.startswith("media:"):
            return self.library.read_media(source)
        return self.core.file_content(source.split("/")[-2])


def test_a_quiz_in_two_courses_becomes_the_same_everywhere(library: Library, long: bool) -> None:
    for seed in range(SEEDS_LONG if long else SEEDS):
        history = TwoCourses(library, 2_000_000 + seed)
        for _ in range(4):
            history.edit()
            history.edit_there()
            history.set_faults(0.04)
            history.sync_one()
            history.set_faults(0)
            history.edit_there()
            history.sync_one()
        rounds = 0
        while any(one.did_anything for one in history.sync_both()):
            rounds += 1
            assert rounds <= MOST_ROUNDS, seed
        here = history.says_here()
        assert (history.says("1"), history.says("2")) == (here, here), seed
