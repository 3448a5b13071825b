"""The Wyoming server, driven by Wyoming's own client the way Home Assistant drives it."""

import asyncio
import json
import signal
import socket
import wave
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from threading import Thread
from typing import Any

import pytest
from wyoming.asr import Transcribe, Transcript
from wyoming.audio import AudioChunk, AudioStart, AudioStop
from wyoming.client import AsyncTcpClient
from wyoming.event import Event
from wyoming.info import Describe, Info
from wyoming.ping import Ping

from skill.hosting.network import listening, networks
from skill.speakers.wyoming import server
from skill.speakers.wyoming.agent import Agent, program
from skill.speakers.wyoming.ear import Ear, ear_program
from skill.speakers.wyoming.server import Server

ROOT = Path(__file__).parents[2]
QUESTION = "does running count as leg day"


@contextmanager
def served(door, **settings) -> Iterator[int]:
    """A server of one's own, on a thread; gives its port."""
    listener, stop = listening("127.0.0.1", 0), asyncio.Event()
    with asyncio.Runner() as runner:
        loop = runner.get_loop()
        serving = Server(Agent(door), **settings).run(listener, stop)
        thread = Thread(target=runner.run, args=(serving,))
        thread.start()
        try:
            yield listener.getsockname()[1]
        finally:
            loop.call_soon_threadsafe(stop.set)
            thread.join()


@pytest.fixture
def port(door) -> Iterator[int]:
    with served(door) as port:
        yield port


def exchanged(port: int, *events: Event) -> list[Event]:
    """What comes back for each of these events, on one connection."""

    async def main() -> list[Event]:
        answers = []
        async with AsyncTcpClient("127.0.0.1", port) as client:
            for event in events:
                await client.write_event(event)
                answers.append(await asyncio.wait_for(client.read_event(), 120))  # it may learn
        return answers

    return asyncio.run(main())


def asked(port: int, text: Any, language: Any = "en", **context: object) -> Event:
    """One sentence as Home Assistant sends it: a new connection, a transcript, what comes back."""
    (answer,) = exchanged(port, Transcript(text, context, language).event())
    return answer


def sent(port: int, raw: bytes) -> Event | None:
    """The answer to these bytes, None for none, and then the end of the connection."""
    with socket.create_connection(("127.0.0.1", port)) as client:
        client.sendall(raw)
        answer = rest(client)
    if not answer:
        return None
    head, data = map(json.loads, answer.replace(b"}{", b"}\n{").splitlines())
    return Event(head["type"], data)


def rest(client: socket.socket) -> bytes:
    """What is read until the other side closes or cuts the connection."""
    found = b""
    with suppress(ConnectionResetError):
        while piece := client.recv(1_024):
            found += piece
    return found


def test_it_describes_itself_as_a_conversation_agent(port):
    (event,) = exchanged(port, Describe().event())
    (program,) = Info.from_event(event).handle
    assert (program.name, program.installed) == ("Leg Day", True)
    assert not program.supports_home_control
    (model,) = program.models
    assert model.installed
    assert model.languages == ["en", "en-AU", "en-CA", "en-GB", "en-IN", "en-US"]


def test_a_conversation_id_is_a_session(port):
    first = asked(port, QUESTION, conversation_id="a")
    why = asked(port, "why", conversation_id="a")
    again = asked(port, "repeat that", conversation_id="a")
    stranger = asked(port, "repeat that", conversation_id="b")
    assert {event.type for event in (first, why, again, stranger)} == {"handled"}
    assert first.data["text"].startswith("Partly.")
    assert "resistance" in why.data["text"]
    assert "resistance" in again.data["text"]
    assert "resistance" not in stranger.data["text"]


def test_the_name_of_the_skill_may_be_said_too(port):
    assert asked(port, f"ask leg day {QUESTION}").data["text"].startswith("Partly.")


@pytest.mark.parametrize("text", ["what is the capital of france", "", "🏃"])
def test_what_is_declined_is_handled_too(port, text):
    """Home Assistant speaks anything else as an error."""
    answer = asked(port, text)
    assert answer.type == "handled"
    assert answer.data["text"]


def test_a_device_is_a_user_whose_goal_is_remembered(port):
    told = asked(port, "my goal is cardio", conversation_id="a", device_id="kitchen")
    assert told.type == "handled"
    same = asked(port, QUESTION, conversation_id="b", device_id="kitchen")
    other = asked(port, QUESTION, conversation_id="c", device_id="bedroom")
    assert "cardio" in same.data["text"]
    assert other.data["text"].startswith("Partly.")


@pytest.mark.parametrize("language", ["en", "en-GB", "en_au", "EN-US", "en-NZ", None, ""])
def test_any_english_is_answered(port, language):
    assert asked(port, QUESTION, language).data["text"].startswith("Partly.")


def test_another_language_is_refused_in_a_line_that_says_which_is_spoken(port):
    answer = asked(port, "zählt laufen als beintraining", "de")
    assert (answer.type, answer.data) == ("not-handled", {"text": "Leg Day speaks English only."})


def says(agent: Agent, text: str, conversation: str = "a") -> str:
    asked = {"text": text, "context": {"conversation_id": conversation}}
    return str(agent.answer(asked, "").data["text"])


def test_a_conversation_is_over_after_five_minutes(door):
    now = [0.0]
    agent = Agent(door, lambda: now[0])
    assert says(agent, QUESTION).startswith("Partly.")
    now[0] = 299
    assert says(agent, "repeat that").startswith("Partly.")
    now[0] = 299 + 301
    assert not says(agent, "repeat that").startswith("Partly.")


def test_half_a_character_is_answered(door):
    assert says(Agent(door), "jog or sprint \ud800")


def test_the_oldest_of_many_conversations_makes_room(door, monkeypatch):
    monkeypatch.setattr("skill.speakers.wyoming.agent.SESSIONS", 2)
    agent = Agent(door)
    says(agent, QUESTION, "a")
    says(agent, QUESTION, "b")
    assert says(agent, "repeat that", "b").startswith("Partly.")
    says(agent, QUESTION, "c")
    assert says(agent, "repeat that", "b").startswith("Partly.")
    assert not says(agent, "repeat that", "a").startswith("Partly.")


def test_a_client_may_stay_and_ask_again(port):
    pong, answer, why = exchanged(
        port, Ping("hello").event(), Transcript(QUESTION).event(), Transcript("why").event()
    )
    assert pong.data == {"text": "hello"}
    assert answer.data["text"].startswith("Partly.")
    assert "resistance" in why.data["text"]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        ({}, "a transcript has no text"),
        ({"text": 7}, "a transcript has no text"),
        ({"text": "why", "context": "a"}, "a transcript has no text"),
        ({"text": "a" * 1_001}, "a question is over 1000 characters"),
    ],
)
def test_a_transcript_that_is_none_is_an_error_and_the_next_is_answered(port, data, reason):
    error, answer = exchanged(port, Event("transcript", data), Transcript(QUESTION).event())
    assert (error.type, error.data) == ("error", {"text": reason})
    assert answer.type == "handled"


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"GET / HTTP/1.1\r\n", "an event is not JSON"),
        (b"\xff\xfe\n", "an event is not JSON"),
        (b"[" * 60_000 + b"\n", "an event is not JSON"),
        (b"[]\n", "an event is no object"),
        (b"{}\n", "an event has no type"),
        (b'{"type": 7}\n', "an event has no type"),
        (b'{"type": "ping", "data": [1]}\n', "the data of an event is no object"),
        (b'{"type": "ping", "data_length": 2}\n[]', "an event is no object"),
        (b"x" * 70_000, "the line of an event is over 65536 bytes"),
        (
            b'{"type": "audio-chunk", "payload_length": 10000000000}\n' + b"x" * 99_999,
            "payload_length is not a number from 0 to 262144",
        ),
        (b'{"type": "ping", "data_length": -1}\n', "data_length is not a number from 0 to 65536"),
        (b'{"type": "ping", "data_length": "1"}\n', "data_length is not a number from 0 to 65536"),
    ],
    ids=range(12),
)
def test_what_is_no_event_is_told_so_and_let_go(port, raw, reason):
    error = sent(port, raw)
    assert error
    assert (error.type, error.data) == ("error", {"text": reason})
    assert asked(port, QUESTION).type == "handled"


@pytest.mark.parametrize("raw", [b"", b'{"type"', b'{"type": "ping", "data_length": 9}\n{'])
def test_who_is_silent_or_stops_in_the_middle_is_let_go(door, raw):
    with served(door, seconds=0.2) as port:
        assert sent(port, raw) is None


def test_slow_clients_hold_nobody(port, monkeypatch):
    monkeypatch.setattr(server, "CONNECTIONS", 8)
    with ExitStack() as stack:
        slow = [
            stack.enter_context(socket.create_connection(("127.0.0.1", port), 5)) for _ in range(20)
        ]
        for client in slow:
            client.sendall(b'{"type": "transcript"')
        assert asked(port, QUESTION).type == "handled"
        assert [rest(client) for client in slow[:12]] == [b""] * 12  # the quietest made room


def test_who_never_reads_is_let_go_and_holds_nobody(door):
    with (
        served(door, seconds=2) as port,
        socket.create_connection(("127.0.0.1", port), 20) as deaf,
    ):
        describe = b'{"type": "describe"}\n' * 50_000
        deaf.settimeout(0.1)
        with suppress(TimeoutError):
            deaf.sendall(describe)
        assert asked(port, QUESTION).type == "handled"
        deaf.settimeout(20)
        with pytest.raises(ConnectionError):
            deaf.sendall(describe * 5)


def test_many_at_once_are_answered_each_in_their_own_conversation(port):
    both = [(QUESTION, "Partly."), ("should i jog or sprint", "It depends")] * 20
    with ThreadPoolExecutor(40) as pool:
        answers = pool.map(lambda each: asked(port, each[0]), both)
    for (_, expected), answer in zip(both, answers, strict=True):
        assert answer.data["text"].startswith(expected)


def test_a_fault_of_the_skill_is_an_error_and_the_server_goes_on(door, caplog):
    def broken(body: bytes):
        if b"JogOrSprintIntent" in body:
            raise RuntimeError("secret words")
        return door(body)

    with served(broken) as port:
        error = asked(port, "should i jog or sprint")
        assert error.type == "error"
        assert error.data == {"text": "Leg Day failed to answer; its log says why."}
        assert asked(port, QUESTION).type == "handled"
    assert [record.message for record in caplog.records] == ["the skill failed to answer"]


def test_only_this_machine_and_named_clients_are_let_in(door, monkeypatch):
    """Every other address of loopback is as good as another machine, once it is not trusted."""
    monkeypatch.setattr("skill.hosting.network._LOOPBACK", ())
    with served(door, clients=networks(["192.168.1.0/24"])) as port:
        assert sent(port, b'{"type": "describe"}\n') is None
    with served(door, clients=networks(["192.168.1.0/24", "127.0.0.1"])) as port:
        assert asked(port, QUESTION).type == "handled"


def listened_to(port: int, chunks: list[Event]) -> Event:
    """What is heard in these pieces of sound."""

    async def main() -> Event | None:
        async with AsyncTcpClient("127.0.0.1", port) as client:
            begin = Transcribe(language="en").event(), AudioStart(16_000, 2, 1).event()
            for event in (*begin, *chunks, AudioStop().event()):
                await client.write_event(event)
            return await client.read_event()

    heard = asyncio.run(main())
    assert heard
    return heard


@pytest.mark.voice
def test_with_an_ear_it_hears_a_question_and_refuses_other_sound(door, spoken):
    with wave.open(str(spoken(QUESTION))) as clip:
        rate, pcm = clip.getframerate(), clip.readframes(clip.getnframes())
    assert rate == 16_000

    chunks = [pcm[begin : begin + 2_048] for begin in range(0, len(pcm), 2_048)]
    with served(door, ear=Ear()) as port:
        (described,) = exchanged(port, Describe().event())
        (program,) = Info.from_event(described).asr
        assert program.models[0].languages[0] == "en"
        assert exchanged(port, AudioStart(8_000, 2, 1).event())[0].type == "error"
        heard = listened_to(port, [AudioChunk(16_000, 2, 1, chunk).event() for chunk in chunks])
        assert heard.type == "transcript"
        assert asked(port, heard.data["text"]).data["text"].startswith("Partly.")


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_the_command_serves_and_stops_without_a_word_too_many(serving, how):
    with serving("wyoming", "--port", "0") as running:
        assert running.first == (
            f"Leg Day speaks Wyoming on tcp://127.0.0.1:{running.port}. Ctrl-C ends it.\n"
        )
        answer = asked(running.port, "should i jog or sprint")
        sent(running.port, b"my secret\n")
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
