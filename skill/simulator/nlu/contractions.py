"""Contractions undone, however they are typed or said: "can't", "dont", "cannae", "gonna"."""

import re

_CONTRACTIONS = {
    "cannot": "can not",
    "can't": "can not",
    "ain't": "is not",
    "won't": "will not",
    "wanna": "want to",
    "gonna": "going to",
    "gotta": "got to",
    "dunno": "don't know",
    "kinda": "kind of",
    "lemme": "let me",
    "gimme": "give me",
    "i'ma": "i am going to",
    "imma": "i am going to",
    "ima": "i am going to",
    "tho": "though",
    "cos": "because",
    "cuz": "because",
    "coz": "because",
    "ok": "okay",
    "thx": "thanks",
    "pls": "please",
    "plz": "please",
    "versus": "vs",
    "v": "vs",
    "owt": "anything",
    "nowt": "nothing",
    "summat": "something",
    "dat": "that",
    "dis": "this",
    "dem": "them",
    "wi": "with",
    "tae": "to",
    "dae": "do",
    "gies": "gives",
    "ye": "you",
    "yer": "your",
    "whit": "what",
    "aboot": "about",
    "oot": "out",
    "cannae": "can not",
    "dinnae": "do not",
    "isnae": "is not",
    "couldnae": "could not",
    "shouldnae": "should not",
    "wasnae": "was not",
    "willnae": "will not",
    "havenae": "have not",
    "arenae": "are not",
    "wouldnae": "would not",
    "didnae": "did not",
    "doesnae": "does not",
    "fibers": "fibres",
    "fiber": "fibre",
    "kilometre": "kilometer",
    "kilometres": "kilometers",
    "metres": "meters",
    "metre": "meter",
}
_ENDINGS = {"n't": "not", "'re": "are", "'ll": "will", "'ve": "have", "'m": "am", "'d": "would"}

# Typed without the apostrophe: always, and before certain words, as "ill" is a word of its own.
_APOSTROPHE = {
    word.replace("'", ""): word
    for word in (
        "don't doesn't didn't isn't aren't wasn't weren't couldn't wouldn't shouldn't haven't "
        "hasn't hadn't can't won't ain't i'm i've you're you've they're what's that's there's "
        "who's how's he's she's"
    ).split()
}
_APOSTROPHE_BEFORE = [
    (re.compile(rf"\b{typed} (?=(?:{'|'.join(after.split())})\b)"), f"{meant} ")
    for typed, meant, after in (
        ("id", "i'd", "like love rather prefer say hate be want"),
        (
            "ill",
            "i'll",
            "go try do take be have see call ask just stick get run die never keep give leave let "
            "make start think tell pass skip stop",
        ),
        (
            "its",
            "it's",
            "a an the for not my good bad just only been like so too really very all that about me "
            "enough fine okay great hard boring mostly",
        ),
    )
]


def with_apostrophes(text: str) -> str:
    """Return the text with the apostrophes of "id like", "ill go" and "its good"."""
    for typed, meant in _APOSTROPHE_BEFORE:
        text = typed.sub(meant, text)
    return text


def undone(token: str) -> list[str]:
    """Return the words of one token: "can't" is "can not", and so is "cant"."""
    token = token.strip("'")
    token = _APOSTROPHE.get(token, token)
    if token in _CONTRACTIONS:
        return _CONTRACTIONS[token].split()
    for ending, word in _ENDINGS.items():
        if token.endswith(ending) and len(token) > len(ending):
            return [*undone(token[: -len(ending)]), word]
    if token in (
        "what's",
        "who's",
        "how's",
        "where's",
        "that's",
        "it's",
        "there's",
        "here's",
        "he's",
        "she's",
    ):
        return [token[:-2], "is"]
    return [token] if token else []
