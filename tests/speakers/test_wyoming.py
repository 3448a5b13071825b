"""The Wyoming server, driven by Wyoming's own client the way Home Assistant drives it."""

import asyncio
import json
import signal
import wave
from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from wyoming.asr import Transcribe, Transcript
from wyoming.audio import AudioChunk, AudioStart, AudioStop
from wyoming.client import AsyncTcpClient
from wyoming.event import Event
from wyoming.info import Describe, Info
from wyoming.ping import Ping

from skill.hosting.network import listening, networks
from skill.persistence import open_store
from skill.simulator.conversation import front_door
from skill.speakers.wyoming import server
from skill.speakers.wyoming.agent import Agent, program
from skill.speakers.wyoming.ear import Ear, ear_program
from skill.speakers.wyoming.server import Server

ROOT = Path(__file__).parents[2]
QUESTION = "does running count as leg day"


def drive(test: Callable[[int], Awaitable[None]], door, **settings) -> None:
    """Run a test against a server of its own; `test` gets the port."""

    async def main() -> None:
        listener, stop = listening("127.0.0.1", 0), asyncio.Event()
        running = asyncio.create_task(Server(Agent(door), **settings).run(listener, stop))
        try:
            await asyncio.wait_for(test(listener.getsockname()[1]), 120)  # it may learn first
        finally:
            stop.set()
            await running

    asyncio.run(main())


async def asked(port: int, text: Any, language: Any = "en", **context: object) -> Event:
    """One sentence as Home Assistant sends it: a new connection, a transcript, what comes back."""
    async with AsyncTcpClient("127.0.0.1", port) as client:
        await client.write_event(Transcript(text, context, language).event())
        answer = await client.read_event()
        assert answer
        return answer


async def sent(port: int, raw: bytes) -> Event | None:
    """The answer to these bytes, None for none, and then the end of the connection."""
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(raw)
    answer = await rest(reader)
    writer.close()
    if not answer:
        return None
    head, data = map(json.loads, answer.replace(b"}{", b"}\n{").splitlines())
    return Event(head["type"], data)


async def rest(reader: asyncio.StreamReader) -> bytes:
    """What is read until the other side closes or cuts the connection."""
    found = b""
    with suppress(ConnectionResetError):
        while piece := await reader.read(1_024):
            found += piece
    return found


def test_it_describes_itself_as_a_conversation_agent(door):
    async def test(port: int) -> None:
        async with AsyncTcpClient("127.0.0.1", port) as client:
            await client.write_event(Describe().event())
            event = await client.read_event()
        assert event
        (program,) = Info.from_event(event).handle
        assert (program.name, program.installed) == ("Leg Day", True)
        assert not program.supports_home_control
        (model,) = program.models
        assert model.installed
        assert model.languages == ["en", "en-AU", "en-CA", "en-GB", "en-IN", "en-US"]

    drive(test, door)


def test_a_conversation_id_is_a_session(door):
    async def test(port: int) -> None:
        first = await asked(port, QUESTION, conversation_id="a")
        why = await asked(port, "why", conversation_id="a")
        again = await asked(port, "repeat that", conversation_id="a")
        stranger = await asked(port, "repeat that", conversation_id="b")
        assert {event.type for event in (first, why, again, stranger)} == {"handled"}
        assert first.data["text"].startswith("Partly.")
        assert "resistance" in why.data["text"]
        assert "resistance" in again.data["text"]
        assert "resistance" not in stranger.data["text"]

    drive(test, door)


def test_the_name_of_the_skill_may_be_said_too(door):
    async def test(port: int) -> None:
        answer = await asked(port, f"ask leg day {QUESTION}")
        assert answer.data["text"].startswith("Partly.")

    drive(test, door)


def test_what_is_declined_is_handled_too(door):
    """Home Assistant speaks anything else as an error."""

    async def test(port: int) -> None:
        for text in ("what is the capital of france", "", "🏃"):
            answer = await asked(port, text)
            assert answer.type == "handled"
            assert answer.data["text"]

    drive(test, door)


def test_a_device_is_a_user_whose_goal_is_remembered(door):
    async def test(port: int) -> None:
        told = await asked(port, "my goal is cardio", conversation_id="a", device_id="kitchen")
        assert told.type == "handled"
        same = await asked(port, QUESTION, conversation_id="b", device_id="kitchen")
        other = await asked(port, QUESTION, conversation_id="c", device_id="bedroom")
        assert "cardio" in same.data["text"]
        assert other.data["text"].startswith("Partly.")

    drive(test, door)


@pytest.mark.parametrize("language", ["en", "en-GB", "en_au", "EN-US", "en-NZ", None, ""])
def test_any_english_is_answered(door, language):
    async def test(port: int) -> None:
        assert (await asked(port, QUESTION, language)).data["text"].startswith("Partly.")

    drive(test, door)


def test_another_language_is_refused_in_a_line_that_says_which_is_spoken(door):
    async def test(port: int) -> None:
        answer = await asked(port, "zählt laufen als beintraining", "de")
        assert (answer.type, answer.data) == (
            "not-handled",
            {"text": "Leg Day speaks English only."},
        )

    drive(test, door)


def test_a_conversation_is_over_after_five_minutes():
    now = [0.0]
    agent = Agent(front_door(open_store("memory:")), lambda: now[0])

    def says(text: str) -> str:
        return agent.answer({"text": text, "context": {"conversation_id": "a"}}, "").data["text"]

    assert says(QUESTION).startswith("Partly.")
    now[0] = 299
    assert says("repeat that").startswith("Partly.")
    now[0] = 299 + 301
    assert not says("repeat that").startswith("Partly.")


def test_half_a_character_is_answered(door):
    answer = Agent(door).answer({"text": "jog or sprint \ud800"}, "a")
    assert answer.type == "handled"


def test_the_oldest_of_many_conversations_makes_room(door, monkeypatch):
    monkeypatch.setattr("skill.speakers.wyoming.agent.SESSIONS", 2)
    agent = Agent(door)

    def says(text: str, conversation: str) -> str:
        asked = {"text": text, "context": {"conversation_id": conversation}}
        return agent.answer(asked, "").data["text"]

    says(QUESTION, "a")
    says(QUESTION, "b")
    assert says("repeat that", "b").startswith("Partly.")
    says(QUESTION, "c")
    assert says("repeat that", "b").startswith("Partly.")
    assert not says("repeat that", "a").startswith("Partly.")


def test_a_client_may_stay_and_ask_again(door):
    async def test(port: int) -> None:
        async with AsyncTcpClient("127.0.0.1", port) as client:
            await client.write_event(Ping("hello").event())
            assert (await client.read_event()).data == {"text": "hello"}
            await client.write_event(Event("audio-stop"))  # not for an agent: dropped
            for text, expected in ((QUESTION, "Partly."), ("why", "resistance")):
                await client.write_event(Transcript(text).event())
                assert expected in (await client.read_event()).data["text"]

    drive(test, door)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ({}, "a transcript has no text"),
        ({"text": 7}, "a transcript has no text"),
        ({"text": "why", "context": "a"}, "a transcript has no text"),
        ({"text": "a" * 1_001}, "a question is over 1000 characters"),
    ],
)
def test_a_transcript_that_is_none_is_an_error_and_the_next_is_answered(door, data, reason):
    async def test(port: int) -> None:
        async with AsyncTcpClient("127.0.0.1", port) as client:
            await client.write_event(Event("transcript", data))
            error = await client.read_event()
            assert (error.type, error.data) == ("error", {"text": reason})
            await client.write_event(Transcript(QUESTION).event())
            assert (await client.read_event()).type == "handled"

    drive(test, door)


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"GET / HTTP/1.1\r\n", "an event is not JSON"),
        (b"\xff\xfe\n", "an event is not JSON"),
        (b"[" * 60_000 + b"\n", "an event is not JSON"),
        (b"[]\n", "an event is no object"),
        (b"{}\n", "an event has no type"),
        (b'{"type": 7}\n', "an event has no type"),
        (b'{"type": "ping", "data": []}\n', None),
        (b'{"type": "ping", "data": [1]}\n', "the data of an event is no object"),
        (b'{"type": "ping", "data_length": 2}\n[]', "an event is no object"),
        (b"x" * 70_000, "the line of an event is over 65536 bytes"),
        (
            b'{"type": "audio-chunk", "payload_length": 10000000000}\n' + b"x" * 99_999,
            "payload_length is not a number from 0 to 262144",
        ),
        (
            b'{"type": "ping", "data_length": -1}\n',
            "data_length is not a number from 0 to 65536",
        ),
        (
            b'{"type": "ping", "data_length": "1"}\n',
            "data_length is not a number from 0 to 65536",
        ),
    ],
    ids=range(13),
)
def test_what_is_no_event_is_told_so_and_let_go(door, raw, reason):
    async def test(port: int) -> None:
        if reason is None:  # an empty list for data is none
            raw_then_left = await asyncio.open_connection("127.0.0.1", port)
            raw_then_left[1].write(raw)
            assert json.loads(await raw_then_left[0].readline())["type"] == "pong"
            raw_then_left[1].close()
        else:
            error = await sent(port, raw)
            assert error
            assert (error.type, error.data) == ("error", {"text": reason})
        assert (await asked(port, QUESTION)).type == "handled"

    drive(test, door)


def test_who_is_silent_or_stops_in_the_middle_is_let_go(door):
    async def test(port: int) -> None:
        for raw in (b"", b'{"type"', b'{"type": "ping", "data_length": 9}\n{'):
            assert await sent(port, raw) is None

    drive(test, door, seconds=0.2)


def test_slow_clients_hold_nobody(door, monkeypatch):
    monkeypatch.setattr(server, "CONNECTIONS", 8)

    async def test(port: int) -> None:
        slow = [await asyncio.open_connection("127.0.0.1", port) for _ in range(20)]
        for _, writer in slow:
            writer.write(b'{"type": "transcript"')
        assert (await asked(port, QUESTION)).type == "handled"
        ended = [await asyncio.wait_for(rest(reader), 5) for reader, _ in slow[:12]]
        assert ended == [b""] * 12  # the quietest made room
        for _, writer in slow:
            writer.close()

    drive(test, door)


async def flooded(writer: asyncio.StreamWriter, data: bytes) -> bool:
    """Write until the other side has had enough; False where it never has."""
    with suppress(OSError):
        for _ in range(100):
            writer.write(data)
            await writer.drain()
        return False
    return True


def test_who_never_reads_is_let_go_and_holds_nobody(door):
    async def test(port: int) -> None:
        _, writer = await asyncio.open_connection("127.0.0.1", port, limit=1_024)
        describe = b'{"type": "describe"}\n' * 50_000
        writer.write(describe)
        assert (await asked(port, QUESTION)).type == "handled"
        assert await asyncio.wait_for(flooded(writer, describe), 20)
        writer.transport.abort()

    drive(test, door, seconds=0.5)


def test_many_at_once_are_answered_each_in_their_own_conversation(door):
    async def test(port: int) -> None:
        questions = {QUESTION: "Partly.", "should i jog or sprint": "It depends"}
        both = list(questions.items()) * 20
        answers = await asyncio.gather(*(asked(port, text) for text, _ in both))
        for (_, expected), answer in zip(both, answers, strict=True):
            assert answer.data["text"].startswith(expected)

    drive(test, door)


def test_a_fault_of_the_skill_is_an_error_and_the_server_goes_on(caplog):
    doors = [front_door(open_store("memory:"))]

    def broken(body: bytes):
        if b"JogOrSprintIntent" in body:
            raise RuntimeError("secret words")
        return doors[0](body)

    async def test(port: int) -> None:
        error = await asked(port, "should i jog or sprint")
        assert error.type == "error"
        assert error.data == {"text": "Leg Day failed to answer; its log says why."}
        assert (await asked(port, QUESTION)).type == "handled"

    drive(test, broken)
    assert [record.message for record in caplog.records] == ["the skill failed to answer"]


def test_only_this_machine_and_named_clients_are_let_in(door, monkeypatch):
    """Every other address of loopback is as good as another machine, once it is not trusted."""
    monkeypatch.setattr("skill.hosting.network._LOOPBACK", ())

    async def test(port: int) -> None:
        assert await sent(port, b'{"type": "describe"}\n') is None

    drive(test, door, clients=networks(["192.168.1.0/24"]))

    async def welcome(port: int) -> None:
        assert (await asked(port, QUESTION)).type == "handled"

    drive(welcome, door, clients=networks(["192.168.1.0/24", "127.0.0.1"]))


@pytest.mark.voice
def test_with_an_ear_it_hears_a_question_and_refuses_other_sound(door, spoken):
    with wave.open(str(spoken(QUESTION))) as clip:
        rate, pcm = clip.getframerate(), clip.readframes(clip.getnframes())
    assert rate == 16_000

    async def test(port: int) -> None:
        async with AsyncTcpClient("127.0.0.1", port) as client:
            await client.write_event(Describe().event())
            (program,) = Info.from_event(await client.read_event()).asr
            assert program.models[0].languages[0] == "en"
            await client.write_event(AudioStart(8_000, 2, 1).event())
            assert (await client.read_event()).type == "error"
            await client.write_event(Transcribe(language="en").event())
            await client.write_event(AudioStart(16_000, 2, 1).event())
            for begin in range(0, len(pcm), 2_048):
                await client.write_event(
                    AudioChunk(16_000, 2, 1, pcm[begin : begin + 2_048]).event()
                )
            await client.write_event(AudioStop().event())
            heard = await client.read_event()
        assert heard.type == "transcript"
        answer = await asked(port, heard.data["text"])
        assert answer.data["text"].startswith("Partly.")

    drive(test, door, ear=Ear())


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_the_command_serves_and_stops_without_a_word_too_many(serving, how):
    with serving("wyoming", "--port", "0") as running:
        assert running.first == (
            f"Leg Day speaks Wyoming on tcp://127.0.0.1:{running.port}. Ctrl-C ends it.\n"
        )
        answer = asyncio.run(asked(running.port, "should i jog or sprint"))
        asyncio.run(sent(running.port, b"my secret\n"))
        assert answer.data["text"].startswith("It depends on your goal.")
        status, out, err = running.stopped(how)
    assert (status, err) == (0, "")
    first, second = map(json.loads, out.splitlines())
    assert (first["message"], first["level"]) == ("handled", "info")
    assert first["ms"] > 0
    assert (second["message"], second["reason"]) == ("refused", "an event is not JSON")
    assert "sprint" not in out
    assert "secret" not in out


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (
            ["--host", "0.0.0.0"],
            "0.0.0.0 lets other machines in, and Wyoming knows no passwords: say which may "
            "connect, such as --client 192.168.1.20 or --client 192.168.1.0/24",
        ),
        (
            ["--client", "kitchen"],
            "no address and no network: 'kitchen' does not appear to be an IPv4 or IPv6 network",
        ),
        (
            ["--announce"],
            "nobody else reaches 127.0.0.1: --announce needs a --host that they do",
        ),
        (
            ["--host", "192.0.2.1", "--client", "192.0.2.2"],
            "cannot listen on 192.0.2.1 port 10700: Cannot assign requested address",
        ),
    ],
)
def test_settings_that_do_not_do_are_one_clear_line(leg_day, arguments, line):
    finished = leg_day("wyoming", *arguments)
    assert (finished.exit_code, finished.stdout) == (2, "")
    assert finished.stderr.startswith(f"leg-day: {line}")
    assert finished.stderr.count("\n") == 1


def test_one_entry_in_home_assistant_is_called_leg_day_with_an_ear_or_without():
    # It names the entry after the first service, and an entity after its own service.
    assert (ear_program().name, program().name) == ("Leg Day", "Leg Day")
    code = ROOT / "deploy/home-assistant/custom_components/leg_day/conversation.py"
    assert 'AGENT = "conversation.leg_day"' in code.read_text("utf-8")
