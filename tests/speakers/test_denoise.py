"""Noise is turned down, speech is kept."""

import numpy as np
import pytest

from skill.speakers.listen.audio import RATE, read_wav
from skill.speakers.listen.denoise import wiener


def _energy(sound) -> float:
    return float(np.mean(sound**2))


@pytest.fixture
def speech(spoken):
    return np.pad(read_wav(spoken("should i jog or sprint", "rms")), RATE // 2)


def test_steady_noise_is_cut_off_around_speech_and_turned_down_under_it(speech):
    random = np.random.default_rng(4)
    noise = 0.01 * random.standard_normal(len(speech)).astype(np.float32)
    clear = wiener(speech + noise)
    assert len(clear) < len(speech) - RATE // 2
    at = int(np.correlate(speech, clear, "valid").argmax())
    assert _energy(clear - speech[at : at + len(clear)]) < 0.5 * _energy(noise)


def test_other_peoples_talk_is_cut_off_around_speech_and_left_under_it(speech, spoken):
    others = [
        np.roll(np.resize(read_wav(spoken(text, voice)), len(speech)), -RATE // 2)
        for text in ("is running good for my heart", "why can't running replace leg day")
        for voice in ("slt", "awb", "rms")
    ]
    noisy = (speech + 0.03 * sum(others)).astype(np.float32)
    heard = wiener(noisy)
    loud = np.flatnonzero(np.abs(speech) > 0.1)
    spoken_for = loud[-1] - loud[0]
    assert spoken_for <= len(heard) < spoken_for + RATE // 2
    assert len(heard) < len(noisy) - RATE // 2


@pytest.mark.parametrize("text", ["yes", "no", "and ten miles", "i want bigger legs"])
def test_speech_that_begins_at_once_is_left_whole(text, spoken):
    sound = read_wav(spoken(text, "rms"))
    begins = np.flatnonzero(np.abs(sound) > 0.05)[0]
    assert len(wiener(sound)) == len(sound)
    assert len(wiener(sound[begins:])) == len(sound) - begins


def test_where_it_is_quiet_nothing_changes(speech):
    assert _energy(wiener(speech) - speech) < 0.001 * _energy(speech)


@pytest.mark.parametrize("length", [0, 1, 511, 3_000])
def test_any_length_comes_out_as_long(length):
    assert len(wiener(np.ones(length, np.float32))) == length
    assert np.isfinite(wiener(np.zeros(length, np.float32))).all()


@pytest.mark.voice
def test_a_question_in_noise_is_heard(ear, speech):
    random = np.random.default_rng(5)
    noise = 0.02 * random.standard_normal(len(speech)).astype(np.float32)
    assert ear.hear(wiener(speech + noise)).readings[0].text == "should i jog or sprint"
