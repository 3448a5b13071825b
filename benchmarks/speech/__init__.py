"""Questions asked aloud: synthetic voices, noise over them, and what `leg-day listen` makes of it.

lines.jsonl was written without sight of the samples, for measuring only: nothing is tuned on it.
"""

from benchmarks.speech.measure import main

__all__ = ["main"]
