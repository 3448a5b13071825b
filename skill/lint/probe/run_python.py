"""Runs somebody's Lambda handler in a process of its own: JSON lines in, JSON lines out.

Started as a script, by any Python that the skill runs on; uses nothing but the standard library.
What the handler prints goes to standard error, so that it is not taken for an answer.
"""

import importlib
import json
import os
import sys
import traceback
from typing import Any


class Context:
    """As much of AWS Lambda's context as handlers look at."""

    aws_request_id = "00000000-0000-0000-0000-000000000000"
    function_name = "probe"
    function_version = "$LATEST"
    invoked_function_arn = "arn:aws:lambda:us-east-1:000000000000:function:probe"
    memory_limit_in_mb = "128"
    log_group_name = log_stream_name = "probe"
    identity = client_context = None

    def get_remaining_time_in_millis(self) -> int:
        """Return what Alexa waits for."""
        return 8000


def _raised(fault: BaseException, root: str) -> "dict[str, Any]":
    """Return what was raised, and the innermost line of the skill's own code."""
    frames = [
        frame
        for frame in traceback.extract_tb(fault.__traceback__)
        if frame.filename.startswith(root) and "site-packages" not in frame.filename
    ]
    place = {"file": frames[-1].filename, "line": frames[-1].lineno} if frames else {}
    return {"raised": f"{type(fault).__name__}: {fault}", **place}


def main() -> None:
    """Import module, take its function, and answer each line."""
    root, module, function = sys.argv[1:4]
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)
    sys.path[0] = root

    def answer(found: "dict[str, Any]") -> None:
        answers.write(json.dumps(found) + "\n")
        answers.flush()

    try:
        handler = getattr(importlib.import_module(module), function)
    except ModuleNotFoundError as fault:
        return answer({"missing": str(fault)})
    except BaseException as fault:
        return answer(_raised(fault, root))
    answer({"ready": True})
    for line in sys.stdin:
        try:
            found = {"answer": handler(json.loads(line), Context())}
            json.dumps(found)
        except BaseException as fault:
            found = _raised(fault, root)
        answer(found)
    return None


if __name__ == "__main__":
    main()
