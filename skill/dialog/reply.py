"""What is said to one request, and how it becomes the SDK's Response.

The rule that the whole skill keeps is kept here: the session stays open exactly when the reply ends
with a question, and then there is a reprompt (certification's commonest rejection is the opposite).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from ask_sdk_core.handler_input import HandlerInput
from ask_sdk_model import Response
from ask_sdk_model.ui import Reprompt, SsmlOutputSpeech, StandardCard

from skill.content.schema import Answer
from skill.dialog.screen import Display, Screen, drawn
from skill.dialog.speech import plain, ssml

# What says that a device has a screen: by its name in JSON, which the serializer keeps, or as the
# SDK's own models have it. Neither this nor the directive is made of the SDK's class, because that
# class comes with sixty others: a tenth of a cold start.
_APL = ("Alexa.Presentation.APL", "alexa_presentation_apl")


@dataclass(frozen=True, slots=True)
class Reply:
    """What is said to one request.

    `ask` is the question that ends it and keeps the session open, `reprompt` what follows silence:
    both or neither. `offers` names what "yes" takes. `answer` and `claims` say what of the article
    is in `say`, without the question.
    """

    say: str
    ask: str | None = None
    reprompt: str | None = None
    offers: str | None = None
    answer: Answer | None = None
    claims: tuple[str, ...] = ()
    key_fact: str | None = None  # shown instead of the answer's own key word: a worked-out figure
    above: str | None = None  # shown above: the distance that was asked for, or the goal
    prompt: str | None = None  # the line that was said, where it is no answer
    menu: str | None = None  # whose choices are shown, instead of the offer's or the line's own
    display: Display | None = None  # what a display shows; None leaves on it what is there
    slow: bool = False  # to be spoken slowly
    aside: bool = False  # what was offered stands, and so does what is on the screen

    def __post_init__(self) -> None:
        if bool(self.ask) != bool(self.reprompt):
            raise ValueError("a question needs a reprompt, and only a question does")

    def in_words_of(self, idioms: Mapping[str, str]) -> "Reply":
        """Return the same reply with some words as people of a place say them."""

        def theirs(text: str) -> str:
            return _replaced(text, idioms)

        answer = self.answer
        if answer:
            answer = answer._replace(headline=theirs(answer.headline), hint=theirs(answer.hint))
        return replace(
            self,
            say=theirs(self.say),
            ask=self.ask and theirs(self.ask),
            reprompt=self.reprompt and theirs(self.reprompt),
            answer=answer,
            display=self.display and self.display.reworded(theirs),
        )


def _replaced(text: str, idioms: Mapping[str, str]) -> str:
    for american, theirs in idioms.items():
        text = re.sub(rf"\b{american}\b", theirs, text)
        capital = american.capitalize()
        text = re.sub(rf"\b{capital}\b", theirs.capitalize(), text)
    return text


def respond(handler_input: HandlerInput, reply: Reply) -> Response:
    """Return the SDK's response that speaks `reply` and leaves the session open if it asks."""
    return Response(
        output_speech=SsmlOutputSpeech(ssml=ssml(reply.say, reply.ask, reply.slow)),
        reprompt=_reprompt(reply) if reply.reprompt else None,
        card=_card(reply, reply.answer) if reply.answer else None,
        directives=[_directive(drawn(reply.display))] if reply.display else None,
        should_end_session=reply.ask is None,
    )


def _reprompt(reply: Reply) -> Reprompt:
    return Reprompt(SsmlOutputSpeech(ssml=ssml(reply.reprompt or "", slow=reply.slow)))


def has_screen(handler_input: HandlerInput) -> bool:
    """Tell whether the device of a request has a display that draws APL."""
    context = handler_input.request_envelope.context
    device = context.system.device if context and context.system else None
    interfaces = device.supported_interfaces if device else None
    return any(getattr(interfaces, name, None) is not None for name in _APL)


def _directive(shown: Screen) -> Any:
    return {"type": "Alexa.Presentation.APL.RenderDocument", **shown.directive()}


def _card(reply: Reply, answer: Answer) -> StandardCard:
    """The card in the phone's app: it keeps what was said, to be read again."""
    return StandardCard(title=answer.headline, text=f"{plain(reply.say)}\n\nTry: {answer.hint}")
