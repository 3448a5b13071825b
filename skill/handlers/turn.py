"""One request as a handler sees it, and the ways to answer it.

A handler is a function from a `Turn` to a `Reply`. It never touches the SDK; what it needs of the
request, the conversation and the user is here.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import TypeVar
from zlib import crc32

from ask_sdk_core.handler_input import HandlerInput

from skill import persistence
from skill.content.answers import Answer, Content, Line
from skill.dialog.reply import Reply
from skill.dialog.session import Session

_Form = TypeVar("_Form")


@dataclass(slots=True)
class Turn:
    """One request: what was asked, what was said before, and what can be said."""

    name: str  # the intent's name, or the request's type
    slots: dict[str, str]  # slot name -> resolved id, or the number that was heard
    session: Session
    content: Content
    locale: str
    seed: str  # the session's id: which of several forms comes first
    handler_input: HandlerInput = field(repr=False)

    # --- the user's goal -------------------------------------------------------------------------

    def goal(self) -> str | None:
        """Return the user's goal: told in this session, or kept from an earlier one."""
        session = self.session
        if session.goal is None and not session.recalled:
            kept = persistence.recall(self.handler_input).get("goal")
            session.goal, session.recalled = (kept if isinstance(kept, str) else None), True
        return session.goal if session.goal in self.content.goals else None

    def remember_goal(self, goal: str) -> None:
        """Take in the user's goal, for this session and the next."""
        if goal != self.goal():
            persistence.remember(self.handler_input, {"goal": goal})
        self.session.goal = goal

    def forget(self) -> bool:
        """Erase what is kept of the user and return whether that worked."""
        return persistence.forget(self.handler_input)

    # --- ways to answer --------------------------------------------------------------------------

    def answer(
        self,
        found: Answer,
        say: str | None = None,
        claims: tuple[str, ...] = (),
        big: str | None = None,
    ) -> Reply:
        """Say an answer, or `say`, a worked-out form of it, and offer what follows from it."""
        claims = claims or found.claims
        self.session.hear(claims)
        self.session.topic = found.id
        reply = Reply(say or found.speech, answer=found, claims=claims, big=big)
        return self._offering(reply, found.next)

    def line(self, prompt: str, **values: str) -> Reply:
        """Say a line that is no answer, in a form not used yet; without a question it ends."""
        form = self._form(prompt)
        ask = form.ask.format(**values) if form.ask else None
        again = form.again.format(**values) if form.again else None
        return Reply(form.say.format(**values), ask, again, offers=form.offers, prompt=prompt)

    def line_and_offer(self, prompt: str, about: Answer | None = None) -> Reply:
        """Say a line that has no question of its own, and offer something not heard yet."""
        reply = Reply(self._form(prompt).say, prompt=prompt)
        return self._offering(reply, about.next if about else ())

    def unheard(self, among: Iterable[str], but: str | None = None) -> Answer | None:
        """Return the first of these answers that would say something new, and is not `but`."""
        heard = set(self.session.heard)
        for id in among:
            answer = self.content.answers[id]
            if id != but and not heard.issuperset(answer.claims):
                return answer
        return None

    def asking(self, reply: Reply, ask: str, offers: str) -> Reply:
        """Return `reply` with this question at its end."""
        again = f"{self.form('again', self.content.leads)} {ask}"
        return replace(reply, ask=ask, again=again, offers=offers)

    def _offering(self, reply: Reply, following: Iterable[str]) -> Reply:
        """Return `reply` with an offer of these, or else of the tour; never the same twice."""
        next = self.unheard(chain(following, self.content.tour), but=self.session.offer)
        if next is None:
            end = self._form("all-heard")
            return replace(reply, ask=end.ask, again=end.again, offers=end.offers)
        return self.asking(reply, self.form(f"offer {next.id}", next.offer), next.id)

    # --- several forms of one line ---------------------------------------------------------------

    def _form(self, prompt: str) -> Line:
        return self.form(prompt, self.content.prompts[prompt])

    def form(self, kind: str, forms: tuple[_Form, ...]) -> _Form:
        """Return the next of several forms: none twice in a session while another is unused."""
        used = self.session.forms.get(kind, 0)
        self.session.forms[kind] = used + 1
        return forms[(crc32(f"{self.seed} {kind}".encode()) + used) % len(forms)]


Handler = Callable[[Turn], Reply]


def finish(turn: Turn, reply: Reply) -> None:
    """Note in the session what was said, for the turns that follow."""
    session, fallback = turn.session, turn.name == "AMAZON.FallbackIntent"
    words = {"say": reply.say, "ask": reply.ask, "again": reply.again, "big": reply.big}
    session.said = {name: text for name, text in words.items() if text}
    session.offer = reply.offers
    session.answer = reply.answer.id if reply.answer else None
    session.claims = list(reply.claims)
    session.misses = session.misses if fallback else 0
    session.refusals = session.refusals if turn.name == "AMAZON.NoIntent" else 0
