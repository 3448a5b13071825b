"""What is Amazon's: intents and what they understand, and values of slot types."""

# "Standard Built-in Intents"
STANDARD_INTENTS = {
    f"AMAZON.{name}Intent"
    for name in (
        "Cancel Fallback Help LoopOff LoopOn More NavigateHome NavigateSettings Next No PageDown"
        " PageUp Pause Previous Repeat Resume ScrollDown ScrollLeft ScrollRight ScrollUp Select"
        " ShuffleOff ShuffleOn StartOver Stop Yes"
    ).split()
}

# Numbers have no end; these stand for all of them.
NUMBERS = (
    *"zero one two three four five six seven eight nine ten eleven twelve fifteen twenty".split(),
    *("thirty", "fifty", "a hundred", "one hundred", "five hundred", "a thousand", "twenty five"),
)
NUMBER_TYPES = {"AMAZON.NUMBER", "AMAZON.FOUR_DIGIT_NUMBER"}
# What Amazon's intents understand without samples, from its list of standard built-in intents.
OWN_PHRASES = {
    "AMAZON.CancelIntent": ("cancel", "never mind", "forget it"),
    "AMAZON.HelpIntent": ("help", "help me", "can you help me"),
    "AMAZON.NoIntent": ("no", "no thanks"),
    "AMAZON.RepeatIntent": ("repeat", "say that again", "repeat that"),
    "AMAZON.StartOverIntent": ("start over", "restart", "start again"),
    "AMAZON.StopIntent": ("stop", "off", "shut up"),
    "AMAZON.YesIntent": ("yes", "yes please", "sure"),
}
# Further ones, for example phrases: as samples of a custom intent they are often meant.
MORE_PHRASES = {
    "AMAZON.NextIntent": ("next", "skip", "skip forward"),
    "AMAZON.PauseIntent": ("pause", "pause that"),
    "AMAZON.PreviousIntent": ("previous", "go back", "skip back", "back up"),
    "AMAZON.ResumeIntent": ("resume", "continue", "keep going"),
}
