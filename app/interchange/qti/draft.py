"""A question that is being written."""

from collections.abc import Sequence

from lxml.etree import _Element as Element

from app.interchange.qti.build import add
from app.interchange.qti.files import Files
from app.interchange.qti.material import add_html
from app.message import Message


class Draft:
    """Parts of one item in the order in which QTI wants them. `lost` is what its type could not say."""

    def __init__(
        self, parent: Element, files: Files, ident: str, title: str, fields: frozenset[str] | None = None
    ) -> None:
        """`fields`: those of the metadata that are written, None for all."""
        self._files, self._fields = files, fields
        self.ident = ident
        self.element = add(parent, "item", ident=ident, title=title)
        self._metadata = add(add(self.element, "itemmetadata"), "qtimetadata")
        self.presentation = add(self.element, "presentation")
        self._processing: Element | None = None
        self.lost: list[Message] = []

    def field(self, label: str, entry: str) -> None:
        """A field of the metadata, where the reader of the file knows it."""
        if self._fields is not None and label not in self._fields:
            return
        row = add(self._metadata, "qtimetadatafield")
        add(row, "fieldlabel", label)
        add(row, "fieldentry", entry)

    def html(self, html: str | None) -> str:
        """The rich text with the addresses that pictures have in the file."""
        return self._files.in_html(html)

    def picture(self, reference: str) -> str:
        """The address in the file of the picture of a hot spot."""
        return self._files.of_hot_spot(reference)

    def rename(self, kind: str) -> None:
        """Another `question_type` than its type has as a rule."""
        for row in self._metadata:
            if row[0].text == "question_type":
                row[1].text = kind

    def stem(self, html: str | None, into: Element | None = None) -> None:
        """The text of the question."""
        add_html(self.presentation if into is None else into, self.html(html))

    def choose(self, ident: str, cardinality: str = "Single", into: Element | None = None) -> Element:
        """A list of answers to choose from."""
        return add(self.presentation if into is None else into, "response_lid", ident=ident, rcardinality=cardinality)

    def condition(self, *, scored: str | None = None, action: str = "Set", right: bool = False) -> Element:
        """A condition that earns `scored` of 100, or points where they vary; gives its `conditionvar`."""
        marks = {"continue": "No" if action == "Set" and not right else None, "correctanswer": "Yes" if right else None}
        row = add(self.processing, "respcondition", **marks)
        variables = add(row, "conditionvar")
        if scored is not None:
            add(row, "setvar", scored, action=action, varname="SCORE")
        return variables

    @property
    def processing(self) -> Element:
        """What scores; made when it is first asked for."""
        if self._processing is None:
            self._processing = add(self.element, "resprocessing")
            if (told := self.element.find("{*}itemfeedback")) is not None:
                told.addprevious(self._processing)
            outcome = {"maxvalue": "100", "minvalue": "0", "varname": "SCORE", "vartype": "Decimal"}
            add(add(self._processing, "outcomes"), "decvar", **outcome)
        return self._processing

    def refer(self, ident: str, chosen: str | None = None) -> None:
        """A condition that shows the feedback of this name where an answer was chosen, None for any."""
        row = add(self.processing, "respcondition", **{"continue": "Yes"})
        variables = add(row, "conditionvar")
        if chosen is None:
            add(variables, "other")
        else:
            add(variables, "varequal", chosen, respident="response1")
        add(row, "displayfeedback", feedbacktype="Response", linkrefid=ident)

    def feedback(self, ident: str, html: str | None) -> None:
        """Feedback under its name in the dialect; none is written where it says nothing."""
        if html:
            add_html(add(add(self.element, "itemfeedback", ident=ident), "flow_mat"), self.html(html))


def share(count: int) -> str:
    """What each of so many parts earns of 100."""
    return f"{100 / count:.2f}"


def equal_to(variables: Element, response: str, values: Sequence[str]) -> None:
    """These values of a response, in this order."""
    for value in values:
        add(variables, "varequal", value, respident=response)
