"""A request becomes a response: session, reply, speech, quantities, screen, dispatcher, factory."""
