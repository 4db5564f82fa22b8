"""A browser with a person before it: real requests to a sandbox, its page read, its form sent, redirects followed."""

import threading
from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urljoin

import httpx


class Form(HTMLParser):
    """The fields that a page would send, and where its buttons send them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.fields: dict[str, str] = {}
        self.targets: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        if tag == "input" and (found.get("type") != "radio" or "checked" in found):
            self.fields[found["name"]] = found["value"]
        if tag == "button" and "formaction" in found:
            self.targets.append(found["formaction"])


@dataclass
class Browser:
    """Opens pages in a thread, as a program beside the app does. `answer` is the button: "accept" or "deny".

    `change` alters the address before it is opened. `seen` are the pages at which it ended.
    """

    person: str = "1"
    answer: str = "accept"
    opened: list[str] = field(default_factory=list)
    seen: list[httpx.Response] = field(default_factory=list)
    _threads: list[threading.Thread] = field(default_factory=list)

    def open(self, url: str) -> bool:
        """What a program calls to have a page shown; returns at once."""
        self.opened.append(url)
        thread = threading.Thread(target=self.visit, args=(url,), daemon=True)
        self._threads.append(thread)
        thread.start()
        return True

    def visit(self, url: str) -> httpx.Response:
        """Go there, and press the button of the page's form where it has one."""
        with httpx.Client(trust_env=False, follow_redirects=True, timeout=10) as client:
            page = client.get(url)
            form = Form(page.text) if page.headers.get("content-type", "").startswith("text/html") else Form("")
            if self.answer in form.targets:
                fields = {**form.fields, "person": self.person}
                page = client.post(urljoin(str(page.url), self.answer), data=fields)
        self.seen.append(page)
        return page

    def wait(self) -> None:
        """Until every page has come."""
        for thread in self._threads:
            thread.join(timeout=10)
