"""The parts of `leg-day listen` by the names that the command line gives them."""

from skill.simulator.nlu.model import load_model
from skill.speakers.listen.denoise import DeepFilter, Denoiser, wiener
from skill.speakers.listen.recogniser import PocketSphinx, Recogniser


def denoiser(name: str) -> Denoiser | None:
    """Return "wiener", "deep" or "none". Raises ValueError where the package is missing."""
    if name == "deep":
        return DeepFilter()
    return wiener if name == "wiener" else None


def recogniser(locale: str) -> Recogniser:
    """Return the recogniser of a locale. Raises ValueError where its package is missing."""
    return PocketSphinx(load_model(locale))
