"""Who may ask the page, and what the page may use."""

import pytest

from skill.hosting.network import is_loopback
from skill.persistence import open_store
from skill.simulator.conversation import DoorClosedError, front_door
from skill.simulator.page import create_page
from skill.simulator.page.guard import named_well

TAB = "0123456789abcdef" * 2
TURN = {"tab": TAB, "locale": "en-US", "device": "large", "say": "should i jog or sprint"}
OURS = {"Origin": "http://localhost"}


@pytest.fixture(scope="module")
def app(door):
    return create_page(door)


@pytest.fixture
def client(app):
    return app.test_client()


def turn(client, headers=OURS, **changed):
    return client.post("/turn", json={**TURN, **changed}, headers=headers)


def test_a_turn_is_answered(client):
    answer = turn(client)
    assert answer.status_code == 200
    assert answer.json["report"]["intent"] == "JogOrSprintIntent"
    assert answer.json["open"] is True


@pytest.mark.parametrize(
    ("host", "allowed"),
    [
        ("127.0.0.1:8080", True),
        ("localhost:8080", True),
        ("[::1]:8080", True),
        ("192.168.1.7:8080", True),
        ("my-laptop", True),
        ("evil.example", False),
        ("127.0.0.1.evil.example", False),
        ("localhost.evil.example:8080", False),
        ("", False),
    ],
)
def test_only_our_own_names_are_answered(host, allowed):
    assert named_well(host, "my-laptop") is allowed


def test_a_rebound_name_is_refused(client):
    answer = client.get("/", headers={"Host": "evil.example"})
    assert answer.status_code == 403
    assert b"<html" not in answer.data


@pytest.mark.parametrize(
    "headers",
    [{}, {"Origin": "http://evil.example"}, {"Origin": "null"}, {"Origin": "https://localhost"}],
)
def test_only_the_page_itself_may_post(client, headers):
    assert turn(client, headers=headers).status_code == 403


def test_a_form_of_another_site_cannot_post(client):
    answer = client.post("/turn", data={"say": "x"}, headers=OURS)
    assert answer.status_code == 403


@pytest.mark.parametrize(
    "changed",
    [
        {"tab": "short"},
        {"tab": None},
        {"locale": "de-DE"},
        {"locale": ["en-US"]},
        {"device": "toaster"},
        {"device": None},
        {"say": ""},
        {"say": "   "},
        {"say": "x" * 501},
        {"say": 7},
        {"launch": True},
        {"leave": "BECAUSE", "say": None},
        {"send": "a request", "say": None},
        {"send": {}},
    ],
)
def test_a_turn_that_cannot_be_is_refused_in_words(client, changed):
    answer = turn(client, **changed)
    assert answer.status_code == 400
    assert answer.json["error"]


@pytest.mark.parametrize("body", [b"", b"[]", b"{", b"\xff", b'"x"'])
def test_what_is_no_json_object_is_refused(client, body):
    headers = {**OURS, "Content-Type": "application/json"}
    for path in ("/turn", "/memory", "/session", "/kept", "/export", "/import"):
        assert client.post(path, data=body, headers=headers).status_code == 400


def test_a_flood_is_refused(client):
    answer = client.post("/import", json={"text": "x" * 300_000}, headers=OURS)
    assert answer.status_code == 413


def test_nesting_without_end_is_refused(client):
    answer = client.post("/import", json={"text": "[" * 50_000}, headers=OURS)
    assert answer.status_code == 400


def test_the_page_may_use_only_its_own_files(client):
    policy = client.get("/").headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy


def test_only_the_sandboxed_frame_may_compile_code(client):
    policy = client.get("/screen").headers["Content-Security-Policy"]
    assert "script-src 'self' 'unsafe-eval'" in policy
    assert "sandbox allow-scripts" in policy
    assert "http" not in policy


def test_a_page_without_the_engine_has_no_frame(tmp_path):
    app = create_page(front_door(open_store("memory:")), engine=tmp_path / "missing.js")
    client = app.test_client()
    assert b"<iframe" not in client.get("/").data
    assert client.get("/engine.js").status_code == 404


@pytest.mark.parametrize(
    "fault",
    [DoorClosedError("the skill's endpoint answered 400"), OSError("no disk"), KeyError("x")],
)
def test_a_broken_skill_is_told_in_words(fault):
    def door(body):
        raise fault

    answer = turn(create_page(door).test_client(), headers=OURS)
    assert answer.status_code == 502
    assert answer.json["error"].startswith("The skill did not answer: ")


@pytest.mark.parametrize(
    ("host", "only_here"),
    [("127.0.0.1", True), ("localhost", True), ("::1", True), ("0.0.0.0", False), ("box", False)],
)
def test_what_is_loopback(host, only_here):
    assert is_loopback(host) is only_here
