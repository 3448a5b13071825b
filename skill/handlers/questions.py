"""The questions with a choice to make. A question with one fixed answer is content, not code."""

from skill.content.schema import Question
from skill.dialog.reply import Reply
from skill.handlers import spoken_of
from skill.handlers.turn import Turn

_ANYBODYS = "fun"  # a goal that decides nothing: who asks on is owed the rule
_KINDS_OF_RUN = "jog_or_sprint"  # the theme of jogging and sprinting
_UNSPOKEN = ("cant-speak", "goal-unknown")  # lines after which "that" is no goal of ours
_WHICH_RUN = ("muscle", "cardio")  # the goals for which one kind of run is the better
RUNS = ("running", "jogging", "sprinting")


def plain_question(turn: Turn) -> Reply:
    """Say the content's answer to the intent and its slots."""
    return ask(turn, turn.name, turn.slots)


def does_running_count(turn: Turn) -> Reply:
    """Does running count as leg day? For the goal named, or those we know."""
    spoken_of.told_beside(turn)
    return for_goals(turn, "DoesRunningCountIntent")


def jog_or_sprint(turn: Turn) -> Reply:
    """Jog or sprint? It depends on the goal: the one named, just now or here, or those we know."""
    goal = turn.session.slots.get("goal", "") if turn.session.answer else ""
    if goal in _WHICH_RUN and not turn.goals():
        turn.slots = {"goal": goal, **turn.slots}
    return for_goals(turn, "JogOrSprintIntent")


def which_run(turn: Turn) -> Reply:
    """Which kind of run, then? For the goals we know, or where none is told, the last answer's."""
    if not turn.goals():
        turn.slots = with_goal_of_topic(turn)
    return for_goals(turn, "JogOrSprintIntent")


def can_i_skip_leg_day(turn: Turn) -> Reply:
    """Can a runner skip leg day? It depends on the goal: the one named, or those we know."""
    spoken_of.told_beside(turn)
    return _for_goals_or_topic(turn, "CanISkipLegDayIntent")


def can_i_skip_running(turn: Turn) -> Reply:
    """Can somebody who trains legs skip the running? For the goal named, or those we know."""
    return _for_goals_or_topic(turn, "CanISkipRunningIntent")


def should_i_keep_leg_day(turn: Turn) -> Reply:
    """Should a runner still train legs? It depends on the goal: the one named, or those known."""
    return _for_goals_or_topic(turn, "ShouldIKeepLegDayIntent")


def summary(turn: Turn) -> Reply:
    """So what should I do? For the goals we know, or all of it in short; of runs, which one."""
    if said := turn.follow_up():
        return said
    if turn.care.needed:  # what to do is for a professional, and what the article says is not
        return turn.tell(turn.content.answers["summary"])
    fresh = turn.offers.unheard(turn.content.without_running)
    if turn.session.no_running and fresh:  # "I hate running, what can I do instead"
        return turn.tell(fresh[0])
    return jog_or_sprint(turn) if of_runs(turn) else for_goals(turn, "SummaryIntent")


def run_or_leg_day(turn: Turn) -> Reply:
    """Run, or train legs? It depends on the goal: the one named, or those we know."""
    return _for_goals_or_topic(turn, "RunOrLegDayIntent")


def running_for_goal(turn: Turn) -> Reply:
    """What does running do for me? For the goal named, those we know, or in general."""
    turn.slots = with_goal_of_topic(turn)
    if not turn.slots and turn.session.line in _UNSPOKEN:  # "would running give me that?"
        return turn.no_answer("cant-speak", ["benefits"])
    return for_goals(turn, "RunningForGoalIntent")


def leg_day_for_goal(turn: Turn) -> Reply:
    """Is this exercise good for that? A run is no leg day: which kind of run, or what runs do."""
    named = "goal" in turn.slots
    turn.slots = with_goal_of_topic(turn)
    kind, goal = turn.slots.get("exercise"), turn.slots.get("goal")
    if kind == "jogging" and goal == "cardio" and not named:  # "does jogging count as that"
        return instead(turn, "JoggingIntent", {})
    if kind in ("jogging", "sprinting") and goal in ("muscle", "cardio"):
        return instead(turn, "JogOrSprintIntent", {"goal": goal})
    if kind in RUNS:
        return instead(turn, "RunningForGoalIntent", {"goal": goal} if goal else {})
    if goal is None and kind in (None, "leg-day"):  # "is leg day good?"
        return should_i_keep_leg_day(turn)
    return plain_question(turn)


def why_calories(turn: Turn) -> Reply:
    """Why does it burn calories? Of what was named, or what was just talked about."""
    said = None if turn.slots else turn.follow_up()
    return said or plain_question(turn)


def source(turn: Turn) -> Reply:
    """Who says so? The figure's source right after the figure, or else the article.

    Asked of nothing in particular, it's all that is known of where things come from.
    """
    topic = turn.content.answers.get(turn.session.topic or "")
    about_it = topic is not None and topic.theme != "sources"  # and not who says so
    figure = topic is not None and about_it and "calories-per-mile" in topic.claims
    if about_it and not figure:
        return turn.line_and_offer("source-of-that")
    return ask(turn, "SourceIntent", {"of": "figure"} if figure else {})


def in_general(turn: Turn) -> Reply:
    """Set pain aside, or somebody else: what was asked last is told as it holds for anybody."""
    turn.health.set_aside()
    if turn.session.intent and (turn.session.line == "after-pain" or turn.session.of_other):
        turn.slots = turn.session.slots
        return for_goals(turn, turn.session.intent)
    return turn.line_and_offer("in-general")


def instead(turn: Turn, intent: str, slots: dict[str, str]) -> Reply:
    """Answer another question in place of the one that was asked."""
    turn.name, turn.slots = intent, slots
    return plain_question(turn)


def ask(turn: Turn, intent: str, slots: dict[str, str]) -> Reply:
    """Say the answer to a question, and keep the question for "what about ..."."""
    turn.session.intent, turn.session.slots = intent, slots
    answer = turn.content.choose(intent, slots)
    return turn.answer(answer) if answer else turn.line_and_offer("fallback")


def for_goals(turn: Turn, intent: str) -> Reply:
    """Say the answer to a question for the goal named, or those we know."""
    if general := turn.content.choose(intent):  # asked and answered: not to be offered again
        turn.session.mark_heard(general.claims if turn.goals() else ())
    if "goal" in turn.slots:
        return ask(turn, intent, turn.slots)
    turn.session.intent, turn.session.slots = intent, turn.slots
    answer = turn.content.for_goals(intent, turn.goals())
    return turn.answer(answer) if answer else turn.line_and_offer("fallback")


def tell(turn: Turn, name: str) -> Reply:
    """Say an answer that was not asked for, as it fits the user's goals."""
    first = turn.content.answers[name].questions[0]
    found = turn.offers.fit(name)
    turn.session.intent, turn.session.slots = first.intent, first.slots
    return turn.tell(found)


def of_runs(turn: Turn) -> bool:
    """Tell whether jogging and sprinting were talked about just now."""
    last = turn.content.answers.get(turn.session.answer or "")
    return last is not None and last.theme == _KINDS_OF_RUN


def _for_goals_or_topic(turn: Turn, intent: str) -> Reply:
    """Answer for the goals that we know, or where there are none for the one just talked about.

    What was offered is told as it was offered: "should I tell you who can skip it", "who can".
    """
    offered = turn.offered is not None and turn.offered.questions[0] == Question(intent)
    if not (turn.goals() or turn.of_other or offered):
        turn.slots = with_goal_of_topic(turn)
    return for_goals(turn, intent)


def with_goal_of_topic(turn: Turn) -> dict[str, str]:
    """Return the slots, with the goal that was just talked about: "does running help?"."""
    last = turn.content.answers.get(turn.session.answer or "")
    other = turn.session.of_other != turn.of_other
    if "goal" in turn.slots or last is None or last.goal in (None, _ANYBODYS) or other:
        return turn.slots
    return {**turn.slots, "goal": last.goal}
