"""What can be imported and exported, and which types of questions each format carries."""

from argparse import ArgumentParser

from app.cli.call import Call
from app.cli.exit_code import ExitCode
from app.cli.printer import table
from app.interchange.table import FORMATS


def add_arguments(_parser: ArgumentParser) -> None:
    """Nothing."""


def run(call: Call) -> ExitCode:
    """Print the table."""
    rows = [
        {"name": one.name, "import": one.read is not None, "export": one.write is not None, "types": list(one.types)}
        for one in FORMATS
    ]
    lines = [(one.name, "yes" if one.read else "", "yes" if one.write else "", len(one.types)) for one in FORMATS]
    call.printer.result(rows, table([("FORMAT", "IMPORT", "EXPORT", "TYPES"), *lines]))
    return ExitCode.DONE
