"""The table: what is in it, for how long, and who wins when two write."""

import json
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from skill.persistence import open_store, user_key
from tests.persistence.envelopes import of
from tests.persistence.tables import client, template
from tests.persistence.trouble import late, troubled

YEAR = 365 * 24 * 3600


@pytest.fixture
def items(dynamodb, table):
    """Everything that is in the table."""
    return lambda: client(dynamodb).scan(TableName=table)["Items"]


@pytest.fixture
def store(table):
    """Open the same table again, as the next start of the program does."""
    return lambda: open_store(f"dynamodb://{table}")


def test_a_user_is_one_item_under_a_digest_that_expires_two_years_after_the_last_save(store, items):
    store().save_attributes(of("amzn1.ask.account.ANNA"), {"goal": "muscle"})
    (item,) = items()
    assert item.keys() == {"user", "attributes", "saved", "expires"}
    assert "ANNA" not in json.dumps(item)
    assert item["attributes"] == {"S": '{"goal": "muscle"}'}
    assert int(item["saved"]["N"]) == pytest.approx(time.time() * 1_000, abs=60_000)
    assert int(item["expires"]["N"]) == pytest.approx(time.time() + 2 * YEAR, abs=60)


def test_the_stack_deletes_by_the_attribute_that_is_written(store, items):
    store().save_attributes(of("anna"), {"goal": "muscle"})
    table = template()["Resources"]["Users"]["Properties"]
    assert table["TimeToLiveSpecification"]["AttributeName"] in items()[0]


def test_to_save_again_puts_the_end_off(dynamodb, table, store, items):
    put(dynamodb, table, {"goal": "abs"}, expires=int(time.time()) + 60)
    store().save_attributes(of("anna"), {"goal": "abs"})
    assert int(items()[0]["expires"]["N"]) > time.time() + YEAR


def put(dynamodb, table, attributes, saved=0, expires=9_999_999_999):
    """Write anna's item behind the store's back."""
    item = {
        "user": {"S": user_key(of("anna"))},
        "attributes": {"S": json.dumps(attributes)},
        "saved": {"N": str(saved)},
        "expires": {"N": str(expires)},
    }
    client(dynamodb).put_item(TableName=table, Item=item)


def test_what_has_expired_and_is_not_deleted_yet_is_not_remembered(dynamodb, table, store):
    put(dynamodb, table, {"goal": "abs"}, expires=int(time.time()) - 1)
    assert store().get_attributes(of("anna")) == {}


@pytest.mark.parametrize("attributes", [None, 7, ["abs"], "abs"])
def test_an_item_of_another_form_is_as_good_as_none(dynamodb, table, store, attributes):
    memory = store()
    put(dynamodb, table, attributes)
    assert memory.get_attributes(of("anna")) == {}
    memory.save_attributes(of("anna"), {"goal": "abs"})
    assert memory.get_attributes(of("anna")) == {"goal": "abs"}


def test_an_item_that_lacks_everything_is_as_good_as_none(dynamodb, table, store):
    client(dynamodb).put_item(TableName=table, Item={"user": {"S": user_key(of("anna"))}})
    assert store().get_attributes(of("anna")) == {}


def test_what_was_said_later_stays(dynamodb, table, store):
    put(dynamodb, table, {"goal": "abs"}, saved=int(time.time() * 1_000) + 60_000)
    memory = store()
    memory.save_attributes(of("anna"), {"goal": "muscle"})
    assert memory.get_attributes(of("anna")) == {"goal": "abs"}


def test_to_forget_has_no_condition(dynamodb, table, store, items):
    put(dynamodb, table, {"goal": "abs"}, saved=int(time.time() * 1_000) + 60_000)
    store().delete_attributes(of("anna"))
    assert items() == []


def test_a_save_that_arrives_late_does_not_undo_what_was_said_since(dynamodb, table, store, aws):
    quick = store()
    quick.save_attributes(of("anna"), {})
    with troubled(late(dynamodb)) as server, ThreadPoolExecutor(1) as crew:
        aws(server.address)
        slow = crew.submit(store().save_attributes, of("anna"), {"goal": "cardio"})
        while not server.requests:
            time.sleep(0.01)
        quick.save_attributes(of("anna"), {"goal": "muscle"})
        assert slow.result(timeout=5) is None
        assert server.requests == 1
    assert quick.get_attributes(of("anna")) == {"goal": "muscle"}


def test_of_many_writers_the_last_one_wins_and_nobody_else_is_touched(store):
    memory = store()
    memory.save_attributes(of("ben"), {"goal": "abs"})
    with ThreadPoolExecutor(8) as crew:
        writers = [
            crew.submit(memory.save_attributes, of("anna"), {"goal": str(number)})
            for number in range(40)
        ]
    assert [writer.result() for writer in writers] == [None] * 40
    memory.save_attributes(of("anna"), {"goal": "last"})
    assert memory.get_attributes(of("anna")) == {"goal": "last"}
    assert memory.get_attributes(of("ben")) == {"goal": "abs"}
