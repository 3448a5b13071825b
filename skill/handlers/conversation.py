"""Everything that follows the conversation rather than asks the article."""

from collections.abc import Mapping
from dataclasses import replace

from skill.dialog.reply import Reply
from skill.dialog.session import Session
from skill.handlers import beyond, figures, following, goals, questions, tours
from skill.handlers.turn import Handler, Turn


def launch(turn: Turn) -> Reply:
    """The skill was opened: greet, and pick up what was told or talked about earlier."""
    kept, held = turn.saved(), turn.goals()
    visits = kept.get("visits")
    before = visits if isinstance(visits, int) and 0 <= visits < 1_000_000 else 0
    turn.save(visits=before + 1)
    if held:
        return goals.with_goals(turn, "launch-goal", held)
    last = turn.content.answers.get(str(kept.get("topic")))
    if last and (about := turn.content.about.get(last.theme)):
        turn.session.topic = last.id
        return turn.line("launch-topic", topic=about)
    return turn.line("launch-back" if before else "launch")


def stop(turn: Turn) -> Reply:
    """Say goodbye and end."""
    turn.save_topic()
    return turn.line("goodbye")


def cancel(turn: Turn) -> Reply:
    """Leave what was asked of the user, and the skill where nothing was."""
    if turn.session.offer not in turn.content.taken_back:
        return stop(turn)
    return goals.keep_after_all(turn) if turn.session.offer == "forget" else turn.line("declined")


def last_time(turn: Turn) -> Reply:
    """Say what was talked about: just now, or the last time."""
    topic = turn.session.topic or str(turn.saved().get("topic"))
    last = turn.content.answers.get(topic)
    if last is None or last.theme not in turn.content.about:
        return turn.line_and_offer("nothing-yet")
    turn.session.topic = last.id
    return turn.line("last-time", topic=turn.content.about[last.theme])


def bored(turn: Turn) -> Reply:
    """Offer something livelier, once."""
    forms = turn.session.forms
    if forms.get("bored") or forms.get("quiz-start"):
        return turn.line_and_offer("bored-again", turn.content.facts)
    return turn.line("bored")


def little_word(turn: Turn) -> Reply:
    """Hello, thanks, wow: a word back, and what was offered stands. A question has another."""
    line = turn.content.lines_for[turn.name]
    answers = turn.content.answers
    kept = line in turn.content.kind_words or turn.session.offer not in answers
    if turn.session.said and kept:
        return turn.line_and_same_offer(line)
    return turn.line_and_offer(line)  # the first thing said: what can be asked comes with it


def grief(turn: Turn) -> Reply:
    """Somebody died: a kind word, and nothing is offered."""
    return turn.line("grief")


def dont_know(turn: Turn) -> Reply:
    """Take "I don't know": to a question of ours, or to none; the second time, choose for them."""
    if turn.session.offer in ("which-goal", "goal-for"):
        return _whichever(turn)
    offered = turn.content.answers.get(turn.session.offer or "")
    if turn.session.line == "dont-know" and offered:
        return questions.tell(turn, offered.id)
    return turn.line_and_offer("dont-know")


def misunderstood(turn: Turn) -> Reply:
    """Answer "no, I meant abs", or say sorry, and ask to hear it in other words."""
    wrong = [turn.slots.pop(name, "") for name in ("other_distance", "other_unit")]
    if turn.slots or turn.unknown:
        if turn.session.intent == "SetGoalIntent" and "goal" in turn.slots:
            return goals.set_goal(turn)
        turn.name = "WhatAboutIntent"
        measured = turn.session.intent in beyond.MEASURED
        if measured and set(turn.slots) == {"unit"}:  # "I meant kilometers"
            turn.slots = {**turn.session.slots, **turn.slots}
        reply = beyond.outside(turn) or following.what_about(turn)
        if any(wrong) and reply.answer:  # "not five miles, five k"
            return replace(reply, say=f"{turn.content.figures['mistake']} {reply.say}")
        return reply
    return turn.line("misunderstood")


def repeat(turn: Turn) -> Reply:
    """Say the last reply again, word for word; that there was no answer, in other words."""
    said, session = turn.session.said, turn.session
    if session.line in turn.content.misses:
        unheard = session.line in ("fallback", "fallback-again", "what-i-missed")
        return turn.line_and_same_offer("what-i-missed" if unheard else "what-i-know")
    if "say" not in said or ("ask" in said) != ("reprompt" in said):
        return following.help_(turn)
    answer = turn.content.answers.get(said.get("answer", ""))
    claims = tuple(said.get("claims", "").split()) if answer else ()
    words = said["say"], said.get("ask"), said.get("reprompt")
    return Reply(
        *words,
        session.offer,
        answer,
        claims,
        key_fact=said.get("key_fact"),
        above=said.get("above"),
    )


def no_offers(turn: Turn) -> Reply:
    """From now on ask what comes next, and offer nothing."""
    turn.session.unoffered = True
    return turn.line_and_offer("no-offers")


def slower(turn: Turn) -> Reply:
    """Say the last reply again, slowly, and all that follows."""
    turn.session.slow = True
    return repeat(turn)


def normal_speed(turn: Turn) -> Reply:
    """Speak as at first."""
    slow, turn.session.slow = turn.session.slow, False
    return turn.line_and_same_offer("normal-speed" if slow else "no-faster")


def start_over(turn: Turn) -> Reply:
    """Forget the conversation, not the user, and begin again."""
    old = turn.session
    turn.session = Session(
        goal=old.goal,
        others=old.others,
        theirs=old.theirs,
        speaker=old.speaker,
        pains=old.pains,
        loaded=old.loaded,
        forms=old.forms,
    )
    return turn.line("start-over")


def fallback(turn: Turn) -> Reply:
    """Nothing was understood: say so, and after a second time give examples."""
    return turn.no_answer("fallback")


# --- yes and no ----------------------------------------------------------------------------------


def yes(turn: Turn) -> Reply:
    """Give exactly what was offered."""
    offer = turn.session.offer or ""
    if special := OFFERS.get(offer):
        return special[0](turn)
    if answer := turn.content.answers.get(offer):
        return questions.tell(turn, answer.id)
    fresh = turn.offers.unheard(turn.content.order)
    if fresh and turn.session.forms.get("yes-what"):  # asked what once: then something is told
        return questions.tell(turn, fresh[0].id)
    return turn.line("yes-what")


def brief_yes(turn: Turn) -> Reply:
    """Give what was offered, and from now on all, in short."""
    turn.session.brief = True
    return yes(turn)


def no(turn: Turn) -> Reply:
    """Leave what was offered; whoever declines twice in a row, or has nothing to ask, is let go.

    Whoever was sent to a professional is asked what else, once: it may be "no, it's fine".
    """
    offer = turn.session.offer
    if offer == "forget":  # an answer to our question, not a refusal
        return OFFERS[offer][1](turn)
    if turn.session.line == "misunderstood":  # "so no, then"
        return turn.line("declined")
    if offer is None or turn.session.refusals:
        return stop(turn)
    turn.session.refusals += 1
    turn.offers.refuse(offer)
    sent = turn.session.line in turn.content.referred  # to a professional
    special = None if sent else OFFERS.get(offer)
    return special[1](turn) if special else turn.line("declined")


def _declined(turn: Turn) -> Reply:
    return turn.line("declined")


def _no_goal(turn: Turn) -> Reply:
    """Neither of the goals: then what matters is what one enjoys."""
    if not turn.offers.unheard(["enjoyment"]):
        return turn.line("declined")
    return questions.instead(turn, "EnjoymentIntent", {})


def _general(turn: Turn) -> Reply:
    """Listen for what somebody in pain would like to know; the second time, tell something."""
    fresh = turn.offers.unheard(turn.content.order)
    if fresh and turn.session.forms.get("yes-what-pain"):
        return questions.tell(turn, fresh[0].id)
    return turn.line("yes-what")


def _which_goal(turn: Turn) -> Reply:
    """Take a yes to one goal or the other: ask once in other words, then tell what always holds."""
    if turn.session.forms.get("which-goal-yes"):
        return _whichever(turn)
    return replace(turn.line("which-goal-yes"), offers=turn.session.offer)


def _whichever(turn: Turn) -> Reply:
    """Tell what holds whatever the goal is; where all of it was heard, ask for something else."""
    fresh = turn.offers.unheard(["enjoyment", "verdict", "benefits", "alternate"])
    return questions.tell(turn, fresh[0].id) if fresh else turn.line("declined")


def _summary(turn: Turn) -> Reply:
    turn.session.intent, turn.session.slots = "SummaryIntent", {}
    return turn.tell(turn.content.answers["summary"])


def _ask(line: str) -> Handler:
    return lambda turn: turn.line(line)


# Offers that are no answers: what yes does, what no does.
OFFERS: Mapping[str, tuple[Handler, Handler]] = {
    "why": (following.why, _declined),
    "goal-still": (goals.still, goals.change_goal),
    "goal-guess": (goals.guessed, goals.change_goal),
    "which-goal": (_which_goal, _declined),
    "goal-for": (_which_goal, _no_goal),
    "forget": (goals.erase, goals.keep_after_all),
    "distance": (_ask("which-distance"), _declined),
    "how-far": (figures.suggest, _declined),
    "suggested": (figures.as_suggested, _declined),
    "summary": (_summary, _declined),
    "quiz": (tours.quiz, _declined),
    "tour": (tours.go_on, tours.leave),
    "last-topic": (following.more, _declined),
    "general": (_general, stop),
    "leave": (stop, _declined),
}
