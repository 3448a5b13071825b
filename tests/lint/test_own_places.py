"""What is found in our own models is shown in the TOML that they are built from."""

from pathlib import Path

from skill.alexa.interaction_model import expand
from skill.lint import Finding, package
from skill.lint.own.places import moved

ROOT = Path(__file__).parents[2]


def test_a_sample_is_found_where_it_is_written():
    given = package.own()
    found = []
    for locale in ("en-US", "en-GB"):
        model = given.models[locale]
        samples = [one for intent in model.intents for one in intent.samples]
        (sample,) = [one for one in samples if one == "does running count as leg day"]
        found.append(Finding("sample-digits", model.file, sample.line, "is no sample"))
    (one,) = moved(found, given)
    assert one.file.startswith("interaction_model/en/")
    line = (ROOT / one.file).read_text("utf-8").splitlines()[one.line - 1]
    assert "does running count as leg day" in expand(line.strip().strip('",'))


def test_what_is_nobodys_sample_stays_where_it_is():
    given = package.own()
    finding = Finding("shape", given.models["en-US"].file, 1, "is something else")
    assert moved([finding], given) == [finding]
