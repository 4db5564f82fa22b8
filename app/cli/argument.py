"""Arguments that several commands take."""

from argparse import ArgumentParser, ArgumentTypeError


def text(argument: str) -> str:
    """The argument, refused where it holds bytes that are no text: neither the library nor Canvas could keep it."""
    try:
        argument.encode()
    except UnicodeEncodeError:
        raise ArgumentTypeError("this is no text in the encoding of the terminal") from None
    return argument


def add_quiz(parser: ArgumentParser) -> None:
    """The one quiz that a command is about."""
    parser.add_argument("quiz", metavar="QUIZ", type=text, help="an id, the beginning of one, or the exact title")


def add_fetch_from(parser: ArgumentParser) -> None:
    """Hosts that are no Canvas, of which nothing is asked unless they are named here."""
    parser.add_argument(
        "--fetch-from",
        metavar="HOST",
        type=text,
        action="append",
        default=[],
        help="fetch pictures of texts from this host, too; repeatable",
    )
