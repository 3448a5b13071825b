"""Our recogniser as a Wyoming speech-to-text service: what `leg-day wyoming --ear` adds.

A client sends audio-start, audio-chunk many times, and audio-stop; a transcript goes back.
"""

from importlib.metadata import version

from wyoming.asr import Transcript
from wyoming.event import Event
from wyoming.info import AsrModel, AsrProgram, Attribution

from skill.simulator.nlu import understander
from skill.speakers.listen.audio import from_pcm
from skill.speakers.listen.reading import choose
from skill.speakers.listen.recogniser import PocketSphinx, Recogniser
from skill.speakers.wyoming.agent import DEFAULT, languages
from skill.speakers.wyoming.events import EventError

FORMAT = {"rate": 16_000, "width": 2, "channels": 1}  # what Home Assistant sends
LONGEST = 30 * 16_000 * 2  # bytes of one utterance: half a minute


class Recording:
    """The sound of one connection's utterance, as it comes in."""

    def __init__(self) -> None:
        self._sound = bytearray()

    def take(self, event: Event) -> bytes | None:
        """Keep what an audio event brings; return the whole at its end.

        Raises EventError for another format, and for more than half a minute.
        """
        if event.type == "audio-stop":
            whole = bytes(self._sound)
            self._sound.clear()
            return whole
        if any(event.data.get(name) != value for name, value in FORMAT.items()):
            raise EventError("sound has to be 16 kHz, 16 bit, mono")
        if event.type == "audio-start":
            self._sound.clear()
        self._sound += event.payload or b""
        if len(self._sound) > LONGEST:
            raise EventError("an utterance is over 30 seconds")
        return None


class Ear:
    """What hears. For one thread at a time."""

    def __init__(self) -> None:
        """Learn how the skill is asked. Raises ValueError where pocketsphinx is missing."""
        self._recogniser: Recogniser = PocketSphinx(understander(DEFAULT).model)

    def hear(self, pcm: bytes) -> Event:
        """Return the transcript of an utterance, of its best reading; empty for no words."""
        sound = from_pcm(pcm[: len(pcm) // 2 * 2])
        choice = choose(self._recogniser.hear(sound), understander(DEFAULT))
        return Transcript(choice.text if choice else "", language="en").event()


def ear_program() -> AsrProgram:
    """Return what Home Assistant shows of the ear."""
    number = version("leg-day")
    about, says = Attribution("Leg Day", ""), "Hears what Leg Day is asked, and little else."
    model = AsrModel("leg-day-ear", about, True, says, number, [*languages()])
    return AsrProgram("Leg Day", about, True, says, number, [model])
