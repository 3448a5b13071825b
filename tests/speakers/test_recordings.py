"""`leg-day listen --wav`: recorded questions, read by synthetic voices, answered one for one."""

import json
import wave

import numpy as np
import pytest

from skill.speakers.listen.audio import RATE, read_wav

pytestmark = pytest.mark.voice


ASKED = [
    ("slt", "does running count as leg day", "verdict"),
    ("rms", "should i jog or sprint", "jog-or-sprint"),
    ("awb", "is running good for my heart", "cardio"),
    ("slt", "how many calories do you burn in three miles", "calories-per-mile"),
    ("rms", "will running give me a six pack", "abs"),
    ("awb", "why can't running replace leg day", "limits"),
    ("slt", "what is the biggest muscle group", "largest-muscle-group"),
    ("rms", "can i skip leg day if i run", "skip-or-keep"),
]


def test_questions_are_heard_understood_and_answered(leg_day, spoken):
    files = [str(spoken(text, voice)) for voice, text, _ in ASKED]
    finished = leg_day("listen", "--wav", "--json", *files)
    assert (finished.exit_code, finished.stderr) == (0, "")
    lines = [json.loads(line) for line in finished.stdout.splitlines()]
    assert [line["file"] for line in lines] == files
    assert [line["answer"] for line in lines] == [answer for *_, answer in ASKED]


def test_json_tells_how_a_question_was_heard(leg_day, spoken):
    file = str(spoken("does running count as leg day"))
    said = json.loads(leg_day("listen", "--wav", "--json", file).stdout)
    assert said["heard"] == said["utterance"] == "does running count as leg day"
    assert said["readings"][0] == [said["heard"], 1.0]
    assert said["readings"][1:]
    assert 0 < said["confidence"] <= 1
    assert 0.9 < said["agreement"] <= 1
    assert said["intent"] == "DoesRunningCountIntent"
    assert said["speech"].startswith("Partly.")
    assert said["request"]["request"]["type"] == "IntentRequest"
    assert {"recognition", "understanding", "answering", "total"} <= set(said["milliseconds"])


def test_a_conversation_is_followed_by_ear(leg_day, spoken):
    files = [
        spoken("should i jog or sprint", "rms"),
        spoken("i want bigger legs", "rms"),
        spoken("why", "rms"),
    ]
    finished = leg_day("listen", "--wav", "--one-session", "--json", *map(str, files))
    first, second, third = (json.loads(line) for line in finished.stdout.splitlines())
    assert first["answer"] == "jog-or-sprint"
    assert second["intent"] == "SetGoalIntent"
    assert third["intent"] == "WhyIntent"
    assert third["request"]["session"]["new"] is False


def test_without_json_the_answer_is_printed_and_what_was_heard_remarked(for_real, spoken):
    file = spoken("should i jog or sprint")
    finished = for_real('{leg_day} listen --wav - < "$FILE"', FILE=str(file))
    assert finished.returncode == 0
    assert finished.stdout.startswith(b"It depends on your goal.")
    assert finished.stderr == b"heard: should i jog or sprint\n"


def test_the_log_tells_how_each_turn_went_and_nothing_of_what_was_said(for_real, spoken, tmp_path):
    log, file = tmp_path / "turns.jsonl", spoken("should i jog or sprint")
    command = '{leg_day} listen --log "$LOG" --wav "$FILE" "$FILE"'
    finished = for_real(command, FILE=str(file), LOG=str(log))
    assert finished.returncode == 0
    turns = [json.loads(line) for line in log.read_text("utf-8").splitlines()]
    assert [turn["message"] for turn in turns] == ["answered", "answered"]
    assert turns[0]["agreement"] > 0.5
    assert turns[0]["milliseconds"]["total"] > turns[0]["milliseconds"]["recognition"] > 0
    assert "sprint" not in log.read_text("utf-8")


def test_a_log_that_cannot_be_written_is_one_line(for_real, spoken, tmp_path):
    file = spoken("should i jog or sprint")
    finished = for_real('{leg_day} listen --log "$DIR" --wav "$FILE"', FILE=file, DIR=tmp_path)
    assert finished.returncode == 2
    assert finished.stderr.decode() == f"leg-day: {tmp_path}: Is a directory\n"


def test_what_is_no_recording_is_one_line_and_the_next_is_answered(leg_day, spoken, tmp_path):
    text, cut = tmp_path / "a.wav", tmp_path / "b.wav"
    text.write_text("should i jog or sprint")
    cut.write_bytes(spoken("should i jog or sprint").read_bytes()[:30])
    files = [text, cut, tmp_path / "none.wav", tmp_path, spoken("should i jog or sprint")]
    finished = leg_day("listen", "--wav", *map(str, files))
    assert finished.exit_code == 2
    assert finished.stdout.startswith("It depends on your goal.")
    *faults, heard = finished.stderr.splitlines()
    assert heard == "heard: should i jog or sprint"
    assert [fault.startswith(f"leg-day: {f}") for fault, f in zip(faults, files, strict=False)] == [
        True
    ] * 4


def test_silence_and_hum_are_no_question(leg_day, tmp_path):
    files = []
    for name, level in (("silence", 0.0), ("hum", 0.05)):
        files.append(tmp_path / f"{name}.wav")
        time = np.arange(3 * RATE) / RATE
        _write(files[-1], level * np.sin(2 * np.pi * 100 * time))
    finished = leg_day("listen", "--wav", *map(str, files))
    assert (finished.exit_code, finished.stdout) == (0, "")
    assert finished.stderr.splitlines() == [f"{file}: nothing was heard" for file in files]


@pytest.mark.parametrize(
    ("rate", "width", "channels"), [(8_000, 2, 1), (44_100, 2, 2), (48_000, 3, 1), (22_050, 1, 1)]
)
def test_any_plain_wav_is_read(leg_day, spoken, tmp_path, rate, width, channels):
    from skill.speakers.listen.audio import resampled

    sound = resampled(read_wav(spoken("does running count as leg day", "rms")), RATE, rate)
    whole = np.repeat(sound[:, None], channels, axis=1).ravel()
    path = tmp_path / "question.wav"
    _write(path, whole, rate, width, channels)
    finished = leg_day("listen", "--wav", str(path))
    assert finished.stdout.startswith("Partly.")


def test_a_recorders_sample_rate_does_not_change_the_pitch(tmp_path):
    time = np.arange(44_100) / 44_100
    path = tmp_path / "tone.wav"
    _write(path, 0.5 * np.sin(2 * np.pi * 1_000 * time), 44_100)
    sound = read_wav(path)
    assert len(sound) == RATE
    assert int(np.abs(np.fft.rfft(sound)).argmax()) == 1_000
    assert 0.48 < np.abs(sound[1_000:-1_000]).max() < 0.52


def test_recordings_have_to_be_named(leg_day):
    assert leg_day("listen", "--wav").exit_code == 2


def _write(path, sound, rate=RATE, width=2, channels=1):
    with wave.open(str(path), "wb") as file:
        file.setnchannels(channels)
        file.setsampwidth(width)
        file.setframerate(rate)
        file.writeframes(_frames(sound, width))


def _frames(sound, width: int) -> bytes:
    if width == 1:
        return ((sound * 127) + 128).astype(np.uint8).tobytes()
    if width == 3:
        wide = (sound * 8_388_607).astype("<i4")
        return wide.view(np.uint8).reshape(-1, 4)[:, :3].tobytes()
    return (sound * 32_767).astype("<i2").tobytes()
