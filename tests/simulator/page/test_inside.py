"""The panels: what was understood, what the answer rests on, the JSON, the memory."""

import json
import re

import pytest
from playwright.sync_api import expect

from tests.simulator.page.driving import opened, panel, say


@pytest.fixture
def page(new_context, site):
    context = new_context(permissions=["clipboard-read", "clipboard-write"])
    return opened(context, site)


def pasted(page) -> str:
    return page.evaluate("navigator.clipboard.readText()")


def test_what_was_understood(page):
    say(page, "how many calories is three miles")
    shown = panel(page, "Understood")
    expect(shown).to_contain_text("CaloriesBurnedIntent")
    expect(shown).to_contain_text("exact")
    expect(shown).to_contain_text("100 % sure")
    expect(shown.locator("dd", has_text="mile").first).to_be_visible()
    for stage in ("understanding", "signing", "verification", "dispatch", "reading and writing"):
        expect(shown.get_by_role("rowheader", name=stage)).to_be_visible()


def test_the_claims_that_an_answer_rests_on(page):
    say(page, "should I jog or sprint")
    shown = panel(page, "Article")
    expect(shown).to_contain_text(
        "depends on your goal; sprint for leg muscle, jog long for cardio"
    )
    expect(shown).to_contain_text("jogging or sprinting")


def test_the_card_for_the_phone(page):
    say(page, "does running count as leg day")
    shown = panel(page, "Card")
    expect(shown.get_by_role("heading")).to_have_text("Running counts, partly")
    say(page, "stop")
    expect(panel(page, "Card")).to_have_text("No card was sent to the phone.")


@pytest.mark.parametrize("name", ["Request", "Response"])
def test_json_folds_and_copies(page, name):
    say(page, "should I jog or sprint")
    shown = panel(page, name)
    folded = shown.locator("details").first
    expect(folded).to_have_attribute("open", "")
    folded.locator("summary").first.click()
    expect(folded).not_to_have_attribute("open", "")
    shown.get_by_role("button", name="Copy JSON").click()
    expect(shown.get_by_role("button", name="Copied")).to_be_visible()
    copied = json.loads(pasted(page))
    if name == "Request":
        assert copied["request"]["intent"]["name"] == "JogOrSprintIntent"
    else:
        assert copied["response"]["shouldEndSession"] is False


def test_memory_and_forget_me(page):
    say(page, "my goal is bigger legs")
    shown = panel(page, "Memory")
    expect(shown.locator("[data-goal]")).to_have_text("bigger legs")
    expect(shown.get_by_label("Session attributes")).to_have_value(re.compile('"heard"'))
    shown.get_by_role("button", name="Forget me").click()
    expect(page.locator(".you").last).to_have_text("forget me")
    page.get_by_role("button", name="Yes", exact=True).click()  # the skill asks first
    expect(page.locator("[data-goal]")).to_have_text("none")


def test_what_the_model_lacks_becomes_a_sample_line(page):
    say(page, "what's the weather like in Paris")
    shown = panel(page, "Understood")
    expect(shown).to_contain_text("AMAZON.FallbackIntent")
    shown.get_by_role("button", name="Copy it as a sample line").click()
    expect(shown.get_by_role("button", name="Copied")).to_be_visible()
    assert pasted(page) == '"what\'s the weather like in paris",'


def test_an_earlier_turn_can_be_looked_into(page):
    say(page, "should I jog or sprint")
    say(page, "how many calories is three miles")
    page.locator(".turn").first.get_by_role("button", name="Inside").click()
    expect(page.locator("#panel-understood")).to_contain_text("JogOrSprintIntent")
    expect(page.locator("#inside-title")).to_contain_text("should I jog or sprint")


def test_the_open_panel_stays_open(page):
    say(page, "should I jog or sprint")
    panel(page, "Article")
    say(page, "yes")
    expect(page.locator("#panel-article")).to_be_visible()


def test_nothing_that_is_said_becomes_markup(page):
    say(page, "<img src=x onerror=alert(1)><b>bold</b>")
    expect(page.locator(".turn .you").last).to_have_text("<img src=x onerror=alert(1)><b>bold</b>")
    assert page.locator("main img, .turn b").count() == 0
    panel(page, "Request")
    assert page.locator("main img").count() == 0
