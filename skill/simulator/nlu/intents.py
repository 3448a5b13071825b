"""Which intents decline, close, or follow an answer, where a model has them."""

FALLBACK = "AMAZON.FallbackIntent"
BEYOND = "UnknownQuestionIntent"  # near the subject, and not answered: where a model has it
REMARK = "RemarkIntent"  # nothing is asked: where a model has it
DECLINING = {FALLBACK, BEYOND, REMARK}
LIFTING = "RecoveredIntent"  # what sets an ailment aside
CLOSING = {  # what nobody wants by mistake
    "AMAZON.StopIntent",
    "AMAZON.CancelIntent",
    "AMAZON.NavigateHomeIntent",
    "AMAZON.StartOverIntent",
    "ForgetMeIntent",
}
FOLLOWING = {  # what is asked of the answer before, or of all there is
    "AlreadyRunIntent",
    "AlternateIntent",
    "AskedOfThatIntent",
    "ComparedIntent",
    "DoesThatChangeIntent",
    "EnoughThenIntent",
    "FarEnoughIntent",
    "FasterIntent",
    "FunFactIntent",
    "HowToIntent",
    "IfNotIntent",
    "InWhatWayIntent",
    "IsThatALotIntent",
    "IsThatBadIntent",
    "KeepThenIntent",
    "LegDayWinsIntent",
    "MoreIntent",
    "NoUseThenIntent",
    "OpinionIntent",
    "PerWhatIntent",
    "RunSlowerIntent",
    "SecondThingIntent",
    "SkipThenIntent",
    "SomeThenIntent",
    "SourceIntent",
    "SummaryIntent",
    "WhichOneIntent",
    "WhichOnesIntent",
    "WhichRunIntent",
    "WhoForIntent",
    "WhoIsRightIntent",
    "WhyIntent",
    "WinnerThenIntent",
    "YesOrNoIntent",
}
ACTIVITY = "ACTIVITY"
SUBJECT = {ACTIVITY, "GOAL", "EXERCISE", "RACE", "UNIT"}  # slot types of what is spoken of
