"""The questions with a choice to make. A question with one fixed answer is content, not code."""

from skill.dialog import quantities
from skill.dialog.reply import Reply
from skill.handlers.turn import Turn


def plain_question(turn: Turn) -> Reply:
    """Say the content's answer to the intent and its slots."""
    return _ask(turn, turn.name, turn.slots)


def does_running_count(turn: Turn) -> Reply:
    """Does running count as leg day? For the goal named, or the one we know."""
    return _ask_for_goal(turn, "DoesRunningCountIntent")


def jog_or_sprint(turn: Turn) -> Reply:
    """Jog or sprint? It depends on the goal: the one named, or the one we know."""
    return _ask_for_goal(turn, "JogOrSprintIntent")


def can_i_skip_leg_day(turn: Turn) -> Reply:
    """Can a runner skip leg day? It depends on the goal: the one named, or the one we know."""
    return _ask_for_goal(turn, "CanISkipLegDayIntent")


def should_i_keep_leg_day(turn: Turn) -> Reply:
    """Should a runner still train legs? It depends on the goal: the one named, or known."""
    return _ask_for_goal(turn, "ShouldIKeepLegDayIntent")


def calories_burned(turn: Turn) -> Reply:
    """How many calories does a distance burn? Without a distance: how many a mile."""
    _note(turn, "CaloriesBurnedIntent", turn.slots)
    answer = turn.content.answers["calories-per-mile"]
    figures = turn.content.figures
    miles = quantities.miles(turn.slots, turn.locale)
    if miles is None:
        unit = turn.slots.get("unit", quantities.default_unit(turn.locale))
        return turn.answer(answer, figures["per-kilometer"] if unit == "kilometer" else None)
    if not 0 < miles <= quantities.FURTHEST_MILES:
        return turn.line_and_offer("no-such-distance")
    burned = quantities.calories(miles)
    spoken = quantities.spoken_count(burned, turn.locale)
    shown = f"About {quantities.shown_count(burned)} calories"
    return _figure(turn, "burned", big=shown, calories=spoken)


def distance_for_calories(turn: Turn) -> Reply:
    """How far for so many calories? The same arithmetic, backwards."""
    _note(turn, "DistanceForCaloriesIntent", turn.slots)
    wanted = quantities.number(turn.slots.get("calories"))
    if wanted is None:
        return turn.answer(turn.content.answers["calories-per-mile"])
    if not quantities.FEWEST_CALORIES <= wanted <= quantities.calories(quantities.FURTHEST_MILES):
        return turn.line_and_offer("no-such-distance")
    unit = turn.slots.get("unit", quantities.default_unit(turn.locale))
    distance = quantities.distance_for(wanted, unit)
    spoken = quantities.spoken_distance(distance, unit, turn.locale)
    shown = quantities.shown_distance(distance, unit, turn.locale)
    return _figure(turn, "distance", big=f"About {shown}", distance=spoken)


def leg_day_for_goal(turn: Turn) -> Reply:
    """Is this exercise good for that? A run is no leg day: which kind of run, or what runs do."""
    kind, goal = turn.slots.get("exercise"), turn.slots.get("goal")
    if kind in ("jogging", "sprinting") and goal in ("muscle", "cardio"):
        return instead(turn, "JogOrSprintIntent", {"goal": goal})
    if kind in ("running", "jogging", "sprinting"):
        return instead(turn, "RunningForGoalIntent", {"goal": goal} if goal else {})
    return plain_question(turn)


def source(turn: Turn) -> Reply:
    """Who says so? The figure's source, or the article's after anything but the figure."""
    topic = turn.content.answers.get(turn.session.topic or "")
    figure = topic is None or "calories-per-mile" in topic.claims
    return _ask(turn, "SourceIntent", {"of": "figure" if figure else "advice"})


def instead(turn: Turn, intent: str, slots: dict[str, str]) -> Reply:
    """Answer another question in place of the one that was asked."""
    turn.name, turn.slots = intent, slots
    return plain_question(turn)


def unasked(turn: Turn, answer: str) -> Reply:
    """Say an answer that was not asked for by name, as if it had been."""
    found = turn.content.answers[answer]
    intent, _, slot = found.intents[0].partition(" ")
    name, _, value = slot.partition("=")
    turn.session.intent, turn.session.slots = intent, ({name: value} if slot else {})
    return turn.answer(found)


def _ask_for_goal(turn: Turn, intent: str) -> Reply:
    if general := turn.content.choose(intent):  # asked and answered: not to be offered again
        turn.session.hear(general.claims)
    goal = turn.slots.get("goal") or turn.goal()
    return _ask(turn, intent, turn.slots | ({"goal": goal} if goal else {}))


def _ask(turn: Turn, intent: str, slots: dict[str, str]) -> Reply:
    _note(turn, intent, slots)
    answer = turn.content.choose(intent, slots)
    return turn.answer(answer) if answer else turn.line_and_offer("fallback")


def _note(turn: Turn, intent: str, slots: dict[str, str]) -> None:
    """Keep the question, so that "what about cardio" can ask it again."""
    turn.session.intent, turn.session.slots = intent, slots


def _figure(turn: Turn, kind: str, big: str, **words: str) -> Reply:
    """Speak a worked-out figure, crediting it the first time in a session."""
    answer = turn.content.answers["calories-per-mile"]
    again = "calories-source" in turn.session.heard
    sentence = turn.content.figures[f"{kind}-again" if again else kind].format(**words)
    claims = ("calories-per-mile",) if again else answer.claims
    previous = turn.session.offer
    reply = turn.answer(answer, sentence, claims, big)
    if previous == "distance":
        return reply
    return turn.asking(
        reply, turn.form("another", tuple(turn.content.figures["another"])), "distance"
    )
