"""What begins a conversation: a key, a wake word, or any speech at all."""

import sys
import threading
from typing import Any, Protocol

from skill.speakers.listen.audio import CHUNK


class Trigger(Protocol):
    """Says when somebody wants to be heard; it also interrupts what is being said."""

    invitation: str

    def fired(self, chunk: bytes) -> bool:
        """Take the next chunk of sound; tell whether somebody has just asked to be heard."""
        ...

    def interrupts(self, chunk: bytes) -> bool:
        """Take the next chunk of sound while the skill speaks; tell whether it shall stop."""
        ...


class Speech:
    """Whatever is said is meant for the skill: for a stream of recorded questions."""

    invitation = ""

    def fired(self, chunk: bytes) -> bool:
        """Return True."""
        return True

    def interrupts(self, chunk: bytes) -> bool:
        """Return False: it would hear the skill."""
        return False


class EnterKey:
    """The Enter key, the default: push to talk."""

    invitation = "Press Enter and ask; Enter also interrupts. Ctrl-C leaves."

    def __init__(self) -> None:
        """Begin to wait for the key."""
        self._pressed = threading.Event()
        threading.Thread(target=self._wait, daemon=True).start()

    def fired(self, chunk: bytes) -> bool:
        """Tell whether Enter was pressed since the last chunk."""
        pressed = self._pressed.is_set()
        self._pressed.clear()
        return pressed

    interrupts = fired

    def _wait(self) -> None:
        for _ in sys.stdin:
            self._pressed.set()


class WakeWord:
    """A wake word, found by microWakeWord's small networks."""

    def __init__(self, name: str) -> None:
        """Load the network of a word. Raises ValueError where the package is missing."""
        try:
            from pymicro_wakeword import MicroWakeWord, MicroWakeWordFeatures, Model
        except ImportError:
            raise ValueError(
                "--wake needs the package pymicro-wakeword: pip install 'leg-day[wake]'"
            ) from None
        self.invitation = f'Say "{name.replace("_", " ")}" and ask. Ctrl-C leaves.'
        self._word: Any = MicroWakeWord.from_builtin(Model(name))
        self._features: Any = MicroWakeWordFeatures()

    def fired(self, chunk: bytes) -> bool:
        """Tell whether the word has just been said."""
        assert len(chunk) == 2 * CHUNK
        found = [self._word.process_streaming(f) for f in self._features.process_streaming(chunk)]
        if any(found):
            self._word.reset()
        return any(found)

    interrupts = fired


def trigger(wake: str | None, streamed: bool) -> Trigger:
    """Return what begins a conversation. Raises ValueError where a package is missing."""
    if wake:
        return WakeWord(wake)
    return Speech() if streamed else EnterKey()
