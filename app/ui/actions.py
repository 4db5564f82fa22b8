"""What the window can do, as one table: menus, buttons, shortcuts and the keys page are made from it.

A row is only here when it works (decisions 33). Keys: what people know keeps its meaning; no Alt and a letter.
"""

from collections.abc import Mapping
from typing import Final, Literal, NamedTuple

from app.message import Message, message

When = Literal[
    "always", "home", "away", "course", "kept", "unkept", "only_there", "page_there", "selected", "deleted", "linked",
    "hidden", "published", "quiz", "questions", "conflicts", "picture", "settings", "undoable", "redoable", "writable",
    "handed_over", "attempt",
]  # fmt: skip
"""What must be true for an action: which page is open, and what is selected on it."""


class Action(NamedTuple):
    """One command. `keys` are Qt's portable names, where Ctrl is Cmd on macOS; `mac` stands in for them there."""

    id: str
    text: Message
    icon: str = ""
    keys: tuple[str, ...] = ()
    mac: tuple[str, ...] | None = None
    when: When = "always"
    tip: Message | None = None


class Menu(NamedTuple):
    """A menu of the menu bar; an empty id is a line between groups."""

    title: Message
    ids: tuple[str, ...]


ACTIONS: Final = (
    Action("new_quiz", message("New quiz"), "plus", ("Ctrl+Shift+N",)),
    Action("new_quiz_here", message("New quiz (in the library)"), "plus", ("Ctrl+N",), when="home"),
    Action("go_to_quiz", message("Go to quiz…"), "search", ("Ctrl+O",)),
    Action(
        "import",
        message("Import…"),
        "import",
        ("Ctrl+Shift+O",),
        tip=message("Bring in questions from files: what is in them is shown before anything is kept"),
    ),
    Action("open_sample", message("Open the sample quiz"), "book-open"),
    Action("open", message("Open"), "", (), when="selected"),
    Action("duplicate_quiz", message("Duplicate quiz"), "copy", ("Ctrl+D",), when="selected"),
    Action(
        "export",
        message("Export as a file…"),
        "download",
        when="settings",
        tip=message("Write the quiz for another program; what that has no place for is said before"),
    ),
    Action(
        "print",
        message("Print…"),
        "printer",
        ("Ctrl+P",),
        when="settings",
        tip=message("The quiz on paper, in several versions and with its key: print it, or save it as PDF"),
    ),
    Action(
        "apply_template",
        message("Apply settings template…"),
        "sliders-horizontal",
        when="settings",
        tip=message("Give the selected quizzes the settings that are kept under a name"),
    ),
    Action("save_template", message("Save settings as template…"), "file-plus", when="quiz"),
    Action("manage_templates", message("Manage settings templates…"), "settings"),
    Action("delete_quiz", message("Delete quiz"), "trash-2", when="selected"),
    Action("restore_quiz", message("Put back"), "rotate-ccw", when="deleted"),
    Action("save", message("Save"), "", ("Ctrl+S",)),
    Action("library", message("Library"), "chevron-left", ("Alt+Left",), ("Ctrl+[",), when="away"),
    Action("quit", message("Quit Quizwright"), "", ("Ctrl+Q",)),
    Action("undo", message("Undo"), "undo-2", ("Ctrl+Z",), when="undoable"),
    Action("redo", message("Redo"), "redo-2", ("Ctrl+Y", "Ctrl+Shift+Z"), ("Ctrl+Shift+Z",), when="redoable"),
    Action("add_question", message("Add question…"), "plus", ("Ctrl+N",), when="quiz"),
    Action(
        "from_my_questions",
        message("From my questions…"),
        "copy",
        ("Ctrl+Shift+I",),
        when="quiz",
        tip=message("Find questions in any quiz on this computer and insert copies of them"),
    ),
    Action(
        "paste_questions",
        message("Paste a list of questions"),
        "clipboard-type",
        when="quiz",
        tip=message("Read the text that was copied as questions; in the list of questions Ctrl+V does the same"),
    ),
    Action("duplicate_question", message("Duplicate question"), "copy", ("Ctrl+D",), when="questions"),
    Action("copy_questions", message("Copy to another quiz…"), "copy-plus", when="questions"),
    Action(
        "move_questions",
        message("Move to another quiz…"),
        "square-arrow-right",
        when="questions",
        tip=message("Take the selected questions out of this quiz and put them into another one"),
    ),
    Action("delete_question", message("Delete question"), "trash-2", when="questions"),
    Action(
        "try_question",
        message("Try this question"),
        "play",
        ("Ctrl+T",),
        when="questions",
        tip=message("Answer the open question as a student, see its mark and why; Esc goes back to writing"),
    ),
    Action(
        "preview",
        message("Preview the quiz"),
        "eye",
        ("Ctrl+Shift+T",),
        when="quiz",
        tip=message("Take the quiz as a student would, and see how Canvas would grade it"),
    ),
    Action("next_problem", message("Next problem"), "circle-alert", ("F8",), when="quiz"),
    Action(
        "fill_window",
        message("Give the picture the window"),
        "expand",
        ("F11",),
        ("Ctrl+Shift+F",),
        when="picture",
        tip=message("Draw the regions of a hot spot in all of the window; Esc or the same key goes back"),
    ),
    Action("sync", message("Sync with Canvas"), "refresh-cw", ("F9",), ("Ctrl+Shift+S",), when="quiz"),
    Action(
        "sync_quizzes",
        message("Sync selected quizzes…"),
        "refresh-cw",
        ("F9",),
        ("Ctrl+Shift+S",),
        when="selected",
        tip=message("See what a sync would do with each of the selected quizzes, then sync them one after the other"),
    ),
    Action(
        "sync_course",
        message("Sync the quizzes of this course…"),
        "refresh-cw",
        when="course",
        tip=message("See what a sync would do with every quiz of this course, then sync them one after the other"),
    ),
    Action(
        "results",
        message("Results and marks…"),
        "list-checks",
        when="course",
        tip=message("Who took the quizzes of this course, and answers that wait for marks; off-line, too"),
    ),
    Action(
        "quiz_results",
        message("Results of this quiz"),
        "list-checks",
        when="linked",
        tip=message("Scores of the students of its course, and how its questions did"),
    ),
    Action("next_student", message("Next student"), "", ("Ctrl+PgDown",), when="attempt"),
    Action("last_student", message("Previous student"), "", ("Ctrl+PgUp",), when="attempt"),
    Action(
        "forget_results",
        message("Delete results of students…"),
        when="writable",
        tip=message("Delete their names, answers and marks from this computer; on Canvas they stay"),
    ),
    Action(
        "use_in_course",
        message("Use in another course…"),
        "copy-plus",
        when="settings",
        tip=message("Copy the quiz with its pictures to another course, with its dates moved to that term"),
    ),
    Action(
        "open_on_canvas",
        message("Open on Canvas"),
        "external-link",
        when="page_there",
        tip=message("Show this quiz in the browser, where its course is"),
    ),
    Action(
        "publish",
        message("Publish on Canvas…"),
        "eye",
        when="hidden",
        tip=message("Let the students of its course see this quiz; who and from when is said first"),
    ),
    Action(
        "unpublish",
        message("Unpublish on Canvas…"),
        "eye-off",
        when="published",
        tip=message("Hide this quiz from the students of its course, as long as nobody has begun it"),
    ),
    Action(
        "unlink",
        message("Remove the link to Canvas"),
        "unlink",
        when="linked",
        tip=message("Here the quiz no longer belongs to its course; on Canvas nothing changes"),
    ),
    Action(
        "send_question",
        message("Send only this question…"),
        "cloud-upload",
        when="questions",
        tip=message("Sync, with nothing ticked but what is selected"),
    ),
    Action(
        "hold_back",
        message("Hold back, or send again"),
        "cloud-off",
        when="questions",
        tip=message("Keep the selected questions from being sent, until you let them go again"),
    ),
    Action(
        "compare",
        message("Compare with Canvas"),
        "git-compare-arrows",
        ("Shift+F9",),
        when="conflicts",
        tip=message("See your version beside Canvas's where both were changed, and choose"),
    ),
    Action("find", message("Search all questions and quizzes"), "search", ("Ctrl+F",)),
    Action(
        "filter",
        message("Filter all questions…"),
        "list-filter",
        ("Ctrl+Shift+F",),
        when="home",
        tip=message("Find questions by type, points, problems, state and tags"),
    ),
    Action("next_area", message("Next area"), "", ("F6",)),
    Action("last_area", message("Previous area"), "", ("Shift+F6",)),
    Action("commands", message("Find a command…"), "", ("Ctrl+Shift+P",)),
    Action(
        "bring_quizzes",
        message("Bring here"),
        "cloud-download",
        when="only_there",
        tip=message("Have the selected quizzes on this computer too, pictures included; on Canvas nothing changes"),
    ),
    Action(
        "bring_course",
        message("Bring all quizzes of this course here"),
        "cloud-download",
        when="course",
        tip=message("Have its quizzes on this computer, pictures included; what you changed here stays"),
    ),
    Action(
        "keep_course",
        message("Keep this course for off-line"),
        when="unkept",
        tip=message("Have all its quizzes and pictures here, and bring in by itself what is new or changed on Canvas"),
    ),
    Action(
        "release_course",
        message("No longer keep this course for off-line"),
        when="kept",
        tip=message("What is here stays here; what is new on Canvas no longer comes by itself"),
    ),
    Action(
        "refresh_course",
        message("Look for changes on Canvas"),
        "refresh-cw",
        ("F5",),
        ("Ctrl+R",),
        when="course",
        tip=message("See which quizzes of this course are new or changed on Canvas; nothing is sent"),
    ),
    Action("connect", message("Connect to Canvas…"), "cloud"),
    Action(
        "accounts",
        message("Accounts…"),
        "key-round",
        tip=message("See who is signed in where, sign in again, or disconnect"),
    ),
    Action("practice", message("Try with the Practice Canvas"), "flask-conical"),
    Action(
        "move_library",
        message("Move this library to another computer…"),
        "laptop",
        when="writable",
        tip=message("Write all quizzes, pictures and preferences to one file; here they can only be read from then on"),
    ),
    Action(
        "import_library",
        message("Import a moved library…"),
        "library",
        tip=message("Bring everything over from another computer; what is here stays"),
    ),
    Action(
        "take_back",
        message("Take this library back…"),
        "undo-2",
        when="handed_over",
        tip=message("Let it be changed on this computer again"),
    ),
    Action("preferences", message("Preferences…"), "settings", ("Ctrl+,",)),
    Action("keys", message("Keys"), "", ("F1",)),
    Action("about", message("About Quizwright"), "info"),
)
"""Every command, each id once."""

MENUS: Final = (
    Menu(
        message("Quiz"),
        (
            *("new_quiz", "go_to_quiz", "", "import", "export", "print", "open_sample", ""),
            *("duplicate_quiz", "delete_quiz", "restore_quiz", "", "apply_template", "save_template"),
            *("manage_templates", "", "move_library", "import_library", "take_back", "", "save", "preferences"),
            *("", "quit"),
        ),
    ),
    Menu(
        message("Edit"),
        (
            *("undo", "redo", "", "add_question", "from_my_questions", "paste_questions", "duplicate_question"),
            *("copy_questions", "move_questions", "delete_question", "", "try_question", "preview", ""),
            *("find", "filter", "next_problem"),
        ),
    ),
    Menu(message("Go"), ("library", "fill_window", "next_area", "last_area", "", "commands")),
    Menu(
        message("Canvas"),
        (
            *(
                "sync",
                "sync_quizzes",
                "sync_course",
                "send_question",
                "hold_back",
                "compare",
                "",
                "publish",
                "unpublish",
                "open_on_canvas",
            ),
            *(
                "results",
                "quiz_results",
                "next_student",
                "last_student",
                "forget_results",
                "",
                "use_in_course",
                "unlink",
                "",
                "refresh_course",
                "bring_quizzes",
                "bring_course",
                "keep_course",
                "release_course",
                "",
            ),
            *("connect", "accounts", "practice"),
        ),
    ),
    Menu(message("Help"), ("keys", "about")),
)

BY_ID: Final[Mapping[str, Action]] = {action.id: action for action in ACTIONS}
