"""The skill on AWS Lambda. LEG_DAY_SKILL_ID and LEG_DAY_STORE configure it."""

import gc

gc.disable()  # nothing that the imports make is garbage: looking for some is 7 ms of a cold start

import os  # noqa: E402

from skill.hosting import logs  # noqa: E402
from skill.hosting.lambda_handler import create_function  # noqa: E402

logs.to_stdout()
lambda_handler = create_function(os.environ)

gc.freeze()
gc.enable()
