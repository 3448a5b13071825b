"""How every word of the samples is spoken; a word without a pronunciation can never be heard.

In this order: pronunciations.txt beside this file and the CMU dictionary that pocketsphinx carries
(together, where both know a word), a word built of words that these know, and the letters.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

Dictionary = Mapping[str, tuple[str, ...]]

OWN = Path(__file__).with_name("pronunciations.txt")
_ALTERNATIVE = re.compile(r"\(\d+\)$")
_HISSING = ("S", "Z", "SH", "ZH", "CH", "JH")
_VOICELESS = ("P", "T", "K", "F", "TH")
_SHORTEST_PART = 3  # letters of a word that another is built of


def read_dictionary(*paths: Path) -> dict[str, tuple[str, ...]]:
    """Return word -> ways to speak it, of files with a word and its phones a line.

    Raises OSError where a file cannot be read.
    """
    found: dict[str, tuple[str, ...]] = {}
    for path in paths:
        for line in path.read_text("utf-8").splitlines():
            word, _, phones = line.partition(" ")
            if phones and word != "#":
                name = _ALTERNATIVE.sub("", word)
                found[name] = (*found.get(name, ()), phones.strip())
    return found


def pronunciations(words: Iterable[str], known: Dictionary) -> dict[str, tuple[str, ...]]:
    """Return for each word how it is spoken, one way or several; never none."""
    return {word: known.get(word) or built(word, known) or (spelled_out(word),) for word in words}


def dictionary_lines(spoken: Dictionary) -> Iterator[str]:
    """Yield the lines of pronunciations as pocketsphinx reads them."""
    for word, ways in sorted(spoken.items()):
        for number, phones in enumerate(dict.fromkeys(ways), 1):
            yield f"{word}{f'({number})' if number > 1 else ''} {phones}\n"


def built(word: str, known: Dictionary) -> tuple[str, ...]:
    """Return how a word is spoken that is another with an ending, or two in one; () if neither."""
    for ending, say in _ENDINGS:
        if word.endswith(ending):
            for stem in _stems(word[: -len(ending)], ending):
                if ways := known.get(stem) or _compound(stem, known):
                    return tuple(dict.fromkeys(say(way) for way in ways[:2]))
    return _compound(word, known)


def _compound(word: str, known: Dictionary) -> tuple[str, ...]:
    for at in range(len(word) - _SHORTEST_PART, _SHORTEST_PART - 1, -1):
        first, second = known.get(word[:at]), known.get(word[at:])
        if first and second:
            return (f"{first[0]} {second[0]}",)
    return ()


def _stems(rest: str, ending: str) -> list[str]:
    """Return what a word may have been before its ending: run(n)ing, rac(e)ing, bod(y)ies."""
    if ending.startswith("'") or ending.endswith("'"):
        return [rest]
    doubled = [rest[:-1]] if rest[-1:] == rest[-2:-1] and len(rest) > 3 else []
    return [*doubled, rest, rest + "e"]


def _plural(way: str) -> str:
    last = way.rsplit(" ", 1)[-1]
    return f"{way} {'IH Z' if last in _HISSING else 'S' if last in _VOICELESS else 'Z'}"


def _past(way: str) -> str:
    last = way.rsplit(" ", 1)[-1]
    voiceless = last in (*_VOICELESS, "S", "SH", "CH")
    return f"{way} {'IH D' if last in ('T', 'D') else 'T' if voiceless else 'D'}"


_ENDINGS = (
    ("'s", _plural),
    ("s'", _plural),
    ("ness", lambda way: f"{way} N AH S"),
    ("s", _plural),
    ("ing", lambda way: f"{way} IH NG"),
    ("ers", lambda way: f"{way} ER Z"),
    ("er", lambda way: f"{way} ER"),
    ("ed", _past),
    ("ly", lambda way: f"{way} L IY"),
)


# --- English letters to phones, roughly --------------------------------------------------

_NAMES = dict(
    pair.split("=")
    for pair in (
        "a=EY,b=B IY,c=S IY,d=D IY,e=IY,f=EH F,g=JH IY,h=EY CH,i=AY,j=JH EY,k=K EY,l=EH L,m=EH M,"
        "n=EH N,o=OW,p=P IY,q=K Y UW,r=AA R,s=EH S,t=T IY,u=Y UW,v=V IY,w=D AH B AH L Y UW,"
        "x=EH K S,y=W AY,z=Z IY"
    ).split(",")
)
_STRESSED_E = {"a": "EY", "e": "IY", "i": "AY", "o": "OW", "u": "UW"}
_SPELLINGS = dict(
    pair.split("=")
    for pair in (
        "tion=SH AH N,sion=ZH AH N,ture=CH ER,ight=AY T,ough=AH F,eigh=EY,tch=CH,dge=JH,sch=S K,"
        "igh=AY,eau=OW,ear=IH R,oor=AO R,our=AW ER,air=EH R,ch=CH,sh=SH,th=TH,ph=F,wh=W,ck=K,"
        "ng=NG,qu=K W,kn=N,wr=R,gh=G,ee=IY,ea=IY,oo=UW,ou=AW,ow=OW,oi=OY,oy=OY,ai=EY,ay=EY,"
        "au=AO,aw=AO,ie=IY,ei=EY,ey=IY,oa=OW,ue=UW,ew=UW,ar=AA R,er=ER,ir=ER,or=AO R,ur=ER,"
        "bb=B,cc=K,dd=D,ff=F,gg=G,ll=L,mm=M,nn=N,pp=P,rr=R,ss=S,tt=T,zz=Z,ce=S EH,ci=S IH,"
        "cy=S IY,ge=JH EH,gi=JH IH,a=AE,b=B,c=K,d=D,e=EH,f=F,g=G,h=HH,i=IH,j=JH,k=K,l=L,m=M,n=N,"
        "o=AA,p=P,q=K,r=R,s=S,t=T,u=AH,v=V,w=W,x=K S,y=IY,z=Z"
    ).split(",")
)
_LONGEST = max(map(len, _SPELLINGS))
_VOWELS = "aeiouy"


def spelled_out(word: str) -> str:
    """Return the phones of a word by its letters; one without a vowel is said letter by letter."""
    letters = [letter for letter in word if letter in _NAMES]
    if not any(letter in _VOWELS for letter in letters):
        return " ".join(_NAMES[letter] for letter in letters) or "AH"
    return " ".join(_phones("".join(letters)))


def _phones(word: str) -> list[str]:
    found: list[str] = []
    silent = len(word) > 3 and word[-1] == "e" and word[-2] not in _VOWELS
    long_at = len(word) - 3 if silent and word[-3] in _STRESSED_E else -1
    end = len(word) - silent
    at = 0
    while at < end:
        if at == long_at:
            found.append(_STRESSED_E[word[at]])
            at += 1
            continue
        spelling = next(
            word[at : at + n] for n in range(_LONGEST, 0, -1) if word[at : at + n] in _SPELLINGS
        )
        found.append(_SPELLINGS[spelling])
        at += len(spelling)
    return found
