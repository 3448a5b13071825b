"""What can go wrong, as a tree.

VerificationException (the SDK's)
└── Refused             this request is not, or not provably, from Alexa for this skill
ValueError
└── ConfigurationError  this process cannot verify anything as it is set up
"""

from skill.alexa.verification.sdk import VerificationException


class Refused(VerificationException):
    """A request that must not reach the skill.

    `reason` is for the log: "<what was judged>.<what was wrong>", for example "url.host",
    "chain.expired", "signature.mismatch", "time.stale". It is made of our own words only,
    never of anything the caller sent, and it never goes into a response.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class ConfigurationError(ValueError):
    """The set-up is wrong; the message is one line a person can act on."""
