"""Words to SSML. The only place that escapes.

Content is plain words; `*word*` is the one word of a line that may be stressed.
"""

import re
from functools import lru_cache

_STRESSED = re.compile(r"\*([^*]+)\*")
_TAG = re.compile(r"<[^>]*>")
# Said positively: the same set as a negated one takes 20 times as long to compile.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_SPACES = re.compile(r"\s+")
_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
_PAUSE = '<break time="350ms"/>'


@lru_cache(1024)
def plain(words: str) -> str:
    """Return content words without their stress marks."""
    return _STRESSED.sub(r"\1", words)


def capital(words: str) -> str:
    """Return words as they begin a sentence."""
    return words[:1].upper() + words[1:]


def ssml(say: str, ask: str | None = None, slow: bool = False) -> str:
    """Return `say`, and after a short pause the question `ask`, as one SSML document."""
    said = _marked(say)
    if ask:
        said = f"{said} {_PAUSE}{_marked(ask)}" if said else _marked(ask)
    said = f'<prosody rate="slow">{said}</prosody>' if slow else said
    return f"<speak>{said}</speak>"


def strip_ssml(document: str) -> str:
    """Return the plain words of an SSML document, as a person hears them."""
    words = _TAG.sub(" ", document)
    for sign, escaped in reversed(_ESCAPES.items()):
        words = words.replace(escaped, sign)
    return re.sub(r" ([,.?!])", r"\1", _SPACES.sub(" ", words).strip())


@lru_cache(1024)
def _marked(words: str) -> str:
    words = _NOT_XML.sub(" ", words)
    for sign, escaped in _ESCAPES.items():
        words = words.replace(sign, escaped)
    return _STRESSED.sub(r'<emphasis level="moderate">\1</emphasis>', words)
