"""The stack: what cfn-lint makes of it, and that it fits the code."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from skill.persistence import open_store
from skill.persistence.dynamodb import DynamoDbStore
from tests.hosting.lambda_.events import SKILL
from tests.persistence.tables import TEMPLATE, template

STACK = template()
FUNCTION = STACK["Resources"]["Function"]["Properties"]
TABLE = STACK["Resources"]["Users"]["Properties"]
ALEXA_WAITS = 8


def test_cfn_lint_has_nothing_to_say():
    linter = str(Path(sys.executable).parent / "cfn-lint")
    command = [linter, "--include-checks", "I", "--", str(TEMPLATE)]
    ran = subprocess.run(command, capture_output=True, text=True, timeout=60)
    assert (ran.returncode, ran.stdout) == (0, "")


def test_the_handler_is_in_the_file_of_its_name():
    module, _, name = FUNCTION["Handler"].partition(".")
    assert f"{name} = " in (TEMPLATE.parent / f"{module}.py").read_text("utf-8")


def test_alexa_may_call_for_one_skill_only_and_so_may_it_be_configured():
    assert FUNCTION["Events"]["Alexa"] == {
        "Type": "AlexaSkill",
        "Properties": {"SkillId": "SkillId"},
    }
    assert FUNCTION["Environment"]["Variables"]["LEG_DAY_SKILL_ID"] == "SkillId"
    assert re.fullmatch(STACK["Parameters"]["SkillId"]["AllowedPattern"], SKILL)


def test_the_store_of_the_stack_is_one_that_the_code_opens():
    url = FUNCTION["Environment"]["Variables"]["LEG_DAY_STORE"].replace("${Users}", "stack-Users-1")
    assert isinstance(open_store(url), DynamoDbStore)


def test_it_ends_before_alexa_stops_waiting_and_starts_from_a_snapshot():
    assert FUNCTION["Timeout"] < ALEXA_WAITS
    assert FUNCTION["SnapStart"] == {"ApplyOn": "PublishedVersions"}
    assert FUNCTION["AutoPublishAlias"]
    assert FUNCTION["Architectures"] == ["arm64"]
    runtimes = STACK["Parameters"]["Runtime"]["AllowedValues"]
    assert all(tuple(map(int, name[6:].split("."))) >= (3, 12) for name in runtimes)


def test_the_table_is_on_demand_encrypted_and_keeps_nothing_for_ever():
    assert TABLE["BillingMode"] == "PAY_PER_REQUEST"
    assert TABLE["SSESpecification"] == {"SSEEnabled": True}
    assert TABLE["TimeToLiveSpecification"]["Enabled"] is True
    assert STACK["Resources"]["Users"]["DeletionPolicy"] == "Delete"


def test_the_function_may_do_what_it_does_and_nothing_else():
    (policy,) = STACK["Resources"]["Role"]["Properties"]["Policies"]
    allowed = {
        action: statement["Resource"]
        for statement in policy["PolicyDocument"]["Statement"]
        for action in statement["Action"]
    }
    assert allowed == {
        "dynamodb:GetItem": "Users.Arn",
        "dynamodb:PutItem": "Users.Arn",
        "dynamodb:DeleteItem": "Users.Arn",
        "logs:CreateLogStream": "Logs.Arn",
        "logs:PutLogEvents": "Logs.Arn",
    }


def test_apologies_and_refusals_set_off_an_alarm():
    """The filter's field and word are those of a line that the function really writes."""
    pattern = STACK["Resources"]["Apologies"]["Properties"]["FilterPattern"]
    field, word = re.findall(r'^{ \$\.(\w+) = "(\w+)" }$', pattern)[0]
    say = "from lambda_function import lambda_handler; lambda_handler({}, None)"
    environment = {"LEG_DAY_SKILL_ID": SKILL, "LEG_DAY_STORE": "memory:"}
    ran = subprocess.run(
        [sys.executable, "-c", say],
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(TEMPLATE.parent), **environment},
        capture_output=True,
        check=True,
        timeout=60,
    )
    assert json.loads(ran.stdout)[field] == word


@pytest.mark.parametrize("name", ["ApologyAlarm", "ErrorAlarm", "ThrottleAlarm", "LatencyAlarm"])
def test_an_alarm_goes_to_whoever_asked_for_it(name):
    alarm = STACK["Resources"][name]["Properties"]
    assert alarm["AlarmActions"] == ["HasEmail", ["AlarmTopic"], []]
