"""What is kept of the user: the goals, and what was talked about the last time."""

from collections.abc import Mapping
from typing import Any

from ask_sdk_core.handler_input import HandlerInput

from skill import persistence
from skill.content.schema import Answer, Content
from skill.dialog.session import Session


class OfUser:
    """The part of a turn that reads and changes what is kept of the user."""

    __slots__ = ()

    session: Session
    content: Content
    handler_input: HandlerInput
    whom: str  # somebody else, for whom it's asked; none where it's for the user

    @property
    def of_other(self) -> bool:
        """Whether it was asked for somebody else."""
        return bool(self.whom)

    def saved(self) -> Mapping[str, Any]:
        """Return what is kept of the user from earlier sessions."""
        return persistence.load(self.handler_input)

    def save(self, **changes: Any) -> None:
        """Keep these facts of the user, beside what is kept already."""
        persistence.save(self.handler_input, {**self.saved(), **changes})

    def goals(self) -> tuple[str, ...]:
        """Return the user's goals, the main one first: told now, or kept from earlier."""
        session = self.session
        if self.of_other:
            return ()
        if session.goal is None and not session.loaded:
            kept = self.saved()
            goal, others = kept.get("goal"), kept.get("others")
            session.goal = goal if isinstance(goal, str) else None
            session.others = [str(other) for other in others] if isinstance(others, list) else []
            session.loaded = True
        held = (session.goal, *session.others) if session.goal else ()
        return tuple(goal for goal in held if goal in self.content.goals)

    def set_goals(self, *goals: str) -> None:
        """Take in the user's goals, for this session and the next. None of them is no goal."""
        held = tuple(dict.fromkeys(goals))
        if held != self.goals():
            self.session.goal_before = self.session.goal
            if not self.session.speaker:  # somebody else's are not kept
                self.save(goal=held[0] if held else None, others=list(held[1:]))
        self.session.goal, self.session.others = (held[0] if held else None), list(held[1:])
        self.session.loaded = True

    def save_talk(self) -> None:
        """Keep what was talked about, for "last time we talked about ..."."""
        if talked := self.session.kept():
            self.save(**talked)

    def recall_talk(self) -> Answer | None:
        """Take up what was told last time, which isn't told again unasked, and return the last."""
        kept, answers = self.saved(), self.content.answers
        told, declined = (kept.get(name) for name in ("told", "declined"))
        for name in told if isinstance(told, list) else ():
            if answer := answers.get(str(name)):
                self.session.mark_heard(answer.claims)
        self.session.declined = [str(one) for one in declined] if isinstance(declined, list) else []
        return answers.get(str(kept.get("topic")))

    @property
    def erased(self) -> bool:
        """Whether all that was kept of the user was erased, and nothing was kept since."""
        return self.session.forgotten and not self.saved()

    def forget(self) -> bool:
        """Erase what is kept of the user and return whether that worked."""
        return persistence.delete(self.handler_input)
