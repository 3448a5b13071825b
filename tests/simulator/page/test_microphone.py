"""The microphone: honest where it cannot listen or sends sound away, and plain where it can."""

import pytest
from playwright.sync_api import expect

from tests.simulator.page.driving import answered, opened

_NONE = "delete window.SpeechRecognition; delete window.webkitSpeechRecognition;"
_FAKE = """
class Ears {
  static available() { return Promise.resolve(HERE ? "available" : "unavailable"); }
  start() { window.ears = this; }
  stop() {
    this.onresult({ results: [[{ transcript: "should I jog or sprint" }]] });
    this.onend();
  }
}
delete window.webkitSpeechRecognition;
window.SpeechRecognition = Ears;
"""


def ears(here: bool) -> str:
    return _FAKE.replace("HERE", "true" if here else "false")


@pytest.fixture
def with_script(new_context, site):
    def new(script: str):
        context = new_context()
        context.add_init_script(script)
        return opened(context, site)

    return new


def hold(page):
    page.get_by_role("button", name="Hold to speak").dispatch_event("pointerdown")


def release(page):
    page.get_by_role("button", name="Hold to speak").dispatch_event("pointerup")


def test_a_browser_that_cannot_listen_says_so(with_script):
    page = with_script(_NONE)
    hold(page)
    expect(page.get_by_role("status")).to_contain_text("This browser cannot listen.")


def test_a_browser_that_sends_sound_away_asks_first(with_script):
    page = with_script(ears(here=False))
    hold(page)
    expect(page.get_by_role("status")).to_contain_text("sends what you say to its maker")
    release(page)
    assert page.evaluate("window.ears === undefined")
    page.get_by_role("button", name="Use it anyway").click()
    hold(page)
    page.wait_for_function("() => window.ears")
    release(page)
    assert answered(page, "should I jog or sprint").startswith("It depends")


def test_a_browser_that_listens_by_itself_just_listens(with_script):
    page = with_script(ears(here=True))
    hold(page)
    page.wait_for_function("() => window.ears?.processLocally")
    expect(page.get_by_role("button", name="Hold to speak")).to_have_attribute("data-on", "")
    release(page)
    assert answered(page, "should I jog or sprint").startswith("It depends")


def test_the_microphone_works_by_keyboard(with_script):
    page = with_script(ears(here=True))
    page.get_by_role("button", name="Hold to speak").focus()
    page.keyboard.down("Space")
    page.wait_for_function("() => window.ears")
    page.keyboard.up("Space")
    assert answered(page, "should I jog or sprint").startswith("It depends")
