"""What did not come along, as a text to keep."""

from collections.abc import Callable, Iterable, Iterator

from app.interchange.incoming import Incoming, account
from app.interchange.material import Loss, Material
from app.message import Message, message

Say = Callable[[Message], str]


def report(files: Iterable[Incoming], say: Say = str) -> str:
    """Every file with its accounting, and every loss with its place; `say` puts messages into words."""
    return "\n".join(line for one in files for line in (*_file(one, say), ""))


def written_report(title: str, losses: Iterable[Loss], say: Say = str) -> str:
    """What of a quiz is not in a file that was written, or is about to be."""
    lines = (f"  {loss.where}: {say(loss.what)}" for loss in losses)
    return "\n".join((title, *lines, ""))


def _file(file: Incoming, say: Say) -> Iterator[str]:
    if file.error is not None:
        yield say(file.error.message)
        if file.error.hint is not None:
            yield f"  {say(file.error.hint)}"
        return
    for material in file.materials:
        form = f" ({say(file.form.title)})" if file.form is not None else ""
        yield f"{file.name}{form}: {material.title}"
        yield f"  {say(account(material.found).words)}"
        yield from _losses(material, say)


def _losses(material: Material, say: Say) -> Iterator[str]:
    for what in material.lost:
        yield f"  {say(what)}"
    for found in material.found:
        for what in found.lost:
            yield f"  {found.place}: {say(what)}"
        if found.refused is not None:
            yield f"  {found.place}: {say(message('Refused. {why}', why=found.refused))}"
