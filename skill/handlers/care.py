"""What is for a professional: who gets no advice, and where a word of care goes."""

from dataclasses import dataclass

from skill.content.schema import Answer, Content
from skill.dialog.session import Session


@dataclass(frozen=True, slots=True)
class Care:
    """What was said of pain and illness in this conversation, against an answer."""

    session: Session
    content: Content
    of_other: bool  # whether it's asked for somebody else

    @property
    def needed(self) -> bool:
        """Whether what to do is for a professional: for the user, or whoever may be in pain."""
        own = self.session.pain > 1 and not (self.of_other and self.session.own_pain)
        return own or (self.of_other and self.session.whom in self.session.pains)

    def refers(self, found: Answer) -> bool:
        """Tell whether an answer is advice, to somebody whom a professional should give it."""
        advice = found.questions[0].intent in self.content.after_pain
        return self.needed and advice and found.id not in self.content.told_with_care

    def takes_a_word(self, found: Answer) -> bool:
        """Tell whether a word of care goes with an answer, and remember that it was said.

        It goes with what one might do; what holds in general is told without one, and so is most
        of what follows one that had it.
        """
        intent = found.questions[0].intent
        advice = not set(found.claims).isdisjoint(self.content.to_do)
        general = intent in self.content.in_general
        cared = self.session.cared and intent not in self.content.always_careful
        self.session.cared = self.needed and advice and not (general or cared)
        return self.session.cared
