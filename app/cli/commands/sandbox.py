"""Run a practice Canvas on this computer until it is stopped. The first line on stdout says where it is:
{"url", "token", "course_id"}.
"""

import os
import signal
import sys
from argparse import ArgumentParser
from pathlib import Path
from threading import Thread

from app.cli.call import Call
from app.cli.exit_code import ExitCode, wrong_use
from app.message import message
from app.sandbox import developer_key
from app.sandbox.faults.draw import UnknownFault
from app.sandbox.faults.table import FAULTS
from app.sandbox.folder import FolderBusy
from app.sandbox.server import run as run_sandbox

SIGN_IN = (
    "sign-in through the browser: client ID "
    f"{developer_key.PUBLIC.client_id} needs no secret; {developer_key.SECRET.client_id} has the secret\n"
    f"{developer_key.SECRET.secret}\n\n"
)
EPILOG = f"{SIGN_IN}faults and switches (NAME=P: with probability P, 0 to 1; NAME alone: always):\n" + "\n".join(
    f"  {name:26} {fault.description}" for name, fault in FAULTS.items()
)


def add_arguments(parser: ArgumentParser) -> None:
    """Where it keeps its state, and how badly it behaves."""
    parser.add_argument(
        "--port", type=int, default=0, choices=range(65536), metavar="N", help="the port (default: any free one)"
    )
    parser.add_argument("--data", type=Path, metavar="FOLDER", help="keep its state here over restarts")
    parser.add_argument("--latency-ms", type=float, default=0, metavar="N", help="how long every answer takes")
    parser.add_argument("--fault", action="append", default=[], metavar="NAME=P", help="a fault or switch, see below")
    parser.add_argument("--with-stdin", action="store_true", help="end when stdin ends: with whoever started it")
    parser.add_argument("--seed", type=int, default=0, metavar="N", help="the luck of the faults")


def run(call: Call) -> ExitCode:
    """Serve until Ctrl+C or a signal to end."""
    options = call.options
    faults = dict(_fault(text) for text in options.fault)
    if options.with_stdin:
        Thread(target=_end_with_stdin, daemon=True).start()
    try:
        stopped_by = run_sandbox(options.port, options.data, options.latency_ms, faults, options.seed)
    except FolderBusy as error:
        raise wrong_use(message('Another sandbox runs on "{folder}".', folder=str(options.data))) from error
    except UnknownFault as error:
        hint = message("“quizwright sandbox --help” lists them; a probability is a number from 0 to 1.")
        raise wrong_use(message("There is no such fault: {fault}", fault=str(error)), hint) from error
    except (OSError, OverflowError) as error:
        raise wrong_use(message("The sandbox cannot start: {why}", why=str(error))) from error
    return ExitCode.STOPPED if stopped_by == signal.SIGINT else ExitCode.DONE


def _end_with_stdin() -> None:
    """A window that was killed leaves no sandbox behind: its end of the pipe closes with it."""
    while sys.stdin.buffer.read(1):
        pass
    os.kill(os.getpid(), signal.SIGTERM)


def _fault(text: str) -> tuple[str, float]:
    name, separator, probability = text.partition("=")
    try:
        return name, float(probability) if separator else 1.0
    except ValueError as error:
        raise wrong_use(message("{text}: after = comes a number from 0 to 1.", text=text)) from error
