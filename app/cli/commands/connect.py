"""Connect a Canvas: the access token is read from stdin, checked, and kept in the keychain of this computer.

Make a token in Canvas under Account › Settings › New access token.
"""

import asyncio
import sys
from argparse import ArgumentParser
from getpass import getpass

from app.canvas.address import canvas_address
from app.canvas.authentication import PersonalToken
from app.canvas.client import CanvasClient
from app.canvas.users import User
from app.cli.call import Call
from app.cli.connected import account_of
from app.cli.exit_code import ExitCode, wrong_use
from app.library.linking import note_sign_in
from app.library.row import SignInWay
from app.message import message
from app.secrets import secret_store

NOT_KEPT = message(
    "This computer has no keychain: the token was not kept. Set the variable QUIZWRIGHT_TOKEN and say --canvas URL."
)


def add_arguments(parser: ArgumentParser) -> None:
    """The address."""
    parser.add_argument("url", metavar="URL", help="as in the browser, for example https://canvas.example.edu")


def run(call: Call) -> ExitCode:
    """Check the token and keep it; exit code 1 where it cannot be kept."""
    origin = canvas_address(call.options.url)
    token = _read_token()
    with call.library(writing=True) as library:
        user, ends_at = asyncio.run(_owner(origin, token))
        account = account_of(library, origin, user)
        with library.transaction() as db:
            note_sign_in(db, account.id, SignInWay.TOKEN, ends_at)
    store = secret_store()
    if store.lasting:
        store.put(account.id, token)
    else:
        call.printer.say(NOT_KEPT)
    call.printer.result({"user": user.name, "url": origin}, [f"{user.name} at {origin}"])
    return ExitCode.DONE if store.lasting else ExitCode.PROBLEMS


def _read_token() -> str:
    token = getpass("Access token: ", sys.stderr) if sys.stdin.isatty() else sys.stdin.read()
    if not token.strip():
        raise wrong_use(message("No access token came on stdin."))
    return token.strip()


async def _owner(origin: str, token: str) -> tuple[User, float | None]:
    """Whose token it is, and when it ends where Canvas says so."""
    async with CanvasClient(origin, PersonalToken(token)) as client:
        return await client.users.me(), await client.access_tokens.expiry(token)
