"""What a reply offers at its end: a question that a yes takes up, never the same twice in a row."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from itertools import chain

from skill.content.schema import Answer, Content
from skill.dialog.health import STARVING, Health
from skill.dialog.reply import Reply
from skill.dialog.session import Session

FOR_GOAL = ("which-goal", "goal-for")  # with which the goal is asked for, thrice on end at most
# Of these, none is taken up by a yes.
_OPEN = (*FOR_GOAL, "how-far", "how-often", "how-many", "quiz-answer", "general", "company")
_INVITING = ("general", "company")  # asks whatever one likes: a lead would ask it twice
_OFTEN = 2  # what has been offered so often is offered no more
_ANYBODYS = "enjoyment"  # the theme that fits whatever one is after
_NEAR = 1  # what is further from what one is after gives way to another theme,
_TOO_FAR = 3  # and so far away, it isn't offered


@dataclass(slots=True)
class Offers:
    """What can be offered in a session, to somebody with these goals."""

    session: Session
    content: Content
    goals: Callable[[], tuple[str, ...]]
    health: Health
    seed: str
    leaning: str | None = None  # the goal that was asked about, where none is told

    @property
    def _careful(self) -> bool:
        return self.health.mentioned or self.session.wary

    @property
    def _only(self) -> tuple[str, ...]:
        """The answers that are all that may be offered; none where any may.

        To somebody in pain, or of an age told, only those that tell nobody what to do; to somebody
        who can't stand running, only those that are not about it.
        """
        if self._careful:
            answers, hungry = self.content.answers, self.health.has(STARVING)
            harmless = self.content.harmless
            return tuple(
                key for key in harmless if not (hungry and answers[key].goal == "calories")
            )
        return self.content.without_running if self.session.no_running else ()

    def fit(self, name: str) -> Answer:
        """Return the answer that an offer of `name` comes to for somebody with these goals."""
        answer = self.content.answers[name]
        first = answer.questions[0]
        if first.slot or not (goals := self.goals()):
            return answer
        return self.content.for_goals(first.intent, goals) or answer

    def unheard(self, among: Iterable[str]) -> list[Answer]:
        """Return those of these answers that may be offered and say something new, in order."""
        keys = [key for key in dict.fromkeys(among) if key != "why"]
        only = self._only or keys
        return [self.content.answers[key] for key in keys if key in only and self._is_new(key)]

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
        chosen already. What is nearest to the user's goals comes first, and nothing that is for
        other goals than they told, or of a theme that they declined. Somebody who was sent to a
        professional is offered what tells nobody what to do, or else asked what they want.
        """
        wanted, last = list(following), self.session.offer
        before = wanted[: wanted.index("why")] if "why" in wanted else wanted
        reason = self.content.reason(about) if about and "why" in wanted else ()
        if self._news(reason) and last != "why" and not self._offerable(before):
            return self.make(reply, "why")
        keys = self._offerable(chain(wanted, self._only or self.content.order))
        far = {key: self._far(key, about) for key in keys} | dict.fromkeys(meant, 0)
        near = [key for key in keys if far[key] < _TOO_FAR and self._offered(key) < _OFTEN]
        if not near:
            return self.make(reply, "general") if self._careful else self._ending_all(reply)

        def rank(key: str) -> tuple[int, bool, bool, int]:
            return self._offered(key), far[key] > _NEAR, key not in wanted, far[key]

        return self.make(reply, min(near, key=rank))

    def _far(self, name: str, about: Answer | None) -> int:
        """Return how far an offer is from the user's goals, or else the last answer's: 0 to 3.

        What fits them comes first; then what is for no goal, or for one of the same kind; then
        what one enjoys. What is for others is too far for who has told theirs, and so is a theme
        that was declined.
        """
        answer, told = self.fit(name), self.goals()
        if answer.theme in self.session.declined:
            return _TOO_FAR
        mine = told or self._leanings(about)
        if not mine or answer.goal in {*mine, *map(self.content.kin.get, mine)} - {None}:
            return 0
        alike = {goal for one in mine for goal in self.content.alike.get(one, ())}
        if answer.theme == _ANYBODYS:
            return 1 if "fun" in mine or (about and about.theme == _ANYBODYS) else 2
        if answer.goal in {None, *alike}:
            return 1
        return _TOO_FAR if told else 2

    def _leanings(self, about: Answer | None) -> tuple[str, ...]:
        """Return the goal that was asked about, or else that of the last answer."""
        leaning = self.leaning or (about.goal if about else None)
        return (leaning,) if leaning else ()

    def refuse(self, offer: str) -> None:
        """Note that an offer was declined: its theme is offered no more, until it's asked about."""
        about = self.session.topic if offer == "last-topic" else offer
        if answer := self.content.answers.get(about or ""):
            self.leave_out([answer])
        self.leave(offer)

    def leave_out(self, answers: Iterable[Answer]) -> None:
        """Note that the themes of these answers aren't wanted."""
        themes = (answer.theme for answer in answers)
        self.session.declined = [*dict.fromkeys([*self.session.declined, *themes])]

    def leave(self, offer: str) -> None:
        """Note that an offer comes too late, or wasn't wanted: it's made no more."""
        self.session.forms[f"offer {offer}"] = self._offered(offer) + _OFTEN

    def _offered(self, key: str) -> int:
        return self.session.forms.get(f"offer {key}", 0)

    def _offerable(self, among: Iterable[str]) -> list[str]:
        last = self.session.offer
        return [one.id for one in self.unheard(among) if one.offer and one.id != last]

    def untried(self, among: Iterable[str]) -> list[str]:
        """Return those of these answers that may be offered, and haven't been."""
        return [key for key in self._offerable(among) if not self._offered(key)]

    def same(self, reply: Reply) -> Reply:
        """Return `reply` with the offer that stands, in other words."""
        standing = self.session.offer
        answer = self.content.answers.get(standing or "")
        if answer and self._offered(answer.id) >= _OFTEN:  # passed over twice
            return self.next(reply, answer.next)
        if standing in FOR_GOAL and self._offered(standing) > _OFTEN:
            return self.next(reply)
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
        leads = self.content.leads[-2:] if what in _OPEN else self.content.leads
        lead = self.session.form("again", leads, self.seed)
        reprompt = other if what in _INVITING else f"{lead} {other}"
        return replace(reply, ask=ask, reprompt=reprompt, offers=what)

    def _open_question(self, reply: Reply) -> Reply:
        ask = self.session.form("open question", self.content.open_questions, self.seed)
        lead = self.session.form("again", self.content.leads[-2:], self.seed)
        return replace(reply, ask=ask, reprompt=f"{lead} {ask}", offers=None)

    def _ending_all(self, reply: Reply) -> Reply:
        """What fits was heard: offer the short version, a quiz, goodbye; then ask what next."""
        rest = self._offerable(self.content.order)
        if rest and not self.goals():  # offered often enough, and not wanted
            return self._open_question(reply)
        for form in self.content.prompts["goal-heard" if rest else "all-heard"]:
            used = self.session.forms.get(f"end {form.offers}", 0)
            if not used and form.offers != self.session.offer:
                self.session.forms[f"end {form.offers}"] = used + 1
                return replace(reply, ask=form.ask, reprompt=form.reprompt, offers=form.offers)
        return self._open_question(reply)

    def _news(self, claims: Iterable[str]) -> bool:
        return not set(self.session.heard).issuperset(claims)
