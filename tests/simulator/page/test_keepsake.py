"""Keeping a conversation: exported as a test that holds, imported, linked."""

import json

import pytest
import yaml
from playwright.sync_api import expect

from skill.persistence import open_store
from skill.simulator.conversation import Conversation, front_door
from tests.script import faults
from tests.simulator.page.driving import opened, say


def exported(page) -> str:
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Save test").click()
    return waiting.value.path().read_text("utf-8")


def import_(page, name: str, text: str) -> None:
    page.locator("#file").set_input_files(
        {"name": name, "mimeType": "application/yaml", "buffer": text.encode()}
    )


@pytest.fixture
def talked(page):
    say(page, "my goal is bigger legs")
    say(page, "should I jog or sprint")
    say(page, "what's the weather like")
    say(page, "stop")
    say(page, "open leg day")
    return page


def test_an_export_is_a_test_that_holds(talked):
    (written,) = yaml.safe_load(exported(talked))
    assert written["id"] == "my-goal-is-bigger-legs"
    assert [turn["user"] for turn in written["turns"]] == [
        "my goal is bigger legs",
        "should I jog or sprint",
        "what's the weather like",
        "stop",
        "open leg day",
    ]
    assert written["turns"][1]["expect"] == ["sprint-for-muscle"]
    assert written["turns"][3] == {
        "user": "stop",
        "expect": ["AMAZON.StopIntent"],
        "session": "ended",
    }
    assert written["turns"][4]["new_session"] is True
    door = front_door(open_store("memory:"))
    assert faults(Conversation(door), written) == []


def test_an_export_can_be_imported_by_somebody_else(talked, new_context, site):
    text = exported(talked)
    other = opened(new_context(), site)
    import_(other, "kept.yaml", text)
    expect(other.locator(".check")).to_have_count(5, timeout=40_000)
    expect(other.locator(".check.missed")).to_have_count(0)
    expect(other.locator(".mark").first).to_contain_text("my-goal-is-bigger-legs")


def test_what_does_not_hold_is_named(page):
    wrong = """
- id: wrong
  turns:
    - {user: should I jog or sprint, expect: [verdict], reply_must: [cycling], session: ended}
"""
    import_(page, "wrong.yaml", wrong)
    missed = page.locator(".check.missed")
    expect(missed).to_contain_text("expected verdict")
    expect(missed).to_contain_text("no “cycling”")
    expect(missed).to_contain_text("the session is open")


@pytest.mark.parametrize(
    "text", ["just words", "- id: a\n  turns: []", "a: [", "- turns: [{say: x}]"]
)
def test_a_file_that_is_no_conversation_is_refused_in_words(page, watched, text):
    watched.expected = True  # the browser logs the 400
    import_(page, "bad.yaml", text)
    expect(page.get_by_role("status")).to_be_visible()
    expect(page.locator(".turn")).to_have_count(0)


def test_a_link_replays_as_somebody_new(new_context, site):
    copying = new_context(permissions=["clipboard-read", "clipboard-write"])
    page = opened(copying, site)
    say(page, "my goal is bigger legs")
    say(page, "should I jog or sprint")
    page.get_by_role("button", name="Copy link").click()
    expect(page.get_by_role("button", name="Copied")).to_be_visible()
    url = page.evaluate("navigator.clipboard.readText()")
    assert url.startswith(f"{site.url}#replay=")
    replayed = opened(new_context(), site, url.removeprefix(site.url))
    expect(replayed.locator(".turn")).to_have_count(2)
    expect(replayed.locator(".turn").last.locator(".says")).to_contain_text("Sprint")


def test_a_link_that_cannot_be_read_is_an_ordinary_visit(new_context, site):
    page = opened(new_context(), site, "#replay=!!!")
    expect(page.locator("#welcome")).to_be_visible()
    expect(page.locator(".turn")).to_have_count(0)


def test_a_conversation_is_saved_as_a_replay_and_played_by_somebody_else(talked, new_context, site):
    with talked.expect_download() as waiting:
        talked.get_by_role("button", name="Save replay").click()
    assert waiting.value.suggested_filename == "my-goal-is-bigger-legs.json"
    text = waiting.value.path().read_text("utf-8")
    written = json.loads(text)
    assert written["userInput"] == [
        "ask leg day my goal is bigger legs",
        "should I jog or sprint",
        "what's the weather like",
        "stop",
        "open leg day",
        ".quit",
    ]
    other = opened(new_context(), site)
    import_(other, "kept.json", text.replace("en-US", "en-GB"))
    expect(other.locator(".turn")).to_have_count(5)
    expect(other.locator(".turn").nth(1)).to_contain_text("Sprint")
    expect(other.locator(".turn").last).to_contain_text("bigger legs")
    expect(other.get_by_label("Language")).to_have_value("en-GB")
    expect(other.locator(".check")).to_have_count(0)


def test_what_was_sent_by_hand_is_in_no_file(page):
    say(page, "should I jog or sprint")
    page.get_by_role("tab", name="Request").click()
    page.get_by_role("button", name="Edit and send").click()
    page.get_by_role("button", name="Sign and send").click()
    page.locator(".turn").nth(1).wait_for()
    (written,) = yaml.safe_load(exported(page))
    assert [turn["user"] for turn in written["turns"]] == ["should I jog or sprint"]
