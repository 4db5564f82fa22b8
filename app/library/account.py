"""What a person does with accounts in the library: name one, forget one; and which quizzes each is used by."""

from collections.abc import Mapping

import apsw

from app.library.linking import learn


def name_account(db: apsw.Connection, account: str, label: str) -> None:
    """Call an account by a name of the person's own; "" for the address of its Canvas."""
    learn(db, account, "label", label)


def remove_account(db: apsw.Connection, account: str) -> None:
    """Forget an account, its courses, and where quizzes are in them. The quizzes stay here, and on Canvas."""
    db.execute("DELETE FROM account WHERE id = ?", (account,))


def users(db: apsw.Connection) -> Mapping[str, tuple[str, ...]]:
    """The titles of the quizzes that are in courses of each account, by its id."""
    found: dict[str, list[str]] = {}
    rows = db.execute(
        "SELECT DISTINCT link.account, quiz.id, quiz.title FROM link JOIN quiz ON quiz.id = link.quiz"
        " WHERE quiz.deleted_at IS NULL ORDER BY quiz.title, quiz.id"
    )
    for account, _quiz, title in rows:
        found.setdefault(account, []).append(title)
    return {account: tuple(titles) for account, titles in found.items()}
