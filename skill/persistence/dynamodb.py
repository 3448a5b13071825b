"""The store for AWS Lambda, and for many servers: one DynamoDB table.

    user        partition key: the digest of the user's id
    attributes  what is remembered, as JSON
    saved       milliseconds since 1970
    expires     seconds since 1970, the table's time to live: two years after the last save

The table belongs to lambda/template.yaml; nothing here makes or changes one.

Two writers at once: the save that began last is the one kept, whichever arrives last. A save that
was sent again after a timeout would otherwise overwrite what the user has said since. To forget
has no condition. Reads are consistent, so that what was just forgotten is not read again.

Waiting: one call gives up within 3.5 seconds (`_WAIT`), two in a row well before Alexa's eight. A
table that did not answer at all is left alone for `REST_SECONDS`, so that the rest of a request,
and those that follow, do not wait for it again. One that said no, as when it throttles, has
answered and costs no wait: it is asked again.

botocore alone, without boto3, and only from the first call on (see docs/hosting.md).
"""

import json
import threading
import time
from typing import Any

from ask_sdk_core.attributes_manager import AbstractPersistenceAdapter
from ask_sdk_core.exceptions import PersistenceException
from ask_sdk_model import RequestEnvelope

from skill import blocking
from skill.persistence import user_key

KEPT_SECONDS = 2 * 365 * 24 * 3600
REST_SECONDS = 5.0

# Between two attempts botocore's standard mode waits up to a second more.
_WAIT = {"connect_timeout": 0.5, "read_timeout": 0.75}
_RETRIES = {"mode": "standard", "total_max_attempts": 2}
_UNLESS_NEWER = "attribute_not_exists(saved) OR saved <= :saved"


class DynamoDbStore(AbstractPersistenceAdapter):
    """Keeps attributes as JSON, an item a user. Raises PersistenceException where a call fails.

    Region, credentials and endpoint are botocore's business: the usual AWS_* variables and files.
    """

    def __init__(self, table: str, rest_seconds: float = REST_SECONDS) -> None:
        self._table, self._rest = table, rest_seconds
        self._made: Any = None
        self._making = threading.Lock()
        self._rests_until = 0.0

    def get_attributes(self, request_envelope: RequestEnvelope) -> dict[str, Any]:
        """Return the user's attributes, empty for a stranger and for an item that is no use."""
        if not (key := user_key(request_envelope)):
            return {}
        item = self._call("get_item", Key={"user": {"S": key}}, ConsistentRead=True).get("Item")
        try:
            # DynamoDB takes days to delete what has expired.
            found = json.loads(item["attributes"]["S"]) if item and _lasts(item) else {}
        except (KeyError, TypeError, ValueError):
            return {}
        return found if isinstance(found, dict) else {}

    def save_attributes(
        self, request_envelope: RequestEnvelope, attributes: dict[str, Any]
    ) -> None:
        """Keep `attributes` in place of what was kept before, unless that is newer."""
        if not (key := user_key(request_envelope)):
            return
        now = time.time_ns() // 1_000_000
        item = {
            "user": {"S": key},
            "attributes": {"S": json.dumps(attributes)},
            "saved": {"N": str(now)},
            "expires": {"N": str(now // 1_000 + KEPT_SECONDS)},
        }
        values = {":saved": item["saved"]}
        self._call(
            "put_item",
            Item=item,
            ConditionExpression=_UNLESS_NEWER,
            ExpressionAttributeValues=values,
        )

    def delete_attributes(self, request_envelope: RequestEnvelope) -> None:
        """Erase the user's item."""
        if key := user_key(request_envelope):
            self._call("delete_item", Key={"user": {"S": key}})

    def prepare(self) -> None:
        """Do now what the first call would spend its time on: import botocore, make the client."""
        self._client()

    def _call(self, operation: str, **parameters: Any) -> Any:
        if time.monotonic() < self._rests_until:
            raise PersistenceException(f"{operation}: no answer a moment ago")
        blocking.about_to_block()
        try:
            return _genuine(getattr(self._client(), operation)(TableName=self._table, **parameters))
        except Exception as fault:
            code = _code(fault)
            if code == "ConditionalCheckFailedException":
                return {}  # what is kept is newer
            if code is None:
                self._rests_until = time.monotonic() + self._rest
            reason = code or type(fault).__name__
            raise PersistenceException(f"{operation}: {reason}") from fault

    def _client(self) -> Any:
        with self._making:
            if self._made is None:
                from botocore.config import Config
                from botocore.session import Session

                config = Config(retries=_RETRIES, max_pool_connections=50, **_WAIT)
                self._made = Session().create_client("dynamodb", config=config)
        return self._made


def _genuine(answer: Any) -> Any:
    """`answer`, if DynamoDB gave it: botocore takes any page with status 200 for an empty one."""
    if "RequestId" not in answer["ResponseMetadata"]:
        raise ConnectionError("not an answer of DynamoDB")
    return answer


def _lasts(item: Any) -> bool:
    return int(item["expires"]["N"]) > time.time()


def _code(fault: Exception) -> str | None:
    """The reason that DynamoDB gave; None where it gave none: nobody answered."""
    response = getattr(fault, "response", None)
    code = response.get("Error", {}).get("Code") if isinstance(response, dict) else None
    return str(code) if code else None
