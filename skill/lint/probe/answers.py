"""What is wrong with one answer, whatever was asked: (rule, what is wrong)."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any
from xml.etree import ElementTree

Fault = tuple[str, str]
LONGEST = 8_000  # characters of speech, and of a card
_LARGEST = 120 * 1024  # bytes of a response
_LONGEST_URL = 2_000
_CARDS = {"Simple", "Standard", "LinkAccount", "AskForPermissionsConsent"}
_SPEECH = {"PlainText": "text", "SSML": "ssml"}
_ELEMENTS = set(
    "speak alexa:name amazon:domain amazon:effect amazon:emotion audio break emphasis lang p "
    "phoneme prosody s say-as sub voice w".split()
)
_PREFIX = re.compile(r"<speak(?=[\s>])")
# In Latin, full-width and Arabic letters; Japanese may end one with "ka" and a full stop.
_QUESTION = re.compile(r"([?\uff1f\u061f]|\u304b\u3002?)[\s\"'\u201d\u2019\u00bb)]*$")


def judge(answer: object, screen: bool) -> Iterator[Fault]:
    """Yield what is wrong with the form of an answer for a device with or without a screen."""
    if not isinstance(answer, dict) or not isinstance(answer.get("response"), dict):
        yield "probe-shape", "no JSON object with a response object in it"
        return
    if not isinstance(answer.get("version"), str):
        yield "probe-shape", "the response has no version"
    size = len(json.dumps(answer, ensure_ascii=False).encode())
    if size > _LARGEST:
        yield "probe-size", f"the response has {size:,} bytes"
    response = answer["response"]
    for name, speech in (("speech", response.get("outputSpeech")), ("reprompt", again(response))):
        yield from _speech(name, speech)
    yield from _card(response.get("card"))
    directives = response.get("directives")
    for directive in directives if isinstance(directives, list) else ():
        yield from _directive(directive, screen)


def spoken(speech: object) -> str:
    """Return what is heard of an outputSpeech object, in words; "" for none."""
    if not isinstance(speech, dict):
        return ""
    if speech.get("type") == "SSML":
        document = _parsed(str(speech.get("ssml") or ""))
        return " ".join("".join(document.itertext()).split()) if document is not None else ""
    return " ".join(str(speech.get("text") or "").split())


def plays(speech: object) -> bool:
    """Whether a speech is a recording rather than words."""
    return isinstance(speech, dict) and "<audio" in str(speech.get("ssml"))


def asks(words: str) -> bool:
    """Whether words end with a question."""
    return bool(_QUESTION.search(words))


def again(response: Mapping[str, Any]) -> object:
    """Return the speech of a response's reprompt, or None."""
    reprompt = response.get("reprompt")
    return reprompt.get("outputSpeech") if isinstance(reprompt, dict) else None


def _speech(name: str, speech: object) -> Iterator[Fault]:
    if speech is None:
        return
    key = _SPEECH.get(str(speech.get("type"))) if isinstance(speech, dict) else None
    if not isinstance(speech, dict) or key is None or not isinstance(speech.get(key), str):
        yield "probe-shape", f"the {name} is neither PlainText with text nor SSML with ssml"
        return
    if len(speech[key]) > LONGEST:
        yield "probe-length", f"a {name} of {len(speech[key]):,} characters"
    if key == "text" and "<speak" in speech["text"]:
        yield "probe-ssml", f"the {name} is SSML, sent as PlainText"
    if key == "ssml":
        yield from _ssml(name, speech["ssml"])


def _ssml(name: str, text: str) -> Iterator[Fault]:
    document = _parsed(text)
    if document is None:
        yield "probe-ssml", f"the {name} is not well-formed SSML: {text[:80]}"
        return
    if document.tag != "speak":
        yield "probe-ssml", f"the {name} is not inside <speak>"
    names = {re.sub(r"\{(amazon|alexa)\}", r"\1:", str(one.tag)) for one in document.iter()}
    for unknown in sorted(names - _ELEMENTS):
        yield "probe-ssml", f"the {name} has <{unknown}>, which Alexa does not know"


def _parsed(text: str) -> ElementTree.Element | None:
    """Return SSML as a tree; Alexa does without the declaration of its prefixes."""
    if "<!" in text:  # no entity of the skill's own
        return None
    known = _PREFIX.sub('<speak xmlns:amazon="amazon" xmlns:alexa="alexa"', text.strip(), count=1)
    try:
        return ElementTree.fromstring(known)
    except ElementTree.ParseError:
        return None


def _card(card: object) -> Iterator[Fault]:
    if card is None:
        return
    if not isinstance(card, dict) or card.get("type") not in _CARDS:
        yield "probe-card", "the card has no known type"
        return
    size = sum(len(str(card.get(key) or "")) for key in ("title", "text", "content"))
    if size > LONGEST:
        yield "probe-card", f"a card of {size:,} characters"
    image = card.get("image")
    urls = image.values() if isinstance(image, dict) else ()
    for url in urls:
        if not str(url).startswith("https://"):
            yield "probe-card", f"a card's image is not https: {str(url)[:80]}"
        elif len(str(url)) > _LONGEST_URL:
            yield "probe-card", f"an image address of {len(str(url)):,} characters"


def _directive(directive: object, screen: bool) -> Iterator[Fault]:
    kind = directive.get("type") if isinstance(directive, dict) else None
    if not isinstance(directive, dict) or not isinstance(kind, str):
        yield "probe-shape", "a directive has no type"
    elif kind.startswith("Alexa.Presentation.APL.") and not screen:
        yield "probe-apl", f"{kind} to a device without a screen"
    elif kind == "Alexa.Presentation.APL.RenderDocument":
        document = directive.get("document")
        given = document if isinstance(document, dict) else {}
        whole = given.get("type") == "APL" and given.get("mainTemplate")
        if given.get("type") != "Link" and not whole:
            yield "probe-apl", f"{kind} without a document of type APL that has a mainTemplate"
