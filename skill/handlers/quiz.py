"""The quiz of three questions, and the way back to it, or to the tour, from another question."""

from dataclasses import replace

from skill.content.schema import QuizQuestion
from skill.dialog import numbers, quantities
from skill.dialog.reply import Reply
from skill.handlers import tours
from skill.handlers.turn import Turn

_ABOUT_A_HUNDRED = (80, 120)
_YES = "AMAZON.YesIntent"
_GIVEN_UP = {_YES, "AMAZON.NextIntent", "DontKnowIntent"}
_LEAVING = {"AMAZON.NoIntent", "AMAZON.CancelIntent"}
_INSTEAD = {"SummaryIntent", "TourIntent", "CompareIntent"}  # no answers, and no asides
_HELP = {"AMAZON.HelpIntent", "PlainWordsIntent", "ExampleIntent"}
_NO_ANSWER = {_YES, "AMAZON.FallbackIntent", "DoubtIntent", "DisagreeIntent", "AcknowledgeIntent"}
_AGAIN = {"AMAZON.RepeatIntent", "SlowerIntent"}
_ASIDES = {
    "WaitIntent",
    "SurpriseIntent",
    "ThanksIntent",
    "PraiseIntent",
    "ApologyIntent",
    "GreetingIntent",
    "LouderIntent",
    "HowAreYouIntent",
    "WhoAreYouIntent",
    "JokeIntent",
    "GriefIntent",
    "InsultIntent",
    "RemarkIntent",
    "FeelingLowIntent",
    "DiscouragedIntent",
    "DoubtIntent",
    "DisagreeIntent",
    "MisunderstoodIntent",
}


def start(turn: Turn) -> Reply:
    """Ask the first question, or the one at which the quiz was left."""
    if 0 < turn.session.quiz <= len(turn.content.quiz):
        return _asking(turn, turn.line("quiz-back"))
    forms = turn.session.forms
    again = "quiz-start" in forms
    turn.session.forms = {key: n for key, n in forms.items() if not key.startswith("quiz ")}
    turn.session.quiz, turn.session.score = 1, 0
    return _asking(turn, turn.line("quiz-again" if again else "quiz-start"))


def score(turn: Turn) -> Reply:
    """How many did I get right, in the quiz or the last one? In the tour, how many are left?"""
    session, scores = turn.session, turn.content.scores
    if session.offer == "tour":
        return tours.to_go(turn)
    if not session.forms.keys() & {"quiz-start", "quiz-again"}:
        return turn.line("no-quiz-yet")
    if not session.quiz:
        asked = enumerate(turn.content.quiz, 1)
        wrong = [one.miss for number, one in asked if f"quiz {number} wrong" in session.forms]
        which = wrong[0] if len(wrong) == 1 else ""
        say = f"{scores[str(session.score)]} {which}".strip()
        return turn.offers.same(Reply(say, above=_score(turn)))
    right = numbers.in_words(session.score) if session.score else "none"
    return _asking(turn, Reply(scores["so-far"].format(right=right)))


def who_is_right(turn: Turn) -> Reply:
    """Who wins: in the quiz its score, of an argument what there is to say for either side."""
    asked = turn.session.forms.keys() & {"quiz-start", "quiz-again"}
    return score(turn) if asked else turn.follow_up() or score(turn)


def strayed(turn: Turn) -> bool:
    """Tell whether the quiz was left at its last question, for one of the user's own."""
    return f"quiz {turn.session.quiz} left" in turn.session.forms


def guess(turn: Turn) -> Reply | None:
    """Judge an answer to the quiz's question; None where it is a question of the user's own.

    What was not understood, or cannot be an answer, gets the hint, once.
    """
    session, number = turn.session, turn.session.quiz
    if turn.name in _AGAIN or not 1 <= number <= len(turn.content.quiz):
        return None
    if turn.name in _LEAVING or turn.name in _INSTEAD:
        session.quiz, session.offer = 0, None
        return turn.line_and_offer("quiz-left") if turn.name in _LEAVING else None
    if turn.name in ("ScoreIntent", "WhoIsRightIntent"):
        return replace(score(turn), aside=True)
    hint = f"quiz {number} hint"
    if turn.name in _HELP or (turn.name in _NO_ANSWER and not session.forms.get(hint)):
        session.forms[hint] = 1
        return _asking(turn, Reply(turn.content.quiz[number - 1].hint))
    if turn.name in _ASIDES:
        line = turn.content.lines_for.get(turn.name, "hearsay")
        return replace(_asking(turn, turn.line(line)), aside=True)
    said = _said(turn)
    hit = not said.isdisjoint(_question(turn).right)
    if not (hit or turn.name in {*_GIVEN_UP, *turn.content.guesses} or "number" in said):
        return None
    return _judged(turn, hit)


def _judged(turn: Turn, hit: bool) -> Reply:
    """Say whether a guess is right, and ask the next question, or say the score after the last."""
    session, number, question = turn.session, turn.session.quiz, _question(turn)
    session.score += hit
    session.mark_heard(question.claims)
    session.move_to(question.like)
    answer = turn.content.answers[question.like]
    say = question.hit if hit else question.miss
    if not hit:
        session.forms[f"quiz {number} wrong"] = 1
    if not hit and turn.name not in _GIVEN_UP:
        say = f"{turn.content.scores['wrong']} {say[0].lower()}{say[1:]}"
    if number == len(turn.content.quiz):
        session.quiz = 0
        say = f"{say} {turn.content.scores[str(session.score)]}"
        last = Reply(say, answer=answer, claims=question.claims, above=_score(turn))
        return turn.offers.next(last)
    session.quiz = number + 1
    return _asking(turn, Reply(say, answer=answer, claims=question.claims))


def _score(turn: Turn) -> str:
    all_ = len(turn.content.quiz)
    return turn.content.screen["score"].format(right=turn.session.score, all=all_)


def back_to(turn: Turn, under_way: str | None, reply: Reply) -> Reply:
    """Return what is said to a question in the quiz or the tour, and then back to that, once.

    `under_way` is what was offered before it. Whoever asks something else again has left.
    """
    if under_way not in ("quiz-answer", "tour") or turn.session.offer != under_way:
        return reply
    if turn.name in _INSTEAD:
        return reply
    if not (reply.answer or reply.offers in turn.content.answers) or reply.offers in (
        "summary",
        under_way,
    ):
        return reply
    in_quiz = under_way == "quiz-answer"
    left = f"quiz {turn.session.quiz} left" if in_quiz else f"tour {turn.session.tour} left"
    if left in turn.session.forms:
        return reply
    turn.session.forms[left] = 1
    if in_quiz:
        return replace(
            _asking(turn, reply), ask=f"{turn.form('quiz-back').say} {_question(turn).ask}"
        )
    return turn.offers.make(reply, "tour", turn.content.offers["tour-again"])


def _question(turn: Turn) -> QuizQuestion:
    return turn.content.quiz[turn.session.quiz - 1]


def _asking(turn: Turn, reply: Reply) -> Reply:
    question = _question(turn)
    return Reply(
        reply.say,
        question.ask,
        question.reprompt,
        "quiz-answer",
        reply.answer,
        reply.claims,
        reply.key_fact,
        reply.above,
        prompt=reply.prompt,
        menu=f"quiz-{turn.session.quiz}",
    )


def _said(turn: Turn) -> set[str]:
    """Return what a guess may be right by: its intent, its slots, and a number near a hundred."""
    said = {turn.name, *(f"{name}={value}" for name, value in turn.slots.items())}
    for name in ("distance", "calories"):
        value = quantities.number(turn.slots.get(name))
        if value is not None:
            low, high = _ABOUT_A_HUNDRED
            said |= {"number"} | ({"number=100"} if low <= value <= high else set())
    return said
