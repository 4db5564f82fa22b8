"""Rows of the library that is attached as `moved`, copied into the one that is open, all within one transaction.

Rows that SQLite numbers get the next free numbers; accounts are known by who they are, for each computer may have
connected to the same Canvas by itself.
"""

import apsw

SHARED = ("content", "media")
"""Tables whose rows mean the same in every library."""
OF_ACCOUNT = ("course", "quiz_there", "assignment_group", "media_address")
OF_QUIZ = ("item", "tag")
OF_LINK = ("item_link", "intent", "conflict")
OF_RESULTS = ("attempt", "attempt_answers", "mark")


class Transplant:
    """Copies quizzes one by one, after what they have in common."""

    def __init__(self, db: apsw.Connection) -> None:
        self._db = db
        db.execute("CREATE TEMP TABLE IF NOT EXISTS met (theirs TEXT PRIMARY KEY, ours TEXT NOT NULL)")
        db.execute("CREATE TEMP TABLE IF NOT EXISTS number (theirs INTEGER PRIMARY KEY, ours INTEGER NOT NULL)")

    def common(self) -> None:
        """Contents, pictures, accounts with what belongs to them, and templates of settings."""
        for table in SHARED:
            self._copy(table)
        self._meet_accounts()
        for table in OF_ACCOUNT:
            self._copy(table, account=_ACCOUNT)
        self._templates()
        self._results()

    def quiz(self, quiz: str) -> None:
        """A quiz that is not here, with its past, its search text, and its links but those that another one has."""
        self._copy("quiz", "id = ?1", quiz)
        for table in OF_QUIZ:
            self._copy(table, "quiz = ?1", quiz)
        self._copy("tryout", "quiz = ?1", quiz, id="NULL")
        self._number("printing", "id", quiz)
        self._copy("printing", "quiz = ?1", quiz, id=_number("printing.id"))
        self._copy("printing_item", _IS_NUMBERED.format("printing"), printing=_number("printing"))
        self._number("history", "id", quiz)
        self._copy("history", "quiz = ?1", quiz, id=_number("history.id"))
        self._copy("history_item", _IS_NUMBERED.format("history"), history=_number("history"))
        self._number("word_key", "key", quiz)
        self._copy("word_key", "quiz = ?1", quiz, key=_number("word_key.key"))
        self._db.execute(
            f"INSERT INTO main.words (rowid, quiz, item, text) SELECT {_number('words.rowid')}, quiz, item, text"
            f" FROM moved.words AS words WHERE {_IS_NUMBERED.format('words.rowid')}"
        )
        self._copy("link", f"quiz = ?1 AND NOT {_ANOTHER_HAS_IT}", quiz, account=_ACCOUNT)
        for table in OF_LINK:
            self._copy(table, "link IN (SELECT id FROM main.link WHERE quiz = ?1)", quiz)

    def remove(self, quiz: str) -> None:
        """Take a quiz out of the library that is here, for the same one that goes on from it."""
        self._db.execute("DELETE FROM main.words WHERE quiz = ?", (quiz,))
        self._db.execute("DELETE FROM main.quiz WHERE id = ?", (quiz,))

    def _number(self, table: str, key: str, quiz: str) -> None:
        """Give each row of a quiz a number that is free here, in their order."""
        self._db.execute("DELETE FROM temp.number")
        self._db.execute(
            f"INSERT INTO temp.number SELECT {key}, row_number() OVER (ORDER BY {key})"
            f" + (SELECT coalesce(max({key}), 0) FROM main.{table}) FROM moved.{table} WHERE quiz = ?",
            (quiz,),
        )

    def _copy(self, table: str, where: str = "true", *values: str, **instead: str) -> None:
        """Rows that are not here yet; `instead` gives expressions for columns."""
        columns = [str(row[1]) for row in self._db.execute(f"PRAGMA moved.table_info({table})")]
        order = _ORDER.get(table, "rowid")
        expressions = ", ".join(instead.get(name, f"{table}.{name}") for name in columns)
        self._db.execute(
            f"INSERT OR IGNORE INTO main.{table} ({', '.join(columns)})"
            f" SELECT {expressions} FROM moved.{table} AS {table} WHERE {where} ORDER BY {table}.{order}",
            values,
        )

    def _meet_accounts(self) -> None:
        """Say which account of this library each of the other one is; those that are none come in."""
        self._db.execute("DELETE FROM temp.met")
        self._db.execute(
            f"INSERT INTO temp.met SELECT id, coalesce(({_SAME_ACCOUNT}), id) FROM moved.account AS theirs"
        )
        self._copy("account", "id IN (SELECT ours FROM temp.met)")

    def _results(self) -> None:
        """Results of students: where both computers have those of a quiz, ours stay, and the marks of both."""
        self._db.execute("DELETE FROM temp.number")
        self._db.execute(
            f"INSERT INTO temp.number SELECT theirs.key, coalesce(({_SAME_RESULTS}), theirs.key"
            " + (SELECT coalesce(max(key), 0) FROM main.result_set)) FROM moved.result_set AS theirs"
        )
        self._copy("result_set", key=_number("result_set.key"), account=_ACCOUNT)
        for table in OF_RESULTS:
            self._copy(table, results=_number(f"{table}.results"))
        self._copy("given", f"NOT EXISTS ({_SAME_GIVEN})", id="NULL", account=_ACCOUNT)

    def _templates(self) -> None:
        """One that was changed on both computers stays twice."""
        self._db.execute(
            "INSERT INTO main.template (id, name, fields, edited_at) SELECT lower(hex(randomblob(16))),"
            " theirs.name || ?, theirs.fields, theirs.edited_at FROM moved.template AS theirs"
            " JOIN main.template AS ours USING (id) WHERE ours.fields != theirs.fields",
            (" (from the other computer)",),
        )
        self._copy("template")


def _number(column: str) -> str:
    return f"(SELECT ours FROM temp.number WHERE theirs = {column})"


_IS_NUMBERED = "{} IN (SELECT theirs FROM temp.number)"
_ACCOUNT = "(SELECT ours FROM temp.met WHERE theirs = account)"
_SAME_ACCOUNT = """
    SELECT ours.id FROM main.account AS ours WHERE ours.kind = theirs.kind AND ours.user_id = theirs.user_id
    AND (ours.id = theirs.id OR ours.origin = theirs.origin
        OR (ours.instance != '' AND ours.instance = theirs.instance))
    ORDER BY ours.id = theirs.id DESC LIMIT 1
"""
_SAME_RESULTS = f"""
    SELECT ours.key FROM main.result_set AS ours
    WHERE ours.account = {_ACCOUNT.replace("= account", "= theirs.account")}
    AND ours.course = theirs.course AND ours.quiz = theirs.quiz AND ours.kind = theirs.kind
"""
_SAME_GIVEN = f"""
    SELECT 1 FROM main.given AS ours WHERE ours.account = {_ACCOUNT.replace("= account", "= given.account")}
    AND ours.course = given.course AND ours.quiz = given.quiz AND ours.kind = given.kind
    AND ours.student = given.student AND ours.fields = given.fields AND ours.at = given.at
"""
_ANOTHER_HAS_IT = f"""(link.canvas_id IS NOT NULL AND EXISTS (
    SELECT 1 FROM main.link AS ours
    WHERE ours.account = {_ACCOUNT} AND ours.course = link.course AND ours.canvas_id = link.canvas_id
))"""
_ORDER = {
    "content": "sha",
    "tag": "place",
    "quiz_there": "id",
    "assignment_group": "place",
    "history_item": "history",
    "attempt": "submission",
    "printing_item": "printing",
}
"""Tables without a row id are copied in an order of their own."""
