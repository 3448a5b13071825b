"""Talking on the page, as people do."""

import re

from playwright.sync_api import expect

from tests.simulator.page.driving import answered, opened, say


def test_a_whole_conversation_with_a_goal_and_follow_ups(page):
    assert "leg day" in say(page, "Alexa, open leg day").lower()
    assert say(page, "my goal is bigger legs").startswith("Bigger legs, got it.")
    assert say(page, "should I jog or sprint").startswith("Sprint")
    assert "hundred calories" in say(page, "how many calories is three miles")
    assert "thousand" in say(page, "and ten miles")
    say(page, "stop")
    expect(page.locator("#answers button.yes")).to_have_count(0)


def test_who_comes_back_is_remembered(new_context, site):
    browser = new_context()
    first = opened(browser, site)
    say(first, "my goal is bigger legs")
    first.close()
    again = opened(browser, site)
    assert "bigger legs" in say(again, "open leg day")


def test_two_tabs_are_two_people(new_context, site):
    browser = new_context()
    one, other = opened(browser, site), opened(browser, site)
    say(one, "my goal is bigger legs")
    assert say(other, "should I jog or sprint").startswith("It depends")
    assert say(one, "should I jog or sprint").startswith("Sprint")


def test_a_tab_that_is_reloaded_stays_who_it_was(new_context, site):
    browser = new_context()
    page, _other = opened(browser, site), opened(browser, site)
    say(page, "my goal is better cardio")
    page.reload()
    page.locator("body[data-ready]").wait_for()
    assert "better cardio" in say(page, "open leg day")


def test_yes_and_no_are_buttons_where_something_was_offered(page):
    say(page, "does running count as leg day")
    page.get_by_role("button", name="Yes", exact=True).click()
    first = answered(page, "yes")
    assert first
    page.get_by_role("button", name="No", exact=True).click()
    assert answered(page, "no") != first
    expect(page.get_by_label("Say something")).to_be_focused()


def test_a_hint_is_a_button_that_asks_it(page):
    say(page, "does running count as leg day")
    page.locator("#answers .hint").first.click()
    page.locator(".turn").nth(1).wait_for()
    assert page.locator(".turn .you").last.inner_text() == "should I jog or sprint"


def test_an_example_starts_the_conversation(page):
    page.get_by_role("button", name="should I jog or sprint").click()
    assert answered(page, "should I jog or sprint").startswith("It depends")
    expect(page.locator("#welcome")).to_be_hidden()


def test_one_shot_launch_and_bare_question_are_all_understood(page):
    assert "hundred calories" in say(page, "Alexa, ask leg day how many calories is three miles")
    say(page, "stop")
    assert say(page, "Alexa, open leg day")
    say(page, "stop")
    assert say(page, "should I jog or sprint").startswith("It depends")
    assert page.locator(".mark").count() == 2


def test_another_device_ends_the_session(page):
    say(page, "does running count as leg day")
    page.get_by_role("radio", name="Speaker").check(force=True)
    expect(page.locator(".mark")).to_have_text("Another device: the session has ended")
    expect(page.locator("#display")).to_be_hidden()
    say(page, "should I jog or sprint")
    page.get_by_role("tab", name="Response").click()
    expect(page.locator("#panel-response summary", has_text="directives")).to_have_count(0)


def test_the_live_region_holds_the_replies(page):
    say(page, "should I jog or sprint")
    log = page.get_by_role("log")
    expect(log).to_have_attribute("aria-live", "polite")
    expect(log).to_contain_text(re.compile("It depends on your goal"))
