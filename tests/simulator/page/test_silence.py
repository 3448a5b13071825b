"""Silence: the reprompt after eight seconds, the end after eight more. The clock is the test's."""

import pytest
from playwright.sync_api import expect

from tests.simulator.page.driving import opened, say


@pytest.fixture
def quiet(new_context, site):
    context = new_context()
    context.clock.install()
    return opened(context, site)


def pass_until(page, state: str, seconds: int = 60) -> int:
    """Let time pass until the page is in a state; return how many seconds that took."""
    for second in range(seconds):
        if page.locator(f'#state[data-state="{state}"]').count():
            return second
        page.clock.run_for(1000)
    raise AssertionError(f"never {state} within {seconds} seconds")


def test_nobody_answers(quiet):
    say(quiet, "does running count as leg day")
    pass_until(quiet, "listening")
    assert pass_until(quiet, "speaking") in (7, 8, 9)
    expect(quiet.locator(".turn.aside .you")).to_have_text("after eight silent seconds")
    pass_until(quiet, "listening")
    assert pass_until(quiet, "idle") in (7, 8, 9)
    expect(quiet.locator(".mark")).to_have_text("Nobody answered: the session has ended")


def test_after_the_end_a_new_session_begins(quiet):
    say(quiet, "does running count as leg day")
    for state in ("listening", "speaking", "listening", "idle"):
        pass_until(quiet, state)
    say(quiet, "should I jog or sprint")
    expect(quiet.locator(".mark").last).to_have_text("A new session")


def test_who_types_is_not_silent(quiet):
    say(quiet, "does running count as leg day")
    pass_until(quiet, "listening")
    quiet.get_by_label("Say something").press_sequentially("how")
    quiet.clock.run_for(60_000)
    expect(quiet.locator("#state")).to_have_attribute("data-state", "waiting")
    expect(quiet.locator(".turn")).to_have_count(1)
    quiet.get_by_label("Say something").fill("")
    pass_until(quiet, "speaking")


def test_patience_can_be_switched_on(quiet):
    quiet.get_by_role("button", name="Settings").click()
    quiet.get_by_label("Reprompt after eight silent seconds").uncheck()
    say(quiet, "does running count as leg day")
    pass_until(quiet, "waiting")
    quiet.clock.run_for(60_000)
    expect(quiet.locator(".turn")).to_have_count(1)
    quiet.reload()
    quiet.locator("body[data-ready]").wait_for()
    assert not quiet.locator("#silence").is_checked()


def test_the_session_ended_request_names_the_reason(quiet):
    asked = []
    quiet.on("request", lambda request: asked.append(request.post_data_json or {}))
    say(quiet, "does running count as leg day")
    for state in ("listening", "speaking", "listening", "idle"):
        pass_until(quiet, state)
    assert [body["leave"] for body in asked if "leave" in body] == ["EXCEEDED_MAX_REPROMPTS"]
