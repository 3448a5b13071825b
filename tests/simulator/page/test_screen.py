"""The device's screen, drawn by Amazon's own engine."""

from contextlib import suppress
from io import BytesIO

import pytest
from PIL import Image
from playwright.sync_api import FloatRect, Locator, expect
from playwright.sync_api import TimeoutError as PageTimeout

from skill.persistence import open_store
from skill.simulator import page as page_module
from skill.simulator.conversation import front_door
from skill.simulator.page import viewports
from tests.simulator.page.driving import answered, opened, say, serve

DISPLAYS = [kind.id for kind in viewports.KINDS.values() if kind.viewport]
_DRAWN = 30_000  # milliseconds: the engine is 5 MB of WebAssembly


def be(page, kind: str) -> None:
    page.get_by_role("radio", name=viewports.KINDS[kind].name).check(force=True)


def drawn(page) -> Locator:
    """Return the engine's own text, once it is drawn."""
    page.locator("#display[data-on]").wait_for(timeout=_DRAWN)
    return page.frame_locator("#screen").locator("#view")


def touch(page, words: str) -> None:
    """Touch the middle of some words on the display, as often as somebody would who got no answer.

    The engine takes touches once its first frames are drawn, which it does not tell.
    """
    turns = page.locator(".turn")
    before = turns.count()
    for _ in range(5):
        x, y = middle(page, words)
        page.mouse.move(x, y)
        page.mouse.down()
        page.wait_for_timeout(100)
        page.mouse.up()
        with suppress(PageTimeout):
            turns.nth(before).wait_for(timeout=4_000)
            return
    raise AssertionError(f"touching {words!r} asked nothing")


def box_of(element: Locator) -> FloatRect:
    box = element.bounding_box()
    assert box, f"{element} is not shown"
    return box


def middle(page, words: str) -> tuple[float, float]:
    """Return where on the page some words of the display are, which is shown smaller than it is."""
    x, y = (
        drawn(page)
        .get_by_text(words, exact=True)
        .evaluate(
            """(text) => {
              const box = text.getBoundingClientRect();
              const [x, y] = [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
              return [x / innerWidth, y / innerHeight];
            }"""
        )
    )
    outer = box_of(page.locator("#display"))
    return outer["x"] + x * outer["width"], outer["y"] + y * outer["height"]


def inks(page) -> set[tuple[int, ...]]:
    """Return the colors of the display that cover more than a few pixels."""
    picture = Image.open(BytesIO(page.locator("#display").screenshot())).convert("RGB")
    counted = picture.getcolors(maxcolors=1_000_000) or []
    return {color for count, color in counted if count > 20 and isinstance(color, tuple)}


@pytest.mark.parametrize("kind", DISPLAYS)
def test_an_answer_is_drawn_on_every_display(page, kind):
    be(page, kind)
    say(page, "does running count as leg day")
    screen = drawn(page)
    expect(screen).to_contain_text("Partly")
    expect(screen).to_contain_text("Running counts, partly")
    expect(screen).to_contain_text("the reason")
    colors = inks(page)
    assert (0x12, 0x10, 0x0E) in colors, "the ground"
    assert (0xF6, 0xF1, 0xE9) in colors, "the key word"


@pytest.mark.parametrize("kind", DISPLAYS)
def test_all_text_lies_within_the_display(page, kind):
    be(page, kind)
    for words in (
        "open leg day",
        "should I jog or sprint",
        "how many calories is three miles",
        "quiz me",
        "I want bigger legs and better cardio",
        "does running build leg muscle",
        "what's my goal",
    ):
        say(page, words)
        screen = drawn(page)
        expect(screen).not_to_be_empty()
        outside = screen.evaluate(
            """(view) => [...view.querySelectorAll("span, p")]
              .filter((text) => text.innerText.trim())
              .map((text) => text.getBoundingClientRect())
              .filter((box) => box.left < 0 || box.top < 0
                || box.right > innerWidth || box.bottom > innerHeight).length"""
        )
        assert outside == 0, (kind, words)


def test_two_sides_stand_beside_each_other(page):
    say(page, "should I jog or sprint")
    screen = drawn(page)
    jog = box_of(screen.get_by_text("Jog", exact=True))
    sprint = box_of(screen.get_by_text("Sprint", exact=True))
    assert jog["x"] + jog["width"] < sprint["x"]
    assert jog["y"] == pytest.approx(sprint["y"], abs=2)


def test_a_goal_picks_a_side(page):
    say(page, "my goal is bigger legs")
    say(page, "should I jog or sprint")
    expect(drawn(page)).to_contain_text("for leg muscle")
    assert (0xFF, 0x8A, 0x5C) in inks(page), "the accent"


def test_calories_are_a_figure(page):
    say(page, "how many calories is three miles")
    expect(drawn(page).get_by_text("300", exact=True)).to_be_visible()


def test_an_emergency_shows_only_its_question_s_answers_to_touch(page):
    say(page, "I have chest pain right now")
    expect(drawn(page)).to_contain_text("Get medical help now")
    touch(page, "yes")
    assert "call the emergency number" in answered(page, "touched: yes")


def test_touching_the_yes_takes_the_offer(page):
    say(page, "does running count as leg day")
    touch(page, "the reason")
    assert answered(page, "touched: yes").startswith("Because")


def test_a_goal_that_is_asked_for_is_touched_beside_the_answer(page):
    say(page, "should I jog or sprint")
    touch(page, "leg muscle")
    assert answered(page, "touched: leg muscle").startswith("Sprint.")


def test_touching_the_hint_asks_it(page):
    say(page, "does running count as leg day")
    touch(page, "should I jog or sprint")
    assert answered(page, "touched: should I jog or sprint").startswith("It depends")
    expect(page.locator("#panel-understood")).to_contain_text("Something on the screen was touched")


def test_a_menu_can_be_touched(page):
    say(page, "help")  # the welcome has other menus for other forms of it
    touch(page, "should I jog or sprint")
    assert answered(page, "touched: should I jog or sprint").startswith("It depends")


def test_the_frame_can_reach_nothing(page, site, watched):
    watched.expected = True  # the browser logs what it refuses
    say(page, "should I jog or sprint")
    drawn(page)
    frame = next(f for f in page.frames if f.url == f"{site.url}screen")
    assert frame.evaluate("origin") == "null"
    assert frame.evaluate("fetch('/').then(() => 'reached', () => 'refused')") == "refused"


def test_the_page_says_which_engine_draws(page):
    expect(page.locator("#engine")).to_have_text(
        "Drawn by Amazon\N{RIGHT SINGLE QUOTATION MARK}s engine, apl-viewhost-web 1.4.0; "
        "the skill is told APL 2024.3"
    )


def test_what_is_shown_stays_over_a_reload_and_the_skill_is_told_of_it(page):
    say(page, "should I jog or sprint")
    drawn(page)
    page.reload()
    page.locator("body[data-ready]").wait_for()
    expect(drawn(page)).to_contain_text("Sprint")
    say(page, "how many calories is three miles")
    page.get_by_role("tab", name="Request").click()
    shown = page.locator("#panel-request li", has_text="Alexa.Presentation.APL").last
    expect(shown).to_contain_text("token")


@pytest.fixture
def without_engine(monkeypatch, tmp_path):
    monkeypatch.setattr(page_module, "ENGINE", tmp_path / "missing.js")
    site = serve(front_door(open_store("memory:")))
    yield site
    site.stop()


def test_without_the_engine_a_plain_card_stands_in(without_engine, new_context):
    page = opened(new_context(), without_engine)
    expect(page.locator("#no-engine")).to_contain_text("npm ci --omit=dev")
    say(page, "does running count as leg day")
    card = page.locator("#plain")
    expect(card).to_contain_text("Running counts, partly")
    card.get_by_role("button", name="should I jog or sprint").click()
    assert answered(page, "touched: should I jog or sprint").startswith("It depends")
    expect(card).to_contain_text("for leg muscle")


def test_a_speaker_draws_nothing(page):
    be(page, "speaker")
    say(page, "does running count as leg day")
    expect(page.locator("#display")).to_be_hidden()
    expect(page.locator("#speaker")).to_be_visible()
