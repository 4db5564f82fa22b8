"""The library: every quiz on this computer, in one SQLite file and a folder of pictures.

Synchronous and without Qt. One process writes (`writing=True`), any number reads. Within a process one thread uses one
`Library`; `reader()` gives another for another thread.

- quizzes: `quizzes`, `find_quiz`, `create_quiz`, `open_quiz`, `save`, `delete_quiz`, `restore_quiz`, `purge_deleted`
- past: `history`, `version`; words, filters and tags: `search`, `tags`; one question: `item`, `same_elsewhere`
- pictures: `take_media`, `media_path`, `read_media`
- Canvas: `accounts`, `courses`, `links` and the rest through `transaction()` with the functions of `linking`, `journal`
- care: `check` looks through the file and gates the first write; `upkeep.tend` backs up, thins and sweeps once a day;
  `backup.write_backup` and `restore_backup` carry everything in one file; `shared_folder` warns of clouds
- another computer: `moving.hand_over` and `take_back`, there `taking_over.take_over`
- files of one quiz: `native_file.read_native`, `write_native`

Every error is a `LibraryError` with words for a person. After one, the value in memory is still what the person has.
"""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

import apsw

from app.library import grouping, linking, listing, only_there
from app.library.ballast import Ballast
from app.library.errors import DiskFull
from app.library.lazy import contents, media, opening, quiz_models, sameness, saving, searching, tagging
from app.library.library_file import LibraryFile
from app.library.row import (
    Account,
    CourseRow,
    Found,
    HistoryRow,
    LinkRow,
    OpenedQuiz,
    QuizName,
    QuizRow,
    Ready,
    Saving,
    There,
)

if TYPE_CHECKING:
    from app.library.media import MediaFolder
    from app.library.sameness import Place
    from app.library.sought import Sought
    from app.models.item import Item
    from app.models.local import QuizLocal
    from app.models.quiz import NewQuiz, Quiz

KEEP_DELETED_SECONDS = 30 * 86400


class Library(LibraryFile):
    """What is kept in an open file: quizzes with their past, pictures, and what is known of Canvas."""

    # quizzes

    def quizzes(self, *, deleted: bool = False) -> list[QuizRow]:
        """Every quiz, or every recently deleted one, as rows; no model is loaded."""
        with self._reading():
            return listing.quiz_rows(self.db, self._clock(), deleted=deleted)

    def find_quiz(self, text: str) -> str:
        """The id of the quiz that an id, its unique beginning or an exact title stands for."""
        with self._reading():
            return listing.found_quiz(self.db, text)

    def create_quiz(
        self,
        fields: "NewQuiz",
        items: "Iterable[Item]" = (),
        *,
        local: "QuizLocal | None" = None,
        what: str = "New quiz",
        id: str | None = None,
    ) -> "Quiz":
        """A new quiz with a new id, unless one is given."""
        quiz: Quiz = quiz_models().Quiz(id or str(uuid4()), fields, tuple(items))
        quiz = quiz if local is None else quiz.with_local(local)
        self.save(quiz, before=None, what=what, problem_counts={})
        return quiz

    def open_quiz(self, quiz_id: str) -> OpenedQuiz:
        """The quiz as it is kept; its items are read when somebody looks at them. Raises `NoSuchQuiz`."""
        with self._reading():
            found: OpenedQuiz = opening().open_quiz(self.db, quiz_id)
        return found

    def item(self, quiz_id: str, item_id: str) -> "Item | None":
        """One item of a quiz as it is kept; None where it is not there any more."""
        with self._reading():
            found: Item | None = opening().open_item(self.db, quiz_id, item_id)
        return found

    def save(self, quiz: "Quiz", *, before: "Quiz | None", what: str, problem_counts: Mapping[str, int]) -> int:
        """Commit what differs from `before` with a history row named `what`; gives the new revision.

        `problem_counts` as in `save_together`, which tells what is raised, too.
        """
        [revision] = self.save_together([Saving(before, quiz, what, problem_counts)])
        return revision

    def save_together(self, savings: Sequence[Saving]) -> list[int]:
        """Commit several quizzes in one transaction; gives their new revisions.

        Their `problem_counts` are those that are known; of other questions that changed they are counted here.

        On a full disk the ballast is given up for it. Raises what `transaction` raises.
        """
        try:
            return self._save(savings)
        except DiskFull:
            if not Ballast(self.folder).drop():
                raise
            return self._save(savings)

    def _save(self, savings: Sequence[Saving]) -> list[int]:
        with self.transaction() as db:
            return [self._save_one(db, one) for one in savings]

    def _save_one(self, db: apsw.Connection, one: Saving) -> int:
        now = self._clock()
        revision: int = saving().save_quiz(db, one.after, one.before, one.what, one.problem_counts, now)
        linking.count_changes(db, one.after.id)
        return revision

    def delete_quiz(self, quiz_id: str) -> None:
        """Put a quiz into "Recently deleted". Nothing happens on Canvas (decisions 13)."""
        with self.transaction() as db:
            db.execute("UPDATE quiz SET deleted_at = ? WHERE id = ?", (self._clock(), quiz_id))

    def restore_quiz(self, quiz_id: str) -> None:
        """Take a quiz out of "Recently deleted"."""
        with self.transaction() as db:
            db.execute("UPDATE quiz SET deleted_at = NULL WHERE id = ?", (quiz_id,))

    def purge_deleted(self) -> None:
        """Forget quizzes that were deleted more than 30 days ago."""
        with self.transaction() as db:
            limit = self._clock() - KEEP_DELETED_SECONDS
            db.execute("DELETE FROM words WHERE quiz IN (SELECT id FROM quiz WHERE deleted_at < ?)", (limit,))
            db.execute("DELETE FROM quiz WHERE deleted_at < ?", (limit,))
            contents().sweep(db)

    def history(self, quiz_id: str) -> list[HistoryRow]:
        """Every kept version of a quiz, the newest first."""
        with self._reading():
            return listing.history(self.db, quiz_id)

    def version(self, number: int) -> "Quiz":
        """The quiz as it was after the change with this number."""
        with self._reading():
            quiz: Quiz = opening().version(self.db, number)
        return quiz

    def search(self, sought: "Sought") -> Found:
        """The quizzes and questions that have all the words and pass all the filters."""
        with self._reading():
            found: Found = searching().found(self.db, sought, self._clock())
        return found

    def same_elsewhere(self, places: "Iterable[Place]") -> "Mapping[Place, tuple[QuizName, ...]]":
        """The other quizzes that have the questions of these places too."""
        with self._reading():
            found: Mapping[Place, tuple[QuizName, ...]] = sameness().same_elsewhere(self.db, places)
        return found

    def tags(self) -> list[str]:
        """Every tag that is in use, for completing one."""
        with self._reading():
            used: list[str] = tagging().used_tags(self.db)
        return used

    # pictures

    @cached_property
    def files(self) -> "MediaFolder":
        """The files of pictures."""
        folder: MediaFolder = media().MediaFolder(self.folder)
        return folder

    def take_media(
        self, data: bytes, *, content_type: str, width: int | None = None, height: int | None = None, name: str = ""
    ) -> str:
        """Keep a picture and give its reference, `media:SHA256`."""
        sha = self.files.keep(data)
        picture = media().Media(sha, len(data), content_type, width, height, name)
        with self.transaction() as db:
            media().note(db, picture, self._clock())
        return f"media:{sha}"

    def media_path(self, reference: str) -> Path:
        """The file of a `media:SHA256` reference."""
        return self.files.path(reference.removeprefix("media:"))

    def read_media(self, reference: str) -> bytes:
        """The verified bytes of a reference. Raises `MediaMissing`."""
        return self.files.read(reference.removeprefix("media:"))

    # Canvas

    def accounts(self) -> list[Account]:
        """Every connection, the oldest first."""
        with self._reading():
            return linking.accounts(self.db)

    def courses(self) -> list[CourseRow]:
        """Every course that was seen, of every account."""
        with self._reading():
            return linking.courses(self.db)

    def only_there(self) -> list[QuizRow]:
        """The quizzes of courses that are on Canvas and not here, as rows."""
        with self._reading():
            return only_there.rows(self.db, self._clock())

    def ready(self, account_id: str, course_id: str) -> Ready:
        """What of a course can be used off-line."""
        with self._reading():
            return only_there.ready(self.db, account_id, course_id)

    def there(self, quiz_id: str) -> There | None:
        """What was last seen of the assignment that a quiz is in its first course; None where it is not there yet."""
        with self._reading():
            link = next(iter(linking.links(self.db, quiz_id)), None)
            return None if link is None or link.canvas_id is None else grouping.there(self.db, link)

    def links(self, quiz_id: str) -> list[LinkRow]:
        """Where a quiz is on Canvas; the first one is the primary."""
        with self._reading():
            return linking.links(self.db, quiz_id)
