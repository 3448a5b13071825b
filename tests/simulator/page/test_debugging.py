"""Debugging: requests sent again, the session and what is kept rewritten, named users."""

import json

import pytest
from playwright.sync_api import expect

from skill.persistence import open_store
from skill.simulator.conversation import front_door
from tests.simulator.page.driving import answered, opened, panel, say, serve


def rewriting(page):
    shown = panel(page, "Request")
    shown.get_by_role("button", name="Edit and send").click()
    return shown, shown.get_by_label("The request to send")


def kept(page, name: str):
    """Return the JSON that a text of the memory panel holds."""
    text = panel(page, "Memory").get_by_label(name)
    expect(text).not_to_have_value("")  # it's filled once the answer is in
    return json.loads(text.input_value())


@pytest.mark.parametrize("width", [360, 1440])
def test_a_request_is_edited_and_sent_again_by_keyboard(new_context, site, width):
    page = opened(new_context(viewport={"width": width, "height": 844}), site)
    say(page, "should I jog or sprint")
    _shown, text = rewriting(page)
    expect(text).to_be_focused()
    text.fill(text.input_value().replace("JogOrSprintIntent", "DoesRunningCountIntent"))
    text.press("Control+Enter")
    assert answered(page, "sent: DoesRunningCountIntent").startswith("Partly")
    expect(page.get_by_role("tab", name="Request")).to_be_focused()
    expect(panel(page, "Request")).to_contain_text("DoesRunningCountIntent")
    expect(panel(page, "Understood")).to_contain_text("The request was written by hand")
    assert say(page, "how many calories is three miles")
    expect(page.locator(".mark")).to_have_text("A new session")  # as the request said


def test_inside_leads_there_from_every_turn(new_context, site):
    page = opened(new_context(viewport={"width": 360, "height": 740}), site)
    say(page, "should I jog or sprint")
    say(page, "how many calories is three miles")
    for turn, words in ((1, "how many calories is three miles"), (0, "should I jog or sprint")):
        page.locator(".turn .look").nth(turn).press("Enter")
        expect(page.get_by_role("tab", name="Understood")).to_be_focused()
        expect(page.get_by_role("tab", name="Understood")).to_be_in_viewport()
        expect(page.locator("#inside-of")).to_have_text(f"“{words}”")


def test_an_old_request_is_sent_with_a_new_time_or_refused(page, watched):
    watched.expected = True  # the browser logs the refusal
    say(page, "should I jog or sprint")
    shown, text = rewriting(page)
    old = json.loads(text.input_value())
    old["request"]["timestamp"] = "2001-01-01T00:00:00Z"
    text.fill(json.dumps(old))
    shown.get_by_role("button", name="Sign and send").click()
    assert answered(page, "sent: JogOrSprintIntent").startswith("It depends")
    shown, text = rewriting(page)
    text.fill(json.dumps(old))
    shown.get_by_label("New id and time").uncheck()
    shown.get_by_role("button", name="Sign and send").click()
    expect(page.locator(".turn.fault .says")).to_contain_text("answered 400 (time.stale)")


@pytest.mark.parametrize(
    ("written", "told"),
    [("{", "This is not JSON"), ("[]", "This is not a JSON object"), ("", "This is not JSON")],
)
def test_what_is_no_request_is_not_sent(page, written, told):
    say(page, "should I jog or sprint")
    shown, text = rewriting(page)
    text.fill(written)
    shown.get_by_role("button", name="Sign and send").click()
    expect(shown.get_by_role("status")).to_contain_text(told)
    expect(text).to_have_attribute("aria-invalid", "true")
    expect(page.locator(".turn")).to_have_count(1)
    shown.get_by_role("button", name="Cancel").click()
    expect(text).to_be_hidden()
    expect(shown.get_by_role("button", name="Edit and send")).to_be_focused()


def test_session_attributes_are_rewritten(page):
    say(page, "how many calories is three miles")
    shown = panel(page, "Memory")
    session = kept(page, "Session attributes") | {"goal": "muscle"}
    save = shown.get_by_role("button", name="Put into the session")
    expect(save).to_be_disabled()
    shown.get_by_label("Session attributes").fill(json.dumps(session))
    save.click()
    expect(shown.get_by_role("status").last).to_have_text("Done.")
    assert say(page, "should I jog or sprint").startswith("Sprint")


def test_a_session_that_ended_has_no_attributes(page):
    say(page, "stop")
    shown = panel(page, "Memory")
    expect(shown).to_contain_text("None: no session is open.")
    expect(shown.get_by_label("Session attributes")).to_be_hidden()


def test_what_is_kept_is_rewritten_and_emptied(page):
    say(page, "my goal is bigger legs")
    assert kept(page, "Kept between sessions")["goal"] == "muscle"
    shown = panel(page, "Memory")
    for written, goal in (('{"goal": "cardio"}', "better cardio"), ("{}", "none")):
        shown.get_by_label("Kept between sessions").fill(written)
        shown.get_by_role("button", name="Keep this instead").click()
        expect(shown.locator("[data-goal]")).to_have_text(goal)


def test_a_page_without_the_store_says_so(new_context):
    site = serve(front_door(open_store("memory:")))
    try:
        page = opened(new_context(), site)
        say(page, "my goal is bigger legs")
        expect(panel(page, "Memory")).to_contain_text("The page was not given the store.")
        page.close()  # before its server
    finally:
        site.stop()


def test_whoever_writes_is_not_silent(new_context, site):
    context = new_context()
    context.clock.install()
    page = opened(context, site)
    say(page, "should I jog or sprint")
    _shown, text = rewriting(page)
    for _ in range(40):  # until the reply is spoken, and long after
        page.clock.run_for(1000)
        text.press("End")
    text.blur()
    text.focus()
    page.clock.run_for(60_000)
    expect(page.locator(".turn")).to_have_count(1)


def test_ben_comes_back_with_a_goal(page):
    page.get_by_label("User").select_option("Ben, back")
    expect(page.locator(".mark")).to_have_text("Ben, back and after bigger legs")
    assert "bigger legs" in say(page, "open leg day")
    page.get_by_label("User").select_option("Nora, new")
    expect(page.locator(".mark").last).to_have_text("Nora, whom nobody has met")
    assert say(page, "should I jog or sprint").startswith("It depends")


def test_of_users_gone_through_by_arrow_key_the_last_takes_over_once(page):
    page.get_by_label("User").focus()
    for _ in ("nora", "ben"):
        page.keyboard.press("ArrowDown")
    expect(page.locator(".mark").last).to_have_text("Ben, back and after bigger legs")
    expect(page.locator(".mark", has_text="Ben, back")).to_have_count(1)
    assert "bigger legs" in say(page, "open leg day")


def test_olivia_speaks_as_they_do_in_london_and_only_she(page):
    page.get_by_label("User").select_option("Olivia, in London")
    expect(page.get_by_label("Language")).to_have_value("en-GB")
    say(page, "open leg day")
    expect(panel(page, "Request")).to_contain_text("en-GB")
    page.reload()
    page.locator("body[data-ready]").wait_for()
    expect(page.get_by_label("User")).to_have_value("olivia")
    expect(page.get_by_label("Language")).to_have_value("en-GB")
    page.get_by_label("User").select_option("You")
    expect(page.get_by_label("Language")).to_have_value("en-US")


def test_the_device_is_the_same_tomorrow(page):
    def device() -> str:
        turns = page.locator(".turn").count()
        say(page, "open leg day")
        expect(page.locator(".turn")).to_have_count(turns + 1)
        _shown, text = rewriting(page)
        sent = json.loads(text.input_value())
        return sent["context"]["System"]["device"]["deviceId"]

    first = device()
    page.get_by_role("radio", name="Round").check(force=True)
    assert device() != first
    page.get_by_role("radio", name="Large").check(force=True)
    assert device() == first
