"""The page for the IT of a school: which key to make, what it must allow, what becomes of it (canvas-facts, 1.5)."""

from collections.abc import Iterator

from app.canvas.address import canvas_address
from app.canvas.errors import AddressRefused
from app.canvas.school_key import ADDRESSES, SCOPES
from app.message import Message, message


def school_request(address: str) -> list[Message]:
    """Line by line, for the Canvas at `address` as a person typed it; "" where it is not known."""
    try:
        where = message("{origin}", origin=canvas_address(address))
    except AddressRefused:
        where = message("our Canvas")
    return list(_lines(where))


def _lines(where: Message) -> Iterator[Message]:
    yield message("A developer key for Quizwright on {where}", where=where)
    yield message("")
    yield message(
        "Quizwright is a program in which instructors write New Quizzes on their own computers and sync them with "
        "Canvas. It signs them in through the browser (OAuth 2, authorization code with PKCE, RFC 7636 and RFC 8252), "
        "and may then do what that instructor may do, no more. For this it needs a developer key."
    )
    yield message("")
    yield message("1. In Canvas: Admin › your account › Developer Keys › + Developer Key › + API Key.")
    yield message("2. Key name: Quizwright. Owner email: yours.")
    yield message("3. Redirect URIs, each on a line of its own, exactly so:")
    for redirect in ADDRESSES:
        yield message("      {redirect}", redirect=redirect)
    yield message("   The browser goes back to the instructor's own computer, so 127.0.0.1 needs no https.")
    yield message(
        "4. If Canvas asks for the client type: confidential. Then instructors stay signed in. A public key needs no "
        "secret, but Canvas may ask for a new sign-in when it was not used for some hours."
    )
    yield message(
        "5. Enforce scopes can stay off. If you enforce them, also tick “Allow include parameters”, and allow these:"
    )
    for scope in SCOPES:
        yield message("      {scope}", scope=scope)
    yield message("6. Save, and switch the key on.")
    yield message("")
    yield message(
        "Please send back the client ID (the long number under Details) and, for a confidential key, the secret "
        "(Show Key). On each computer they are kept in the keychain of the system, as is the permission that an "
        "instructor gives."
    )
    yield message(
        "An instructor takes it back with Disconnect in Quizwright, or in Canvas under Account › Settings › "
        "Approved Integrations; you take it back from all by switching the key off."
    )
