"""Driving the page: a server for it, Debian's Chromium, and what a person does there."""

import shutil
from dataclasses import dataclass
from threading import Thread

from ask_sdk_core.attributes_manager import AbstractPersistenceAdapter
from playwright.sync_api import Browser, BrowserContext, Locator, Page, Playwright, expect
from werkzeug.serving import BaseWSGIServer

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


def panel(page: Page, name: str) -> Locator:
    """Open one of the panels of "Inside" and return it."""
    page.get_by_role("tab", name=name).click()
    return page.locator(f"#panel-{name.lower()}")


def answered(page: Page, you: str) -> str:
    """Return the reply to the last turn, once it is there and is the one to `you`."""
    turn = page.locator(".turn").last
    page.locator(".turn:last-of-type .you", has_text=you).last.wait_for(state="attached")
    return " ".join(turn.locator(".says, .asks").all_inner_texts()).strip()
