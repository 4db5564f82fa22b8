"""One operation of the internal Quiz service behind New Quizzes. It is undocumented and may change any day; nothing
else in Quizwright uses it. The token comes from a launch of New Quizzes and is read from stdin: a personal access token
never works there. Without an operation, they are listed, each with how sure it is.
"""

import asyncio
import json
import sys
from argparse import ArgumentParser, ArgumentTypeError

from app.canvas.address import canvas_address
from app.canvas.quiz_service import BY_NAME, OPERATIONS, QuizService
from app.canvas.service_token import ServiceToken
from app.cli.argument import text
from app.cli.call import Call
from app.cli.exit_code import ExitCode, wrong_use
from app.cli.printer import table
from app.message import message


def add_arguments(parser: ArgumentParser) -> None:
    """Which operation, of which host, with what."""
    parser.add_argument("operation", metavar="OPERATION", nargs="?", choices=BY_NAME, help="without one: the list")
    parser.add_argument("arguments", metavar="NAME=VALUE", nargs="*", type=_argument, help="VALUE is JSON, else a text")
    parser.add_argument("--host", metavar="URL", type=text, help="the service's own host, not Canvas's")


def run(call: Call) -> ExitCode:
    """Call it and print what came back."""
    options = call.options
    if options.operation is None:
        rows = [(one.name, one.method, one.path, one.confidence.value) for one in OPERATIONS]
        names = ("operation", "method", "path", "confidence")
        call.printer.result([dict(zip(names, row, strict=True)) for row in rows], table(rows))
        return ExitCode.DONE
    if options.host is None:
        raise wrong_use(message("Say which host: --host URL."))
    operation, arguments = BY_NAME[options.operation], dict(options.arguments)
    wanted = [part.partition("}")[0] for part in operation.path.split("{")[1:]]
    if missing := [name for name in wanted if name not in arguments]:
        raise wrong_use(message("{operation} needs {name}=VALUE.", operation=operation.name, name=missing[0]))
    token = ServiceToken(sys.stdin.readline())

    async def called() -> object:
        async with QuizService(canvas_address(options.host), token) as service:
            return await service.call(operation, arguments)

    call.printer.say("The Quiz service is internal and undocumented: what it does may change.")
    value = asyncio.run(called())
    call.printer.result(value, [json.dumps(value, ensure_ascii=False)])
    return ExitCode.DONE


def _argument(argument: str) -> tuple[str, object]:
    name, sign, value = text(argument).partition("=")
    if not sign or not name:
        raise ArgumentTypeError("must be NAME=VALUE")
    try:
        return name, json.loads(value)
    except ValueError:
        return name, value
