"""People ask in many words, and hear the article's answer: questions/<theme>.toml holds them."""

import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from skill.content.loader import load_content

HERE = Path(__file__).parent


def written(table: str) -> list[dict[str, Any]]:
    """Every row of a table in questions/<theme>.toml."""
    files = sorted((HERE / "questions").glob("*.toml"))
    return [row for file in files for row in tomllib.loads(file.read_text("utf-8")).get(table, ())]


def rows(table: str) -> list[Any]:
    """Every phrase as one case, named by what is asked."""
    return [pytest.param(asked, row, id=asked) for row in written(table) for asked in row["asked"]]


def heard(row: dict[str, Any], speech: str) -> bool:
    phrases = row["hear"] if isinstance(row["hear"], list) else [row["hear"]]
    return any(phrase in speech for phrase in phrases)


@pytest.mark.parametrize(("asked", "row"), rows("question"))
def test_a_question_gets_the_articles_answer(talk, asked, row):
    turn = talk().say(asked)
    report = turn.report()
    assert set(row["claims"]) & set(report["claims"]), report["intent"]
    assert heard(row, turn.speech), turn.speech
    assert turn.open


@pytest.mark.parametrize(("asked", "row"), rows("figure"))
def test_a_distance_or_a_number_of_calories_is_worked_out(talk, asked, row):
    turn = talk(locale=row.get("locale", "en-US")).say(asked)
    assert turn.speech.startswith(row["hear"]), turn.speech
    assert "Very Fit Well" in turn.speech
    assert turn.report()["claims"] == ["calories-per-mile", "calories-source"]


@pytest.mark.parametrize(("asked", "row"), rows("beyond"))
def test_what_the_article_does_not_say_is_not_answered(talk, asked, row):
    turn = talk().say(asked)
    report = turn.report()
    assert (report["answer"], report["claims"]) == (None, [])
    assert report["intent"] in row["intent"]
    assert heard(row, turn.speech), turn.speech
    assert turn.open


@pytest.mark.parametrize(("asked", "row"), rows("control"))
def test_a_word_that_steers_is_understood_as_one(talk, asked, row):
    report = talk().say(asked).report()
    assert report["intent"] == row["intent"]
    assert report["claims"] == []


def test_every_claim_is_asked_for_in_three_ways_or_more():
    asked = Counter(
        claim for row in written("question") for claim in row["claims"][:1] for _ in row["asked"]
    )
    assert {claim for claim in load_content().claims if asked[claim] < 3} == set()
