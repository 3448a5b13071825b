"""The MCP server, driven by the official client over standard input and over HTTP."""

import asyncio
import json
import signal
import socket
import urllib.error
import urllib.request

import pytest
from mcp.client.client import Client
from mcp.client.stdio import StdioServerParameters

from tests.cli.conftest import LEG_DAY, environment, for_real, leg_day, store

__all__ = ["environment", "for_real", "leg_day", "store"]

MODES = ["2026-07-28", "legacy", "auto"]  # "legacy": the initialize handshake


@pytest.fixture
def stdio(environment: dict[str, str]) -> StdioServerParameters:
    usual = environment | {"PYTHONWARNINGS": ""}
    return StdioServerParameters(command=str(LEG_DAY), args=["mcp"], env=usual)


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
    assert reason in str(result.content[0])


@pytest.mark.parametrize("mode", MODES)
def test_an_assistant_that_starts_the_command_asks_it(stdio, mode):
    async def main() -> None:
        async with Client(stdio, mode=mode) as client:
            await conversed(client)

    asyncio.run(main())


@pytest.mark.parametrize("mode", MODES)
def test_over_http_it_is_the_same(serving, mode):
    async def main(port: int) -> None:
        async with Client(f"http://127.0.0.1:{port}/mcp", mode=mode) as client:
            await conversed(client)

    with serving("mcp", "--http", "--port", "0") as running:
        asyncio.run(main(int(running.first.split("/mcp")[0].rpartition(":")[2])))


def test_wrong_calls_are_told_so_and_the_next_is_answered(stdio):
    async def main() -> None:
        async with Client(stdio) as client:
            await refused(client, "make_coffee", {}, "Unknown tool")
            await refused(client, "ask_leg_day", {}, "Field required")
            await refused(client, "ask_leg_day", {"question": 7}, "valid string")
            await refused(client, "ask_leg_day", {"question": ""}, "at least 1 character")
            await refused(client, "ask_leg_day", {"question": "a" * 1_001}, "at most 1000")
            assert (await asked(client, "should i jog or sprint"))["known"]

    asyncio.run(main())


def test_nothing_is_remembered_from_one_question_to_the_next(stdio):
    async def main() -> None:
        async with Client(stdio) as client:
            before = await asked(client, "does running count as leg day")
            await asked(client, "my goal is cardio")
            assert await asked(client, "does running count as leg day") == before

    asyncio.run(main())


def post(port: int, body: bytes, **headers: str) -> int:
    """The HTTP status of these bytes, sent to /mcp as JSON."""
    usual = {"Content-Type": "application/json", "Accept": "application/json, text/event-stream"}
    url = f"http://127.0.0.1:{port}/mcp"
    try:
        request = urllib.request.Request(url, body, usual | headers)
        with urllib.request.urlopen(request, timeout=10) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        error.close()
        return error.code


def test_http_refuses_what_is_malformed_oversized_or_not_for_it(serving):
    hello = json.dumps(
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
    with serving("mcp", "--http", "--port", "0", "--name", "leg-day.example.com") as running:
        port = int(running.first.split("/mcp")[0].rpartition(":")[2])
        assert post(port, hello) == 200
        assert post(port, hello, Host="leg-day.example.com") == 200
        assert post(port, hello, Host="evil.example.com") == 421
        assert post(port, hello, Origin="https://evil.example.com") == 403
        assert post(port, b"{my secret") == 400
        assert post(port, b"[" * 10_000) == 400
        assert post(port, b" " * 70_000) == 413
        assert post(port, hello) == 200
        status, out, err = running.stopped(signal.SIGINT)
    assert (status, err) == (0, "")
    assert "secret" not in out


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
