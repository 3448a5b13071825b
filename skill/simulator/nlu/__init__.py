"""What Alexa would understand, near enough, with no account: an utterance to an intent request.

Two tiers. The exact tier takes an utterance that is a sample of the interaction model, its slots
filled by the model's own values (grammar.py). The paraphrase tier takes one that is like the
samples of one intent and unlike the rest (paraphrase.py), or has a part that is (parts.py). What
neither is sure of is AMAZON.FallbackIntent.

What neither is sure of may still be a reply to what the skill has just asked (replying.py); Alexa's
own understanding is told no such question.

It stands in for Alexa's own understanding and says so: every result names its tier and its score.
"""

from dataclasses import replace
from functools import lru_cache

from skill.alexa.interaction_model import digest
from skill.simulator.nlu.asides import (
    ASKING_NOTHING,
    GOALS_TOLD,
    LEAVING,
    YES,
    as_said,
    asked_first,
    kindness,
    thanked,
    with_aside,
)
from skill.simulator.nlu.asking import asked_plainly, asks, concludes, confides
from skill.simulator.nlu.background import conditions
from skill.simulator.nlu.cache import learned
from skill.simulator.nlu.comparisons import comparison
from skill.simulator.nlu.features import stems
from skill.simulator.nlu.feelings import DESPAIR, alarming
from skill.simulator.nlu.first_names import judged
from skill.simulator.nlu.framing import bare
from skill.simulator.nlu.grammar import Grammar, Parse, SlotTypes
from skill.simulator.nlu.health_acts import WHOM_TO_TRUST, trusting
from skill.simulator.nlu.intents import BEYOND, CLOSING, DECLINING, FALLBACK, REMARK
from skill.simulator.nlu.model import InteractionModel, load_model
from skill.simulator.nlu.paraphrase import Paraphraser
from skill.simulator.nlu.parts import YES_AND, Parts
from skill.simulator.nlu.repairs import repaired
from skill.simulator.nlu.replying import replied
from skill.simulator.nlu.runs_told import RunsTold
from skill.simulator.nlu.safety import ALARMING, Safety
from skill.simulator.nlu.sureness import Guess
from skill.simulator.nlu.told_beside import ToldBeside
from skill.simulator.nlu.tuning import DECIDING
from skill.simulator.nlu.turn_parts import (
    after_no,
    agreed,
    passed_over,
    redirected,
    says_yes,
    without_goal,
)
from skill.simulator.nlu.understanding import Understanding, as_sample
from skill.simulator.nlu.words import fluent, of_sample, tokens, unhedged, with_g

_MORE, _AGE = "MoreIntent", "AgeIntent"
_ARTICLES = {"the", "my", "your"}  # "good for the stomach muscles" is good for stomach muscles


class Understander:
    """Understands one locale's interaction model. `seed` is the training's; the same, the same."""

    def __init__(self, model: InteractionModel, seed: int = 0) -> None:
        self.model = model
        self._types = SlotTypes(model)
        self._grammar = Grammar(model, self._types)
        self._paraphraser = Paraphraser(model, self._grammar, seed)
        self._told_beside = ToldBeside(model, self._types)
        shared = self._grammar, self._paraphraser, self._told_beside
        self._parts = Parts(model, *shared, self.understand)
        spotter = self._paraphraser.spotter
        self._safety = Safety(model, spotter, seed) if DESPAIR in model.intents else None
        self._runs = RunsTold(model, self._types, self._paraphraser.named)
        of_sample.cache_clear()  # the samples are not read again

    def understand(self, utterance: str, said: str = "") -> Understanding:
        """Return what the utterance means to the model. Any text is fine, also none.

        `said` is what the skill has just said, if anything: the utterance may be a reply to it.
        """
        words = self._meant(utterance)
        if (alarm := alarming(words)) in self.model.intents:
            return Understanding(utterance, str(alarm), {}, "paraphrase", 1.0, None)
        own = self._understood(words)
        own = self._safety.told(own, words) if self._safety else own
        own = replace(self._told_beside.health.whose(own, words), utterance=utterance)
        if own.intent in ALARMING:
            return own
        aged = own.intent == _AGE and own.score == 1  # "my son is nine, can he run three miles"
        counted = own if aged else self._runs.read(own, words, said)
        own = self._redirected(own, words, said) if counted is own else counted
        if not said:
            return own
        return replied(own, said, self._paraphraser.goals) or own

    def _redirected(self, own: Understanding, words: list[str], said: str) -> Understanding:
        """Return what is asked instead of what was just told or offered, where that is clear."""
        more = own.intent == _MORE
        rest = redirected(words, said) if said and (more or own.tier != "exact") else []
        passed = passed_over(words) if said and own.tier != "exact" else []
        if not rest and not passed:
            return own
        if passed and says_yes(words) and {*stems(passed)}.isdisjoint(stems(tokens(said))):
            return replace(own, intent=YES, slots={})  # it was none of what was offered
        if more or passed:  # "I know that one, what else"
            return replace(own, intent="AMAZON.NextIntent", slots={})
        asked = self._understood(rest)
        clear = asked.intent not in ASKING_NOTHING and asked.score >= DECIDING.instead
        return replace(asked, utterance=own.utterance) if clear else own

    def _understood(self, words: list[str]) -> Understanding:
        """Return what words mean, whatever was asked before; a goal may be left out of it."""
        if left_out := without_goal(words, self._types):
            return self._parts.without(*left_out)
        short = asked_plainly(unhedged(bare(words)))
        found = self._by_samples(words, short) or self._by_likeness(words, short)
        if found.intent in CLOSING and concludes(words):
            return _guessed(Guess(), words)
        manner = found.intent in YES_AND and found.tier != "exact" and says_yes(words)
        return replace(found, intent=YES_AND[found.intent]) if manner else found

    def _by_likeness(self, words: list[str], short: list[str]) -> Understanding:
        """Return what words that are no sample mean; `short` are those without what is around them.

        What is asked beside a story counts where it is surer than the whole, and the whole where
        nothing in it is.
        """
        if trusting(words) and WHOM_TO_TRUST in self.model.intents:
            return Understanding("", WHOM_TO_TRUST, {}, "paraphrase", DECIDING.beside, None)
        kind = kindness(self._grammar, short)
        if compared := comparison(self._grammar, bare(after_no(short) or kind[1])):
            return as_sample(compared, DECIDING.beside)
        asked = self._told_beside.asked(short, kind[1], self._paraphraser.named, self.understand)
        guess, short = (Guess(), short) if asked and asked.score == 1 else self._guess(short, *kind)
        own = 0.0 if guess.intent in {None, *ASKING_NOTHING} else guess.score
        own = 0.0 if asked and "goal" in asked.slots and guess.intent in GOALS_TOLD else own
        found = asked if asked and asked.score >= own else self._parts.meaning(words, short, guess)
        if found is None:
            return _guessed(guess, short)
        return replace(found, tier="fallback" if found.intent == FALLBACK else "paraphrase")

    def _meant(self, utterance: str) -> list[str]:
        """Return the words of an utterance, as they were last put right by whoever says them."""
        said = judged(fluent(tokens(utterance)))
        words = with_g(said, self._paraphraser.vocabulary)
        put_right = repaired(words, self._types)
        said_so = put_right != words and as_said(self._grammar, words)  # as a sample says
        return words if said_so else put_right

    def _by_samples(self, words: list[str], short: list[str]) -> Understanding | None:
        """Return the sample that the words are, or one with a word beside it; or None."""
        alone = ["i" if word == "we" else word for word in short]  # "we ran three miles"
        for form in (words, short, alone):
            if form and (parse := as_said(self._grammar, form)):
                return as_sample(thanked(parse, words), 1.0, "exact")
        more = self._paraphraser.speaks_of_more
        parse = with_aside(self._grammar, short) or asked_first(self._grammar, short, more)
        if parse is None:
            parse = self._grammar.parse([word for word in short if word not in _ARTICLES])
            parse = None if parse and parse.intent in DECLINING else parse
        return as_sample(parse, DECIDING.beside) if parse else None

    def _guess(
        self, words: list[str], kind: Parse | None, rest: list[str]
    ) -> tuple[Guess, list[str]]:
        """Return the best reading and its words: the `rest` after a kind word, if that asks."""
        if kind and len(rest := unhedged(bare(rest))) >= DECIDING.rest:
            beside = self._paraphraser.guess(rest)
            sure = beside.score >= DECIDING.after_kind
            if sure and beside.intent not in {None, *ASKING_NOTHING, LEAVING}:
                whole = self._paraphraser.guess(words)  # "thank you very much, you help me"
                same = whole.intent == kind.intent and whole.score > beside.score
                return (whole, words) if same else (beside, rest)
        return (self._paraphraser.guess(words) if words else Guess()), words


@lru_cache(maxsize=8)
def understander(locale: str) -> Understander:
    """Return the understanding of a locale's model, which is learned once and kept in the cache.

    Raises ModelError where there is no such model.
    """
    return learned(digest(locale), lambda: Understander(load_model(locale)))


def _guessed(guess: Guess, words: list[str]) -> Understanding:
    """Return what words are likest, or the yes that they begin with where they're like nothing."""
    intent = guess.intent or FALLBACK
    if intent != REMARK or guess.score < DECIDING.not_beside:
        intent = _nodded_at(intent, guess, words)
    if intent == FALLBACK and agreed(words):
        return Understanding("", YES, {}, "paraphrase", DECIDING.beside, None)
    tier, read = "fallback" if intent == FALLBACK else "paraphrase", " ".join(guess.words) or None
    return Understanding("", intent, guess.slots, tier, guess.score, read, guess.runners_up)


def _nodded_at(intent: str, guess: Guess, words: list[str]) -> str:
    """Return the intent of words that are not understood, or are no more than a remark."""
    if intent == REMARK:
        return FALLBACK if asks(words) else intent  # a nod would be deaf to it
    declined = intent in (FALLBACK, BEYOND) and not guess.slots
    told = declined and confides(words) and not conditions(words)
    return REMARK if told else intent  # nothing was asked that could be declined
