"""What was told of people's health in one conversation, by whose it is. None of it is kept."""

from dataclasses import dataclass

from skill.dialog.session import Session

ME, ANYBODY = "me", "anybody"  # whoever speaks; and where it wasn't said whose it is
PAIN = "pain"  # may be over, or denied
STATE, EMERGENCY, PREGNANT, CHILD, STARVING = "state emergency pregnant child starving".split()
CLEARED = "cleared"  # a professional has said what to do
REFERRED = "referred"  # what to do was once left to a professional
_NO_AILMENT = {CLEARED, REFERRED}
# For how many answers, this one counted, what to do is for a professional, where it's asked whether
# something is safe. After the last one it may be asked about again, but isn't brought up.
_ASKED_OF_A_PROFESSIONAL = 4


@dataclass(frozen=True, slots=True)
class Health:
    """What is known of the health of whomever a turn is about: `whom`, or none where it's oneself.

    Right after somebody else's health was told, what is asked without a name is about them.
    """

    session: Session
    whom: str
    own: bool = False  # asked as one asks for oneself

    @property
    def who(self) -> str:
        """Whose health it is."""
        return self.whom or ("" if self.own else self.session.concerned) or ME

    def has(self, kind: str) -> bool:
        """Tell whether this was told of them, or of nobody in particular."""
        return kind in self._told()

    @property
    def ailing(self) -> bool:
        """Whether what to do is for a professional."""
        return bool(self._told() - _NO_AILMENT) or self.session.safety > 1

    @property
    def mentioned(self) -> bool:
        """Whether anything of health was spoken of: nothing to do is offered."""
        return self.ailing or self.session.safety > 0

    @property
    def only_theirs(self) -> bool:
        """Whether something was told of them, and nothing that may be the user's own."""
        return bool(self._of(self.whom)) and not (self._of(ME) | self._of(ANYBODY))

    def tell(self, kind: str, *, whose_known: bool = True) -> None:
        """Take in what was told; of somebody else, of them alone."""
        who = self.who if self.whom or whose_known else ANYBODY
        told = self._of(who)
        for each in (who, self.who, ANYBODY):
            self._put(each, self._of(each) - _NO_AILMENT)
        self._put(who, {*told, kind} - _NO_AILMENT)
        self.session.concerned = self.whom or None

    def note(self, kind: str) -> None:
        """Note that a professional was asked, or is to be."""
        self._put(self.who, {*self._of(self.who), kind})

    def recover(self) -> None:
        """Take back what may be over; what lasts isn't ended by being denied."""
        for each in (self.who, ANYBODY):
            self._put(each, self._of(each) - {PAIN})
        if not self.ailing or self.session.safety:
            self.session.safety, self.session.concerned = 0, None

    def set_aside(self) -> None:
        """Forget what was told: it's asked in general. It isn't brought up in this turn yet."""
        for each in (self.who, ANYBODY):
            self._put(each, set())
        self.session.safety = min(self.session.safety, 1)

    def give_to(self, whom: str) -> None:
        """Have what was told be somebody else's: "it's not me, it's my wife"."""
        told = self._of(ME) | self._of(ANYBODY)
        self._put(ME, set())
        self._forget_whose()
        self.session.concerned = whom
        self._put(whom, self._of(whom) | told or {PAIN})

    def ask(self) -> None:
        """Note that it was asked whether something is safe."""
        self.session.safety = _ASKED_OF_A_PROFESSIONAL

    def change_speaker(self, before: str, now: str) -> None:
        """Have somebody else speak: who spoke is `before`, and `now` is who was spoken of."""
        mine = self._of(ME) | self._of(ANYBODY)
        self._put(ME, self._of(now))
        self._put(now, set())
        self._put(before, mine)
        self._forget_whose()
        self.session.cared = False

    def _forget_whose(self) -> None:
        self._put(ANYBODY, set())
        self.session.safety, self.session.concerned = 0, None

    def _told(self) -> set[str]:
        return self._of(self.who) | self._of(ANYBODY)

    def _of(self, who: str) -> set[str]:
        return {*self.session.health.get(who, "").split()}

    def _put(self, who: str, kinds: set[str]) -> None:
        if kinds:
            self.session.health[who] = " ".join(sorted(kinds))
        else:
            self.session.health.pop(who, None)
