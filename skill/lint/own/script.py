"""Has this very skill say everything it can say, by asking it everything there is to ask.

The skill is the real one, with a memory that is in this process and requests as Alexa makes them.
What a conversation decides (which form of a line, which offer comes next) is covered by asking four
times over and by following every offer; arithmetic is covered by many distances in every locale.
"""

from collections.abc import Iterator

from skill.content.loader import load_content
from skill.dialog.quantities import RACES
from skill.lint.own.asking import Asker, Said
from skill.simulator.nlu.model import InteractionModel, load_model

LOCALES = ("en-US", "en-GB", "en-AU", "en-CA", "en-IN")

_FORMS = 4  # of a line, at most
_SESSIONS = 30  # each begins with another form of a line by chance; in so many, all come up
_DISTANCES = (0, 1, 2, 3, 5, 7, 10, 13, 20, 26, 42, 64, 99, 100, 250, 499, 500, 501, 9999)
_CALORIES = (0, 1, 49, 80, 100, 260, 500, 999, 1000, 1234, 2620, 10_000, 49_999, 50_000, 99_999)
_FOLLOW_UPS = (
    "AMAZON.YesIntent",
    "WhyIntent",
    "MoreIntent",
    "AMAZON.RepeatIntent",
    "AMAZON.NoIntent",
    "YesOrNoIntent",
    "YesAndMoreIntent",
    "PerWhatIntent",
    *load_content().follow_ups,
)
_YES, _NO = "AMAZON.YesIntent", "AMAZON.NoIntent"
_WHOSE = ("CanISkipLegDayIntent", "JogOrSprintIntent", "DoesRunningCountIntent")
_OF_OTHER = tuple(f"{intent} person=she" for intent in _WHOSE)
_TALKS = (
    ("LaunchRequest", "LaunchRequest"),
    ("SprintingIntent", "AMAZON.StopIntent", "LaunchRequest", _YES),
    ("DoesRunningCountIntent", "DoesRunningCountIntent", "DoesRunningCountIntent", _YES),
    ("JogOrSprintIntent", _YES, _NO, _NO),
    ("CanISkipLegDayIntent", "DontKnowIntent", _NO, _YES),
    ("MyGoalIntent", "DontKnowIntent", _YES, "DropGoalIntent"),
    ("SetGoalIntent goal=muscle", "DropGoalIntent", "DropGoalIntent"),
    ("AddGoalIntent goal=muscle other_goal=abs", "DropGoalIntent goal=abs"),
    ("MyGoalIntent person=daughter",),
    ("DropGoalIntent goal=cardio", "DropGoalIntent exercise=leg-day"),
    ("CaloriesBurnedIntent distance=3 unit=mile", "LeaveOutIntent when=monday"),
    ("DistanceForFoodIntent food=pound",),
    ("RunsForCaloriesIntent calories=900 distance=3 unit=mile",) * 2,
    ("RunsForCaloriesIntent calories=900 distance=3 unit=mile multiple=week",) * 2,
    ("CompareRunsIntent distance=3 unit=mile other_distance=4 other_unit=mile when=theirs",) * 2,
    ("RunsForCaloriesIntent calories=900 distance=3 unit=mile multiple=less",) * 2,
    ("RunsForCaloriesIntent calories=200 distance=3 unit=mile multiple=less",) * 2,
    ("CaloriesBurnedIntent distance=3 unit=mile", "AnotherRunIntent distance=300"),
    (
        "CaloriesBurnedIntent distance=3 unit=mile",
        "SeveralRunsIntent multiple=walked distance=1 unit=mile",
    ),
    *((name,) * 3 for name in ("LegDayCardioIntent", "RepetitiveIntent", "InjuryRiskIntent")),
    ("GoalsOfTwoIntent other_goal=abs third_goal=cardio", "GoalsOfTwoIntent"),
    ("ForgetMeIntent", _NO, "ForgetMeIntent", _YES),
    ("SetGoalIntent goal=health", "SetGoalIntent goal=not-known"),
    ("AddGoalIntent goal=muscle other_goal=cardio", "JogOrSprintIntent"),
    ("RunningForGoalIntent goal=health", "CanISkipLegDayIntent"),
    ("RunningForGoalIntent goal=not-known", "RunningForGoalIntent goal=not-known"),
    ("PainIntent", "CanISkipLegDayIntent", "PainIntent", "CanISkipLegDayIntent"),
    ("PainIntent", *("CanISkipLegDayIntent ailment=well",) * 2),
    ("PainIntent person=wife", "AMAZON.FallbackIntent", "AMAZON.FallbackIntent"),
    ("PainIntent person=wife", "UnknownQuestionIntent", "RemarkIntent"),
    *((f"{intent} person=son",) for intent in ("DespairIntent", "StarvingIntent")),
    ("PainIntent person=wife", *("CanISkipLegDayIntent person=she",) * 3),
    ("ConditionIntent person=wife", "RunningForGoalIntent person=she goal=cardio"),
    *((f"SetGoalIntent person=mom goal={goal}", *_OF_OTHER) for goal in load_content().goals),
    tuple(f"{intent} person=he" for intent in ("ShouldIKeepLegDayIntent", *_WHOSE)),
    ("CompareIntent goal=cardio", "CompareIntent goal=cardio"),
    ("DoesRunningCountIntent", "SourceIntent", "SourceIntent"),
    ("UnknownQuestionIntent", "WhyIntent", "UnknownQuestionIntent", "WhyIntent"),
    ("UnknownQuestionIntent asked=how-often", "UnknownQuestionIntent asked=shoes"),
    ("LegDayCardioIntent", *["WhatAboutIntent exercise=deadlifts"] * 2),
    ("OtherActivityIntent distance=6", "OtherActivityIntent distance=6"),
    ("CaloriesBurnedIntent distance=200 unit=pound", "WhatAboutIntent distance=9 unit=hour"),
    ("DoesRunningCountIntent", "WhatAboutIntent distance=5", _YES, _YES),
    ("LegDayCardioIntent", "DoubtIntent", "DoubtIntent", "DoubtIntent", "DoubtIntent"),
    ("ProgressiveOverloadIntent", "PlainWordsIntent", "PlainWordsIntent", "PlainWordsIntent"),
    ("LoveOrHateIntent", *["PlainWordsIntent"] * 5),
    ("WhichBurnsMoreIntent exercise=arms other_exercise=leg-day",),
    ("AMAZON.PreviousIntent", "ShorterIntent", "AMAZON.NextIntent", "AMAZON.NextIntent"),
    ("TourIntent", *[_YES] * 8),
    ("TourIntent", _NO),
    ("QuizIntent", *[_YES] * 4),
    ("QuizIntent", _YES, "LargestMuscleIntent", "QuizIntent"),
    ("ThanksIntent", "SlowerIntent", "NormalSpeedIntent"),
    ("PainIntent", "ProgressiveOverloadIntent", _NO),
    ("PainIntent", "LargestMuscleIntent", "SummaryIntent", "UnknownQuestionIntent"),
    ("PainIntent", "RecoveredIntent"),
    ("EmergencyIntent", _YES),
    ("EmergencyIntent", _NO),
    ("DoctorSaidIntent", "IsItSafeIntent", "YesOrNoIntent", "AMAZON.FallbackIntent"),
    ("DoctorSaidIntent", "CanISkipLegDayIntent", "CanISkipLegDayIntent", "CanISkipLegDayIntent"),
    ("DoctorSaidIntent", "RunningForGoalIntent goal=cardio", "SetGoalIntent goal=abs"),
    ("DoctorSaidIntent", "JogOrSprintIntent goal=muscle", "SprintingIntent"),
    ("DoctorForbadeIntent", "SprintingIntent"),
    ("EmergencyIntent", _NO, "JogOrSprintIntent", "SprintingIntent", "IsItSafeIntent"),
    ("PregnancyIntent", "PainIntent", "IsItSafeIntent", "CaloriesBurnedIntent distance=3"),
    ("PregnancyIntent", "RunningForGoalIntent goal=cardio"),
    ("ConditionIntent ailment=medicine",),
    ("DoesRunningCountIntent ailment=birth",),
    ("CanISkipLegDayIntent ailment=birth",),
    ("PainIntent", "YesOrNoIntent", "RemarkIntent", "SetGoalIntent goal=abs"),
    ("AgeIntent age=12", "SprintingIntent", "CanISkipLegDayIntent"),
    ("AgeIntent age=12", "IsItSafeIntent", "YesOrNoIntent", "RunningForGoalIntent goal=cardio"),
    ("DespairIntent", _YES),
    ("DespairIntent", _NO),
    ("DespairIntent", *["DontKnowIntent"] * 6, "AMAZON.StopIntent"),
    ("DespairIntent", "RecoveredIntent"),
    ("StarvingIntent", "RecoveredIntent"),
    ("AgeIntent age=12", "CaloriesBurnedIntent distance=3 unit=mile"),
    ("StarvingIntent", *["CaloriesBurnedIntent distance=3 unit=mile"] * 2),
    ("StarvingIntent", "CaloriesBurnedIntent distance=3 unit=mile"),
    ("EmergencyIntent", "RecoveredIntent", "AMAZON.FallbackIntent"),
    ("LegDayCardioIntent", *["DisagreeIntent"] * 4),
    ("DisagreeIntent", _YES),
    ("DiscouragedIntent", "DiscouragedIntent"),
    ("GriefIntent", "RemarkIntent", "RemarkIntent"),
    ("PainIntent", "RecoveredIntent person=mom", "PainIntent", "RecoveredIntent person=mom"),
    ("HealthToldIntent", "HealthToldIntent"),
    ("PainIntent", "UnknownQuestionIntent asked=how-often"),
    ("PainIntent", _YES),
    ("PainIntent", "AMAZON.HelpIntent"),
    ("PainIntent", "AMAZON.FallbackIntent", "AMAZON.FallbackIntent", "AMAZON.FallbackIntent"),
    ("PainIntent", "AMAZON.StopIntent"),
    ("CaloriesBurnedIntent", "SourceIntent"),
    ("CaloriesBurnedIntent distance=5 unit=mile", "SeveralRunsIntent multiple=week", _YES, _NO),
    ("CaloriesBurnedIntent distance=5 unit=mile", "NotARunIntent"),
    ("CaloriesBurnedIntent distance=5 unit=kilometer", "DoubtIntent", "DoubtIntent"),
    *((f"CompareRunsIntent distance=8 unit=mile span=week other_distance={n}",) for n in (7, 8, 9)),
    ("RunningForGoalIntent goal=calories", "MyGoalIntent", _NO),
    ("QuizIntent", "LargestMuscleIntent", "WhatAboutIntent distance=100", "SprintingIntent"),
    ("QuizIntent", *["DontKnowIntent"] * 3, "QuizIntent"),
    ("QuizIntent", _NO),
    ("MyGoalIntent", "WhyIntent"),
    ("SetGoalIntent goal=abs", "ForgetMeIntent", _YES, "PrivacyIntent"),
    ("LoveOrHateIntent", "ExampleIntent", "ExampleIntent"),
    ("UnknownQuestionIntent", *["AMAZON.RepeatIntent"] * 3),
    ("UnknownQuestionIntent", "YesOrNoIntent"),
    ("LargestMuscleIntent", "IsThatALotIntent", "YesOrNoIntent", "YesOrNoIntent"),
    ("PainIntent", "LargestMuscleIntent", "IsThatALotIntent"),
)


def everything() -> Iterator[Said]:
    """Yield all that the skill says, much of it more than once. What it raises, it raises here."""
    script = _Script()
    yield from script.questions()
    yield from script.goals()
    yield from script.tours()
    yield from script.talks()
    for locale in LOCALES:
        yield from script.figures(locale)


class _Script:
    def __init__(self) -> None:
        self._asker = Asker()
        self._model = load_model()

    def questions(self) -> Iterator[Said]:
        """Every intent, alone and with every slot value that has an answer; then what follows."""
        for name, slots in _asked(self._model):
            for session in range(4 if slots else _SESSIONS):
                device = self._asker.device(screen=session % 2 == 0)
                for _ in range(_FORMS if session == 0 else 1):
                    yield self._asker.ask(device, name, slots)
            for following in _FOLLOW_UPS:
                device = self._asker.device()
                yield self._asker.ask(device, name, slots)
                intent, given = _read(following)
                yield self._asker.ask(device, intent, given)
                yield self._asker.ask(device, intent, given)

    def goals(self) -> Iterator[Said]:
        """With every goal that a user may come back with."""
        for goal in load_content().goals:
            device = self._asker.device()
            yield self._asker.ask(device, "SetGoalIntent", {"goal": goal})
            for following in ("AMAZON.YesIntent", "AMAZON.NoIntent", "MyGoalIntent"):
                for _ in range(_FORMS):
                    yield Said(f"a launch with the goal {goal}", device.launch().response)
                    yield self._asker.ask(device, following)
            for name in ("DoesRunningCountIntent", "JogOrSprintIntent", "CanISkipLegDayIntent"):
                yield self._asker.ask(device, name)

    def tours(self) -> Iterator[Said]:
        """Launches; and from the first question on, until there is nothing left to say."""
        for _ in range(2 * _SESSIONS):
            yield Said("a launch", self._asker.device().launch().response)
        for following in ("AMAZON.YesIntent", "MoreIntent", "AMAZON.FallbackIntent"):
            device = self._asker.device()
            yield self._asker.ask(device, "DoesRunningCountIntent")
            for _ in load_content().answers:
                yield self._asker.ask(device, following)

    def talks(self) -> Iterator[Said]:
        """What only a certain turn of the conversation brings, each in every form."""
        for talk in _TALKS:
            for _ in range(_SESSIONS):
                device = self._asker.device()
                for name in talk:
                    if name == "LaunchRequest":
                        yield Said("a launch", device.launch().response)
                    else:
                        yield self._asker.ask(device, *_read(name))

    def figures(self, locale: str) -> Iterator[Said]:
        """Distances and calories, credited and again."""
        device = self._asker.device(locale)
        for unit in ("mile", "kilometer", None):
            for distance in _DISTANCES:
                slots = {"distance": str(distance)} | ({"unit": unit} if unit else {})
                yield self._asker.ask(device, "CaloriesBurnedIntent", slots)
                yield self._asker.ask(device, "AMAZON.YesIntent")  # another distance, then
            for fraction in ("half", "quarter", "three-quarters"):
                slots = {"fraction": fraction} | ({"unit": unit} if unit else {})
                yield self._asker.ask(device, "CaloriesBurnedIntent", slots)
        for race in RACES:
            yield self._asker.ask(
                self._asker.device(locale), "CaloriesBurnedIntent", {"race": race}
            )
        for calories in _CALORIES:
            yield self._asker.ask(device, "DistanceForCaloriesIntent", {"calories": str(calories)})


def _read(written: str) -> tuple[str, dict[str, str]]:
    """Return the intent and slots of "Intent slot=value …"."""
    intent, _, slots = written.partition(" ")
    return intent, dict(pair.split("=") for pair in slots.split())


def _asked(model: InteractionModel) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield every intent without slots, and with each value for which the content has an answer."""
    for name in model.intents:
        yield name, {}
    for question in load_content().questions:
        if question.slot:
            yield question.intent, question.slots
