"""The pages that the listing links to, as a reader's client gets them."""

import re
from html.parser import HTMLParser

import pytest

from skill.hosting import pages
from skill.hosting.flask_app import create_app
from tests.alexa.verification.certificates import verifier
from tests.hosting.web.skills import Greeter, skill_of


@pytest.fixture(scope="module")
def client():
    return create_app(skill_of(Greeter()), verifier()).test_client()


class Reader(HTMLParser):
    """Reads a page as strictly as it is written: every tag closed, nothing but known tags."""

    EMPTY = frozenset(("meta", "link"))

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag, attrs):
        self.seen.append((tag, dict(attrs)))
        if tag not in self.EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag


def words(page: str) -> str:
    body = page[page.index("<body>") :]
    return " ".join(re.sub("<[^>]*>", " ", body).split())


@pytest.mark.parametrize("name", ["privacy", "terms"])
def test_a_page_is_html_for_people(client, name):
    answer = client.get(f"/{name}")
    assert (answer.status_code, answer.content_type) == (200, "text/html; charset=utf-8")
    reader = Reader()
    reader.feed(answer.text)
    assert reader.open == []
    assert ("html", {"lang": "en"}) in reader.seen
    assert [tag for tag, _ in reader.seen].count("h1") == 1
    assert len(words(answer.text)) > 800


@pytest.mark.parametrize("name", ["privacy", "terms"])
def test_a_page_runs_nothing_and_fetches_nothing(client, name):
    answer = client.get(f"/{name}")
    policy = answer.headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    reader = Reader()
    reader.feed(answer.text)
    assert "script" not in {tag for tag, _ in reader.seen}
    assert {attrs["href"] for _, attrs in reader.seen if "href" in attrs} <= {"privacy", "terms"}


def test_the_style_is_the_one_that_the_policy_allows(client):
    from base64 import b64encode
    from hashlib import sha256

    answer = client.get("/privacy")
    style = answer.text.partition("<style>")[2].partition("</style>")[0]
    allowed = f"'sha256-{b64encode(sha256(style.encode()).digest()).decode()}'"
    assert allowed in answer.headers["Content-Security-Policy"]


def test_privacy_says_what_is_kept_and_how_it_is_erased():
    text = words(pages.page("privacy"))
    assert "your goals if you tell them, how often you came, and what you talked about last" in text
    assert "“Alexa, ask leg day to forget me”, or disable the skill" in text


def test_terms_have_the_disclaimer():
    text = words(pages.page("terms"))
    assert "It is not a substitute for professional or medical advice" in text


@pytest.mark.parametrize("method", ["post", "put", "delete"])
def test_pages_are_only_read(client, method):
    assert getattr(client, method)("/privacy").status_code == 405
