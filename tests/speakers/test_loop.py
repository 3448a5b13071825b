"""A conversation by ear, from sound alone: the stream that a microphone would give."""

import json
from collections.abc import Callable, Iterator

import numpy as np
import pytest

from skill.speakers.listen.audio import RATE, Samples, from_pcm, read_wav, to_pcm
from skill.speakers.listen.endpointing import Endpointer, chunks
from skill.speakers.listen.loop import Speaker
from skill.speakers.listen.mouth import mouth
from skill.speakers.listen.spoken import SpokenConversation, SpokenTurn
from skill.speakers.listen.wakeword import WakeWord

pytestmark = pytest.mark.voice


Scene = Callable[..., bytes]


@pytest.fixture
def scene(spoken) -> Scene:
    """Samples of a scene: lines that are said, and seconds of silence (a faint hiss) between."""

    def play(*parts: str | float, voice: str = "rms") -> bytes:
        sounds = [
            read_wav(spoken(part, voice)) if isinstance(part, str) else _hiss(part)
            for part in parts
        ]
        return to_pcm(np.concatenate(sounds))

    return play


def _hiss(seconds: float) -> Samples:
    random = np.random.default_rng(1)
    return (0.001 * random.standard_normal(int(seconds * RATE))).astype(np.float32)


class Recorded:
    """A sound being played, that lasts as many chunks as its sound would."""

    def __init__(self, sound: Samples) -> None:
        self.left = len(sound) / 512
        self.stopped = False

    def done(self) -> bool:
        self.left -= 1
        return self.stopped or self.left < 0

    def stop(self) -> None:
        self.stopped = True


class Pressed:
    """The key, pressed at these seconds of the stream that it hands on."""

    invitation = ""

    def __init__(self, sound: bytes, *at: float) -> None:
        self.sound, self.now = sound, -1
        self.at = [int(seconds * RATE / 512) for seconds in at]

    def stream(self) -> Iterator[bytes]:
        for chunk in chunks(iter([self.sound])):
            self.now += 1
            yield chunk

    def fired(self, chunk: bytes) -> bool:
        return self.now in self.at

    interrupts = fired


def test_a_conversation_needs_no_key_while_it_is_open(for_real, scene, tmp_path):
    path = tmp_path / "scene.raw"
    path.write_bytes(
        scene(0.5, "should i jog or sprint", 2.0, "my goal is bigger legs", 2.0, "why", 9.0)
    )
    finished = for_real('{leg_day} listen --stdin --tts none < "$FILE"', FILE=str(path))
    assert finished.returncode == 0
    assert finished.stderr.decode().splitlines() == [
        "heard: should i jog or sprint",
        "heard: my goal is bigger legs",
        "heard: why",
    ]
    first, second, third, reprompt = finished.stdout.decode().splitlines()
    assert first.startswith("It depends on your goal.")
    assert "sprint" in second.lower()
    assert third not in (first, second)
    assert reprompt.endswith("?")


def test_eight_silent_seconds_bring_the_reprompt_and_eight_more_the_end(for_real, scene, tmp_path):
    path = tmp_path / "scene.raw"
    path.write_bytes(scene("should i jog or sprint", 17.0, "should i jog or sprint", 1.0))
    finished = for_real('{leg_day} listen --stdin --json --tts none < "$FILE"', FILE=str(path))
    first, reprompted, again = map(json.loads, finished.stdout.splitlines())
    assert reprompted == {"reprompted": first["reprompt"]}
    assert first["request"]["session"]["new"] is True
    assert again["request"]["session"]["new"] is True
    assert first["milliseconds"]["endpointing"] == 500


def test_the_last_question_is_answered_though_the_stream_ends_in_it(for_real, scene, tmp_path):
    path = tmp_path / "scene.raw"
    path.write_bytes(scene("should i jog or sprint"))
    finished = for_real('{leg_day} listen --stdin --tts none < "$FILE"', FILE=str(path))
    assert finished.stdout.startswith(b"It depends on your goal.")


@pytest.mark.parametrize("noise", [0.0, 0.003])
def test_utterances_are_found_whole_and_apart(scene, noise):
    said = ("does running count as leg day", "tell me about squats and lunges please")
    sound = from_pcm(scene(1.0, said[0], 1.5, said[1], 1.0))
    random = np.random.default_rng(2)
    sound = sound + noise * random.standard_normal(len(sound)).astype(np.float32)
    endpointer, found = Endpointer(), []
    for chunk in chunks(iter([to_pcm(sound)])):
        if (utterance := endpointer.feed(chunk)) is not None:
            found.append(len(utterance) / RATE)
    lengths = [len(from_pcm(scene(one))) / RATE for one in said]
    assert len(found) == 2
    assert all(
        length <= heard <= length + 1.3 for heard, length in zip(found, lengths, strict=True)
    )


def test_an_utterance_ends_though_others_go_on_talking(spoken):
    lines = ("is running good for my heart", "why can't running replace leg day", "what about abs")
    said = np.pad(read_wav(spoken("should i jog or sprint", "rms")), (RATE, 3 * RATE))
    others = sum(
        np.roll(np.resize(read_wav(spoken(line, voice)), len(said)), shift * RATE // 3)
        for shift, (line, voice) in enumerate((a, b) for a in lines for b in ("slt", "awb"))
    )
    endpointer, found = Endpointer(), []
    for chunk in chunks(iter([to_pcm((0.8 * said + 0.06 * others).astype(np.float32))])):
        if (utterance := endpointer.feed(chunk)) is not None:
            found.append(len(utterance) / RATE)
    spoken_for = len(said) / RATE - 4
    assert spoken_for - 0.3 < max(found) < spoken_for + 1.3


def test_somebody_who_never_stops_is_answered_after_eight_seconds(scene):
    sound = scene(*["does running really count as leg day for me and for you"] * 5)
    endpointer, found = Endpointer(), []
    for chunk in chunks(iter([sound])):
        if (utterance := endpointer.feed(chunk)) is not None:
            found.append(len(utterance) / RATE)
    assert found
    assert max(found) <= 8.6


def _speaker(talk, ear, key: Pressed, headphones: bool = False):
    shown: list[SpokenTurn | str] = []
    played: list[Recorded] = []

    def play(sound: Samples) -> Recorded:
        played.append(Recorded(sound))
        return played[-1]

    speaker = Speaker(
        SpokenConversation(talk(), ear),
        key.stream(),
        key,
        mouth("flite"),
        play,
        shown.append,
        headphones,
    )
    speaker.run()
    heard = [one.report()["utterance"] if isinstance(one, SpokenTurn) else one for one in shown]
    return heard, played


def test_nothing_is_heard_before_the_key(talk, ear, scene):
    sound = scene("should i jog or sprint", 1.0, "does running count as leg day", 1.0)
    late = len(scene("should i jog or sprint", 0.5)) / 2 / RATE
    assert _speaker(talk, ear, Pressed(sound, late))[0] == ["does running count as leg day"]
    assert _speaker(talk, ear, Pressed(sound))[0] == []


def test_the_key_stops_what_is_being_said_and_listens(talk, ear, scene):
    before = scene(0.5, "should i jog or sprint", 2.0)
    sound = before + scene(0.5, "is running good for my heart", 1.0)
    heard, played = _speaker(talk, ear, Pressed(sound, 0.1, len(before) / 2 / RATE))
    assert heard == ["should i jog or sprint", "is running good for my heart"]
    assert [one.stopped for one in played][:3] == [False, True, False]  # earcon, answer, earcon


def test_with_headphones_speech_interrupts_and_its_first_word_is_heard(talk, ear, scene):
    sound = scene(0.5, "should i jog or sprint", 2.5, "is running good for my heart", 1.0)
    heard, played = _speaker(talk, ear, Pressed(sound, 0.1), headphones=True)
    assert heard == ["should i jog or sprint", "is running good for my heart"]
    assert played[1].stopped


def test_a_wake_word_is_heard_and_other_speech_is_not(scene):
    word = WakeWord("hey_jarvis")
    asleep = scene("does running really count as leg day", 1.0, "should i skip leg day then")
    assert True not in [word.fired(chunk) for chunk in chunks(iter([asleep]))]
    called = scene(1.0, "hey jarvis", 1.0)
    assert True in [word.fired(chunk) for chunk in chunks(iter([called]))]
