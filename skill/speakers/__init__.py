"""Other ears and mouths of the same conversation: a microphone, Home Assistant, MCP."""
