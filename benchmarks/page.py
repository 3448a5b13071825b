"""The simulator's page in Chromium: from Enter to the reply that stands there, screen and all.

A reply should be there within 100 ms of Enter. What the device's screen takes comes after it.
"""

from __future__ import annotations

from statistics import median, quantiles

from playwright.sync_api import Page, sync_playwright

from benchmarks.cores import describe
from benchmarks.report import report
from skill.persistence import open_store
from skill.simulator.conversation import front_door
from tests.simulator.page.driving import chromium, serve

ASKED, WARM_UP = 60, 5
QUESTIONS = ("does running count as leg day", "how many calories is three miles", "why", "yes")
_FROM_ENTER = """async (words) => {
  const [box, log] = [document.getElementById("say"), document.getElementById("log")];
  const replied = new Promise((resolve) => {
    const watch = new MutationObserver(() => {
      watch.disconnect();
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now())));  // painted
    });
    watch.observe(log, { childList: true });
  });
  box.value = words;
  const enter = performance.now();
  box.form.requestSubmit();
  return await replied - enter;
}"""


def main() -> None:
    site = serve(front_door(open_store("memory:")))
    try:
        with sync_playwright() as playwright:
            browser = chromium(playwright)
            page = browser.new_page(viewport={"width": 1440, "height": 900})
            page.goto(site.url)
            page.locator("body[data-ready]").wait_for()
            rows = [(kind, *_times(page, kind)) for kind in ("Speaker", "Large")]
            browser.close()
    finally:
        site.stop()
    title = f"From Enter to the reply on the page ({describe()})"
    report("page", title, ("device", "median ms", "95th percentile ms"), rows)


def _times(page: Page, device: str) -> tuple[float, float]:
    page.get_by_role("radio", name=device).check(force=True)
    for _ in range(WARM_UP):
        page.evaluate(_FROM_ENTER, QUESTIONS[0])
    page.wait_for_timeout(3000)  # the screen's engine starts after everything else
    found = []
    for number in range(ASKED):
        found.append(page.evaluate(_FROM_ENTER, QUESTIONS[number % len(QUESTIONS)]))
        page.wait_for_timeout(150)
    return median(found), quantiles(found, n=20)[-1]
