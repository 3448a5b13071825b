"""Tables as lambda/template.yaml describes them, in the DynamoDB that the tests started."""

from functools import cache
from itertools import count
from pathlib import Path

import yaml
from botocore.session import Session

TEMPLATE = Path(__file__).parents[2] / "lambda" / "template.yaml"
SETTINGS = {
    "AWS_ACCESS_KEY_ID": "nobody",
    "AWS_SECRET_ACCESS_KEY": "nothing",
    "AWS_DEFAULT_REGION": "us-east-1",
    "AWS_EC2_METADATA_DISABLED": "true",
}
_numbers = count(1)


class _Template(yaml.SafeLoader):
    """YAML in which !Ref and its like stand for their argument."""


def _argument(loader, _tag, node):
    if isinstance(node, yaml.SequenceNode):
        return loader.construct_sequence(node, deep=True)
    return node.value


_Template.add_multi_constructor("!", _argument)


def template():
    return yaml.load(TEMPLATE.read_text("utf-8"), _Template)


@cache
def client(address):
    """A client of the tests' own, to look behind the store's back."""
    return Session().create_client(
        "dynamodb",
        endpoint_url=address,
        region_name="us-east-1",
        aws_access_key_id="tests",
        aws_secret_access_key="tests",
    )


def new_table(address):
    """The name of a table that nobody has used yet."""
    name = f"leg-day-{next(_numbers)}"
    described = template()["Resources"]["Users"]["Properties"]
    known = ("BillingMode", "AttributeDefinitions", "KeySchema")
    client(address).create_table(TableName=name, **{key: described[key] for key in known})
    return name
