"""The types of what can be said: questions, claims, answers, lines.

Named tuples, which are made in a seventh of the time of a dataclass: a cold start waits for them.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple


class Question(NamedTuple):
    """What an answer answers: an intent, alone or with one value of one slot."""

    intent: str
    slot: str | None = None
    value: str | None = None

    @classmethod
    def read(cls, written: str) -> "Question":
        """Make a question of "Intent" or "Intent slot=value"."""
        intent, _, condition = written.partition(" ")
        slot, _, value = condition.partition("=")
        return cls(intent, slot or None, value or None)

    @property
    def slots(self) -> dict[str, str]:
        """Its slot and value as a table; empty where it has none."""
        return {self.slot: self.value} if self.slot and self.value else {}

    def __str__(self) -> str:
        return f"{self.intent} {self.slot}={self.value}" if self.slot else self.intent


class Claim(NamedTuple):
    """One statement of the article, in our own words."""

    id: str
    section: str
    says: str


class Because(NamedTuple):
    """What is said to "why?" after an answer: the words, and the answer whose subject they have."""

    says: str
    like: str  # an answer's id: its claims, unless others are given, and its topic
    claims: tuple[str, ...] = ()


class FollowUp(NamedTuple):
    """What an intent asks of the answer before, or concludes from it."""

    asks: str = ""  # the intent of the question that it comes to
    words: Mapping[str, str] = {}  # an answer's word -> the one that it is here
    unknown: str = ""  # what is not known, after "I don't know"
    after: Mapping[str, Because] = {}  # the last answer, its theme or "any" -> what is said

    def said_after(self, last: "Answer | None") -> Because | None:
        """Return what is said after the answer `last`; None where there is nothing."""
        keys = (last.id, last.theme, "any") if last else ("any",)
        return next((self.after[key] for key in keys if key in self.after), None)


class Answer(NamedTuple):
    """One thing to say about running and leg day, in its roles, and what may follow it."""

    id: str
    theme: str
    intents: tuple[str, ...]
    claims: tuple[str, ...]
    asked: str  # said when it was asked for
    headline: str
    key_fact: str
    hint: str  # the words of a question to touch
    next: tuple[str, ...] = ()  # answers to offer, or "why": the because of this one
    told: str = ""  # said after a yes or "more"; the asked form where there is none
    again: str = ""  # said when it is asked for a second time, one sentence
    other: str = ""  # said of somebody else, after "For your sister,"
    plain: str = ""  # said to "in plain words"
    example: str | None = None  # the answer that is told to "for example"
    because: Because | None = None
    in_a_word: str = ""  # to a yes-or-no question: which word of the content's `in_a_word`
    offer: tuple[str, ...] = ()  # how it is offered, twice, and its subject for a short offer
    goal: str | None = None  # the goal that it is about
    parts: tuple[str, ...] = ()  # the answers to "the first one" and "the second one"
    said_by: tuple[str, ...] = ()  # claims that together say the same: then it is not offered
    ask: str = ""  # how it is asked for by touch
    columns: tuple[str, ...] = ()  # the screen's two columns: title, note, title, note
    lead: str | None = None  # a line to end with, where the answer asks something back

    @property
    def questions(self) -> tuple[Question, ...]:
        """What it answers."""
        return tuple(map(Question.read, self.intents))


class Line(NamedTuple):
    """One form of a line that is no answer: `ask` ends it, `reprompt` follows silence.

    `named` are the answers to the two questions that it suggests, in their order.
    """

    say: str = ""
    ask: str | None = None
    reprompt: str | None = None
    offers: str | None = None  # what "yes" takes
    named: tuple[str, ...] = ()


class QuizQuestion(NamedTuple):
    """One question of the quiz, what is right, and what is said to a right and a wrong answer."""

    ask: str
    reprompt: str
    hint: str
    right: tuple[str, ...]  # "slot=value", or the name of an intent
    hit: str
    miss: str
    claims: tuple[str, ...]
    like: str  # the answer whose subject it has


class Content(NamedTuple):
    """Everything the skill can say in one language."""

    claims: Mapping[str, Claim]
    answers: Mapping[str, Answer]
    prompts: Mapping[str, tuple[Line, ...]]
    offers: Mapping[str, tuple[str, ...]]  # offers that are no answers: how they are made
    goals: Mapping[str, str]  # goal id -> how it is spoken of, a noun
    goals_told: Mapping[str, str]  # the same where it is taken in, if otherwise
    goals_dropped: Mapping[str, str]  # and where it is given up
    people: Mapping[str, str]  # somebody else -> how they are spoken of
    kin: Mapping[str, str]  # goal -> the goal whose answers it has, where none is its own
    unwanted: Mapping[str, str]  # goal -> the one of whoever does not want it
    alike: Mapping[str, tuple[str, ...]]  # goal -> others that may be offered to who has it
    figures: Mapping[str, str]  # sentences around a number
    leads: tuple[str, ...]  # said before an offer is made again
    open_questions: tuple[str, ...]  # asked of somebody who wants no offers
    brief_offers: tuple[str, ...]  # short offers, around the subject of an answer
    order: tuple[str, ...]  # answers in the order they are offered unasked
    facts: tuple[str, ...]  # answers told to "a fun fact"
    scores: Mapping[str, str]  # right answers of the quiz, "0" to "3", "wrong" -> how it is taken
    tour: tuple[str, ...]  # the stops of "tell me everything"
    quiz: tuple[QuizQuestion, ...]
    about: Mapping[str, str]  # theme -> how it is spoken of
    lines_for: Mapping[str, str]  # intent -> the line that answers it
    kind_words: tuple[str, ...]  # lines after which what was offered stands
    instead: Mapping[str, str]  # for another goal, this intent's question is asked as that one's
    several: Mapping[str, str]  # intent -> the answer where goals differ
    several_with_growth: Mapping[str, str]  # the same, where one of them is about growth
    growth: tuple[str, ...]  # the goals that need leg day
    follow_ups: Mapping[str, FollowUp]  # intent -> what it asks of the answer before
    in_a_word: Mapping[str, str]  # an answer's word -> how it is said
    opposites: Mapping[str, str]  # intent -> the one whose yes is its no
    about_muscles: tuple[str, ...]  # intents whose question goes on with another exercise
    not_known: Mapping[str, str]  # what somebody is after that is not known -> how it is said
    unknown: Mapping[str, str]  # what is asked for that is not known -> how it is said
    of_last: tuple[str, ...]  # of these, what is asked of the answer before
    beside: Mapping[str, tuple[str, ...]]  # the same -> answers to offer in its place
    no_answer: tuple[str, ...]  # lines that say that a question has no answer here
    referred: tuple[str, ...]  # lines that send people to a professional
    taken_back: tuple[str, ...]  # offers that "never mind" takes back
    guesses: tuple[str, ...]  # intents that answer a question of the quiz
    misses: tuple[str, ...]  # lines that are said once more in other words, and with help
    units: Mapping[str, str]  # units that measure no run -> the line that says so
    after_pain: tuple[str, ...]  # intents that a professional answers after pain
    right_after_pain: tuple[str, ...]  # the same, right after the user was sent to one
    to_do: tuple[str, ...]  # claims of what one might do: told then with a word of care
    in_general: tuple[str, ...]  # intents whose answers need no word of care
    always_careful: tuple[str, ...]  # and those that have one right after another too
    told_with_care: tuple[str, ...]  # answers of what a professional answers that are told so too
    without_running: tuple[str, ...]  # answers that are offered to who can't stand running
    harmless: tuple[str, ...]  # answers that may be offered then
    professional: tuple[str, ...]  # words that make something a professional's business
    idioms: Mapping[str, str]  # American words -> what everybody else says
    idioms_by_locale: Mapping[str, Mapping[str, str]]  # locale -> the same, where only they do
    screen: Mapping[str, str]
    menus: Mapping[str, Mapping[str, Any]]
    yes: Mapping[str, str]  # offers that are no answers -> what their yes brings, to be touched
    touch: Mapping[str, str]  # words to touch -> "Intent slot=value …"
    questions: Mapping[Question, str]  # -> answer id

    def choose(self, intent: str, slots: Mapping[str, str] | None = None) -> Answer | None:
        """Return the answer to a question: the one for a slot's value before the general one.

        `slots` maps slot names to resolved ids. None where the content has nothing for the intent.
        """
        for name, value in (slots or {}).items():
            for meant in (value, self.kin.get(value, value)):
                if found := self.questions.get(Question(intent, name, meant)):
                    return self.answers[found]
        general = self.questions.get(Question(intent))
        return self.answers[general] if general else None

    def for_goals(self, intent: str, goals: tuple[str, ...]) -> Answer | None:
        """Return the answer to a question for somebody with these goals, or the general one.

        Of several it's that of the goal that comes first in the table of goals.
        """
        ordered = [goal for goal in self.goals if goal in goals]
        found = [a for goal in ordered if (a := self.choose(intent, {"goal": goal}))]
        if len({answer.id for answer in found}) > 1:
            growing = self.several_with_growth if set(self.growth) & set(goals) else {}
            if both := growing.get(intent) or self.several.get(intent):
                return self.answers[both]
        return found[0] if found else self.choose(intent)

    def idioms_of(self, locale: str) -> Mapping[str, str]:
        """Return what a locale says in place of other words; American ones stand in en-US."""
        shared = {} if locale == "en-US" else self.idioms
        return {**shared, **self.idioms_by_locale.get(locale, {})}

    def reason(self, answer: Answer) -> tuple[str, ...]:
        """Return the claims of an answer's because; none where it has none."""
        if answer.because is None:
            return ()
        return answer.because.claims or self.answers[answer.because.like].claims
