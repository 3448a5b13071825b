"""An agent that asks Leg Day's Wyoming agent, and says whether the reply is a question."""

from typing import Literal

from homeassistant.components import conversation
from homeassistant.config_entries import ConfigEntry
from homeassistant.core import HomeAssistant
from homeassistant.helpers.entity_platform import AddConfigEntryEntitiesCallback

AGENT = "conversation.leg_day"  # what Home Assistant calls Leg Day's Wyoming agent


async def async_setup_entry(
    hass: HomeAssistant, entry: ConfigEntry, add: AddConfigEntryEntitiesCallback
) -> None:
    """Add the agent."""
    add([OpenMicrophone(entry)])


class OpenMicrophone(conversation.ConversationEntity):
    """Leg Day, with the microphone kept open for an answer."""

    _attr_name = "Leg Day, microphone kept open"

    def __init__(self, entry: ConfigEntry) -> None:
        """Take the entry's id."""
        self._attr_unique_id = entry.entry_id

    @property
    def supported_languages(self) -> list[str] | Literal["*"]:
        """English only."""
        return ["en"]

    async def async_process(
        self, user_input: conversation.ConversationInput
    ) -> conversation.ConversationResult:
        """Ask, and keep the conversation going exactly when the reply ends with a question."""
        result = await conversation.async_converse(
            self.hass,
            text=user_input.text,
            conversation_id=user_input.conversation_id,
            context=user_input.context,
            language=user_input.language,
            agent_id=AGENT,
            device_id=user_input.device_id,
            satellite_id=user_input.satellite_id,
        )
        speech = result.response.speech.get("plain", {}).get("speech", "")
        result.continue_conversation = speech.endswith("?")
        return result
