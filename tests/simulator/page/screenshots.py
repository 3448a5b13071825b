"""The README's pictures of the page, drawn anew into docs/.

`python -m tests.simulator.page.screenshots`.
"""

from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, sync_playwright

from skill.persistence import open_store
from skill.simulator.conversation import front_door
from tests.simulator.page.driving import chromium, opened, say, serve

DOCS = Path(__file__).parents[3] / "docs"
PICTURES: dict[str, tuple[Literal["light", "dark"], tuple[str, ...], str]] = {
    "simulator.png": (
        "light",
        ("open leg day", "my goal is bigger legs", "should I jog or sprint"),
        "Understood",
    ),
    "simulator-dark.png": (
        "dark",
        ("does running count as leg day", "why", "how many calories is three miles"),
        "Article",
    ),
}


def draw(browser: Browser, name: str) -> None:
    site = serve(front_door(open_store("memory:")))
    scheme, talk, panel = PICTURES[name]
    context = browser.new_context(
        viewport={"width": 1440, "height": 900}, color_scheme=scheme, reduced_motion="reduce"
    )
    try:
        page = opened(context, site)
        page.locator("#silence").evaluate("(box) => box.click()")  # no reprompt in the picture
        for words in talk:
            say(page, words)
        page.locator("#display[data-on]").wait_for(timeout=30_000)
        page.get_by_role("tab", name=panel).click()
        page.get_by_label("Say something").focus()
        page.wait_for_timeout(1500)
        page.screenshot(path=DOCS / name)
    finally:
        context.close()
        site.stop()


if __name__ == "__main__":
    with sync_playwright() as playwright:
        browser = chromium(playwright)
        for name in PICTURES:
            draw(browser, name)
        browser.close()
