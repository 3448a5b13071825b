"""Every constant of the understanding that was tuned, and how.

Tuned on lines by others that are in none of the held-out sets, some 1,700 of them: questions in
scope, near it and far from it, what to say to a speaker, and questions misheard. Of the held-out
lines only the totals were looked at.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Learning:
    """The classifier's. Tried and left out, for no gain in scope or a loss there.

    A feature for words that are rare in the samples; the nearest samples blended into the
    probabilities; samples spoilt with a thing of the world as examples of what to decline (they
    declined 1 to 2 more of 100 near lines and lost 3 of 100 in scope).

    Small steps and many epochs make the order of the samples matter less: of 1,800 lines, two
    trainings decide 4 to 13 otherwise, where with six epochs and steps of 8 it was 24 to 30. What
    is averaged within a training, or shrunk (ridge), was no steadier, or knew less.
    """

    word: float = 1.0  # weights of the features: a word,
    pair: float = 0.5  # two neighbours,
    skip: float = 0.2  # two with one between,
    value: float = 0.7  # a slot's value,
    kind: float = 1.0  # and the kind of a thing of the world, as food or gear
    rare: int = 2  # a pair of words seen in fewer samples teaches nothing
    epochs: int = 20
    rate: float = 2.0  # features are unit vectors, so steps may be large; it falls to nothing
    sure: float = 0.05  # a sample that lacks so little of certainty teaches nothing,
    all_again: int = 4  # and is looked at again every so many epochs
    sharper: float = 1.15  # by how much more the whole decides, for having stopped there
    balance: float = 0.3  # how far a rare intent's samples weigh more: 0 not at all, 1 in full
    unknown: float = 2.0  # how strongly unknown words count against an utterance


@dataclass(frozen=True, slots=True)
class Hearing:
    """What was misheard: a noisy channel over the bigrams of the samples."""

    often: int = 2  # samples that say a word, for it to be taken for what was said
    sounds_like: float = 0.65  # of their sounds, to be looked at at all
    by_sound: float = 0.5  # how much sound tells of likeness, beside spelling
    alike: float = 0.58  # how alike a word must be to one heard,
    alike_joined: float = 0.75  # or to several heard, joined,
    nearly: float = 0.6  # or to one or two in what is refused otherwise
    named: float = 0.85  # a thing of the world that is so like a word of ours may be that word
    unlike: float = 20.0  # nats against a correction, by how unlike it is,
    corrected: float = 3.0  # for being one,
    joined: float = 5.0  # and for each word less
    worldly: float = 2.0  # for putting right the name of a thing of the world,
    far: float = 5.0  # or of one that has nothing to do with exercise,
    known: float = 3.0  # or a word that the samples or slot values have,
    short: int = 4  # letters of a function word for which it is no such word: "than" for "then"
    fluent: float = -5.4  # nats a pair of words that a corrected utterance has to reach
    share: float = 0.5  # where more of its words than that were misheard,
    alike_mostly: float = 0.8  # all together must be so alike
    rounds: int = 3  # corrections in one utterance
    smoothing: float = 1.45  # pseudo-counts of the words' own frequency in each bigram


@dataclass(frozen=True, slots=True)
class Deciding:
    """Between the readings of one utterance."""

    least: float = 0.2  # below this, nothing was understood
    gain: float = 0.08  # by how much a correction must make more sense
    one_word: float = 0.5  # how much of its certainty a question has that is one word
    refused: float = 0.4  # how much of a refusal's certainty counts against one
    slot: float = 0.5  # how sure a correction must be that only fills one more slot
    nearly: float = 0.8  # or one of a single word, in what is refused otherwise
    sample: float = 0.5  # or one that makes a sample word for word
    corrected: float = 0.95  # how sure a sample is that was put right
    doubted: float = 0.3  # how sure a refusal is that only the verifier made
    doubted_correction: float = 0.5  # less sure than that, an unknown slot value is likelier
    unresolved: float = 0.7  # how sure a sample is that has a slot with an unknown value
    beyond: float = 0.5  # less sure than that, a question must name what the model is about
    elsewhere: float = 0.7  # how sure a few words must be of which an intent has half, or fewer:
    alarming: float = 0.4  # how likely it must be that a life is in danger
    alarming_beside: float = 0.8  # where it's surely taken for something else
    no_alarm: float = 0.9  # or that it's neither, where it is unsurely taken for it
    told: float = 0.5  # and that something of one's health is told
    few: int = 3  # so many, without those that say nothing
    closing: float = 0.8  # how sure it must be that someone wants to end, go home or forget,
    closing_briefly: float = 0.55  # in a few words, and nothing but that
    closing_beside: float = 0.98  # or beside words that its samples lack,
    beside: float = 0.9  # how sure a sample is that has a kind word beside it, or a goodbye,
    not_beside: float = 0.95  # unless it is so sure that this is something else
    long: int = 14  # words: in more of them a question may be told with a story around it,
    clause: float = 0.75  # and must by itself be so sure,
    brief_clause: float = 0.9  # or in fewer words so sure
    instead: float = 0.4  # how sure what is asked instead of what was turned down,
    rest: int = 3  # words beside a kind one, for it to be left out,
    after_kind: float = 0.5  # and how sure these must be of what they ask
    brief: int = 4  # in so many words at most


@dataclass(frozen=True, slots=True)
class Verifying:
    """What the verifier weighs, by a logistic regression (ridge 0.5; wrong answers weigh three)."""

    least: float = -0.3  # what the rest has to come to
    odds: float = 0.25  # for each unit of the reading's log odds,
    likelier: float = 0.38  # of how much likelier it is than declining, in nats,
    nearer: float = 6.0  # and of how much nearer than a declined sample its own nearest one is
    thing: float = 2.0  # against: a thing of another subject, two at most
    form: float = 1.85  # against: a form of question that the intent is never asked in, two at most
    long: int = 10  # words; in a longer utterance, both count for less in proportion
    least_doubt: float = 0.01  # the classifier is never surer than 99 in 100
    own_samples: int = 2  # what so many of an intent's samples have is its own
    common: int = 12  # a word of so many intents says nothing by being asked for ("best way")
    worldly: float = 0.35  # an intent with a share of such samples is about things of the world


LEARNING, HEARING, DECIDING, VERIFYING = Learning(), Hearing(), Deciding(), Verifying()
