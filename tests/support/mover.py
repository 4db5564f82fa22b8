"""A process that moves questions to and fro between two quizzes as fast as it can. Killed by its test."""

import sys
from pathlib import Path

from app.library.library import Library
from app.library.row import Saving
from app.models.quiz import NewQuiz
from tests.support.quiz import three_items


def main() -> None:
    """Print the number of every move once it is durable."""
    with Library.open(Path(sys.argv[1])) as library:
        full = library.create_quiz(NewQuiz(title="Leaves"), three_items(), id="leaves")
        bare = library.create_quiz(NewQuiz(title="Midterm"), id="midterm")
        number = 0
        while True:
            number += 1
            after = full.with_items(()), bare.with_items(full.items)
            savings = [Saving(old, new, "Move", {}) for old, new in zip((full, bare), after, strict=True)]
            library.save_together(savings)
            bare, full = after
            sys.stdout.write(f"{number}\n")
            sys.stdout.flush()


main()
