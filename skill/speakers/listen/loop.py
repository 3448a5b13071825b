"""A speaker's day: wait to be asked, listen, answer, and keep listening while the skill asks.

Time is counted in chunks of sound, as a device's is: eight silent seconds bring the reprompt, eight
more end the session, as on an Echo.
"""

from collections.abc import Callable, Iterator

from skill.speakers.listen.audio import Samples, earcon
from skill.speakers.listen.endpointing import SILENCE, Endpointer
from skill.speakers.listen.mouth import Mouth, Playing
from skill.speakers.listen.spoken import SpokenConversation, SpokenTurn
from skill.speakers.listen.wakeword import Trigger

REPROMPT_SECONDS = 8.0  # seconds that the device waits for an answer


class Speaker:
    """A device with a microphone, a loudspeaker, and something that wakes it."""

    def __init__(
        self,
        conversation: SpokenConversation,
        sound: Iterator[bytes],
        trigger: Trigger,
        mouth: Mouth | None,
        play: Callable[[Samples], Playing],
        show: Callable[[SpokenTurn | str], None],
        barge_in: bool = False,
    ) -> None:
        """`show` is given each turn, and each reprompt as words.

        `barge_in` lets any speech interrupt, which takes headphones: else it would hear itself.
        """
        self._conversation = conversation
        self._sound = sound
        self._trigger = trigger
        self._mouth = mouth
        self._play = play
        self._show = show
        self._barge_in = barge_in
        self._endpointer = Endpointer()

    def run(self) -> None:
        """Serve until the sound ends."""
        try:
            while True:
                if self._trigger.fired(self._next()):
                    self._session()
        except EOFError:
            self._conversation.conversation.device.leave()

    def _session(self) -> None:
        """Listen and answer until the session ends, or nobody answers."""
        reprompt: str | None = None
        while True:
            said = self._listen()
            if said is not None:
                turn = self._conversation.hear(said, waited=SILENCE)
                self._show(turn)
                reprompt = turn.turn.reprompt if turn.turn else reprompt
                self._say(turn.turn.speech if turn.turn else "")
            elif reprompt:
                self._show(reprompt)
                self._say(reprompt)
                reprompt = None
            else:
                self._conversation.conversation.device.leave("EXCEEDED_MAX_REPROMPTS")
            if not self._conversation.open:
                self._sing(rising=False)
                return

    def _listen(self) -> Samples | None:
        """Return the next utterance, or None after eight seconds without one."""
        if not self._endpointer.speaking:  # else somebody is interrupting already
            self._sing(rising=True)
            self._endpointer.reset()
        while True:
            try:
                said = self._endpointer.feed(self._next())
            except EOFError:
                if not self._endpointer.speaking:
                    raise
                return self._endpointer.finish()
            if said is not None:
                return said
            if not self._endpointer.speaking and self._endpointer.quiet > REPROMPT_SECONDS:
                return None

    def _say(self, words: str) -> None:
        if words and self._mouth:
            self._hold(self._play(self._mouth(words)))

    def _sing(self, rising: bool) -> None:
        if self._mouth:
            self._hold(self._play(earcon(rising)))

    def _hold(self, playing: Playing) -> None:
        """Let a sound play to its end, or until somebody interrupts."""
        self._endpointer.reset()
        while not playing.done():
            chunk = self._next()
            if self._barge_in:
                self._endpointer.feed(chunk)
            if self._trigger.interrupts(chunk) or self._endpointer.speaking:
                playing.stop()
                return

    def _next(self) -> bytes:
        """Return the next chunk of sound. Raises EOFError where there is no more."""
        chunk = next(self._sound, None)
        if chunk is None:
            raise EOFError
        return chunk
