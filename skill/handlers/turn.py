"""One request as a handler sees it, and the ways to answer it.

A handler is a function from a `Turn` to a `Reply`. It never touches the SDK; what it needs of the
request, the conversation and the user is here.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import Any, TypeVar
from zlib import crc32

from ask_sdk_core.handler_input import HandlerInput

from skill import persistence
from skill.content.schema import Answer, Content, Line
from skill.dialog.reply import OPEN_QUESTIONS, Reply
from skill.dialog.session import Session

_Form = TypeVar("_Form")
_OFTEN = 2  # who has been offered something so often is offered another theme
_END = ("summary", "quiz", "leave")  # what is offered when everything has been heard


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
    unknown: dict[str, str] = field(default_factory=dict)  # slot name -> words that match no value

    # --- what is kept of the user ----------------------------------------------------------------

    def saved(self) -> Mapping[str, Any]:
        """Return what is kept of the user from earlier sessions."""
        return persistence.load(self.handler_input)

    def save(self, **changes: Any) -> None:
        """Keep these facts of the user, beside what is kept already."""
        persistence.save(self.handler_input, {**self.saved(), **changes})

    def goals(self) -> tuple[str, ...]:
        """Return the user's goals, the main one first: told now, or kept from earlier."""
        session = self.session
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
            self.save(goal=held[0] if held else None, others=list(held[1:]))
        self.session.goal, self.session.others = (held[0] if held else None), list(held[1:])
        self.session.loaded = True

    def save_topic(self) -> None:
        """Keep what was talked about last, for "last time we talked about ..."."""
        if self.session.topic and not self.session.forgotten:
            self.save(topic=self.session.topic)

    def forget(self) -> bool:
        """Erase what is kept of the user and return whether that worked."""
        return persistence.delete(self.handler_input)

    # --- answers ---------------------------------------------------------------------------------

    def answer(self, found: Answer, say: str = "", **more: Any) -> Reply:
        """Say an answer that was asked for; a second time shorter, a third time ask what's missing.

        `say` is a worked-out form of it. `more` are fields of the reply: claims, key_fact, above.
        """
        before = self.session.asked.get(found.id, 0)
        self.session.asked[found.id] = before if say else before + 1
        short = found.again if (before or self.session.brief) and not say else ""
        if before > 1 and not say:
            short = found.plain or found.again
        reply = self._said(found, say or short or found.asked, **more)
        if before > 1 and not say and found.because:
            return self.ending(reply, "third")
        if found.lead and not before and not self.goals():
            return self.ending(reply, found.lead)
        return self.offering(reply, found.next, found)

    def tell(self, found: Answer) -> Reply:
        """Say an answer that was not asked for: after a yes, or "more"."""
        short = found.again if self.session.brief else ""
        reply = self._said(found, short or found.told or found.asked)
        return self.offering(reply, found.next, found)

    def reason(self, found: Answer) -> Reply | None:
        """Say why, after `found`; None where there is no reason, or it was said just before."""
        if found.because is None or found.because.like in self.session.trail[-2:-1]:
            return None
        like = self.content.answers[found.because.like]
        reply = self._said(like, found.because.says, claims=self.content.reason(found))
        return self.offering(reply, like.next, like)

    def _said(self, found: Answer, say: str, **more: Any) -> Reply:
        more.setdefault("claims", found.claims)
        self.session.mark_heard(more["claims"])
        self.session.move_to(found.id)
        return Reply(say, answer=found, **more)

    # --- lines -----------------------------------------------------------------------------------

    def line(self, prompt: str, **values: str) -> Reply:
        """Say a line that is no answer, in a form not used yet; without a question it ends."""
        form = self._form(prompt)
        ask = form.ask.format(**values) if form.ask else None
        reprompt = form.reprompt.format(**values) if form.reprompt else None
        return Reply(form.say.format(**values), ask, reprompt, offers=form.offers, prompt=prompt)

    def line_and_offer(self, prompt: str, following: Iterable[str] = (), **values: str) -> Reply:
        """Say a line that has no question of its own, and offer something not heard yet.

        What is offered is of `following`, or goes on from what was talked about last.
        """
        last = self.content.answers.get(self.session.topic or "")
        reply = Reply(self._form(prompt).say.format(**values), prompt=prompt)
        if self.session.offer == "tour" and self.name != "AMAZON.NextIntent":  # it stands
            return self.same_offer(reply)
        return self.offering(reply, [*following, *(last.next if last else ())])

    def line_and_same_offer(self, prompt: str, **values: str) -> Reply:
        """Say a line, and make the offer that stands again, in other words."""
        reply = Reply(self._form(prompt).say.format(**values), prompt=prompt)
        return self.same_offer(reply)

    def ending(self, reply: Reply, prompt: str) -> Reply:
        """Return `reply` with the question of a line at its end."""
        form = self._form(prompt)
        return replace(reply, ask=form.ask, reprompt=form.reprompt, offers=form.offers)

    # --- offers ----------------------------------------------------------------------------------

    def fit(self, name: str) -> Answer:
        """Return the answer that an offer of `id` comes to for somebody with these goals."""
        answer = self.content.answers[name]
        first = answer.questions[0]
        if first.slot or not (goals := self.goals()):
            return answer
        return self.content.for_goals(first.intent, goals) or answer

    def unheard(self, among: Iterable[str]) -> list[Answer]:
        """Return those of these answers that would say something new, in their order."""
        answers = [self.content.answers[key] for key in dict.fromkeys(among) if key != "why"]
        return [
            answer
            for answer in answers
            if self._news(self.fit(answer.id).claims)
            and not (answer.said_by and not self._news(answer.said_by))
        ]

    def offering(
        self, reply: Reply, following: Iterable[str] = (), about: Answer | None = None
    ) -> Reply:
        """Return `reply` with an offer of these, or else of any theme; never the same twice.

        What has been offered the fewest times comes first, and another theme when all of these
        have been offered often.
        """
        wanted, last = list(following), self.session.offer
        before = wanted[: wanted.index("why")] if "why" in wanted else wanted
        reason = self.content.reason(about) if about and "why" in wanted else ()
        if self._news(reason) and last != "why" and not self._offerable(before):
            return self.offer(reply, "why")
        near = [key for key in self._offerable(wanted) if self._offered(key) < _OFTEN]
        if found := near or self._offerable(chain(wanted, self.content.order)):
            return self.offer(reply, min(found, key=self._offered))
        return self._ending_all(reply)

    def refuse(self, offer: str) -> None:
        """Note that an offer was declined, so that it is not made again soon."""
        self.session.forms[f"offer {offer}"] = self._offered(offer) + _OFTEN

    def _offered(self, key: str) -> int:
        return self.session.forms.get(f"offer {key}", 0)

    def _offerable(self, among: Iterable[str]) -> list[str]:
        last = self.session.offer
        return [answer.id for answer in self.unheard(among) if answer.id != last]

    def same_offer(self, reply: Reply) -> Reply:
        """Return `reply` with the offer that stands, in other words."""
        standing = self.session.offer
        if standing and (standing in self.content.answers or standing in self.content.offers):
            return self.offer(replace(reply, aside=reply.answer is None), standing)
        return self.offering(reply)

    def offer(self, reply: Reply, what: str) -> Reply:
        """Return `reply` with the offer of an answer, or of one of the content's own offers."""
        answer = self.content.answers.get(what)
        forms = (answer.offer[:2] if answer else ()) or self.content.offers[what]
        ask = self.form(f"offer {what}", forms)
        other = next((form for form in forms if form != ask), ask)
        if ask.split()[0] == self.session.said.get("ask", "").partition(" ")[0]:
            ask, other = other, ask  # "Want to", and then not "Want to" again
        if self.session.brief and answer:
            ask = self.form("brief offer", self.content.brief_offers).format(answer.offer[-1])
            ask = ask[:1].upper() + ask[1:]
        return self.asking(reply, ask, what, other)

    def asking(self, reply: Reply, ask: str, offers: str, again: str = "") -> Reply:
        """Return `reply` with this question at its end; into a silence it is put as `again`."""
        leads = self.content.leads[-2:] if offers in OPEN_QUESTIONS else self.content.leads
        reprompt = f"{self.form('again', leads)} {again or ask}"
        return replace(reply, ask=ask, reprompt=reprompt, offers=offers)

    def _ending_all(self, reply: Reply) -> Reply:
        """Everything has been heard: the short version, then a quiz, then goodbye."""
        for form in self.content.prompts["all-heard"]:
            used = self.session.forms.get(f"end {form.offers}", 0)
            last = form.offers == _END[-1]
            if last or (not used and form.offers != self.session.offer):
                self.session.forms[f"end {form.offers}"] = used + 1
                return replace(reply, ask=form.ask, reprompt=form.reprompt, offers=form.offers)
        raise AssertionError("the last way to end is always there")

    def _news(self, claims: Iterable[str]) -> bool:
        return not set(self.session.heard).issuperset(claims)

    # --- several forms of one line ---------------------------------------------------------------

    def _form(self, prompt: str) -> Line:
        return self.form(prompt, self.content.prompts[prompt])

    def form(self, kind: str, forms: tuple[_Form, ...]) -> _Form:
        """Return the next of several forms: none twice in a session while another is unused."""
        used = self.session.forms.get(kind, 0)
        self.session.forms[kind] = used + 1
        return forms[(crc32(f"{self.seed} {kind}".encode()) + used) % len(forms)]


Handler = Callable[[Turn], Reply]


def finish(turn: Turn, reply: Reply) -> Reply:
    """Note in the session what was said, and return it in the words of the user's place."""
    session, fallback = turn.session, turn.name == "AMAZON.FallbackIntent"
    words = {"say": reply.say, "ask": reply.ask, "reprompt": reply.reprompt}
    words |= {"key_fact": reply.key_fact, "above": reply.above}
    session.offer = reply.offers
    session.answer = reply.answer.id if reply.answer else None
    session.claims = list(reply.claims)
    words |= {"answer": session.answer, "claims": " ".join(session.claims)}
    if not reply.aside:  # a word aside is nothing to be said again
        session.said = {name: text for name, text in words.items() if text}
    session.misses = session.misses if fallback else 0
    session.refusals = session.refusals if turn.name == "AMAZON.NoIntent" else 0
    session.line = reply.prompt
    session.pain = max(session.pain - 1, 0)
    idioms = turn.content.idioms_of(turn.locale)
    return reply.in_words_of(idioms) if idioms else reply
