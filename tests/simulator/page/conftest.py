"""The page in a real browser: Debian's Chromium, which may talk to nobody but the page."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from skill.persistence import open_store
from skill.simulator.conversation import front_door
from tests.simulator.page.driving import Site, chromium, opened, serve


@pytest.fixture(scope="package")  # its event loop would stand in the way of later tests' own
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = chromium(playwright)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def site() -> Iterator[Site]:
    memory = open_store("memory:")
    found = serve(front_door(memory), memory)
    yield found
    found.stop()


@dataclass
class Watched:
    """What a browser did that it should not have."""

    errors: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)
    expected: bool = False  # errors are part of this test

    def watch(self, page: Page) -> None:
        page.on("console", lambda m: self.errors.append(m.text) if m.type == "error" else None)
        page.on("pageerror", lambda fault: self.errors.append(str(fault)))
        page.on("request", lambda request: self._request(request.url))

    def _request(self, url: str) -> None:
        if not url.startswith(("http://127.0.0.1:", "data:", "blob:http://127.0.0.1:")):
            self.outside.append(url)


@pytest.fixture
def watched() -> Iterator[Watched]:
    """Every test ends here: no error on the console, no request to anywhere else."""
    found = Watched()
    yield found
    assert found.outside == []
    assert found.expected or found.errors == []


NewContext = Callable[..., BrowserContext]


@pytest.fixture
def new_context(browser, watched) -> Iterator[NewContext]:
    """Make persons, each with a browser of their own, by what Playwright calls a context."""
    made: list[BrowserContext] = []

    def new(**how) -> BrowserContext:
        how.setdefault("viewport", {"width": 1440, "height": 900})
        context = browser.new_context(**{"reduced_motion": "reduce", **how})
        context.set_default_timeout(40_000)
        context.on("page", watched.watch)
        made.append(context)
        return context

    yield new
    for context in made:
        context.close()


@pytest.fixture
def page(new_context, site) -> Page:
    return opened(new_context(), site)
