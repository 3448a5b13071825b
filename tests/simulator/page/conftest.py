"""The page in a real browser: Debian's Chromium, which may talk to nobody but the page."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from threading import Thread

import pytest
from ask_sdk_core.attributes_manager import AbstractPersistenceAdapter
from playwright.sync_api import (
    Browser,
    BrowserContext,
    Page,
    Playwright,
    expect,
    sync_playwright,
)
from werkzeug.serving import BaseWSGIServer

from skill.persistence import open_store
from skill.simulator.conversation import front_door
from skill.simulator.device import Door
from skill.simulator.page.serving import listening

_FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-sync "
    "--disable-background-networking --disable-component-update"
).split()
_ONLY_HERE = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
expect.set_options(timeout=20_000)  # generous: the machine may be busy
_NAMES = ("chromium", "chromium-browser", "google-chrome")


def chromium(playwright: Playwright) -> Browser:
    path = next(filter(None, map(shutil.which, _NAMES)), None)
    assert path, "this needs Chromium: run tests/install-browser.sh"
    return playwright.chromium.launch(executable_path=path, args=[*_FLAGS, _ONLY_HERE])


@pytest.fixture(scope="package")  # its event loop would stand in the way of later tests' own
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = chromium(playwright)
        yield browser
        browser.close()


@dataclass
class Site:
    """A page that is being served, and the server behind it."""

    server: BaseWSGIServer
    thread: Thread

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.server.port}/"

    def stop(self) -> None:
        if self.thread.is_alive():
            self.server.shutdown()
            self.thread.join()
            self.server.server_close()


def serve(door: Door, memory: AbstractPersistenceAdapter | None = None) -> Site:
    server = listening(door, "127.0.0.1", 0, memory=memory)
    site = Site(server, Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}))
    site.thread.start()
    return site


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


def opened(context: BrowserContext, site: Site, path: str = "") -> Page:
    """Open the page in a new tab and wait until it listens."""
    page = context.new_page()
    page.goto(site.url + path)
    page.locator("body[data-ready]").wait_for()
    return page


def say(page: Page, words: str) -> str:
    """Type words, press Enter and return what is answered."""
    page.get_by_label("Say something").fill(words)
    page.keyboard.press("Enter")
    return answered(page, words)


def answered(page: Page, you: str) -> str:
    """Return the reply to the last turn, once it is there and is the one to `you`."""
    turn = page.locator(".turn").last
    page.locator(".turn:last-of-type .you", has_text=you).last.wait_for(state="attached")
    return " ".join(turn.locator(".says, .asks").all_inner_texts()).strip()
