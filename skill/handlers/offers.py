"""What a reply offers at its end: a question that a yes takes up, never the same twice in a row."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from itertools import chain

from skill.content.schema import Answer, Content
from skill.dialog.reply import OPEN_QUESTIONS, Reply
from skill.dialog.session import Session

_LONGEST = 12  # words of an offer
_OFTEN = 2  # who has been offered something so often is offered another theme
_ANYBODYS = "enjoyment"  # the theme that fits whatever one is after
_NEAR = 1  # what is further from what one is after gives way to another theme
_OF_ANY_GOAL = {"small", "fun"}  # whoever is after these may be after others as well
_END = ("summary", "quiz", "leave")  # what is offered when everything has been heard


@dataclass(slots=True)
class Offers:
    """What can be offered in a session, to somebody with these goals."""

    session: Session
    content: Content
    goals: Callable[[], tuple[str, ...]]
    seed: str
    leaning: str | None = None  # the goal that was asked about, where none is told

    def fit(self, name: str) -> Answer:
        """Return the answer that an offer of `name` comes to for somebody with these goals."""
        answer = self.content.answers[name]
        first = answer.questions[0]
        if first.slot or not (goals := self.goals()):
            return answer
        return self.content.for_goals(first.intent, goals) or answer

    def unheard(self, among: Iterable[str]) -> list[Answer]:
        """Return those of these answers that would say something new, in their order.

        To somebody in pain, only those that tell nobody what to do.
        """
        keys = [key for key in dict.fromkeys(among) if key != "why"]
        if self.session.pain:
            keys = [key for key in keys if key in self.content.harmless]
        return [self.content.answers[key] for key in keys if self._is_new(key)]

    def _is_new(self, name: str) -> bool:
        offered, said = self.content.answers[name], self.fit(name)
        others = [answer.said_by for answer in (offered, said) if answer.said_by]
        return self._news(said.claims) and all(map(self._news, others))

    def next(
        self,
        reply: Reply,
        following: Iterable[str] = (),
        about: Answer | None = None,
        meant: Iterable[str] = (),
    ) -> Reply:
        """Return `reply` with an offer of `following`, or else of any theme; never the same twice.

        `about` is the answer whose reason "why" among them offers, and `meant` are those that are
        chosen already. What is nearest to the user's goals comes first; another theme when none of
        these is near, or all were offered. Then comes what has been offered the fewest times.
        """
        wanted, last = list(following), self.session.offer
        before = wanted[: wanted.index("why")] if "why" in wanted else wanted
        reason = self.content.reason(about) if about and "why" in wanted else ()
        if self._news(reason) and last != "why" and not self._offerable(before):
            return self.make(reply, "why")
        chosen = set(meant)

        def far(key: str) -> int:
            return 0 if key in chosen else self._far(key, about)

        near = [key for key in self._offerable(wanted) if not self._offered(key)]
        if all(far(key) > _NEAR for key in near):
            others = self.content.harmless if self.session.pain else self.content.order
            near = self._offerable(chain(wanted, others))
        if near:
            nearest = min(near, key=lambda key: (self._offered(key), far(key)))
            made = self.make(reply, nearest)
            theme = self.content.answers[nearest].theme
            if about and nearest not in wanted and theme != about.theme:
                return self._in_passing(made)
            return made
        return self.make(reply, "general") if self.session.pain else self._ending_all(reply)

    def general(self, reply: Reply) -> Reply:
        """Return `reply`, which sends to a professional, with an offer of what holds in general."""
        if not (found := self._offerable(self.content.harmless)):
            return self.make(reply, "general")

        def rank(key: str) -> tuple[bool, int, int]:
            times = self._offered(key)
            return times >= _OFTEN, self._far(key, None), times

        nearest = min(found, key=rank)
        subject = self.content.answers[nearest].offer[-1]
        forms = tuple(form.format(subject) for form in self.content.general_offers)
        return self.make(reply, nearest, forms)

    def _far(self, name: str, about: Answer | None) -> int:
        """Return how far an offer is from the user's goals, or else the last answer's: 0 to 3.

        What fits them comes first; then what is for no goal, or goes on about what one enjoys;
        then what one enjoys, or needs leg day as they do, or as little; and last the other goals.
        """
        mine = self.goals() or self._leanings(about)
        answer = self.fit(name)
        if not mine or answer.goal in {*mine, *map(self.content.kin.get, mine)} - {None}:
            return 0
        if answer.theme == _ANYBODYS:
            return 0 if "fun" in mine else 1 if about and about.theme == _ANYBODYS else 2
        growing = not set(self.content.growth).isdisjoint(mine)
        alike = (answer.goal in self.content.growth) == growing
        if answer.goal is None or (alike and not _OF_ANY_GOAL.isdisjoint(mine)):
            return 1
        return 2 if alike else 3

    def _leanings(self, about: Answer | None) -> tuple[str, ...]:
        """Return the goal that was asked about, or else that of the last answer."""
        leaning = self.leaning or (about.goal if about else None)
        return (leaning,) if leaning else ()

    def refuse(self, offer: str) -> None:
        """Note that an offer was declined, so that it is not made again soon."""
        self.session.forms[f"offer {offer}"] = self._offered(offer) + _OFTEN

    def _offered(self, key: str) -> int:
        return self.session.forms.get(f"offer {key}", 0)

    def _offerable(self, among: Iterable[str]) -> list[str]:
        last = self.session.offer
        return [one.id for one in self.unheard(among) if one.offer and one.id != last]

    def same(self, reply: Reply) -> Reply:
        """Return `reply` with the offer that stands, in other words."""
        standing = self.session.offer
        answer = self.content.answers.get(standing or "")
        if answer and self._offered(answer.id) >= _OFTEN:  # passed over twice
            return self.next(reply, answer.next)
        if standing and (standing in self.content.answers or standing in self.content.offers):
            reply = replace(reply, aside=reply.answer is None)
            return self.make(reply, standing, self.content.offers.get(f"{standing}-again", ()))
        return self.next(reply)

    def make(self, reply: Reply, what: str, forms: tuple[str, ...] = ()) -> Reply:
        """Return `reply` with the offer of an answer, or of one of the content's own offers.

        `forms` are how it is made, where not as usual.
        """
        answer = self.content.answers.get(what)
        if self.session.unoffered and (answer or what == "why"):
            return self._open_question(reply)
        forms = forms or (answer.offer[:2] if answer else ()) or self.content.offers[what]
        ask = self.session.form(f"offer {what}", forms, self.seed)
        other = next((form for form in forms if form != ask), ask)
        if ask.split()[0] == (self.session.question or "").partition(" ")[0]:
            ask, other = other, ask  # "Want to", and then not "Want to" again
        if self.session.brief and answer:
            short = self.session.form("brief offer", self.content.brief_offers, self.seed)
            ask = short.format(answer.offer[-1])
        leads = self.content.leads[-2:] if what in OPEN_QUESTIONS else self.content.leads
        reprompt = f"{self.session.form('again', leads, self.seed)} {other}"
        return replace(reply, ask=ask, reprompt=reprompt, offers=what)

    def _open_question(self, reply: Reply) -> Reply:
        ask = self.session.form("open question", self.content.open_questions, self.seed)
        lead = self.session.form("again", self.content.leads[-2:], self.seed)
        return replace(reply, ask=ask, reprompt=f"{lead} {ask}", offers=None)

    def _in_passing(self, reply: Reply) -> Reply:
        """Return `reply` with words before its offer that say that it is about something else."""
        if self.session.brief or reply.offers is None or reply.ask is None:
            return reply
        lead = self.session.form("in passing", self.content.in_passing, self.seed)
        ask = f"{lead} {reply.ask[0].lower()}{reply.ask[1:]}"
        return replace(reply, ask=ask) if len(ask.split()) <= _LONGEST else reply

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
