"""A process that edits a library as fast as it can and says each edit that was committed. Killed by its test."""

import sys
from pathlib import Path

from app.library.library import Library
from app.models.item import Item
from app.models.quiz import NewQuiz
from tests.support.quiz import choice


def main() -> None:
    """Print the quiz's id, then the number of every edit once it is durable."""
    with Library.open(Path(sys.argv[1])) as library:
        quiz = library.create_quiz(NewQuiz(title="Typed"), [Item.of(choice("0", "yes"), id="a")])
        sys.stdout.write(f"{quiz.id}\n")
        number = 0
        while True:
            number += 1
            after = quiz.with_item(Item.of(choice(f"Edit {number}", "yes"), id="a"))
            library.save(after, before=quiz, what=f"Edit {number}", problem_counts={})
            if number % 7 == 0:
                library.take_media(b"picture %d" % number, content_type="image/png")
            quiz = after
            sys.stdout.write(f"{number}\n")
            sys.stdout.flush()


main()
