"""This very skill, asked what certification asks, as it runs on AWS Lambda."""

import os
import subprocess
import sys


def test_certification_finds_nothing_in_this_skill():
    environment = {"LEG_DAY_SKILL_ID": "amzn1.ask.skill.probe", "LEG_DAY_STORE": "memory:"}
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "skill",
            "check",
            "--handler",
            "lambda/lambda_function:lambda_handler",
        ],
        capture_output=True,
        text=True,
        env={**os.environ, **environment},
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, ""), done.stderr
