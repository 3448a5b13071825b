"""Whisper as the recogniser, where faster-whisper is installed and a model's folder is given."""

from math import exp
from pathlib import Path
from typing import Any

from skill.speakers.listen.audio import Samples
from skill.speakers.listen.recogniser import Heard, Reading

# What it is likely to hear, in the words of a question; Whisper takes it for what came before.
_PROMPT = (
    "Does running count as leg day? Should I jog or sprint? Squats, lunges, abs, cardio, quads."
)


class Whisper:
    """A CTranslate2 Whisper model from a folder; nothing is downloaded."""

    def __init__(self, folder: Path) -> None:
        """Load the model. Raises ValueError where the package or the model is missing."""
        if not (folder / "model.bin").is_file():
            raise ValueError(f"{folder} holds no Whisper model: there is no model.bin in it")
        try:
            from faster_whisper import WhisperModel
        except ImportError:
            raise ValueError(
                f"{folder} needs the package faster-whisper: pip install faster-whisper"
            ) from None
        self._model: Any = WhisperModel(
            str(folder), device="cpu", compute_type="int8", local_files_only=True
        )

    def hear(self, sound: Samples) -> Heard:
        """Return the one reading that Whisper gives, and how likely it finds its words."""
        segments, _ = self._model.transcribe(
            sound, language="en", beam_size=5, initial_prompt=_PROMPT, without_timestamps=True
        )
        found = list(segments)
        text = " ".join(part.text.strip() for part in found)
        if not text:
            return Heard((), 0.0)
        likely = exp(sum(part.avg_logprob for part in found) / len(found))
        return Heard((Reading(text, 1.0),), min(1.0, likely))
