"""How the page looks and who can use it: widths, schemes, keyboard, axe."""

from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.simulator.page.driving import answered, opened, say

AXE = Path(__file__).parents[3] / "node_modules" / "axe-core" / "axe.min.js"
WIDTHS = {"phone": 360, "tablet": 768, "desktop": 1440}


@pytest.fixture
def seen(new_context, site):
    def new(width: str = "desktop", scheme: str = "light"):
        height = 844 if width == "phone" else 900
        viewport = {"width": WIDTHS[width], "height": height}
        # axe is put into the page from here: the page's own policy would not let it in.
        context = new_context(viewport=viewport, color_scheme=scheme, bypass_csp=True)
        return opened(context, site)

    return new


def violations(page) -> list[str]:
    if not page.evaluate("'axe' in window"):
        page.add_script_tag(path=AXE)
    found = page.evaluate("axe.run(document, { iframes: false })")
    return [
        f"{one['id']}: {node['target']} {node['failureSummary']}"
        for one in found["violations"]
        for node in one["nodes"]
    ]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_axe_finds_nothing(seen, width, scheme):
    page = seen(width, scheme)
    page.get_by_role("button", name="Settings").click()
    assert violations(page) == []
    page.keyboard.press("Escape")
    say(page, "does running count as leg day")
    assert violations(page) == []


def test_axe_finds_nothing_in_any_panel(seen):
    page = seen()
    say(page, "what's the weather like")
    for name in ("Understood", "Article", "Card", "Memory", "Request", "Response"):
        page.get_by_role("tab", name=name).click()
        assert violations(page) == [], name
    page.get_by_role("tab", name="Request").click()
    page.get_by_role("button", name="Edit and send").click()
    assert violations(page) == []


@pytest.mark.parametrize("width", WIDTHS)
def test_nothing_is_wider_than_the_window(seen, width):
    page = seen(width)
    for words in (None, "should I jog or sprint", "how many calories is three miles"):
        if words:
            say(page, words)
        assert page.evaluate("document.documentElement.scrollWidth") == WIDTHS[width]


def test_on_a_phone_the_reply_and_the_text_box_are_both_in_sight(seen):
    page = seen("phone")
    for words in ("does running count as leg day", "yes", "how many calories is three miles"):
        say(page, words)
    expect(page.locator(".turn").last.locator(".says")).to_be_in_viewport(ratio=1)
    expect(page.get_by_label("Say something")).to_be_in_viewport(ratio=1)


def test_dark_is_dark_and_light_is_light(seen):
    def ground(scheme: str) -> int:
        color = seen(scheme=scheme).evaluate(
            "getComputedStyle(document.documentElement).backgroundColor"
        )
        return sum(map(int, color.removeprefix("rgb(").removesuffix(")").split(",")))

    assert ground("dark") < 100
    assert ground("light") > 700


def test_who_wants_no_motion_gets_none(seen):
    page = seen()
    say(page, "should I jog or sprint")
    assert page.evaluate("document.getAnimations().length") == 0


def test_everything_works_by_keyboard(seen):
    page = seen()
    expect(page.get_by_label("Say something")).to_be_focused()
    page.keyboard.type("does running count as leg day")
    page.keyboard.press("Enter")
    answered(page, "does running count as leg day")
    page.keyboard.press("Shift+Tab")  # back over the hint and No to Yes
    while page.evaluate("document.activeElement.textContent") != "Yes":
        page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    answered(page, "yes")
    expect(page.get_by_label("Say something")).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(page.get_by_label("Say something")).to_have_value("yes")
    page.get_by_role("tab", name="Understood").focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("tab", name="Article")).to_be_focused()
    expect(page.locator("#panel-article")).to_be_visible()
    page.keyboard.press("End")
    expect(page.get_by_role("tab", name="Response")).to_have_attribute("aria-selected", "true")
    page.keyboard.press("/")
    expect(page.get_by_label("Say something")).to_be_focused()


def test_the_first_stop_of_the_keyboard_skips_to_the_text_box(seen):
    page = seen()
    page.locator("body").evaluate("(body) => { document.activeElement.blur(); }")
    page.get_by_role("link", name="Skip to the text box").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_label("Say something")).to_be_focused()


def test_the_page_has_its_landmarks(seen):
    page = seen()
    for role in ("banner", "main", "contentinfo"):
        expect(page.get_by_role(role)).to_have_count(1)
    for name in ("Device", "Conversation", "Inside"):
        expect(page.get_by_role("region", name=name, exact=True)).to_have_count(1)
