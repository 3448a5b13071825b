"""Whether somebody's life, health or safety is spoken of, however it is put: learned of sentences.

What ought not to be missed is said in more ways than a model has room for. safety.toml has how it
is said, and what only sounds like it; what a model is asked otherwise is none of it either.
"""

import tomllib
from collections.abc import Iterator
from dataclasses import replace
from importlib.resources import files

from skill.simulator.nlu.asides import ASKING_NOTHING, NO, YES
from skill.simulator.nlu.classifier import train
from skill.simulator.nlu.features import Features, Spotter, of_sample, of_utterance
from skill.simulator.nlu.grammar import NUMBER, Filled
from skill.simulator.nlu.health_told import TO_BE_ALLOWED
from skill.simulator.nlu.intents import DECLINING, FOLLOWING, LIFTING, REMARK
from skill.simulator.nlu.model import Intent, InteractionModel
from skill.simulator.nlu.numbers import numbers_in
from skill.simulator.nlu.tuning import DECIDING
from skill.simulator.nlu.understanding import Understanding, put_to
from skill.simulator.nlu.words import fluent, tokens

_NONE, _CHILD, _CLEARED, _FORBIDDEN = "none", "child", "cleared", "forbidden"
_ALARMS = {"despair": "DespairIntent", "eating": "StarvingIntent", "emergency": "EmergencyIntent"}
ALARMING = {*_ALARMS.values()}
_TOLD = {
    "ill": "PainIntent",
    "pregnant": "PregnancyIntent",
    "child": "AgeIntent",
    "cleared": "DoctorSaidIntent",
    "forbidden": "DoctorForbadeIntent",
    "well": LIFTING,
}
# What is told beside a question, by the id of the AILMENT that it is told as.
_BESIDE = {"ill": "", "pregnant": "pregnancy", "cleared": "allowed", "well": "well"}
_SAMPLES_OF = {intent: act for act, intent in (_ALARMS | _TOLD).items()} | {
    "ConditionIntent": "ill",
    "NewBabyIntent": "pregnant",
}
_EITHER = {  # may be asked by somebody ill, or by nobody
    "AgeIntent",
    "IsItSafeIntent",
    "IsItHarmfulIntent",
    "DoctorOrYouIntent",
    "HealthToldIntent",
    "InGeneralIntent",
    "GriefIntent",
}
_FOR_A_PARENT = TO_BE_ALLOWED - {"DoesRunningCountIntent"}  # or for whoever forbade it
_UNCLEAR = ASKING_NOTHING - {YES, NO, "AMAZON.CancelIntent"}
_OF_EACH = 40  # samples of an intent that has nothing to do with it
_GROWN_UP = 18


class Safety:
    """Knows how the users of one model speak of safety. `seed` is the training's."""

    def __init__(self, model: InteractionModel, spotter: Spotter, seed: int = 0) -> None:
        self._model = model
        self._spotter = spotter
        self._ailments = {one.id: one for one in model.types.get("AILMENT", ())}
        self._classifier = train(self._lines(), seed)

    def act(self, words: list[str]) -> tuple[str, float]:
        """Return what words tell of safety, by its name in safety.toml, and how likely that is."""
        found = self._classifier.likeness(of_utterance(words, self._spotter)).probabilities
        return max(found.items(), key=lambda item: item[1])

    def told(self, own: Understanding, words: list[str]) -> Understanding:
        """Return what words tell of safety, where their `own` meaning is deaf to that.

        An alarm comes before what else is understood. The rest counts where nothing was asked, or
        beside what was.
        """
        alarmed = own.intent in ALARMING and own.score >= DECIDING.clause
        if own.tier == "exact" or alarmed:
            return own
        act, likely = self.act(words)
        known = own.intent not in DECLINING and own.score >= DECIDING.clause
        if act in _ALARMS and likely >= (DECIDING.alarming_beside if known else DECIDING.alarming):
            return put_to(own, _ALARMS[act], score=likely)
        if own.intent in ALARMING and act == _NONE and likely >= DECIDING.no_alarm:
            return put_to(own, REMARK, score=likely)
        if own.intent in _SAMPLES_OF or act not in _TOLD or likely < DECIDING.told:
            return own
        age = self._age(words) if act == _CHILD else {}
        unsure = own.intent in ASKING_NOTHING or own.score < DECIDING.doubted_correction
        deaf = own.intent in _UNCLEAR or (unsure and likely >= DECIDING.alarming_beside)
        leans = act == _CLEARED and own.intent in FOLLOWING
        if deaf or leans or (own.intent in _FOR_A_PARENT and (age or act == _FORBIDDEN)):
            return put_to(own, _TOLD[act], age, likely)
        if "ailment" in {*self._model.intents[own.intent].slots} - own.slots.keys():
            return self._beside(own, act, " ".join(words))
        return own

    def _beside(self, own: Understanding, act: str, said: str) -> Understanding:
        """Return a question with what was told of health beside it."""
        if act not in _BESIDE:
            return own
        ailment = Filled("AILMENT", said, self._ailments.get(_BESIDE[act]))
        return replace(own, slots={**own.slots, "ailment": ailment})

    def _age(self, words: list[str]) -> dict[str, Filled]:
        years = (digits for _, digits in numbers_in(words) if int(digits) < _GROWN_UP)
        found = next(years, "")
        return {"age": Filled(NUMBER, found)} if found else {}

    def _lines(self) -> Iterator[tuple[str, Features]]:
        told = tomllib.loads(files(__package__).joinpath("safety.toml").read_text("utf-8"))
        for act, lines in told.items():
            for line in lines.strip().splitlines():
                yield act, of_utterance(fluent(tokens(line)), self._spotter)
        for intent in self._model.intents.values():
            yield from self._samples(intent)

    def _samples(self, intent: Intent) -> Iterator[tuple[str, Features]]:
        """Yield the samples of an intent, of some that are none of it only a few."""
        act, samples = _SAMPLES_OF.get(intent.name, _NONE), intent.samples
        if intent.name in _EITHER:
            return
        all_of_it = act != _NONE or intent.name in DECLINING
        every = 1 if all_of_it else max(1, len(samples) // _OF_EACH)
        for sample in samples[::every]:
            if act != _NONE or "{ailment}" not in sample:
                yield act, of_sample(sample, intent.slots, self._spotter)
