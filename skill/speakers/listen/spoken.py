"""A conversation by ear: a sound in, what was heard, understood and answered out.

It goes the way that typed words go: through the conversation of the simulator, as a signed request,
through the skill's one door. Nothing is said here that the skill did not say.
"""

import logging
from collections.abc import Mapping
from dataclasses import dataclass
from time import perf_counter
from typing import Any

from skill.simulator.conversation import Conversation, Turn
from skill.simulator.nlu import understander
from skill.simulator.stages import recorded, stage
from skill.speakers.listen.audio import Samples
from skill.speakers.listen.denoise import Denoiser
from skill.speakers.listen.reading import Choice, choose
from skill.speakers.listen.recogniser import Heard, Recogniser

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class SpokenTurn:
    """One utterance by ear; `turn` is None where nothing was heard. Stages are in seconds."""

    heard: Heard
    choice: Choice | None
    turn: Turn | None
    stages: Mapping[str, float]

    def report(self) -> dict[str, Any]:
        """Return the turn as `leg-day ask --json` does, and with it what was heard, and how."""
        found: dict[str, Any] = self.turn.report() if self.turn else {"utterance": None}
        agreement = self.choice.agreement if self.choice else 0.0
        return found | {
            "heard": self.heard.readings[0].text if self.heard.readings else None,
            "confidence": round(self.heard.confidence, 4),
            "agreement": round(agreement, 3),
            "readings": [[one.text, round(one.weight, 3)] for one in self.heard.readings],
            "milliseconds": self.milliseconds,
        }

    @property
    def milliseconds(self) -> dict[str, float]:
        """The stages in milliseconds."""
        return {name: round(1_000 * seconds, 1) for name, seconds in self.stages.items()}

    def log(self) -> None:
        """Log how it went: nothing of what was said, and nothing of what was answered."""
        fields = {
            "confidence": round(self.heard.confidence, 4),
            "agreement": round(self.choice.agreement, 3) if self.choice else 0.0,
            "milliseconds": self.milliseconds,
        }
        _log.info("answered" if self.turn else "nothing heard", extra={"fields": fields})


class SpokenConversation:
    """One person talking to the skill."""

    def __init__(
        self, conversation: Conversation, recogniser: Recogniser, denoise: Denoiser | None = None
    ) -> None:
        self.conversation = conversation
        self._recogniser = recogniser
        self._denoise = denoise
        self._understander = understander(conversation.device.locale)

    @property
    def open(self) -> bool:
        """Whether the skill waits for an answer."""
        return self.conversation.device.in_session

    def hear(self, sound: Samples, waited: float = 0.0) -> SpokenTurn:
        """Take one utterance and answer it; `waited` seconds passed to see that it had ended."""
        start = perf_counter()
        with recorded() as stages:
            with stage("denoising"):
                clear = self._denoise(sound) if self._denoise else sound
            with stage("recognition"):
                heard = self._recogniser.hear(clear)
            with stage("understanding"):
                choice = choose(heard, self._understander, self.conversation.said)
            turn = None
            if choice:
                with stage("answering"):
                    turn = self.conversation.say(choice.text, choice.understood)
        stages |= {"endpointing": waited, "total": waited + perf_counter() - start}
        done = SpokenTurn(heard, choice, turn, stages)
        done.log()
        return done
