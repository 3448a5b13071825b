"""Requests that name a user, or nobody: all that a store looks at."""

from ask_sdk_model import Context, RequestEnvelope, Session, User
from ask_sdk_model.interfaces.system import SystemState


def of(user: str | None) -> RequestEnvelope:
    """A request whose context names the user, as every one from Alexa does."""
    system = SystemState(user=User(user_id=user) if user is not None else None)
    return RequestEnvelope(context=Context(system=system))


def of_session(user: str) -> RequestEnvelope:
    """A request that names the user in its session only, as tools for testing send them."""
    return RequestEnvelope(session=Session(user=User(user_id=user)))
