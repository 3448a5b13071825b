"""`leg-day mcp`: a tool of assistants that speak MCP (https://modelcontextprotocol.io)."""
