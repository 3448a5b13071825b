"""create_skill: the handlers, the content and a memory as one SDK CustomSkill."""

from typing import Any, cast

from ask_sdk_core.attributes_manager import AbstractPersistenceAdapter
from ask_sdk_core.skill import CustomSkill, SkillConfiguration

from skill.alexa.serializer import ModelSerializer
from skill.content.answers import Content, load_content
from skill.dialog.dispatcher import RouteDispatcher


def create_skill(
    memory: AbstractPersistenceAdapter, skill_id: str | None = None, content: Content | None = None
) -> CustomSkill:
    """Return the skill, ready to invoke.

    `memory` keeps the users' goals. With `skill_id` the skill refuses requests meant for another
    (the SDK raises AskSdkException). `content` is the English of this package unless given.
    """
    parts: dict[str, Any] = {"request_mappers": [], "handler_adapters": [], "skill_id": skill_id}
    skill: Any = CustomSkill(SkillConfiguration(persistence_adapter=memory, **parts))
    skill.request_dispatcher = RouteDispatcher(content or load_content())
    skill.serializer = ModelSerializer()
    return cast(CustomSkill, skill)
