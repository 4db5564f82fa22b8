"""The commands by name, each with the module that does it; it is loaded when it is called (decisions 28).

The start of the window reads this table too, so it imports nothing.
"""

COMMANDS = {
    "list": ("app.cli.commands.list", "the quizzes of the library"),
    "show": ("app.cli.commands.show", "a quiz and its items in the shape of Canvas's API"),
    "new": ("app.cli.commands.new", "a new empty quiz"),
    "put": ("app.cli.commands.put", "replace or add items from a JSON file"),
    "delete": ("app.cli.commands.delete", "delete a quiz or one of its items, here only; recoverable"),
    "import": ("app.cli.commands.bring_in", "bring in quizzes of other programs; the format is found out"),
    "export": ("app.cli.commands.export", "write a quiz for another program"),
    "formats": ("app.cli.commands.formats", "what can be imported and exported"),
    "check": ("app.cli.commands.check", "the problems of a quiz"),
    "grade": ("app.cli.commands.grade", "grade the responses in a JSON file, as Canvas would"),
    "connect": ("app.cli.commands.connect", "connect a Canvas; the access token is read from stdin"),
    "courses": ("app.cli.commands.courses", "the courses of the connected person"),
    "pull": ("app.cli.commands.pull", "bring quizzes of a course into the library"),
    "sync": ("app.cli.commands.sync", "send and bring in the changes of quizzes"),
    "copy": ("app.cli.commands.copy", "use quizzes in another course, with dates moved to its term"),
    "submissions": ("app.cli.commands.submissions", "what students did with a quiz"),
    "score": ("app.cli.commands.score", "points and comments for answers in a Classic quiz, off-line too"),
    "extend": ("app.cli.commands.extend", "more time or attempts for students in Classic quizzes"),
    "accommodate": ("app.cli.commands.accommodate", "more time or attempts for students in New Quizzes"),
    "report": ("app.cli.commands.report", "a report of a New Quiz: its questions, or its students"),
    "forget": ("app.cli.commands.forget", "delete names and marks of students from this computer"),
    "service": ("app.cli.commands.service", "the internal Quiz service; undocumented, may change"),
    "sandbox": ("app.cli.commands.sandbox", "run a practice Canvas on this computer"),
    "backup": ("app.cli.commands.backup", "copy the whole library into one file"),
    "restore": ("app.cli.commands.restore", "put such a copy in the place of the library"),
    "move": ("app.cli.commands.move", "hand the library over to another computer, in one file"),
    "take-over": ("app.cli.commands.take_over", "take in the file that “move” wrote on another computer"),
    "take-back": ("app.cli.commands.take_back", "let a library that was handed over be changed here again"),
}

VALUE_OPTIONS = ("--library", "--canvas")
"""Options before the command that take a value."""

TOKEN_VARIABLE = "QUIZWRIGHT_TOKEN"


def first_word(arguments: list[str]) -> str | None:
    """The command or file that a command line names, None where it names neither."""
    rest = iter(arguments)
    for argument in rest:
        if argument in VALUE_OPTIONS:
            next(rest, None)
        elif not argument.startswith("-"):
            return argument
    return None
