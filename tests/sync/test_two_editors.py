"""Two people edit the same quiz, and one decides: nothing on Canvas is replaced that the history does not have."""

import random
import re

from app.html.text import plain_text
from app.library.library import Library
from app.models.item import Item
from app.models.questions.true_false import TrueFalseQuestion
from app.models.quiz import Quiz
from app.sync.choice import Selection, Side
from app.sync.link_pictures import LinkPictures
from app.sync.resolve import Decision, Keep, resolved
from app.sync.settlement import Settlement, open_conflicts
from app.sync.step import Way
from tests.sync.test_histories import History

SEEDS = 30
SEEDS_LONG = 5_000
UNITS = ("item_body", "item_body", "title", "correct")
_TOKEN = re.compile(r"token\d+")


class TwoEditors(History):
    """Every text is a token of its own, so that it can be found wherever it went."""

    def __init__(self, library: Library, seed: int) -> None:
        super().__init__(library, seed)
        items = [Item.of(self._statement(), id=f"{seed}-{n}") for n in range(2)]
        self.decided = 0
        self._save(self.quiz.with_items(items), self.quiz)
        self.sync()

    @property
    def quiz(self) -> Quiz:
        return self.library.open_quiz(self.link.quiz_id).quiz

    def _token(self) -> str:
        return f"token{next(self.numbers)}"

    def _statement(self) -> TrueFalseQuestion:
        body, title = f"<p>{self._token()}</p>", self._token()
        return TrueFalseQuestion.new().replaced(item_body=body, title=title).with_right(True)

    def _save(self, after: Quiz, before: Quiz) -> None:
        self.library.save(after, before=before, what="Edit", problem_counts={})

    def edit_here(self) -> None:
        quiz = self.quiz
        item = self.rng.choice(quiz.items)
        question = item.entry
        assert isinstance(question, TrueFalseQuestion)
        match self.rng.choice(UNITS):
            case "title":
                question = question.replaced(title=self._token())
            case "item_body":
                question = question.replaced(item_body=f"<p>{self._token()}</p>")
            case _:
                question = question.with_feedback("correct", f"<p>{self._token()}</p>")
        self._save(quiz.with_item(item.with_entry(question)), quiz)

    def edit_there(self) -> None:
        row = self.rng.choice(self.core.items("1", self.canvas_id))
        text = f"<p>{self._token()}</p>"
        entries = {"title": {"title": self._token()}, "item_body": {"item_body": text}}
        entry = entries.get(self.rng.choice(UNITS), {"feedback": {"correct": text}})
        self.core.edit_item("1", self.canvas_id, str(row["id"]), {"entry": entry})

    def decide(self) -> None:
        open_ones = open_conflicts(self.library, self.link)
        chosen = [one for one in open_ones if self.rng.random() < 0.7 and one.item_id in self.quiz.places]
        if not chosen:
            return
        before = self.quiz
        decisions = [Decision(one, self.rng.choice(list(Keep))) for one in chosen]
        reference = LinkPictures(self.library, self.library, self.link).reference
        after, _ = resolved(before, decisions, reference, lambda: f"copy-{self.link.id}-{next(self.numbers)}")
        self.decided += len(decisions)
        settlement = Settlement(self.library, self.link, decisions)
        self._save(after, before)
        settlement.settle(after)
        if self.rng.random() < 0.3:
            if self.rng.random() < 0.5:
                self.sync(self._selection())
            else:
                self._save(before, after)
            settlement.take_back()

    def _selection(self) -> Selection:
        items = [item.id for item in self.quiz.items]
        left = {(way, item) for way in (Way.TO_CANVAS, Way.FROM_CANVAS) for item in items if self.rng.random() < 0.1}
        prefer = self.rng.choice([*[None] * 12, *Side])
        return Selection(left=frozenset(left), prefer=prefer, pull_only=self.rng.random() < 0.1)

    def checked_sync(self) -> None:
        """A sync that replaces nothing unseen: what is no longer on Canvas afterwards is in the history here."""
        before = self.tokens_there
        self.sync(self._selection())
        gone = before - self.tokens_there
        assert gone <= self.tokens_kept

    @property
    def tokens_there(self) -> set[str]:
        return set(_TOKEN.findall(str([row["entry"] for row in self.core.items("1", self.canvas_id)])))

    @property
    def tokens_kept(self) -> set[str]:
        rows = self.library.db.execute(
            "SELECT json FROM content JOIN history_item ON content = sha JOIN history ON history.id = history"
            " WHERE quiz = ?",
            (self.link.quiz_id,),
        )
        return {token for (json,) in rows for token in _TOKEN.findall(bytes(json).decode())}

    def says_here(self) -> list[tuple[str, str]]:
        wires = [item.entry.wire() for item in self.quiz.items]
        return [(wire["title"], plain_text(wire["item_body"])) for wire in wires]

    def says_there(self) -> list[tuple[str, str]]:
        entries = [row["entry"] for row in self.core.items("1", self.canvas_id)]
        return [(str(entry["title"]), plain_text(str(entry["item_body"]))) for entry in entries]


def test_nothing_is_replaced_unseen_and_in_the_end_both_sides_are_the_same(library: Library, long: bool) -> None:
    decided = 0
    for seed in range(SEEDS_LONG if long else SEEDS):
        history = TwoEditors(library, 1_000_000 + seed)
        rng = random.Random(seed)
        for _ in range(6):
            for act in (history.edit_here, history.edit_there, history.checked_sync):
                act()
            if rng.random() < 0.2:
                history.edit_there()
            history.decide()
            history.checked_sync()
        decided += history.decided
        history.sync(Selection(prefer=Side.MINE))
        last = history.sync()
        assert (last.writes, last.conflicts, open_conflicts(library, history.link)) == (0, [], ()), seed
        assert history.says_here() == history.says_there(), seed
    assert decided > SEEDS / 2
