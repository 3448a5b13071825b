"""What is for a professional: who gets no advice, and where a word of care goes."""

from collections.abc import Callable
from dataclasses import dataclass

from skill.content.schema import Answer, Content, Line
from skill.dialog.health import CLEARED, EMERGENCY, REFERRED, STARVING, Health
from skill.dialog.session import Session

REFERRAL = "after-pain"  # the line that sends a question to a professional


@dataclass(frozen=True, slots=True)
class Care:
    """What was said of pain and illness in this conversation, against an answer."""

    session: Session
    content: Content
    health: Health
    told_now: bool = False  # whether an illness was told in the same breath

    @property
    def needed(self) -> bool:
        """Whether what to do is for a professional: for the user, or whom it's asked for."""
        return self.health.ailing

    @property
    def needed_now(self) -> bool:
        """Whether it is still for a professional, who has said nothing of it."""
        return self.needed and not self.health.has(CLEARED)

    @property
    def referred(self) -> bool:
        """Whether advice was sent to a professional before: what is asked on is told with care."""
        return self.health.has(REFERRED)

    def refers(self, found: Answer) -> bool:
        """Tell whether an answer is advice, to somebody whom a professional should give it.

        After an emergency, so is all that one might do. Whom a professional has told what to do
        hears what holds in general.
        """
        of_calories = found.goal == "calories" and any("calories" in one for one in found.claims)
        if self.health.has(STARVING) and of_calories:
            return True
        if self.health.has(CLEARED):
            return False
        if self.health.has(EMERGENCY):
            return self._says_what_to_do(found)
        told = self.referred or found.id in self.content.told_with_care
        return self.needed and self.is_advice(found) and not told

    def is_advice(self, found: Answer) -> bool:
        """Tell whether an answer says what to do, and not only what holds."""
        return found.questions[0].intent in self.content.after_pain

    def shortens(self, found: Answer) -> bool:
        """Tell whether an answer is told in short, without what to do, to whom that may harm."""
        return self.needed and self._says_what_to_do(found)

    def _says_what_to_do(self, found: Answer) -> bool:
        return self.is_advice(found) or not set(found.claims).isdisjoint(self.content.to_do)

    def told(self, found: Answer, say: str, form: Callable[[str], Line]) -> str:
        """Return words of an answer with one of care: before what to do, or after what holds.

        Whom a professional has told what to do is reminded of that after either.
        """
        if not self._takes_a_word(found):
            return say
        if self.is_advice(found) and not self.health.has(CLEARED):
            return f"{form('care-first').say} {say}"
        return f"{say} {form('care').say}"

    def _takes_a_word(self, found: Answer) -> bool:
        """Tell whether a word of care goes with an answer, and remember that it was said.

        It goes with what one might do, and with whatever is asked in the breath that tells of an
        illness; what holds in general is told without one, and so is most of what follows one that
        had it.
        """
        always = self.content.always_careful
        always_careful = self.is_advice(found) or found.questions[0].intent in always
        cared = self.session.cared and not always_careful
        self.session.cared = self.told_now or (self.for_professional(found) and not cared)
        return self.session.cared

    def for_professional(self, found: Answer) -> bool:
        """Tell whether an answer says what one might do, to somebody whom a professional tells."""
        if not self.needed or found.questions[0].intent in self.content.in_general:
            return False
        return self._says_what_to_do(found)
