"""What every store promises."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from ask_sdk_model import RequestEnvelope

from tests.persistence.envelopes import of, of_session


def test_a_stranger_is_nobody(memory):
    assert memory.get_attributes(of("anna")) == {}


def test_what_is_saved_is_found_again(memory):
    memory.save_attributes(of("anna"), {"goal": "muscle"})
    assert memory.get_attributes(of("anna")) == {"goal": "muscle"}


def test_the_user_is_the_same_named_by_the_context_or_by_the_session(memory):
    memory.save_attributes(of("anna"), {"goal": "muscle"})
    assert memory.get_attributes(of_session("anna")) == {"goal": "muscle"}


def test_users_are_kept_apart(memory):
    memory.save_attributes(of("anna"), {"goal": "muscle"})
    memory.save_attributes(of("ben"), {"goal": "cardio"})
    assert memory.get_attributes(of("anna")) == {"goal": "muscle"}
    assert memory.get_attributes(of("ben")) == {"goal": "cardio"}


def test_saving_replaces_what_was_kept(memory):
    memory.save_attributes(of("anna"), {"goal": "muscle", "other": 1})
    memory.save_attributes(of("anna"), {"goal": "abs"})
    assert memory.get_attributes(of("anna")) == {"goal": "abs"}


def test_what_was_handed_out_can_be_changed_without_changing_the_store(memory):
    kept = {"goal": "muscle"}
    memory.save_attributes(of("anna"), kept)
    kept["goal"] = "cardio"
    memory.get_attributes(of("anna"))["goal"] = "abs"
    assert memory.get_attributes(of("anna")) == {"goal": "muscle"}


def test_a_deleted_user_is_forgotten_and_the_others_are_not(memory):
    memory.save_attributes(of("anna"), {"goal": "muscle"})
    memory.save_attributes(of("ben"), {"goal": "cardio"})
    memory.delete_attributes(of("anna"))
    assert memory.get_attributes(of("anna")) == {}
    assert memory.get_attributes(of("ben")) == {"goal": "cardio"}


def test_deleting_a_stranger_is_no_fault(memory):
    memory.delete_attributes(of("anna"))


@pytest.mark.parametrize("nobody", [of(None), of(""), RequestEnvelope()])
def test_a_request_of_nobody_is_neither_kept_nor_mixed_up(memory, nobody):
    memory.save_attributes(nobody, {"goal": "muscle"})
    assert memory.get_attributes(nobody) == {}
    memory.delete_attributes(nobody)


def test_users_with_ids_of_any_length_and_script(memory):
    for user in ("x" * 5000, "jürgen", "'; drop table users; --", "\x00"):
        memory.save_attributes(of(user), {"goal": user[:5]})
        assert memory.get_attributes(of(user)) == {"goal": user[:5]}


def test_many_threads_write_and_read_at_once(memory):
    def one(number: int) -> dict[str, str]:
        memory.save_attributes(of(f"user {number % 40}"), {"goal": f"goal {number % 40}"})
        found: dict[str, str] = memory.get_attributes(of(f"user {number % 40}"))
        return found

    with ThreadPoolExecutor(8) as crew:
        found = list(crew.map(one, range(400)))
    assert found == [{"goal": f"goal {number % 40}"} for number in range(400)]
