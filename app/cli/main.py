"""The command line: reads the options, loads the module of the command, and tells errors as people can use them."""

import os
from argparse import REMAINDER, ArgumentParser, RawDescriptionHelpFormatter
from collections.abc import Sequence
from importlib import import_module
from importlib.metadata import version
from types import ModuleType

from app import paths
from app.cli.call import Call
from app.cli.exit_code import ExitCode, code_of
from app.cli.printer import Printer
from app.cli.table import COMMANDS, TOKEN_VARIABLE
from app.errors import UserError
from app.geometry.oval_reading import OVALS
from app.preferences import OVAL_READING, Preferences

EXIT_CODES = """exit codes:
  0  done
  1  done, but problems are reported
  2  wrong use
  3  conflicts remain
  4  Canvas refused or could not be reached (nothing is lost; run again)
  5  the library cannot be opened
  130  stopped with Ctrl+C"""

SELF_TEST = """without a command:
  --self-test [FILE]  try whether this copy works, with a library of its own; FILE gets the report as JSON"""


def main(arguments: Sequence[str]) -> int:
    """Do the command and give its exit code. Nothing is raised for what the world did wrong."""
    token = os.environ.pop(TOKEN_VARIABLE, None)  # so that no process we start inherits it
    try:
        options = _parser().parse_args(arguments)
        module = import_module(COMMANDS[options.command][0])
        options = _parser_of(options.command, module).parse_args(options.rest, options)
    except SystemExit as stop:
        return int(stop.code or 0)
    return _done(module, Call(options, Printer(is_json=options.json), token))


def _done(module: ModuleType, call: Call) -> int:
    try:
        OVALS.turn(Preferences(paths.preferences_file())[OVAL_READING])  # as the window reads them
        return int(module.run(call))
    except UserError as error:
        call.printer.fail(error)
        return code_of(error)
    except KeyboardInterrupt:
        call.printer.say("Stopped.")
        return ExitCode.STOPPED


def _parser() -> ArgumentParser:
    parser = ArgumentParser(
        prog="quizwright",
        description="With no command, or with files, the window opens. The commands do the same jobs without it.",
        epilog=f"commands:\n{_list_of_commands()}\n\n{SELF_TEST}\n\n{EXIT_CODES}",
        formatter_class=RawDescriptionHelpFormatter,
        allow_abbrev=False,  # a shortened name would be a promise, too, and break with the next option
    )
    parser.add_argument("--version", action="version", version=f"quizwright {version('quizwright')}")
    _add_options(parser)
    parser.add_argument("command", choices=COMMANDS, metavar="COMMAND", help="one of the commands below")
    parser.add_argument("rest", nargs=REMAINDER, metavar="…", help="what the command takes: COMMAND --help tells")
    return parser


def _list_of_commands() -> str:
    width = max(map(len, COMMANDS))
    return "\n".join(f"  {name:{width}}  {words}" for name, (_, words) in COMMANDS.items())


def _parser_of(command: str, module: ModuleType) -> ArgumentParser:
    parser = ArgumentParser(
        prog=f"quizwright {command}",
        description=module.__doc__,
        epilog=getattr(module, "EPILOG", None),
        formatter_class=RawDescriptionHelpFormatter,
        allow_abbrev=False,
    )
    _add_options(parser)
    module.add_arguments(parser)
    return parser


def _add_options(parser: ArgumentParser) -> None:
    """The options of every command, understood before it and after it."""
    parser.add_argument("--library", metavar="FOLDER", help="the folder of the library (default: yours)")
    parser.add_argument("--canvas", metavar="URL", help="the address of Canvas (default: the connected one)")
    parser.add_argument("--json", action="store_true", help="print one JSON document on stdout, messages on stderr")
