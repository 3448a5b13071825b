"""Everything that follows the conversation rather than asks the article."""

from skill.dialog.reply import Reply
from skill.dialog.session import Session
from skill.handlers import beyond, following, forgetting, goals, goals_spoken, what_about
from skill.handlers.turn import Turn

# Lines to somebody who told what they feel.
_MOVED = ("grief", "listening", "feeling-low", "good-news", "safe-now", "starving")


def launch(turn: Turn) -> Reply:
    """The skill was opened: greet, and pick up what was told or talked about earlier."""
    kept, held = turn.saved(), turn.goals()
    visits = kept.get("visits")
    before = visits if isinstance(visits, int) and 0 <= visits < 1_000_000 else 0
    turn.save(visits=before + 1)
    last = turn.recall_talk()
    if held:
        return goals_spoken.with_goals(turn, "launch-goal", held)
    if last and (about := turn.content.about.get(last.theme)):
        turn.session.topic = last.id
        return turn.line("launch-topic", topic=about)
    return turn.line("launch-back" if before else "launch")


def stop(turn: Turn) -> Reply:
    """Say goodbye and end."""
    turn.save_talk()
    return turn.line("goodbye")


def cancel(turn: Turn) -> Reply:
    """Leave what was asked of the user, and the skill where nothing was."""
    if turn.session.offer not in turn.content.taken_back:
        return stop(turn)
    return forgetting.keep_after_all(turn) if turn.session.offer == "forget" else turn.declined()


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


def privacy(turn: Turn) -> Reply:
    """Say what is kept of the user: nothing, once it was erased."""
    return word_back(turn, "privacy-forgotten" if turn.erased else "privacy")


def little_word(turn: Turn) -> Reply:
    """Hello, thanks, wow: a word back, and what was offered stands. A question has another.

    What is said on after a feeling was told is listened to.
    """
    moved = turn.session.line in _MOVED or turn.session.offer == "company"
    if turn.name == "RemarkIntent" and moved:
        return turn.line_and_same_offer("listening")
    return word_back(turn, turn.content.lines_for[turn.name])


def word_back(turn: Turn, line: str) -> Reply:
    """Say a line back, with the offer that stands where it is no more than a kind word."""
    answers = turn.content.answers
    kept = line in turn.content.kind_words or turn.session.offer not in answers
    if turn.session.said and kept:
        return turn.line_and_same_offer(line)
    return turn.line_and_offer(line)  # the first thing said: what can be asked comes with it


def grief(turn: Turn) -> Reply:
    """Somebody died: a kind word, and nothing is offered."""
    return turn.line("grief")


def discouraged(turn: Turn) -> Reply:
    """Training or one's body gets one down: do what you enjoy, or else no more than a kind word."""
    if turn.health.mentioned or "enjoyment" in turn.session.heard:
        return turn.line_and_offer("feeling-low", ["best-workout-is-completed"])
    return turn.answer(turn.content.answers["discouraged"])


def misunderstood(turn: Turn) -> Reply:
    """Answer "no, I meant abs", or say sorry, and ask to hear it in other words."""
    if turn.slots or turn.unknown:
        if turn.session.intent == "SetGoalIntent" and "goal" in turn.slots:
            return goals.set_goal(turn)
        turn.name = "WhatAboutIntent"
        return beyond.outside(turn) or what_about.what_about(turn)
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
        menu=said.get("menu"),
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
    """Speak as at first; "faster", where we asked for the goal, is no goal we know."""
    slow, turn.session.slow = turn.session.slow, False
    if not slow and goals.asked_for(turn):
        return turn.line("goal-unknown", aim=turn.content.not_known["speed"])
    return turn.line_and_same_offer("normal-speed" if slow else "no-faster")


def start_over(turn: Turn) -> Reply:
    """Forget the conversation, not the user, and begin again."""
    old = turn.session
    turn.session = Session(
        goal=old.goal,
        others=old.others,
        theirs=old.theirs,
        speaker=old.speaker,
        health=old.health,
        concerned=old.concerned,
        safety=old.safety,
        troubled=old.troubled,
        wary=old.wary,
        loaded=old.loaded,
        forms=old.forms,
    )
    return turn.line("start-over")


def fallback(turn: Turn) -> Reply:
    """Nothing was understood: say so, and after a second time give examples."""
    return turn.no_answer("fallback")
