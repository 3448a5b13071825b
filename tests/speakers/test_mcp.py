"""The MCP server, driven by the official client over standard input and over HTTP."""

import asyncio
import json
import signal
import socket
import time
import urllib.error
import urllib.request
from collections.abc import Awaitable, Callable, Iterator
from contextlib import suppress
from typing import Any

import pytest
from mcp.client.client import Client
from mcp.client.stdio import StdioServerParameters
from mcp.types import TextContent

from tests.conftest import LEG_DAY

ONE_QUESTION = 'ask_leg_day takes one argument: "question", a text that is not empty'
MODES = ["2026-07-28", "legacy", "auto"]  # "legacy": the initialize handshake


@pytest.fixture
def stdio(environment: dict[str, str]) -> StdioServerParameters:
    usual = environment | {"PYTHONWARNINGS": ""}
    return StdioServerParameters(command=str(LEG_DAY), args=["mcp"], env=usual)


def driven(where: Any, test: Callable[[Client], Awaitable[None]], mode: str = "auto") -> None:
    """Run a test with a client of what is at `where`, a command or an address."""

    async def main() -> None:
        async with Client(where, mode=mode) as client:
            await test(client)

    asyncio.run(main())


async def asked(client: Client, question: object) -> dict[str, object]:
    result = await client.call_tool("ask_leg_day", {"question": question})
    assert not result.is_error
    assert result.structured_content
    return result.structured_content


async def conversed(client: Client) -> None:
    """What every client sees, whatever the transport and the version of the protocol."""
    (tool,) = (await client.list_tools()).tools
    assert tool.name == "ask_leg_day"
    assert "does not know" in str(tool.description)
    sprint = await asked(client, "should i jog or sprint")
    assert str(sprint["sentence"]).startswith("It depends on your goal.")
    assert not str(sprint["sentence"]).endswith("?")  # no offer: nobody could take it
    assert (sprint["known"], sprint["claims"]) == (True, ["jog-or-sprint"])
    assert sprint["figure"] is None
    miles = await asked(client, "how many calories do i burn in five miles")
    assert "calories-per-mile" in str(miles["claims"])
    assert miles["figure"] == {
        "value": 100,
        "unit": "calories per mile, about, for a runner of average size",
        "source": "VeryFitWell",
    }
    assert "not a substitute for professional or medical advice" in str(miles["caveat"])
    unknown = await asked(client, "what is the capital of france")
    assert (unknown["known"], unknown["claims"], unknown["figure"]) == (False, [], None)


async def refused(client: Client, tool: str, arguments: dict[str, object], reason: str) -> None:
    result = await client.call_tool(tool, arguments)
    assert result.is_error
    assert [part.text for part in result.content if isinstance(part, TextContent)] == [reason]


@pytest.mark.parametrize("mode", MODES)
def test_an_assistant_that_starts_the_command_asks_it(stdio, mode):
    driven(stdio, conversed, mode)


@pytest.mark.parametrize("mode", MODES)
def test_over_http_it_is_the_same(serving, mode):
    with serving("mcp", "--http", "--port", "0") as running:
        driven(f"http://127.0.0.1:{running.port}/mcp", conversed, mode)


@pytest.mark.parametrize("mode", MODES)
def test_wrong_calls_are_told_so_and_the_next_is_answered(stdio, mode):
    async def test(client: Client) -> None:
        await refused(client, "make_coffee", {}, "there is one tool here: ask_leg_day")
        calls: list[dict[str, object]] = [
            {},
            {"question": 7},
            {"question": " "},
            {"question": "hi", "loud": True},
        ]
        for wrong in calls:
            await refused(client, "ask_leg_day", wrong, ONE_QUESTION)
        long: dict[str, object] = {"question": "a" * 1_001}
        await refused(client, "ask_leg_day", long, "a question has at most 1000 characters")
        assert (await asked(client, "should i jog or sprint"))["known"]

    driven(stdio, test, mode)


def test_nothing_is_remembered_from_one_question_to_the_next(stdio):
    async def test(client: Client) -> None:
        before = await asked(client, "does running count as leg day")
        await asked(client, "my goal is cardio")
        assert await asked(client, "does running count as leg day") == before

    driven(stdio, test)


def post(port: int, body: bytes, path: str = "/mcp", method: str = "POST", **headers: str) -> int:
    """The HTTP status of these bytes, sent as JSON."""
    usual = {"Content-Type": "application/json", "Accept": "application/json, text/event-stream"}
    url = f"http://127.0.0.1:{port}{path}"
    try:
        request = urllib.request.Request(url, body, usual | headers, method=method)
        with urllib.request.urlopen(request, timeout=10) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        error.close()
        return error.code


HELLO = json.dumps(
    {
        "jsonrpc": "2.0",
        "id": 1,
        "method": "initialize",
        "params": {
            "protocolVersion": "2025-03-26",
            "capabilities": {},
            "clientInfo": {"name": "test", "version": "1"},
        },
    }
).encode()


def wrongly_asked(port: int) -> None:
    """What neither transport lets through, and that the next is answered."""
    assert post(port, HELLO) == 200
    assert post(port, HELLO, Origin="https://evil.example.com") == 403
    assert post(port, b"{my secret") == 400
    assert post(port, b"[" * 10_000) == 400
    assert post(port, b" " * 70_000) == 413
    assert post(port, HELLO, method="GET") == 405
    assert post(port, HELLO) == 200


def test_http_refuses_what_is_malformed_oversized_or_not_for_it(serving):
    with serving("mcp", "--http", "--port", "0", "--name", "leg-day.example.com") as running:
        wrongly_asked(running.port)
        assert post(running.port, HELLO, Host="leg-day.example.com") == 200
        assert post(running.port, HELLO, Host="evil.example.com") == 421
        assert post(running.port, HELLO, path="/") == 404
        status, out, err = running.stopped(signal.SIGINT)
    assert (status, err) == (0, "")
    assert "secret" not in out


def test_the_log_has_a_line_for_each_question_and_nothing_of_what_was_asked(serving):
    async def test(client: Client) -> None:
        await asked(client, "should i jog or sprint")
        await client.call_tool("ask_leg_day", {"question": 7})

    with serving("mcp", "--http", "--port", "0") as running:
        driven(f"http://127.0.0.1:{running.port}/mcp", test)
        _, out, _ = running.stopped()
    lines = [json.loads(line) for line in out.splitlines()]
    assert [line["message"] for line in lines] == ["answered", "refused"]
    assert lines[0]["ms"] > 0
    assert "sprint" not in out


@pytest.fixture
def endpoint(serving, monkeypatch) -> Iterator[int]:
    """The port of `leg-day serve --mcp`."""
    monkeypatch.setenv("LEG_DAY_SKILL_ID", "amzn1.ask.skill.3c8c1a0e-0000-4000-8000-000000000000")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with serving("serve", "--mcp", "--port", str(port)) as running:
        await_answers(port)
        yield port
        assert running.stopped()[0] == 0


def await_answers(port: int) -> None:
    for _ in range(300):
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
            return
        time.sleep(0.1)
    raise AssertionError("nobody listens")


@pytest.mark.parametrize("mode", MODES)
def test_beside_the_endpoint_it_is_the_same(endpoint, mode):
    driven(f"http://127.0.0.1:{endpoint}/mcp", conversed, mode)


def test_beside_the_endpoint_nothing_wrong_is_let_through_and_alexa_still_has_to_sign(endpoint):
    wrongly_asked(endpoint)
    assert post(endpoint, HELLO, Host="leg-day.example.com") == 200
    assert post(endpoint, HELLO, path="/") == 400


@pytest.mark.parametrize("command", ["serve --mcp", "mcp --http"])
def test_with_a_token_only_who_has_it_is_answered(serving, monkeypatch, command):
    monkeypatch.setenv("LEG_DAY_SKILL_ID", "amzn1.ask.skill.3c8c1a0e-0000-4000-8000-000000000000")
    monkeypatch.setenv("LEG_DAY_MCP_TOKEN", "squats-and-lunges")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with serving(*command.split(), "--port", str(port)):
        await_answers(port)
        assert post(port, HELLO, Authorization="Bearer squats-and-lunges") == 200
        assert post(port, HELLO, Authorization="bearer squats-and-lunges") == 200
        assert post(port, HELLO) == 401
        assert post(port, HELLO, Authorization="Bearer squats") == 401
        assert post(port, HELLO, Authorization="Basic squats-and-lunges") == 401


def test_other_machines_are_let_in_with_a_token_only(leg_day):
    finished = leg_day("serve", "--mcp", "--host", "0.0.0.0")
    assert (finished.exit_code, finished.stdout) == (2, "")
    assert finished.stderr == (
        "leg-day: 0.0.0.0 lets other machines in: set LEG_DAY_MCP_TOKEN to what assistants have to "
        "send as their bearer token, or leave out --mcp\n"
    )


def test_a_port_that_is_taken_is_one_clear_line(leg_day):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        finished = leg_day("mcp", "--http", "--port", str(port))
    assert (finished.exit_code, finished.stdout) == (2, "")
    assert finished.stderr == (
        f"leg-day: cannot listen on 127.0.0.1 port {port}: Address already in use\n"
    )


def test_an_assistant_that_goes_away_or_sends_rubbish_leaves_no_traceback(for_real):
    finished = for_real("{leg_day} mcp", b"not json\n[]\n\xff\n", PYTHONWARNINGS="")
    assert finished.returncode == 0
    assert b"Traceback" not in finished.stderr
    assert b"not json" not in finished.stderr
