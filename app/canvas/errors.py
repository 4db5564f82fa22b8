"""What Canvas, its storage or the way there can refuse, each with words and a next step for a person.

UserError
└── CanvasError
    ├── AddressRefused          what was typed cannot be the address of a Canvas
    ├── TokenRejected           the token is unknown or revoked
    │   ├── TokenExpired        its time is over
    │   └── SignedOut           the sign-in through the browser is over
    ├── SignInFailed            the sign-in in the browser came to nothing
    ├── KeyRefused              the key of the school cannot be one, or Canvas does not accept it
    ├── NotAllowed              the token is good, but this person or token may not do this
    ├── Gone                    the thing is not there (any more)
    ├── Invalid                 Canvas refused what was sent: `words` are its own
    │   └── Unchanged           Canvas took the request and did nothing
    ├── OutOfLimits             what was to be sent goes further than Canvas does; nothing was sent
    ├── Throttled               Canvas asked to slow down, again and again; nothing was done
    ├── Unreachable             no usable answer; nothing was changed
    │   ├── Untrusted           the certificate does not belong to that host, or nobody vouches for it
    │   ├── ServerFailed        Canvas answered that it has a problem itself
    │   ├── Garbled             the answer was cut off, endless or no JSON
    │   └── OutcomeUnknown      a write was sent and no clear answer came: it may have been done or not
    ├── NotCanvas               a web page, a login page or another service answered
    │   └── Redirected          the answer points to another origin, where the token is never sent
    ├── UploadRefused           the picture storage did not take a picture
    │   ├── UploadExpired       the signed address is too old: ask Canvas for a new one
    │   └── QuotaExceeded       the course has no room for another file
    └── DownloadRefused         a picture cannot be fetched, or what came is no picture
"""

from app.errors import UserError
from app.message import Message, message


class CanvasError(UserError):
    """Canvas refused or could not be reached. `status` is its HTTP status, `support_id` what its support asks for."""

    status: int | None = None
    support_id: str | None = None


_DOWN = frozenset({502, 503, 504})
"""What a machine in front of Canvas answers while Canvas itself is not there."""


class AddressRefused(CanvasError):
    """What was typed cannot be the address of a Canvas."""

    def __init__(self, text: Message, hint: Message | None = None) -> None:
        super().__init__(text, hint or message("Enter it as in the browser, for example https://canvas.example.edu"))


class TokenRejected(CanvasError):
    """The access token is unknown, revoked or expired; signing in again helps.

    `account_id` is whose, where whoever asked knows it.
    """

    account_id = ""

    def __init__(self, host: str) -> None:
        super().__init__(
            message("Canvas at {host} did not accept the access token.", host=host),
            message("Make a new token in Canvas under Account › Settings, then sign in again with it."),
        )


class TokenExpired(TokenRejected):
    """The time of the access token is over."""

    def __init__(self, host: str) -> None:
        super().__init__(host)
        self.message = message("Your access token for Canvas at {host} has expired.", host=host)
        self.hint = message("Make a new token in Canvas under Account › Settings, then sign in again with it.")


class SignedOut(TokenRejected):
    """Canvas takes no more refreshes of a sign-in through the browser: ended there, too old, or an answer was lost."""

    def __init__(self, host: str) -> None:
        super().__init__(host)
        self.message = message("You are no longer signed in to Canvas at {host}.", host=host)
        self.hint = message("Sign in again. Your quizzes are kept here.")


class SignInFailed(CanvasError):
    """The sign-in in the browser came to nothing; `words` are Canvas's own."""

    def __init__(self, host: str, words: str = "", text: Message | None = None, hint: Message | None = None) -> None:
        said = message("Canvas at {host} did not sign you in: {words}", host=host, words=words)
        super().__init__(
            text or (said if words else message("Canvas at {host} did not sign you in.", host=host)),
            hint or message("Try again; the answer in the browser is good for some minutes only."),
        )
        self.words = words


class KeyRefused(CanvasError):
    """What was typed cannot be the key of a school, or Canvas does not know it."""


class NotAllowed(CanvasError):
    """The token works, but it or its owner may not do this; `words` are Canvas's own."""

    def __init__(self, words: str = "") -> None:
        super().__init__(
            message("Canvas does not allow this: {words}", words=words)
            if words
            else message("Canvas does not allow this with your account."),
            message("Check that you teach this course and that it is still open, or ask your Canvas administrator."),
        )
        self.words = words


class Gone(CanvasError):
    """The course, quiz, question or page does not exist, or does not any more."""

    def __init__(self, words: str = "") -> None:
        super().__init__(
            message("This does not exist on Canvas, or was deleted there."),
            message("In a copied course, open the quiz once in Canvas; then try again."),
        )
        self.words = words


class Invalid(CanvasError):
    """Canvas refused what was sent; `words` are its own, without addresses and secrets."""

    def __init__(self, words: str) -> None:
        super().__init__(
            message("Canvas did not accept this: {words}", words=words)
            if words
            else message("Canvas did not accept this and did not say why."),
            message("Change what it names and sync again. Nothing is lost here."),
        )
        self.words = words


class Unchanged(Invalid):
    """Canvas took a request to publish or unpublish and did nothing."""

    def __init__(self, *, published: bool) -> None:
        super().__init__("")
        self.message = (
            message("Canvas left the quiz unpublished.") if published else message("Canvas left the quiz published.")
        )
        self.hint = (
            message("Open it in Canvas to see what it waits for.")
            if published
            else message("Once a student has begun a quiz, Canvas keeps it published.")
        )


class OutOfLimits(CanvasError):
    """What was to be sent goes further than Canvas does, or says two things at once. Nothing was sent."""

    def __init__(self, text: Message) -> None:
        super().__init__(text, message("Change it and send again. Nothing was sent."))


class Throttled(CanvasError):
    """Canvas refused for its rate limit as often as we were willing to ask; nothing was done."""

    def __init__(self, host: str) -> None:
        super().__init__(
            message("Canvas at {host} asks to slow down.", host=host),
            message("Wait some minutes and sync again: what is done stays done."),
        )


class Unreachable(CanvasError):
    """No usable answer came. Nothing was changed, unless it is an OutcomeUnknown."""

    outcome_unknown = False
    """Whether a write may have been carried out all the same."""
    passing = True
    """Whether the same request may succeed a moment later."""

    def __init__(self, text: Message, hint: Message | None = None) -> None:
        super().__init__(text, hint or message("Check the internet connection and try again. Nothing is lost here."))


class Untrusted(Unreachable):
    """Nobody this computer trusts vouches that the host is what it says."""

    passing = False

    def __init__(self, host: str) -> None:
        super().__init__(
            message("The certificate of {host} could not be verified.", host=host),
            message("Check the address. If your school uses its own certificates, install them on this computer."),
        )


class ServerFailed(Unreachable):
    """Canvas, or a machine in front of it, says that it has a problem."""

    def __init__(self, host: str, status: int) -> None:
        what = (
            message("is down at the moment, perhaps for maintenance")
            if status in _DOWN
            else message("has a problem at the moment")
        )
        super().__init__(
            message("Canvas at {host} {what} ({status}).", host=host, what=what, status=status),
            message("Try again in some minutes. Nothing is lost here."),
        )


class Garbled(Unreachable):
    """An answer was cut off, endless, too large or not what its type says."""

    def __init__(self, host: str) -> None:
        super().__init__(message("The answer of Canvas at {host} could not be understood.", host=host))


class OutcomeUnknown(Unreachable):
    """A write was sent and no clear answer came: look on Canvas before it is sent again."""

    outcome_unknown = True
    passing = False

    def __init__(self, host: str) -> None:
        super().__init__(
            message("Canvas at {host} did not say whether the change was made.", host=host),
            message("Sync again: it looks first, so that nothing is made twice."),
        )


class NotCanvas(CanvasError):
    """A web page, a login page or another service answered where Canvas was expected."""

    def __init__(self, host: str, text: Message | None = None, hint: Message | None = None) -> None:
        super().__init__(
            text or message("{host} answered with something that is not Canvas.", host=host),
            hint
            or message("If this network has a login page, log in there first, in the browser. Else check the address."),
        )


class Redirected(NotCanvas):
    """The answer points elsewhere; `target` is where to, without query. The token was not sent there."""

    def __init__(self, host: str, target: str) -> None:
        super().__init__(
            host,
            message("{host} sends on to another address: {target}", host=host, target=target),
            message("If that is your school's Canvas, connect with that address."),
        )
        self.target = target


class UploadRefused(CanvasError):
    """The picture storage of Canvas did not take a picture; `words` are its own."""

    def __init__(self, words: str = "", hint: Message | None = None) -> None:
        super().__init__(
            message("The picture storage of Canvas refused the picture: {words}", words=words)
            if words
            else message("The picture storage of Canvas refused the picture."),
            hint or message("Try again, or save the picture as PNG or JPEG and put it in once more."),
        )
        self.words = words


class UploadExpired(UploadRefused):
    """The signed address is too old or was altered: a new one has to be asked for."""

    def __init__(self, words: str = "") -> None:
        super().__init__(words, message("Sync again: a new address is asked for."))


class QuotaExceeded(UploadRefused):
    """The files of the course take all the room that they may."""

    def __init__(self) -> None:
        super().__init__()
        self.message = message("The course has no room for this picture: its files take all the space that they may.")
        self.hint = message(
            "On Canvas, delete files of the course that nobody needs, or ask for more room there. Then sync again."
        )


class DownloadRefused(CanvasError):
    """A picture could not be fetched, or what came is no picture."""

    def __init__(self, text: Message, hint: Message | None = None) -> None:
        super().__init__(text, hint or message("The question is kept; open it in Canvas to see its picture."))
