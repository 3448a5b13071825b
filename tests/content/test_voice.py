"""How Leg Day talks: short, warm, answer first, nothing that sounds read from a page."""

import re

import pytest

from skill.content.loader import load_content
from skill.content.schema import Answer, Line
from skill.dialog.speech import plain

CONTENT = load_content()
ANSWERS = [pytest.param(answer, id=answer.id) for answer in CONTENT.answers.values()]
OFFERS = [
    pytest.param(offer, id=f"{answer.id}: {offer}")
    for answer in CONTENT.answers.values()
    if answer.offer
    for offer in (
        *answer.offer[:-1],
        *(form.format(answer.offer[-1]) for form in CONTENT.brief_offers),
    )
]
LINES = [
    pytest.param(form, id=f"{name} {number}")
    for name, forms in CONTENT.prompts.items()
    for number, form in enumerate(forms, 1)
]
ROLES = [
    pytest.param(text, id=f"{answer.id}: {role}")
    for answer in CONTENT.answers.values()
    for role, text in (
        ("asked", answer.asked),
        ("told", answer.told),
        ("again", answer.again),
        ("plain", answer.plain),
        ("because", answer.because.says if answer.because else ""),
    )
    if text
]
FIGURES = list(CONTENT.figures.values())
ASKING = [ask for forms in CONTENT.offers.values() for ask in forms]
NEVER_SAID = [
    r"great question",
    r"^sure\b",
    r"according to the article",
    r"\bthe article\b",
    r"aforementioned",
    r"\bvarious\b",
    r"in order to",
    r"compound exercise",
    r"anything else",
    r"\be\.g\.",
    r"\bi\.e\.",
    r"[()\[\]/\\{}<>;:%\"\u2010-\u2026]",
    r"\d",
    r"\bit is\b",
    r"\bdo not\b",
    r"\bcannot\b",
    r"\bwill not\b",
    r"\bcure[sd]?\b",
    r"\bcondition\b",
    r"\s\s",
    r"\s[,.?!]",
]
NUMBERS = r"\b(one|two|three|five|six|ten|hundred|thousand|sixty)\b"


def words(text: str) -> list[str]:
    return plain(text).split()


def sentences(text: str) -> list[str]:
    return [part for part in re.split(r"(?<=[.?!])\s+", plain(text)) if part]


def everything_said() -> list[str]:
    answers = [str(param.values[0]) for param in ROLES]
    answers += [offer for a in CONTENT.answers.values() for offer in a.offer]
    quiz = [text for q in CONTENT.quiz for text in (q.ask, q.reprompt, q.hit, q.miss)]
    lines = [
        t for forms in CONTENT.prompts.values() for f in forms for t in (f.say, f.ask, f.reprompt)
    ]
    figures = [re.sub(r"\{\w+\}", "three", text) for text in FIGURES]
    goals = [re.sub(r"\{\w+\}", "bigger legs", text) for text in lines if text]
    return [*answers, *goals, *figures, *ASKING, *quiz, *CONTENT.leads]


@pytest.mark.parametrize("text", ROLES)
def test_an_answer_in_any_role_is_two_sentences_and_thirty_five_words_at_most(text: str):
    assert len(sentences(text)) <= 2
    assert len(words(text)) <= 35


@pytest.mark.parametrize("answer", ANSWERS)
def test_what_is_told_names_its_subject_and_says_no_yes_or_no(answer: Answer):
    assert not re.match(r"(yes|no|not|it|they|them|that|this)\b", answer.told, re.IGNORECASE)
    if answer.offer or answer.id in CONTENT.tour:
        said = answer.told or answer.asked
        assert not re.match(r"(yes|no|not|it|they|them|that)\b", answer.again, re.IGNORECASE)
        assert not re.match(r"(yes|no|not|it|they|them|that)\b", said, re.IGNORECASE)


@pytest.mark.parametrize("answer", ANSWERS)
def test_a_reason_begins_with_because(answer: Answer):
    assert answer.because is None or answer.because.says.startswith("Because ")


@pytest.mark.parametrize("answer", ANSWERS)
def test_the_second_asking_is_one_sentence_and_no_longer(answer: Answer):
    assert len(sentences(answer.again)) <= 1
    assert len(words(answer.again)) <= len(words(answer.asked)) + 1


@pytest.mark.parametrize("text", FIGURES)
def test_a_worked_out_answer_is_as_short(text: str):
    longest = re.sub(r"\{\w+\}", "forty-nine thousand nine hundred", text)
    assert len(sentences(longest)) <= 2
    assert len(words(longest)) <= 35


@pytest.mark.parametrize("offer", OFFERS)
def test_an_offer_is_one_question_of_twelve_words_at_most(offer: str):
    assert len(sentences(offer)) == 1
    assert offer.endswith("?")
    assert len(words(offer)) <= 12


@pytest.mark.parametrize("answer", ANSWERS)
def test_an_answer_states_and_leaves_the_question_to_the_offer(answer: Answer):
    for text in (answer.asked, answer.told, answer.again, answer.plain):
        assert "?" not in text
        assert text.endswith(".") or not text


@pytest.mark.parametrize("line", LINES)
def test_a_line_asks_at_its_end_and_only_there(line: Line):
    assert line.say.endswith((".", "?")) or (line.ask and not line.say)
    assert bool(line.ask) == bool(line.reprompt)
    if line.ask:
        assert re.fullmatch(r"[^?]+\?", line.ask)
        assert str(line.reprompt).endswith("?")
        assert len(words(line.ask)) <= 12


@pytest.mark.parametrize("line", LINES)
def test_a_line_is_said_in_a_breath_or_two(line: Line):
    assert len(words(line.say)) <= 35
    assert len(words(line.reprompt or "")) <= 25


@pytest.mark.parametrize("pattern", NEVER_SAID)
def test_some_things_are_never_said(pattern: str):
    said = [text for text in everything_said() if re.search(pattern, plain(text), re.IGNORECASE)]
    assert said == []


@pytest.mark.parametrize("answer", ANSWERS)
def test_an_answer_stresses_one_word_at_most(answer: Answer):
    assert len(re.findall(r"\*[^*]+\*", answer.asked)) <= 1
    assert "*" not in plain(answer.asked)


@pytest.mark.parametrize("prompt", ["launch", "help", "fallback", "goodbye", "fallback-again"])
def test_what_is_heard_often_has_several_forms(prompt: str):
    forms = [form.say for form in CONTENT.prompts[prompt]]
    assert len(forms) >= 3
    assert len(set(forms)) == len(forms)


def test_help_and_only_help_says_that_it_is_no_medical_advice():
    said = {
        name
        for name, forms in CONTENT.prompts.items()
        if any("medical advice" in form.say for form in forms)
    }
    assert said == {"help", "help-pain"}
    assert all("medical advice" in form.say for form in CONTENT.prompts["help"])


def test_every_goal_is_a_noun_that_fits_every_sentence_it_stands_in():
    for goal in CONTENT.goals.values():
        assert not re.search(r"ing\b", goal.split()[0]), goal


@pytest.mark.parametrize("answer", ANSWERS)
def test_the_last_form_of_an_offer_is_for_whoever_asked_for_short_answers(answer: Answer):
    if answer.offer:
        assert len(answer.offer) == 3
        assert len(words(answer.offer[-1])) <= 6


def test_every_offer_can_be_made_in_other_words():
    for answer in CONTENT.answers.values():
        assert len(set(answer.offer)) >= 2 or not answer.offer, answer.id
    for name, forms in CONTENT.offers.items():
        assert len(set(forms)) >= 2, name


@pytest.mark.parametrize("answer", ANSWERS)
def test_a_screen_adds_a_headline_a_key_word_and_a_question_to_try(answer: Answer):
    assert 1 <= len(words(answer.headline)) <= 6
    assert 1 <= len(words(answer.key_fact)) <= 4
    assert answer.asked not in (answer.headline, answer.key_fact)
    assert answer.hint == answer.hint.strip("?.! ")


def test_the_figure_is_credited_where_it_is_first_given():
    assert "Very Fit Well" in CONTENT.answers["calories-per-mile"].asked
    for kind in ("burned", "distance", "per-kilometer"):
        assert "Very Fit Well" in CONTENT.figures[kind]
        assert "Very Fit Well" not in CONTENT.figures[f"{kind}-again"]


def test_no_number_is_spoken_that_the_article_does_not_give():
    counting = {"calories-per-mile", "calories-source"}
    for answer in CONTENT.answers.values():
        found = re.findall(NUMBERS, plain(answer.asked).lower().replace("six-pack", ""))
        if not counting & set(answer.claims):
            assert set(found) <= {"one", "two"}, answer.id
