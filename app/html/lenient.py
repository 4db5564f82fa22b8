"""Python's reader of HTML, without what it gives up on."""

from html.parser import HTMLParser


class LenientParser(HTMLParser):
    """Marked sections that nobody knows are comments, as browsers take them (HTML, bogus comment state)."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def parse_marked_section(self, i: int, report: bool = True) -> int:
        """Called at a `<![`; gives the place behind it, or -1 where it has no end."""
        try:
            return super().parse_marked_section(i, report)
        except AssertionError:
            return self.parse_bogus_comment(i)
