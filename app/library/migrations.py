"""The schema as a list of named migrations, each in a transaction of its own, with a dated backup before."""

from collections.abc import Callable
from typing import NamedTuple

import apsw

from app.models.tag import clean_tag, tag_key

APPLICATION_ID = 0x51_57_52_54
"""“QWRT” in the header of the file (SQLite, PRAGMA application_id)."""


class Migration(NamedTuple):
    """One step of the schema. `user_version` counts how many were applied."""

    name: str
    sql: str


FIRST = """
CREATE TABLE account (
    id TEXT PRIMARY KEY, kind TEXT NOT NULL, origin TEXT NOT NULL, instance TEXT NOT NULL DEFAULT '',
    user_id TEXT NOT NULL DEFAULT '', user_name TEXT NOT NULL DEFAULT '', habits TEXT NOT NULL DEFAULT '{}'
) STRICT;
CREATE TABLE course (
    account TEXT NOT NULL REFERENCES account ON DELETE CASCADE, id TEXT NOT NULL, name TEXT NOT NULL,
    term TEXT NOT NULL DEFAULT '', PRIMARY KEY (account, id)
) STRICT;
CREATE TABLE content (sha BLOB PRIMARY KEY, json BLOB NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE quiz (
    id TEXT PRIMARY KEY, title TEXT NOT NULL, question_count INTEGER NOT NULL DEFAULT 0, points REAL NOT NULL DEFAULT 0,
    problem_count INTEGER NOT NULL DEFAULT 0, created_at REAL NOT NULL, edited_at REAL NOT NULL, deleted_at REAL,
    revision INTEGER NOT NULL DEFAULT 0, fields BLOB NOT NULL REFERENCES content
) STRICT;
CREATE TABLE item (
    quiz TEXT NOT NULL REFERENCES quiz ON DELETE CASCADE, id TEXT NOT NULL, place INTEGER NOT NULL, points REAL,
    entry_type TEXT NOT NULL, title TEXT NOT NULL, type TEXT NOT NULL, first_words TEXT NOT NULL,
    problem_count INTEGER NOT NULL DEFAULT 0, content BLOB NOT NULL REFERENCES content, PRIMARY KEY (quiz, id)
) STRICT;
CREATE TABLE link (
    id TEXT PRIMARY KEY, quiz TEXT NOT NULL REFERENCES quiz ON DELETE CASCADE,
    account TEXT NOT NULL REFERENCES account ON DELETE CASCADE, course TEXT NOT NULL, canvas_id TEXT,
    sent TEXT NOT NULL DEFAULT '{}', returned TEXT NOT NULL DEFAULT '{}', kept TEXT NOT NULL DEFAULT '{}',
    item_order TEXT NOT NULL DEFAULT '[]', moving INTEGER NOT NULL DEFAULT 0,
    agreed_fields BLOB, changes INTEGER NOT NULL DEFAULT 0,
    changed_there INTEGER NOT NULL DEFAULT 0, assignment TEXT NOT NULL DEFAULT '{}', seen_at REAL,
    UNIQUE (quiz, account, course)
) STRICT;
CREATE TABLE item_link (
    link TEXT NOT NULL REFERENCES link ON DELETE CASCADE, item TEXT NOT NULL, canvas_id TEXT NOT NULL,
    sent TEXT NOT NULL, returned TEXT NOT NULL, kept TEXT NOT NULL DEFAULT '{}',
    agreed_content BLOB, agreed_points REAL, PRIMARY KEY (link, item)
) STRICT;
CREATE TABLE media (
    sha TEXT PRIMARY KEY, size INTEGER NOT NULL, content_type TEXT NOT NULL, width INTEGER, height INTEGER,
    name TEXT NOT NULL DEFAULT '', created_at REAL NOT NULL
) STRICT;
CREATE TABLE media_address (
    account TEXT NOT NULL REFERENCES account ON DELETE CASCADE, scope TEXT NOT NULL, sha TEXT NOT NULL,
    address TEXT NOT NULL, PRIMARY KEY (account, scope, sha)
) STRICT;
CREATE INDEX media_by_address ON media_address (address);
CREATE TABLE intent (
    id TEXT PRIMARY KEY, link TEXT NOT NULL REFERENCES link ON DELETE CASCADE, kind TEXT NOT NULL, item TEXT NOT NULL,
    canvas_id TEXT, units TEXT NOT NULL, known TEXT NOT NULL, sent_at REAL NOT NULL, settled_at REAL
) STRICT;
CREATE INDEX open_intents ON intent (link) WHERE settled_at IS NULL;
CREATE TABLE conflict (
    link TEXT NOT NULL REFERENCES link ON DELETE CASCADE, item TEXT NOT NULL, unit TEXT NOT NULL, base TEXT, mine TEXT,
    theirs TEXT, PRIMARY KEY (link, item, unit)
) STRICT;
CREATE TABLE history (
    id INTEGER PRIMARY KEY AUTOINCREMENT, quiz TEXT NOT NULL REFERENCES quiz ON DELETE CASCADE, at REAL NOT NULL,
    what TEXT NOT NULL, fields BLOB NOT NULL REFERENCES content, item_order TEXT
) STRICT;
CREATE INDEX history_of_quiz ON history (quiz, id);
CREATE TABLE history_item (
    history INTEGER NOT NULL REFERENCES history ON DELETE CASCADE, item TEXT NOT NULL, points REAL,
    entry_type TEXT NOT NULL, content BLOB NOT NULL REFERENCES content, PRIMARY KEY (history, item)
) STRICT, WITHOUT ROWID;
CREATE INDEX history_of_item ON history_item (item, history);
CREATE VIRTUAL TABLE words USING fts5 (
    quiz UNINDEXED, item UNINDEXED, text, tokenize = 'unicode61 remove_diacritics 2'
);
"""

WORD_KEYS = """
CREATE TABLE word_key (
    key INTEGER PRIMARY KEY, quiz TEXT NOT NULL REFERENCES quiz ON DELETE CASCADE, item TEXT NOT NULL,
    UNIQUE (quiz, item)
) STRICT;
INSERT OR REPLACE INTO word_key (key, quiz, item) SELECT rowid, quiz, item FROM words
    WHERE quiz IN (SELECT id FROM quiz);
"""
"""Finds the search text of an item without reading all of it: a full-text table has no index on its columns."""

TAGS = """
CREATE TABLE tag (
    quiz TEXT NOT NULL REFERENCES quiz ON DELETE CASCADE, item TEXT NOT NULL, place INTEGER NOT NULL,
    label TEXT NOT NULL, key TEXT NOT NULL, PRIMARY KEY (quiz, item, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX tag_by_key ON tag (key, label);
CREATE INDEX quiz_word_key ON word_key (key) WHERE item = '';
ALTER TABLE quiz ADD COLUMN local TEXT NOT NULL DEFAULT '{}';
ALTER TABLE history ADD COLUMN local TEXT NOT NULL DEFAULT '{}';
INSERT OR IGNORE INTO tag (quiz, item, place, label, key)
    SELECT item.quiz, item.id, given.key, clean_tag(given.value), tag_key(given.value) FROM item
    JOIN content ON sha = content, json_each(CAST(content.json AS TEXT), '$.local.tags') AS given
    WHERE given.type = 'text' AND clean_tag(given.value) != '';
UPDATE words SET text = text || (
    SELECT ' ' || group_concat(label, ' ') FROM tag WHERE tag.quiz = words.quiz AND tag.item = words.item
) WHERE rowid IN (SELECT word_key.key FROM word_key JOIN tag USING (quiz, item));
"""
"""Tags of items stand in their documents already; what only this library knows of a quiz has a place from here on."""

TEMPLATES = """
CREATE TABLE template (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, fields TEXT NOT NULL, edited_at REAL NOT NULL
) STRICT;
"""
"""Settings that are kept by name, to be given to other quizzes."""

GROUPS = """
CREATE TABLE assignment_group (
    account TEXT NOT NULL REFERENCES account ON DELETE CASCADE, course TEXT NOT NULL, id TEXT NOT NULL,
    place INTEGER NOT NULL, name TEXT NOT NULL, PRIMARY KEY (account, course, id)
) STRICT, WITHOUT ROWID;
ALTER TABLE link ADD COLUMN assignment_group TEXT;
"""
"""The names of a course's assignment groups, and the one in which a quiz shall be made there."""

TRYOUTS = """
CREATE TABLE tryout (
    id INTEGER PRIMARY KEY AUTOINCREMENT, quiz TEXT NOT NULL REFERENCES quiz ON DELETE CASCADE, at REAL NOT NULL,
    seconds REAL NOT NULL, answers TEXT NOT NULL
) STRICT;
CREATE INDEX tryout_of_quiz ON tryout (quiz, id);
"""
"""Quizzes that were taken here, off-line."""

TIME_ZONES = """
ALTER TABLE course ADD COLUMN time_zone TEXT NOT NULL DEFAULT '';
"""
"""The zone in which the dates of a course's quizzes are told."""

ONLY_THERE = """
CREATE TABLE quiz_there (
    account TEXT NOT NULL REFERENCES account ON DELETE CASCADE, course TEXT NOT NULL, id TEXT NOT NULL,
    title TEXT NOT NULL, points REAL NOT NULL, told TEXT NOT NULL, PRIMARY KEY (account, course, id)
) STRICT, WITHOUT ROWID;
ALTER TABLE course ADD COLUMN kept INTEGER NOT NULL DEFAULT 0;
ALTER TABLE course ADD COLUMN listed_at REAL;
ALTER TABLE link ADD COLUMN pictures INTEGER NOT NULL DEFAULT 0;
ALTER TABLE link ADD COLUMN pictures_here INTEGER NOT NULL DEFAULT 0;
"""
"""The quizzes of a course as Canvas last listed them; what is kept for off-line, and how many pictures are here."""

PRINTINGS = """
CREATE TABLE printing (
    id INTEGER PRIMARY KEY AUTOINCREMENT, quiz TEXT NOT NULL REFERENCES quiz ON DELETE CASCADE, at REAL NOT NULL,
    papers TEXT NOT NULL, fields BLOB NOT NULL REFERENCES content
) STRICT;
CREATE INDEX printing_of_quiz ON printing (quiz, id);
CREATE TABLE printing_item (
    printing INTEGER NOT NULL REFERENCES printing ON DELETE CASCADE, place INTEGER NOT NULL, item TEXT NOT NULL,
    points REAL, entry_type TEXT NOT NULL, content BLOB NOT NULL REFERENCES content, PRIMARY KEY (printing, place)
) STRICT, WITHOUT ROWID;
"""
"""Exams that were printed, as they were."""

RESULTS = """
CREATE TABLE result_set (
    key INTEGER PRIMARY KEY, account TEXT NOT NULL REFERENCES account ON DELETE CASCADE, course TEXT NOT NULL,
    quiz TEXT NOT NULL, kind TEXT NOT NULL, title TEXT NOT NULL, points REAL, assignment TEXT NOT NULL,
    questions TEXT NOT NULL, fetched_at REAL NOT NULL, UNIQUE (account, course, quiz, kind)
) STRICT;
CREATE TABLE attempt (
    results INTEGER NOT NULL REFERENCES result_set ON DELETE CASCADE, submission TEXT NOT NULL,
    attempt INTEGER NOT NULL, student TEXT NOT NULL, name TEXT NOT NULL, state TEXT NOT NULL, score REAL,
    kept_score REAL, fudge REAL, finished_at TEXT, spent INTEGER, waiting INTEGER NOT NULL, overdue INTEGER NOT NULL,
    PRIMARY KEY (results, submission, attempt)
) STRICT, WITHOUT ROWID;
CREATE TABLE attempt_answers (
    results INTEGER NOT NULL REFERENCES result_set ON DELETE CASCADE, submission TEXT NOT NULL,
    attempt INTEGER NOT NULL, answers TEXT NOT NULL, PRIMARY KEY (results, submission, attempt)
) STRICT;
CREATE TABLE mark (
    results INTEGER NOT NULL REFERENCES result_set ON DELETE CASCADE, submission TEXT NOT NULL,
    attempt INTEGER NOT NULL, question TEXT NOT NULL, score REAL, comment TEXT, base_score REAL,
    base_comment TEXT NOT NULL, state TEXT NOT NULL, told TEXT NOT NULL, marked_at REAL NOT NULL,
    PRIMARY KEY (results, submission, attempt, question)
) STRICT;
CREATE TABLE given (
    id INTEGER PRIMARY KEY AUTOINCREMENT, account TEXT NOT NULL REFERENCES account ON DELETE CASCADE,
    course TEXT NOT NULL, quiz TEXT NOT NULL, kind TEXT NOT NULL, student TEXT NOT NULL, name TEXT NOT NULL,
    fields TEXT NOT NULL, state TEXT NOT NULL, told TEXT NOT NULL, at REAL NOT NULL
) STRICT;
"""
"""What students did, marks that are not sent, and what students were given."""

COURSE_ENDS = """
ALTER TABLE course ADD COLUMN ends_at REAL;
"""
"""When a course, or else its term, is over."""

RULES = """
ALTER TABLE item ADD COLUMN rules TEXT NOT NULL DEFAULT '';
"""
"""By which rules the problems of an item were counted."""

MIGRATIONS = (
    Migration("first", FIRST),
    Migration("keys of the search text", WORD_KEYS),
    Migration("tags", TAGS),
    Migration("templates", TEMPLATES),
    Migration("assignment groups", GROUPS),
    Migration("try-outs", TRYOUTS),
    Migration("time zones", TIME_ZONES),
    Migration("quizzes only there", ONLY_THERE),
    Migration("printings", PRINTINGS),
    Migration("results", RESULTS),
    Migration("ends of courses", COURSE_ENDS),
    Migration("rules of counts", RULES),
)
"""In the order in which they are applied; a released one is never changed."""


def is_older(db: apsw.Connection) -> bool:
    """Whether there is something in an older schema."""
    return bool(0 < db.pragma("user_version") < len(MIGRATIONS))


def migrate(db: apsw.Connection, back_up: Callable[[], object]) -> None:
    """Bring the schema to the newest version; `back_up` is called first where there is something to lose."""
    if is_older(db):
        back_up()
    _teach(db, "clean_tag", clean_tag)
    _teach(db, "tag_key", tag_key)
    version = db.pragma("user_version")
    for number, migration in enumerate(MIGRATIONS[version:], start=version + 1):
        with db:
            db.execute(migration.sql)
            db.pragma("user_version", number)
            db.pragma("application_id", APPLICATION_ID)


def _teach(db: apsw.Connection, name: str, function: Callable[[str], str]) -> None:
    def called(*values: "apsw.SQLiteValue") -> str:
        return function(str(values[0]))

    db.create_scalar_function(name, called, 1, deterministic=True)


def brought_up_copy(db: apsw.Connection) -> apsw.Connection:
    """The newest schema in memory, of an older library that cannot be written; `db` is closed."""
    copy = apsw.Connection(":memory:")
    with copy.backup("main", db, "main") as whole:
        whole.step()
    db.close()
    migrate(copy, lambda: None)
    copy.pragma("query_only", True)
    return copy
