"""How often what is spoken of is run: told by itself, asked for, and in what time."""

from collections.abc import Mapping

from skill.dialog import how_often, quantities, runs
from skill.dialog.reply import Reply
from skill.handlers import beyond, figures, spoken_of
from skill.handlers.turn import Turn

HOW_OFTEN = {"multiple", "span"}  # "twice a day", "five days a week"
_NOT_RUN = ("not-walked", "not-a-run")  # lines about a distance that was no run


def of_no_run(turn: Turn, slots: Mapping[str, str]) -> Reply | None:
    """Answer "three times a week" where no distance was spoken of; None where one was."""
    session, (times, over) = turn.session, how_often.multiple(slots.get("multiple", ""))
    if session.line in _NOT_RUN:
        return turn.line_and_offer("not-walked")
    if session.offer == "how-far" and session.intent == "SeveralRunsIntent":  # asked for already
        return which_distance(turn, {"span": session.slots.get("multiple", ""), **slots})
    refused = session.line in turn.content.no_answer
    of_runs = session.intent in beyond.MEASURED or of_energy(turn)
    if not of_runs and not {*runs.DAYS}.isdisjoint(turn.slots.values()):
        return turn.line_and_offer("remark")  # nothing was asked
    if session.offer == "suggested":
        session.intent, session.slots = "CaloriesBurnedIntent", spoken_of.distance_before(turn)
        return None
    if not over or (session.intent in beyond.MEASURED and not refused):
        return None
    if refused or (times and not of_energy(turn) and not session.runs):  # of leg days
        turn.slots = {"asked": "how-often"}
        return beyond.unknown_question(turn)
    if run := spoken_of.last_run(turn):
        session.intent, session.slots = "CaloriesBurnedIntent", run
        return None
    return which_distance(turn, slots)


def of_energy(turn: Turn) -> bool:
    """Tell whether calories are what is talked about."""
    last = turn.content.answers.get(turn.session.topic or "")
    return last is not None and last.goal == "calories"


def ask(turn: Turn, slots: Mapping[str, str]) -> Reply | None:
    """Ask how often it is run, of what is run in a week or longer; None where that is known."""
    before = quantities.with_one(spoken_of.distance_before(turn))
    times, over = how_often.multiple(slots.get("multiple", ""))
    if not before or times or not over or "over" in before:
        return None
    turn.session.intent = "CaloriesBurnedIntent"
    turn.session.slots = {**before, "span": over}
    return turn.line("how-often")


def as_asked(turn: Turn, slots: dict[str, str]) -> dict[str, str]:
    """Return the slots with the time that was asked about, where we asked how often in it.

    "Twice" is twice in it, and "a week", of a week again, is all that is run in it.
    """
    session, often = turn.session, slots.get("multiple", "")
    times, over = how_often.multiple(often)
    if session.offer != "how-often" or slots.keys() != {"multiple"} or not (times or over):
        return slots
    asked = session.slots.get("span", "")
    if times:
        return {"multiple": often, "span": asked} if over else {"multiple": f"{often}-a-{asked}"}
    before = {name: value for name, value in session.slots.items() if name != "span"}
    spoken_of.take_back(turn)
    return {**before, "multiple": over}


def of_that_time(turn: Turn, slots: dict[str, str]) -> dict[str, str]:
    """Return "five times" as "five times a week", where that was said of the run before.

    Every one of those weeks for a month is a month of it.
    """
    often, over = slots.get("multiple", ""), spoken_of.distance_before(turn).get("over", "day")
    if slots.keys() == HOW_OFTEN and often == how_often.each(over):  # "every week for a month"
        return {"multiple": slots["span"]}
    if slots.keys() != {"multiple"} or over == "day" or not how_often.is_count(often):
        return slots
    return {"multiple": how_often.often_in(often, over)}


def which_distance(turn: Turn, slots: Mapping[str, str]) -> Reply:
    """Ask how far, and keep how often it is run till that is told."""
    turn.session.intent = "SeveralRunsIntent"
    turn.session.slots = {name: slots[name] for name in slots if name in HOW_OFTEN}
    return figures.how_far(turn)


def per_what(turn: Turn) -> Reply:
    """Is that per week? It is for the distance that was worked out."""
    before = spoken_of.distance_before(turn)
    refused = turn.session.line in turn.content.no_answer
    if not before and not refused and of_energy(turn):
        return which_distance(turn, {})
    if not before or refused:
        return beyond.unknown(turn, turn.content.unknown["how-often"])
    slots = quantities.with_one(before)
    line = "all-told" if "over" in slots else "once"
    return turn.line_and_offer(line, distance=figures.in_words(turn, slots))
