"""One request as a handler sees it, and the ways to answer it.

A handler is a function from a `Turn` to a `Reply`. It never touches the SDK; what it needs of the
request, the conversation and the user is here.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from ask_sdk_core.handler_input import HandlerInput

from skill.content.schema import Answer, Because, Content, Line, Question
from skill.dialog import health
from skill.dialog.health import ME, Health
from skill.dialog.reply import Reply
from skill.dialog.session import Session
from skill.handlers.care import REFERRAL, Care
from skill.handlers.of_user import OfUser
from skill.handlers.offers import Offers

_OWN = ("SetGoalIntent", "AddGoalIntent", "MyGoalIntent", "ForWhomIntent")
# What was told of one's health, of which a line may have a form of its own.
_TOLD = (health.STARVING, health.CLEARED, health.EMERGENCY, health.PREGNANT, health.CHILD)
_PROPOSING = "How about"  # what is proposed to do may be asked about: "both, how"


@dataclass(slots=True)
class Turn(OfUser):
    """One request: what was asked, what was said before, and what can be said."""

    name: str  # the intent's name, or the request's type
    slots: dict[str, str]  # slot name -> resolved id, or the number that was heard
    session: Session
    content: Content
    locale: str
    seed: str  # the session's id: which of several forms comes first
    handler_input: HandlerInput = field(repr=False)
    unknown: dict[str, str] = field(default_factory=dict)  # slot name -> words that match no value
    ailing: bool = False  # told of an illness in the same breath
    born: bool = False  # or that a baby has come
    well: bool = False  # or that nothing ails them
    whom: str = ""  # asked for somebody else, whose goals are not the user's: "your sister", "him"

    @property
    def health(self) -> Health:
        """What is known of the health of whomever this is about."""
        own = self.name in (*_OWN, *self.content.after_pain)  # what one asks for oneself
        return Health(self.session, (self.session.whom or "") if self.of_other else "", own)

    @property
    def offers(self) -> Offers:
        """What can be offered now."""
        leaning = None if self.of_other else self.session.leaning
        return Offers(self.session, self.content, self.goals, self.health, self.seed, leaning)

    @property
    def care(self) -> Care:
        """What of it is for a professional to tell."""
        return Care(self.session, self.content, self.health, self.ailing)

    # --- answers ---------------------------------------------------------------------------------

    @property
    def topic(self) -> Answer | None:
        """The last answer that was said; none right after a question that had no answer."""
        if self.session.line in (*self.content.no_answer, *self.content.referred):
            return None
        return self.content.answers.get(self.session.topic or "")

    @property
    def offered(self) -> Answer | None:
        """The answer that "yes" would tell."""
        return self.content.answers.get(self.session.offer or "")

    def follow_up(self, slots: Mapping[str, str] | None = None) -> Reply | None:
        """Say what this question, with `slots` or its own, has for an answer after the last one."""
        asked = self.slots if slots is None else slots
        keys = (str(Question(self.name, *slot)) for slot in asked.items())
        rows = (self.content.follow_ups.get(key) for key in (*keys, self.name))
        proposed = (self.session.question or "").startswith(_PROPOSING) and self.offered
        about = (self.topic, self.offered) if proposed else (self.topic,)
        said = (
            row.said_after(last)
            for row in filter(None, rows)
            for last in about[: 1 if row.asks else 2]
        )
        found = next(filter(None, said), None)
        return self.words(found) if found else None

    def answer(self, found: Answer, say: str = "", **more: Any) -> Reply:
        """Say an answer that was asked for; a second time shorter, a third time ask what's missing.

        `say` is a worked-out form of it. `more` are fields of the reply: claims, key_fact, above.
        """
        if self.care.refers(found):
            return self.line(REFERRAL)
        if found.goal in self.content.goals and not self.of_other:
            self.session.leaning = found.goal
        self.session.declined = [one for one in self.session.declined if one != found.theme]
        before = self.session.asked.get(found.id, 0)
        self.session.asked[found.id] = before + (not say and not self.of_other)
        short = found.again if (before or self.session.brief) and not say else ""
        complained = before and self.session.line == "misunderstood"
        if not say and (before > 1 or complained):
            short = found.plain or found.again
        words = say or self._for_other(found) or short or found.asked
        at_once = before and self.session.answer == found.id and not (say or self.session.brief)
        if at_once and words == short and ". " not in words:  # there's no more to it
            words = f"{words} {self.form('that-is-all').say}"
        reply = self._said(found, self._careful(found, words), **more)
        if before > 1 and not say and found.because:
            return self.ending(reply, "third")
        if found.lead and not (say or before or self.goals() or self.of_other):
            return self.ending(reply, found.lead)
        return self.offers.next(reply, found.next, found)

    def tell(self, found: Answer) -> Reply:
        """Say an answer that was not asked for: after a yes, or "more"."""
        if self.care.refers(found):
            return self.line(REFERRAL)
        short = found.again if self.session.brief else ""
        words = self._for_other(found) or short or found.told or found.asked
        reply = self._said(found, self._careful(found, words))
        asked_back = self.session.forms.get(str(found.lead))
        if found.lead and not (asked_back or self.goals() or self.of_other):
            return self.ending(reply, found.lead)
        return self.offers.next(reply, found.next, found)

    def reason(self, found: Answer) -> Reply | None:
        """Say why, after `found`; None where there is no reason, or it was said just before."""
        if found.because is None or found.because.like in self.session.trail[-2:-1]:
            return None
        return self.words(found.because)

    def words(self, said: Because) -> Reply:
        """Say words that are no answer's own, and go on from the answer whose subject they have."""
        like = self.content.answers[said.like]
        if self.care.needed and self.care.is_advice(like):
            return self.line(REFERRAL)
        reply = self._said(like, said.says, claims=said.claims or like.claims)
        return self.offers.next(reply, like.next, like)

    def _for_other(self, found: Answer) -> str:
        return f"For {self.whom}, {found.other}" if self.of_other and found.other else ""

    def _careful(self, found: Answer, say: str) -> str:
        shortens = self.care.shortens(found) or ((self.ailing or self.well) and ". " in say)
        brief = found.again or say if shortens else say
        told = self.care.told(found, brief, self.form)
        return f"{self.form('well').say} {told}" if self.well else told

    def _said(self, found: Answer, say: str, **more: Any) -> Reply:
        more.setdefault("claims", found.claims)
        self.session.mark_heard(more["claims"])
        self.session.move_to(found.id)
        return Reply(say, answer=found, **more)

    # --- lines -----------------------------------------------------------------------------------

    @property
    def _patient(self) -> str:
        """Whose health is spoken of, as they are spoken of: "your wife"."""
        return self.whom or self.content.people.get(self.health.who, "them")

    def line(self, prompt: str, **values: str) -> Reply:
        """Say a line that is no answer, in a form not used yet; without an offer it ends."""
        form = self.form(prompt)
        if form.offers and not form.ask:
            return self.offers.make(Reply(form.say.format(**values), prompt=prompt), form.offers)
        ask = form.ask.format(**values) if form.ask else None
        reprompt = form.reprompt.format(**values) if form.reprompt else None
        return Reply(form.say.format(**values), ask, reprompt, offers=form.offers, prompt=prompt)

    def line_and_offer(self, prompt: str, following: Iterable[str] = (), **values: str) -> Reply:
        """Say a line that has no question of its own, and offer something not heard yet.

        What is offered is of `following`, or goes on from what was talked about last. Where there
        is no answer, nothing beside it and no goal to go by, the goal is asked for, once.
        """
        last = self.content.answers.get(self.session.topic or "")
        reply = Reply(self.form(prompt).say.format(**values), prompt=prompt)
        if self.session.offer == "tour" and self.name != "AMAZON.NextIntent":  # it stands
            return self.offers.same(reply)
        chosen = list(following)
        unanswered = prompt in self.content.no_answer
        if unanswered and self.health.mentioned:  # it may have been about that
            return self.offers.make(reply, "general")
        counting = last and last.id == "calories-per-mile" and self.session.offer != "distance"
        if unanswered and counting and self.session.runs:
            return self.offers.make(reply, "distance")
        if last and not chosen and unanswered and self._goal_unasked(last):
            return self.offers.make(reply, "which-goal")
        return self.offers.next(reply, [*chosen, *(last.next if last else ())], meant=chosen)

    def _goal_unasked(self, last: Answer) -> bool:
        asked = "offer which-goal" in self.session.forms or self.health.mentioned or self.of_other
        return not (asked or last.goal or self.goals())

    def line_and_same_offer(self, prompt: str, **values: str) -> Reply:
        """Say a line, and make the offer that stands again, in other words."""
        reply = Reply(self.form(prompt).say.format(**values), prompt=prompt)
        return self.offers.same(reply)

    def declined(self) -> Reply:
        """Leave what was offered for something else; in pain, ask what it should be."""
        mentioned = self.health.mentioned
        return self.line("declined") if mentioned else self.line_and_offer("declined")

    def no_answer(self, prompt: str, following: Iterable[str] = (), **values: str) -> Reply:
        """Say that there is no answer; the second time in a row, with what is known instead."""
        again = f"{prompt}-again"
        if self.session.misses and again in self.content.prompts:
            if any(form.ask for form in self.content.prompts[again]):
                return self.line(again)
            prompt = again
        return self.line_and_offer(prompt, following, **values)

    def ending(self, reply: Reply, prompt: str) -> Reply:
        """Return `reply` with the question of a line at its end."""
        form, menu = self.form(prompt), prompt if prompt in self.content.menus else None
        return replace(reply, ask=form.ask, reprompt=form.reprompt, offers=form.offers, menu=menu)

    def form(self, prompt: str) -> Line:
        """Return a form of this line that was not said yet; to somebody in pain, of NAME-pain.

        Whom a professional has told what to do, it is of NAME-cleared; after an emergency, of
        NAME-emergency, and so on; of somebody else's health, of NAME-theirs.
        """
        told = [kind for kind in _TOLD if self.health.has(kind)]
        told = ["born", *told] if self.born else told
        theirs = self.health.who != ME
        told += ["theirs"] if theirs else []
        kinds = [*told, "pain"] if self.health.mentioned else []
        named = (f"{prompt}-{kind}" for kind in kinds)
        prompt = next((name for name in named if name in self.content.prompts), prompt)
        form = self.session.form(prompt, self.content.prompts[prompt], self.seed)
        return form._replace(say=form.say.replace("{whom}", self._patient)) if theirs else form


Handler = Callable[[Turn], Reply]
