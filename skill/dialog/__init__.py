"""A request becomes a response, by way of handlers: session, reply, quantities, speech, screen."""
