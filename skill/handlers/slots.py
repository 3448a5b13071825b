"""What the slots of an intent resolve to."""

from collections.abc import Mapping

from ask_sdk_model.slot import Slot
from ask_sdk_model.slu.entityresolution.status_code import StatusCode


def resolved(slots: Mapping[str, Slot] | None) -> dict[str, str]:
    """Return each filled slot's id; a number, which has none, as it was heard.

    One that matched nothing in its slot type is not among them: see `unmatched`.
    """
    found = {name: _resolved(slot) for name, slot in (slots or {}).items() if slot}
    return {name: value for name, value in found.items() if value is not None}


def unmatched(slots: Mapping[str, Slot] | None) -> dict[str, str]:
    """Return what was heard in each slot whose type has no such value (ER_SUCCESS_NO_MATCH)."""
    return {
        name: str(slot.value).lower()
        for name, slot in (slots or {}).items()
        if slot and slot.value and slot.value != "?" and _resolved(slot) is None
    }


def _resolved(slot: Slot) -> str | None:
    authorities = slot.resolutions.resolutions_per_authority if slot.resolutions else None
    if not authorities:
        return str(slot.value) if slot.value not in (None, "", "?") else None
    for authority in authorities:
        if authority and authority.status and authority.status.code == StatusCode.ER_SUCCESS_MATCH:
            for wrapper in authority.values or []:
                if wrapper and wrapper.value and (wrapper.value.id or wrapper.value.name):
                    return str(wrapper.value.id or wrapper.value.name)
    return None
